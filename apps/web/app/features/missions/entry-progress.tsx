import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { AppealEntryDocument, type EntryProgressFragment, WithdrawEntryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { EntryBadge } from './entry-badge';
import { Evidence } from './entry-card';
import { Checks } from './entry-checks';
import { Reviews } from './entry-reviews';
import styles from './missions.module.css';

/** One's own entry: where it stands, why, and what can be done. */
export function EntryProgressCard({ entry, onEdit }: { entry: EntryProgressFragment; onEdit?: () => void }) {
  const t = useT();
  const appealed = entry.appeals?.some(({ outcome }) => outcome === null);
  return (
    <Card as="section" className={styles.section}>
      <div className={styles.badges}><h2>{t('missions.yourEntry')}</h2> <EntryBadge state={entry.state} /></div>
      <p>{t(`missions.stateText.${entry.state}`)}</p>
      {entry.withheld && <p className={styles.notice}>{t(`missions.withheld.${entry.withheld}`)}</p>}
      {entry.disclosureLostAt && <p className={styles.notice}>{t('missions.lostText')}</p>}
      <Evidence evidence={entry.evidence} />
      {entry.note && <p className={styles.quiet}>{t('missions.noteSays', { note: entry.note })}</p>}
      <Checks entry={entry} />
      <Reviews entry={entry} />
      {/* What overturned a refusal stands above, as the acceptance that came of it. */}
      {entry.appeals?.map((appeal) => <p key={appeal.id} className={styles.notice}><strong>{t(`missions.appeal.${appeal.outcome ?? 'WAITS'}`)}</strong>{appeal.outcome === 'UPHELD' && <> {appeal.reasons}</>}</p>)}
      <div className={styles.actions}>
        {onEdit && entry.viewerCan.edit.allowed && <Button tone="primary" onClick={onEdit}>{t(entry.state === 'SUBMITTED' ? 'missions.edit' : 'missions.sendAgain')}</Button>}
        {entry.viewerCan.appeal.allowed && !appealed && <Appeal entry={entry} />}
        {entry.viewerCan.withdraw.allowed && <Withdraw entry={entry} />}
      </div>
    </Card>
  );
}

/** For good: it is asked about first. */
function Withdraw({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { act, busy, problem } = useAct();
  const withdraw = async () => {
    if (await act(() => mutate(WithdrawEntryDocument, { input: { entry: entry.id } }), t('missions.withdrawn'))) setOpen(false);
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>{t('missions.withdraw')}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('missions.withdrawTitle')} description={t(entry.state === 'ACCEPTED' ? 'missions.withdrawPaid' : 'missions.withdrawText')} footer={<Button tone="danger" busy={busy} onClick={() => void withdraw()}>{t('missions.withdraw')}</Button>}>
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}

function Appeal({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { act, busy, problem } = useAct();
  const send = async () => {
    if (await act(() => mutate(AppealEntryDocument, { input: { entry: entry.id, text } }), t('missions.appealSent'))) setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('missions.appealTitle')}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('missions.appealTitle')} description={t('missions.appealHint')} footer={<Button tone="primary" busy={busy} disabled={text.trim() === ''} onClick={() => void send()}>{t('missions.appealSend')}</Button>}>
        <TextArea label={t('missions.appealLabel')} value={text} onChange={(event) => setText(event.target.value)} maxLength={5000} rows={5} />
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}
