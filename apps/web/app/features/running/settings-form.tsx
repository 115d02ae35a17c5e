import type { ReactNode } from 'react';
import type { ProblemFacts } from '~/data/problem';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { LeaveGuard } from '~/shell/leave-guard';
import styles from './settings.module.css';

interface Props {
  state: { save(): Promise<void>; busy: boolean; dirty: boolean; valid: boolean; problem: ProblemFacts | null };
  /** What saving does beyond keeping what was typed. */
  consequence?: ReactNode;
  children: ReactNode;
}

/** Fields, why saving was refused, and the button, which says when there is something to save. */
export function SettingsForm({ state, consequence, children }: Props) {
  const t = useT();
  return (
    <form method="post" className={styles.form} onSubmit={(event) => { event.preventDefault(); void state.save(); }}>
      <LeaveGuard when={state.dirty && !state.busy} />
      {children}
      {consequence && <div className={styles.consequence}>{consequence}</div>}
      <FormProblem problem={state.problem} />
      <div className={styles.save}>
        <SubmitButton tone="primary" busy={state.busy} disabled={!state.valid}>{t('common.save')}</SubmitButton>
        <span role="status" className={styles.quiet}>{state.dirty ? t('running.unsaved') : ''}</span>
      </div>
    </form>
  );
}
