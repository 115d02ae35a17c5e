import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { problemText } from '~/i18n/problems';
import { classes } from '~/kit/classes';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { callPath } from '../paths';
import type { CallFull } from '../recruitment/recruitment.server';
import type { Writing } from './use-application';
import { type Step, stepsOf } from './wizard-steps';
import styles from './wizard.module.css';

interface Props {
  call: CallFull;
  at: number;
  /** Whether one may go to any page: not before one has begun. */
  open: boolean;
  children: ReactNode;
  status?: ReactNode;
}

/** The head of every page: which call, how far one is, and whether it is kept. */
export function WizardFrame({ call, at, open, children, status }: Props) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const steps = stepsOf(call.questions);
  return (
    <>
      <p className={styles.back}><Link to={callPath(slug, call.id)}><Icon name="chevronLeft" size={18} />{t('applying.back')}</Link></p>
      <header className={styles.head}>
        <p className={styles.call} lang={locale}>{call.title}</p>
        <p className={styles.number}>{t('applying.stepNumber', { number: at + 1, all: steps.length })}{status}</p>
        <nav aria-label={t('applying.steps')}>
          <ol role="list" className={styles.steps}>
            {steps.map((step, number) => (
              <li key={number} className={classes(styles.step, number < at && styles.passed)}>
                {open ? <Link to={`?step=${number + 1}`} aria-current={number === at ? 'step' : undefined} preventScrollReset><span>{titleOf(t, step)}</span></Link> : <span className={styles.closed} aria-current={number === at ? 'step' : undefined}><span>{titleOf(t, step)}</span></span>}
              </li>
            ))}
          </ol>
        </nav>
        <h1 tabIndex={-1} className={styles.title}>{titleOf(t, steps[at]!)}</h1>
      </header>
      {children}
    </>
  );
}

/** A page's name. */
export function titleOf(t: ReturnType<typeof useT>, step: Step): string {
  if (step.kind === 'questions' && step.parts > 1) return t('applying.step_questionsOf', { part: step.part });
  return t(`applying.step_${step.kind}`);
}

/** Where what is written is safe right now. */
export function KeptStatus({ writing: { phase, problem, isDraft, isDirty } }: { writing: Writing }) {
  const t = useT();
  const words = () => {
    if (phase === 'offline') return t('applying.offline');
    if (phase === 'refused' && problem) return t('applying.refused', { reason: problemText(t, problem) });
    if (phase === 'saving') return t('applying.saving');
    return isDirty ? (isDraft ? null : t('applying.unsaved')) : isDraft ? t('applying.saved') : null;
  };
  const word = words();
  const trouble = phase === 'offline' || phase === 'refused';
  return <span role="status" className={styles.status} data-trouble={trouble || undefined}>{word && <><Icon name={trouble ? 'warning' : isDirty ? 'edit' : 'check'} size={16} />{word}</>}</span>;
}
