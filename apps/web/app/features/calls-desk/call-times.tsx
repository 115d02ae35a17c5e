import { useState, type FormEvent } from 'react';
import { CloseCallDocument, ExtendCallDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { DialogButtons } from '~/kit/dialog-buttons';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { useAct } from '../circles/use-act';
import type { CallToRun } from './calls-desk.server';
import { DateField } from './date-field';
import styles from './manage.module.css';

const WEEK = 7 * 86_400_000;

/** More time, with a notice that everybody reads. */
export function Extend({ call }: { call: CallToRun }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [closesAt, setClosesAt] = useState(() => new Date(Date.parse(call.closesAt) + WEEK).toISOString());
  const [notice, setNotice] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(ExtendCallDocument, { call: call.id, closesAt, notice }, t('calls.extended'))) setAsking(false);
  };
  return (
    <>
      <Button size="s" onClick={() => setAsking(true)}>{t('calls.extend')}</Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('calls.extend')} description={t('calls.extendText', { date: t.date(call.closesAt) })}>
        <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
          <DateField label={t('calls.extendUntil')} value={closesAt} onChange={setClosesAt} />
          <Notice value={notice} onChange={setNotice} />
          <FormProblem problem={problem} />
          <DialogButtons onCancel={() => setAsking(false)}><SubmitButton tone="primary" busy={busy} disabled={closesAt <= call.closesAt}>{t('calls.extendDo')}</SubmitButton></DialogButtons>
        </form>
      </Dialog>
    </>
  );
}

/** No more applications from now on, with a notice that everybody reads. */
export function CloseEarly({ call }: { call: CallToRun }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [notice, setNotice] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(CloseCallDocument, { call: call.id, notice }, t('calls.closed'))) setAsking(false);
  };
  return (
    <>
      <Button size="s" onClick={() => setAsking(true)}>{t('calls.closeEarly')}</Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t('calls.closeEarly')} description={t('calls.closeEarlyText')}>
        <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
          <Notice value={notice} onChange={setNotice} />
          <FormProblem problem={problem} />
          <DialogButtons onCancel={() => setAsking(false)}><SubmitButton tone="danger" busy={busy}>{t('calls.closeEarlyDo')}</SubmitButton></DialogButtons>
        </form>
      </Dialog>
    </>
  );
}

function Notice({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useT();
  return <TextArea label={t('calls.notice')} hint={t('calls.noticeHint')} value={value} required maxLength={1_000} rows={3} onChange={(event) => onChange(event.target.value)} />;
}
