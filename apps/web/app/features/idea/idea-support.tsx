import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { Ladder } from '~/kit/ladder';
import { SupportMeter } from '~/kit/support-meter';
import { useCommunity, useViewer } from '~/shell/use-root';
import { LadderSteps } from '../ladder/ladder-steps';
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
      {climbing && (
        <Ladder
          rungs={ladder}
          verified={vote.support.verified}
          reached={idea.rung?.position ?? 0}
          deadline={idea.status === 'OPEN' && idea.votingOpen ? idea.deadline : null}
        />
      )}
      {idea.erasedAt && <p className={styles.hint}>{t('idea.erasedVoting')}</p>}
      {idea.status === 'OPEN' && !idea.votingOpen && !idea.erasedAt && <p className={styles.hint} role="status">{t('ladder.closing')}</p>}
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
