import type { VoteFactsFragment } from '~/graphql/generated/documents';
import type { VoteTruth } from './vote-state';

/** What an answer of the API says about one's vote. */
export function truthOf(idea: VoteFactsFragment): VoteTruth {
  return { voted: idea.viewerVote !== null, support: idea.support };
}

/** The idea as it stands after a vote, for pages that keep it. */
export function withTruth<I extends VoteFactsFragment>(idea: I, truth: VoteTruth): I {
  const viewerVote = truth.voted ? (idea.viewerVote ?? { castAt: '', standing: 'UNVERIFIED' as const }) : null;
  return { ...idea, support: truth.support, viewerVote };
}
