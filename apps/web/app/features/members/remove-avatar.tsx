import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { RemoveAvatarDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { ReasonDialog } from '../merges/reason-dialog';

const LONGEST_REASON = 1_000;

/** A moderator takes somebody's picture down and tells them why. */
export default function RemoveAvatar({ member, onClose }: { member: { id: string; displayName: string }; onClose(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const send = async (reason: string) => {
    if (await act(() => mutate(RemoveAvatarDocument, { input: { member: member.id, reason } }), t('media.takenDown'))) onClose();
  };
  return (
    <ReasonDialog
      open onClose={onClose} busy={busy} problem={problem} max={LONGEST_REASON} onSend={(reason) => void send(reason)}
      title={t('media.takeDownTitle', { name: member.displayName })} text={t('media.takeDownText')} label={t('media.takeDownReason')} action={t('media.takeDown')}
    />
  );
}
