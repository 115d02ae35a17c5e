import type { VoteFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { shareToNext } from '~/kit/support-share';
import { VoteButton } from '~/kit/vote-button';
import { useVote, type Vote } from './use-vote';
import { useVoting } from './voting-provider';
import styles from './idea-vote.module.css';

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
  const open = idea.votingOpen || (voted && isHeldByNothing(idea));
  const left = useLeft(open && !voted);
  return (
    <>
      <VoteButton
        title={idea.title}
        count={support.raw + support.imported}
        voted={voted}
        open={open}
        progress={shareToNext(support.verified, idea.nextRung, idea.rung)}
        onToggle={press}
        look={look}
        spent={left?.none}
        note={left?.words}
      />
      {look === 'wide' && left && <p className={styles.left}>{left.words}</p>}
    </>
  );
}

/** What the day leaves somebody who has not voted yet: said before anything is refused. */
function useLeft(wanted: boolean) {
  const t = useT();
  const { votesLeft } = useVoting();
  if (!wanted || votesLeft === null) return null;
  return { none: votesLeft === 0, words: t('idea.votesLeft', { count: votesLeft }) };
}
