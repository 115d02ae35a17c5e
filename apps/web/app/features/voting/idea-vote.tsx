import type { VoteFactsFragment } from '~/graphql/generated/documents';
import { shareToNext } from '~/kit/support-share';
import { VoteButton } from '~/kit/vote-button';
import { useVote, type Vote } from './use-vote';

/** The vote on a card: count, ring, and the press itself. */
export function IdeaVote({ idea }: { idea: VoteFactsFragment }) {
  return <VoteControl idea={idea} vote={useVote(idea)} look="ring" />;
}

/** Its author took the text back: whoever backed it may take their vote back too. */
function isHeldByNothing({ erasedAt, status }: VoteFactsFragment): boolean {
  return erasedAt !== null && (status === 'OPEN' || status === 'UNDER_REVIEW');
}

/** The same for a page that also shows the counts elsewhere and so holds the vote itself. */
export function VoteControl({ idea, vote, look }: { idea: VoteFactsFragment; vote: Vote; look: 'ring' | 'wide' }) {
  const { support, voted, press } = vote;
  return (
    <VoteButton
      title={idea.title}
      count={support.raw + support.imported}
      voted={voted}
      open={idea.votingOpen || (voted && isHeldByNothing(idea))}
      progress={shareToNext(support.verified, idea.nextRung, idea.rung)}
      onToggle={press}
      look={look}
    />
  );
}
