import type { LadderFactsFragment } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import type { RungFacts } from '~/kit/support-share';
import { type Step, stepsOf } from './steps';
import styles from './ladder-steps.module.css';

interface Props {
  rungs: readonly RungFacts[];
  reached: number;
  grants: LadderFactsFragment['rungsReached'];
  /** Null while no clock runs. */
  deadline: string | null;
}

/** The ladder in words: what each step asks, when it was reached, until when the next one can be. */
export function LadderSteps(props: Props) {
  const t = useT();
  return (
    <details className={styles.details}>
      <summary>{t('ladder.stepsSummary')}</summary>
      <ol role="list" className={styles.steps}>
        {stepsOf(props).map((step) => <Line key={step.position} step={step} />)}
      </ol>
      <p className={styles.note}>{t('ladder.stepsNote')}</p>
    </details>
  );
}

function Line({ step }: { step: Step }) {
  const t = useT();
  return (
    <li className={styles.step} data-state={step.state}>
      <span className={styles.mark}>{step.state === 'reached' ? <Icon name="check" size={16} /> : step.position}</span>
      <span>
        <strong>{t('ladder.stepSupport', { count: step.support })}</strong>
        <span className={styles.when}><When step={step} /></span>
      </span>
    </li>
  );
}

function When({ step }: { step: Step }) {
  const t = useT();
  const day = (at: string) => <time dateTime={at}>{t.date(at, { dateStyle: 'medium', timeZone: 'UTC' })}</time>;
  if (step.state === 'reached') return step.at ? <T k="ladder.stepReachedOn" values={{ date: day(step.at) }} /> : t('ladder.stepReached');
  if (step.state === 'next') return step.at ? <T k="ladder.stepUntil" values={{ date: day(step.at) }} /> : t('ladder.stepNext');
  return t('ladder.stepAhead', { days: step.days });
}
