import { type Actor, hasRole } from '@fanfare/kernel';
import type { VoteRow, VoteStanding } from './vote.row.js';

/** What a reader is told of a single vote: a suspicion against somebody is theirs and the moderators' to know. */
export function standingSeenBy(actor: Actor, vote: Pick<VoteRow, 'standing' | 'accountId' | 'communityId'>): VoteStanding {
  if (vote.standing !== 'QUARANTINED') return vote.standing;
  const isOwn = actor.accountId !== null && actor.accountId === vote.accountId;
  return isOwn || hasRole(actor, vote.communityId, 'MODERATOR') ? 'QUARANTINED' : 'UNVERIFIED';
}
