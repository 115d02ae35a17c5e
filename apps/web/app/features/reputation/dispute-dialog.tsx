import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { DisputeEntryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { ReasonDialog } from '../merges/reason-dialog';
import { signed } from './rule-words';

const LONGEST_REASON = 2_000;

interface Props {
  entryId: string;
  what: string;
  points: number;
  onClose(): void;
}

/** Says to a moderator what is wrong about an entry of one's own. */
export default function DisputeDialog({ entryId, what, points, onClose }: Props) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const dispute = async (reason: string) => {
    if (await act(() => mutate(DisputeEntryDocument, { input: { entry: entryId, reason } }), t('reputation.disputeSent'))) onClose();
  };
  return (
    <ReasonDialog
      open onClose={onClose} busy={busy} problem={problem} max={LONGEST_REASON} onSend={(reason) => void dispute(reason)}
      title={t('reputation.disputeTitle')} text={t('reputation.disputeText', { points: signed(points, t.number), what })} label={t('reputation.disputeReason')} action={t('reputation.disputeSend')}
    />
  );
}
