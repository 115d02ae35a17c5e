import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { RevokeTermDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea, TextField } from '~/kit/field';
import { TermStatement } from './term-statement';
import styles from './terms.module.css';

const EMPTY = { clause: '', facts: '', passage: '' };
type Field = keyof typeof EMPTY;
const LEAST_FACTS = 10;

/** Taking a term away: which clause, what happened, which words; seen before it is sent as its member will read it. */
export function RevokeDialog({ term, name, onClose }: { term: string; name: string; onClose(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [words, setWords] = useState(EMPTY);
  const [looking, setLooking] = useState(false);
  const complete = words.clause.trim() !== '' && words.passage.trim() !== '' && words.facts.trim().length >= LEAST_FACTS;
  const revoke = async () => {
    if (await act(() => mutate(RevokeTermDocument, { input: { term, ...words } }), t('terms.revokedDone', { name }))) onClose();
  };
  const set = (field: Field) => (event: { target: { value: string } }) => setWords((now) => ({ ...now, [field]: event.target.value }));
  const footer = looking
    ? <><Button onClick={() => setLooking(false)}>{t('terms.change')}</Button><Button tone="danger" busy={busy} onClick={() => void revoke()}>{t('terms.revokeNow')}</Button></>
    : <><Button onClick={onClose}>{t('common.cancel')}</Button><Button tone="primary" disabled={!complete} onClick={() => setLooking(true)}>{t('terms.lookAtIt')}</Button></>;
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('terms.revokeTitle', { name })} description={t(looking ? 'terms.revokePreview' : 'terms.revokeText', { name })} footer={footer} wide>
      {looking ? <Card tone="wash"><TermStatement statement={words} /></Card> : (
        <div className={styles.form}>
          <TextField label={t('terms.clause')} hint={t('terms.clauseHint')} value={words.clause} onChange={set('clause')} maxLength={1_000} required />
          <TextArea label={t('terms.facts')} hint={t('terms.factsHint')} value={words.facts} onChange={set('facts')} maxLength={5_000} rows={4} required />
          <TextArea label={t('terms.passage')} hint={t('terms.passageHint')} value={words.passage} onChange={set('passage')} maxLength={5_000} rows={2} required />
        </div>
      )}
      <FormProblem problem={problem} />
    </Dialog>
  );
}
