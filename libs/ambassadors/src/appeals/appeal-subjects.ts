import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';
import type { AmbassadorAppealSubject } from '../ambassadors.enums.js';

/** What is appealed against, as it is now; held by whoever loaded it until the transaction ends. */
export interface Appealable {
  readonly id: string;
  readonly communityId: string;
  /** Whom it affects: they alone may appeal. */
  readonly memberId: string;
  readonly accountId: string | null;
  /** The review or decision in force; null when there is nothing to appeal against. */
  readonly against: string | null;
  readonly until: Date | null;
}

/** One kind of what can be appealed against. */
export interface AppealRoom {
  /** Holds it. @throws Problem `NOT_FOUND` */
  hold(tx: Tx, id: string): Promise<Appealable>;
  /** Takes the review or decision back, in the transaction of the appeal's decision. */
  overturn(tx: Tx, actor: Actor, id: string, reasons: string): Promise<void>;
}

/** Which folder looks after which kind; each registers in a constructor. */
@Injectable()
export class AppealSubjects {
  private readonly rooms = new Map<AmbassadorAppealSubject, AppealRoom>();

  register(subject: AmbassadorAppealSubject, room: AppealRoom): void {
    if (this.rooms.has(subject)) throw new Error(`Somebody looks after appeals about ${subject} already`);
    this.rooms.set(subject, room);
  }

  /** @throws Error for what nobody registered */
  of(subject: AmbassadorAppealSubject): AppealRoom {
    const room = this.rooms.get(subject);
    if (!room) throw new Error(`Nobody looks after appeals about ${subject}`);
    return room;
  }
}
