import { useState, type FormEvent } from 'react';
import { mutate } from '~/data/mutate';
import { useAct as useAnyAct } from '~/data/use-act';
import { type ApplicationOutcome, DecideByRankingDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { DialogButtons } from '~/kit/dialog-buttons';
import { FormProblem } from '~/kit/error-state';
import { Checkbox } from '~/kit/field';
import { AnswerFields } from './answer-fields';
import { NumberField } from './number-field';
import type { PanelCall } from './calls-desk.server';
import { tooManyFor } from './panel-words';
import styles from './panel.module.css';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  call: PanelCall;
  waiting: number;
}

/** What the API takes at once. */
const BATCH = 500;

/** One answer for the first of the ranking, or for everybody who still waits: in batches, each of which is written as a whole. */
export function RankingDialog({ open, onOpenChange, call, waiting }: Props) {
  const t = useT();
  const { act, busy, problem } = useAnyAct();
  const seats = call.seats - call.seatsTaken;
  const [count, setCount] = useState(String(Math.max(1, Math.min(seats, waiting, BATCH))));
  const [outcome, setOutcome] = useState<ApplicationOutcome>(seats > 0 ? 'SELECTED' : 'DECLINED');
  const [everybody, setEverybody] = useState(seats <= 0);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(0);
  const all = outcome === 'DECLINED' && everybody;
  const many = all ? waiting : Number(count);
  const tooMany = tooManyFor(t, problem);
  const send = async () => {
    for (let left = many; left > 0; left -= BATCH) {
      await mutate(DecideByRankingDocument, { input: { call: call.id, count: Math.min(left, BATCH), outcome, reason } });
      setDone(many - Math.max(0, left - BATCH));
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(0);
    if (await act(send, t('recruitment.decided', { count: many }))) onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('calls.byRanking')} description={t(`calls.byRankingText_${call.selection}`)}>
      <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
        {!all && <NumberField label={t('calls.firstMany')} hint={t('calls.firstManyHint', { seats: t.number(seats), waiting: t.number(waiting) })} error={tooMany} value={count} min={1} max={Math.min(waiting, BATCH)} onChange={setCount} />}
        <AnswerFields outcomes={['SELECTED', 'WAITING', 'DECLINED']} outcome={outcome} onOutcome={setOutcome} reason={reason} onReason={setReason} />
        {outcome === 'DECLINED' && <Checkbox label={t('calls.everybody', { count: waiting })} checked={everybody} onChange={(event) => setEverybody(event.target.checked)} />}
        <FormProblem problem={tooMany ? null : problem} />
        {busy && done > 0 && <p role="status" className={styles.quiet}>{t('calls.doneSoFar', { done: t.number(done), many: t.number(many) })}</p>}
        <DialogButtons onCancel={() => onOpenChange(false)}><SubmitButton tone="primary" busy={busy}>{t('calls.answerMany', { count: many })}</SubmitButton></DialogButtons>
      </form>
    </Dialog>
  );
}
