import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { RemoveAvatarDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { ReasonDialog } from '../merges/reason-dialog';

const LONGEST_REASON = 1_000;

/** A moderator takes somebody's picture down and tells them why. */
export default function RemoveAvatar({ member, onClose }: { member: { id: string; displayName: string }; onClose(): void }) {
  const t = useT();
  const toast = useToast();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const send = async (reason: string) => {
    setBusy(true);
    try {
      await mutate(RemoveAvatarDocument, { input: { member: member.id, reason } });
      toast(t('media.takenDown'), { tone: 'good' });
      onClose();
      await revalidate();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ReasonDialog
      open onClose={onClose} busy={busy} problem={problem} max={LONGEST_REASON} onSend={(reason) => void send(reason)}
      title={t('media.takeDownTitle', { name: member.displayName })} text={t('media.takeDownText')} label={t('media.takeDownReason')} action={t('media.takeDown')}
    />
  );
}
