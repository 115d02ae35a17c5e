import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { MergeDialog } from './merge-dialog';

/** For the brand's team, where they read an idea that is somebody else's already. */
export function MergeButton({ idea }: { idea: { id: string; title: string } }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="merge" size={18} />} onClick={() => setOpen(true)}>{t('merges.act')}</Button>
      <MergeDialog idea={open ? idea : null} onClose={() => setOpen(false)} onMerged={() => void revalidate()} />
    </>
  );
}
