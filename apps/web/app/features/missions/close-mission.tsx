import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { CloseMissionDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';

/** Ends a mission early, with a word to those who chose it. */
export function CloseMission({ id }: { id: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState('');
  const { act, busy, problem } = useAct();
  const close = async () => {
    if (await act(() => mutate(CloseMissionDocument, { input: { mission: id, notice } }), t('missions.closedNow'))) setOpen(false);
  };
  const footer = <Button tone="danger" busy={busy} disabled={notice.trim().length < 3} onClick={() => void close()}>{t('missions.closeNow')}</Button>;
  return (
    <>
      <Button size="s" tone="quiet" onClick={() => setOpen(true)}>{t('missions.close')}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('missions.closeTitle')} description={t('missions.closeText')} footer={footer}>
        <TextArea label={t('missions.closeLabel')} hint={t('missions.closeHint')} value={notice} onChange={(event) => setNotice(event.target.value)} maxLength={1000} rows={3} />
        <FormProblem problem={problem} />
      </Dialog>
    </>
  );
}
