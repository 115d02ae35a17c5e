import type { ReactNode } from 'react';
import type { ProblemFacts } from '~/data/problem';
import { problemText } from '~/i18n/problems';
import { T, useT } from '~/i18n/react';
import { Icon } from './icon';
import styles from './error-state.module.css';

/** What happened, what was kept, what to do, and a reference to quote. */
export function ErrorState({ title, text, reference, action, level = 2 }: { title: string; text: ReactNode; reference?: string; action?: ReactNode; level?: 1 | 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.state} role="alert">
      <Icon name="warning" size={40} className={styles.art} />
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.text}>{text}</p>
      {action && <div className={styles.action}>{action}</div>}
      {reference && <p className={styles.reference}><T k="errors.reference" values={{ reference, code: (text) => <code>{text}</code> }} /></p>}
    </div>
  );
}

/**
 * Above a form's button: why it was refused. Nothing is shown without a problem; read out when it appears. A text that came back
 * for another look was not refused, and does not look as if.
 */
export function FormProblem({ problem }: { problem: ProblemFacts | null | undefined }) {
  const t = useT();
  const ours = problem?.code === 'INTERNAL' || problem?.code === 'UNKNOWN_OUTCOME';
  const nudged = problem?.code === 'REPHRASE';
  return (
    <div aria-live="assertive" className={styles.live}>
      {problem && (
        <p className={styles.problem} data-nudge={nudged || undefined}>
          <Icon name={nudged ? 'edit' : 'warning'} size={20} />
          <span>
            {problemText(t, problem)}
            {ours && problem.reference && <small className={styles.small}>{t('common.reference', { reference: problem.reference })}</small>}
          </span>
        </p>
      )}
    </div>
  );
}
