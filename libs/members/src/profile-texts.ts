import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';
import type { MemberRow } from './member.row.js';

/** What somebody is about to say of themselves. */
export interface ProfileText {
  /** Left out when it stays. */
  readonly displayName?: string;
  readonly bio: string;
  /** The bio that it replaces. */
  readonly before?: string;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

export type ProfileAuthor = Pick<MemberRow, 'id' | 'communityId' | 'level' | 'identityLevel'>;

/** `HOLD`: keep it, and show it once a moderator has read it. @throws Problem `REPHRASE`, `TEXT_REFUSED` */
export type ProfileExaminer = (tx: Tx, actor: Actor, member: ProfileAuthor, text: ProfileText) => Promise<'PASS' | 'HOLD'>;

/** Where the room that examines texts, which lies above this one, says how profiles are examined. Without it all pass. */
@Injectable()
export class ProfileTexts {
  private examiner: ProfileExaminer | null = null;

  register(examiner: ProfileExaminer): void {
    if (this.examiner) throw new Error('Profiles are examined by one room');
    this.examiner = examiner;
  }

  /** Examines a profile in the transaction that is about to keep it. @throws Problem as `ProfileExaminer` does */
  async examine(tx: Tx, actor: Actor, member: ProfileAuthor, text: ProfileText): Promise<'PASS' | 'HOLD'> {
    return this.examiner ? this.examiner(tx, actor, member, text) : 'PASS';
  }
}
