import { declareEvent } from '@fanfare/events';
import type { VoteStanding } from './vote.row.js';

interface VotePayload {
  readonly memberId: string;
  readonly standing: VoteStanding;
  /** Where the idea is a duplicate: what it is a duplicate of, whose support changed with it. */
  readonly targetId?: string;
}

/** Subject: the idea. */
export const VoteCast = declareEvent<VotePayload>('vote.cast');

/** Subject: the idea. `standing`: what the vote had counted as. */
export const VoteWithdrawn = declareEvent<VotePayload>('vote.withdrawn');

/** Subject: the member, whose votes for these ideas (what they are duplicates of included) now count as `standing`. Of many ideas several events tell. */
export const VotesRestood = declareEvent<{ standing: VoteStanding; ideaIds: readonly string[] }>('votes.restood');
