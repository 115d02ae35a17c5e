import type { ReactNode } from 'react';
import type { IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import styles from './status-choice.module.css';

interface Props {
  /** Where an answer may take it. */
  choices: readonly IdeaStatus[];
  value: IdeaStatus;
  onChange(status: IdeaStatus): void;
  /** Where it stands: choosing that moves nothing. */
  from?: IdeaStatus;
  /** Beside a choice, e.g. for how many it is possible. */
  note?(status: IdeaStatus): ReactNode;
}

/** Where the answer takes the idea; only what the table of moves allows is offered. */
export function StatusChoice({ choices, value, onChange, from, note }: Props) {
  const t = useT();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('desk.whereTo')}</legend>
      <div className={styles.list}>
        {choices.map((status) => (
          <label key={status} className={styles.one}>
            <input type="radio" name="status" value={status} checked={status === value} onChange={() => onChange(status)} />
            <StatusBadge status={status} />
            {status === from && <span className={styles.note}>{t('desk.staysHere')}</span>}
            {note && <span className={styles.note}>{note(status)}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
