import { declareEvent } from '@fanfare/events';
import type { VoteStanding } from './vote.row.js';

/** Subject: the idea. */
export const VoteCast = declareEvent<{ memberId: string; standing: VoteStanding }>('vote.cast');

/** Subject: the idea. `standing`: what the vote had counted as. */
export const VoteWithdrawn = declareEvent<{ memberId: string; standing: VoteStanding }>('vote.withdrawn');

/** Subject: the member, whose votes for these ideas now count as `standing`. Of many ideas several events tell. */
export const VotesRestood = declareEvent<{ standing: VoteStanding; ideaIds: readonly string[] }>('votes.restood');
