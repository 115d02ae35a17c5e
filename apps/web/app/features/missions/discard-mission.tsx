import { useState } from 'react';
import { useNavigate } from 'react-router';
import { mutate } from '~/data/mutate';
import { DeleteMissionDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { RemovalDialog } from '~/kit/removal-dialog';
import { useCommunity } from '~/shell/use-root';
import { missionsPath } from './missions-state';

/** A draft that nobody will go on with. */
export function DiscardMission({ id }: { id: string }) {
  const t = useT();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const [open, setOpen] = useState(false);
  const discard = async () => {
    await mutate(DeleteMissionDocument, { input: { mission: id } });
    await navigate(missionsPath(slug, '?tab=drafts'), { replace: true });
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>{t('missions.discard')}</Button>
      <RemovalDialog open={open} onClose={() => setOpen(false)} title={t('missions.discardTitle')} text={t('missions.discardText')} keep={t('missions.discardKeep')} action={t('missions.discard')} done={t('missions.discarded')} onRemove={discard} />
    </>
  );
}
