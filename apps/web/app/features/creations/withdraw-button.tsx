import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { WithdrawCreationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { RemovalDialog } from '~/kit/removal-dialog';

/** Takes one's own work back, after saying what that means. */
export function WithdrawButton({ creation: { id } }: { creation: { id: string } }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    await mutate(WithdrawCreationDocument, { input: { creation: id } });
    await revalidate();
  };
  return (
    <>
      <Button tone="quiet" icon={<Icon name="trash" size={18} />} onClick={() => setAsking(true)}>{t('creations.withdraw')}</Button>
      <RemovalDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('creations.withdrawTitle')}
        text={t('creations.withdrawText')}
        keep={t('creations.withdrawKeep')}
        action={t('creations.withdraw')}
        done={t('creations.withdrawn')}
        onRemove={withdraw}
      />
    </>
  );
}
