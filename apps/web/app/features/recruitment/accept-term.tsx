import { useState } from 'react';
import { AcceptTermDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Checkbox } from '~/kit/field';
import { useAct } from '../circles/use-act';
import type { Agreement } from './recruitment.server';
import styles from './recruitment.module.css';

interface Props {
  term: { readonly id: string; readonly acceptUntil: string; readonly receives: string };
  agreement: Agreement;
}

/** A seat that is offered: what was agreed to is named by its fingerprint. */
export function AcceptTerm({ term, agreement }: Props) {
  const t = useT();
  const { act, busy } = useAct();
  const [read, setRead] = useState(false);
  return (
    <div className={styles.section}>
      <p>{t('recruitment.offer', { date: t.date(term.acceptUntil), receives: term.receives })}</p>
      <details className={styles.agreement} open>
        <summary>{t('recruitment.agreement', { version: agreement.version })}</summary>
        <div className={styles.lines}>{agreement.text.replace(/^#+ /gm, '').replaceAll('**', '')}</div>
        <p className={styles.hash}>{t('recruitment.hash')} <code>{agreement.hash}</code></p>
      </details>
      <Checkbox label={t('recruitment.haveRead')} checked={read} onChange={(event) => setRead(event.target.checked)} />
      <Button tone="primary" disabled={!read} busy={busy} onClick={() => void act(AcceptTermDocument, { term: term.id, agreementHash: agreement.hash }, t('recruitment.welcome'))}>{t('recruitment.accept')}</Button>
    </div>
  );
}
