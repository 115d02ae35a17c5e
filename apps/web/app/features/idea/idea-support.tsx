import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { Ladder } from '~/kit/ladder';
import { SupportMeter } from '~/kit/support-meter';
import { useCommunity, useViewer } from '~/shell/use-root';
import { LadderSteps } from '../ladder/ladder-steps';
import { pagePath, votesPath } from '../paths';
import type { Vote } from '../voting/use-vote';
import { VoteControl } from '../voting/idea-vote';
import type { IdeaFull } from './idea.server';
import styles from './idea-support.module.css';

/** The vote, the meter, and the way to the next step. */
export function IdeaSupport({ idea, vote }: { idea: IdeaFull; vote: Vote }) {
  const t = useT();
  const { ladder } = useCommunity()!.community;
  const climbing = idea.status === 'OPEN' || idea.status === 'UNDER_REVIEW' || idea.status === 'EXPIRED';
  return (
    <Card className={styles.support}>
      <SupportMeter support={vote.support} next={climbing ? idea.nextRung : null} />
      <VoteControl idea={idea} vote={vote} look="wide" />
      <UnverifiedHint vote={vote} />
      <WaitingHint idea={idea} vote={vote} />
      <ModeratorsWay idea={idea} />
      {climbing && (
        <Ladder
          rungs={ladder}
          verified={vote.support.verified}
          reached={idea.rung?.position ?? 0}
          deadline={idea.status === 'OPEN' && idea.votingOpen ? idea.deadline : null}
        />
      )}
      {idea.erasedAt && <p className={styles.hint}>{t('idea.erasedVoting')}</p>}
      {idea.status === 'OPEN' && !idea.votingOpen && !idea.erasedAt && <p className={styles.hint} role="status">{t(idea.withheld ? 'withheld.clock' : 'ladder.closing')}</p>}
      {climbing && <LadderSteps rungs={ladder} reached={idea.rung?.position ?? 0} grants={idea.rungsReached} deadline={idea.status === 'OPEN' ? idea.deadline : null} />}
    </Card>
  );
}

/** Tells somebody whose vote does not climb yet how it would. */
function UnverifiedHint({ vote }: { vote: Vote }) {
  const t = useT();
  const viewer = useViewer();
  if (!vote.voted || !viewer || viewer.account.emailConfirmed) return null;
  return (
    <p className={styles.hint}>
      {t('idea.voteUnverified')} <Link to="/confirm">{t('idea.voteUnverifiedAction')}</Link>
    </p>
  );
}

/** Tells the voter, and nobody else, that their vote waits. */
function WaitingHint({ idea, vote }: { idea: IdeaFull; vote: Vote }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (!vote.voted || idea.viewerVote?.standing !== 'QUARANTINED') return null;
  return <p className={styles.hint}>{t('genuineness.yourVoteWaits')} <Link to={`${pagePath(slug, 'me')}?tab=identity`}>{t('genuineness.yourVoteWaitsLink')}</Link></p>;
}

/** Moderators see why votes are set aside. */
function ModeratorsWay({ idea }: { idea: IdeaFull }) {
  const t = useT();
  const { community: { slug }, roles } = useCommunity()!;
  if (!roles.includes('MODERATOR')) return null;
  const { quarantined } = idea.support;
  return <p className={styles.hint}><Link to={votesPath(slug, idea.id)}>{quarantined > 0 ? t('genuineness.whyAside', { count: quarantined }) : t('genuineness.lookAtVotes')}</Link></p>;
}
