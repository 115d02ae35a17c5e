import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { Actor, Withholding } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';

/** How a text is kept from being shown: see the kernel. */
export type Withheld = Withholding;

/** Something moderators look at, as it is now. */
export interface ReviewSubject {
  readonly id: string;
  readonly communityId: string;
  /** Whose it is; null for imported texts and what its author erased. */
  readonly authorMemberId: string | null;
  readonly title: string | null;
  /** What stands there; '' for what has no words or none any more. */
  readonly text: string;
  /** BCP 47; null when nobody said. */
  readonly language: string | null;
  /** Where it stands on the site, from the first slash. */
  readonly path: string;
  readonly createdAt: Date;
  /** How many stand behind it. */
  readonly supporters: number;
  readonly withheld: Withheld | null;
}

/** One kind of things moderators look at: each content room withholds and releases its own. */
export interface ReviewSubjectRoom {
  /** Those that exist, by id in lower case. */
  load(tx: Tx, ids: readonly string[]): Promise<Map<string, ReviewSubject>>;
  /** Keeps it from being shown; twice is once, and what is withheld more already stays so. @param actor null for a machine and for time */
  withhold(tx: Tx, actor: Actor | null, id: string, kind: Withheld): Promise<void>;
  /** Shows it again, with all it had. @param only releases it from this withholding and from no other */
  release(tx: Tx, actor: Actor | null, id: string, only?: Withheld): Promise<void>;
}

/** Who knows what about which kind. Rooms below are registered by the files beside this one; rooms above register themselves. */
@Injectable()
export class ReviewSubjects {
  private readonly rooms = new Map<ReviewSubjectKind, ReviewSubjectRoom>();

  register(kind: ReviewSubjectKind, room: ReviewSubjectRoom): void {
    if (this.rooms.has(kind)) throw new Error(`Somebody looks after ${kind} already`);
    this.rooms.set(kind, room);
  }

  /** @throws Error for a kind nobody registered */
  of(kind: ReviewSubjectKind): ReviewSubjectRoom {
    const room = this.rooms.get(kind);
    if (!room) throw new Error(`Nobody looks after ${kind}`);
    return room;
  }

  get kinds(): readonly ReviewSubjectKind[] {
    return [...this.rooms.keys()];
  }
}
