import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem } from '~/data/problem';
import { WithdrawCreationDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';

/** Takes one's own work back, after saying what that means. */
export function WithdrawButton({ creation: { id } }: { creation: { id: string } }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await mutate(WithdrawCreationDocument, { input: { creation: id } });
      toast(t('creations.withdrawn'), { tone: 'good' });
      setAsking(false);
      await revalidate();
    } catch (error) {
      toast(problemText(t, asProblem(error)), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button tone="quiet" icon={<Icon name="trash" size={18} />} onClick={() => setAsking(true)}>{t('creations.withdraw')}</Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('creations.withdrawTitle')}
        description={t('creations.withdrawText')}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('creations.withdrawKeep')}</Button>
            <Button tone="danger" busy={busy} onClick={() => void withdraw()}>{t('creations.withdraw')}</Button>
          </>
        }
      />
    </>
  );
}
