import { useState } from 'react';
import { AskForReviewDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { TextArea } from '~/kit/field';
import { useAct } from '../circles/use-act';
import type { CallFull } from '../recruitment/recruitment.server';
import styles from './applying.module.css';

const SHORTEST = 10;

/** Asks for another look at the last answer; once for each, and not once a term is running. */
export function AskAgain({ own }: { own: NonNullable<CallFull['viewerApplication']> }) {
  const t = useT();
  const { act, busy } = useAct();
  const [text, setText] = useState('');
  const last = own.decisions?.at(-1);
  const isServing = own.term !== null && own.term.state !== 'OFFERED' && own.term.state !== 'LAPSED';
  if (!last || last.reviewAskedAt || isServing || own.state === 'SELECTED' || own.state === 'WITHDRAWN') return null;
  return (
    <details>
      <summary>{t('recruitment.askAgain')}</summary>
      <div className={styles.stack}>
        <TextArea label={t('recruitment.askAgainLabel')} hint={t('recruitment.askAgainHint')} value={text} maxLength={5000} onChange={(event) => setText(event.target.value)} />
        <p><Button busy={busy} disabled={text.trim().length < SHORTEST} onClick={() => void act(AskForReviewDocument, { application: own.id, text }, t('recruitment.asked_done'))}>{t('recruitment.askAgainSend')}</Button></p>
      </div>
    </details>
  );
}
