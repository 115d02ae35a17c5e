import { CommentDeleted, CommentUnmarkedHelpful } from '@fanfare/comments';
import { IdeaMoved } from '@fanfare/ideas';
import { VotesRestood, VoteWithdrawn } from '@fanfare/votes';
import { ContentJudged, MissionEntryJudged, ReportJudged } from '../ledger/merit.events.js';
import { EntryJudged } from './reputation.events.js';
import type { ReversalReason } from './reputation.model.js';
import type { EntryRow } from './reputation.queries.js';

const OF_EVENT: Readonly<Record<string, ReversalReason>> = {
  [VoteWithdrawn.type]: 'VOTE_WITHDRAWN',
  [VotesRestood.type]: 'VOTE_NO_LONGER_COUNTS',
  [CommentUnmarkedHelpful.type]: 'MARK_WITHDRAWN',
  [CommentDeleted.type]: 'COMMENT_DELETED',
  [ContentJudged.type]: 'CONTENT_REMOVED',
  [ReportJudged.type]: 'DECISION_CHANGED',
  [MissionEntryJudged.type]: 'DECISION_CHANGED',
  [EntryJudged.type]: 'DECISION_CHANGED',
};

/** Why an entry was taken back, or takes back; null where nothing is, and where no event can tell. */
export function reversalReasonOf({ rule, takenBackBy, takenBackTo }: Pick<EntryRow, 'rule' | 'takenBackBy' | 'takenBackTo'>): ReversalReason | null {
  if (takenBackBy === null) return null;
  if (rule === 'CONTENT_REMOVED') return 'RESTORED';
  if (takenBackBy !== IdeaMoved.type) return OF_EVENT[takenBackBy] ?? null;
  return takenBackTo === 'REMOVED' ? 'IDEA_REMOVED' : 'IDEA_MOVED_ON';
}
