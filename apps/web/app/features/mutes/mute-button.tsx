import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { MuteMemberDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { useCommunity } from '~/shell/use-root';

interface Props {
  member: { readonly id: string; readonly displayName: string };
  muted: boolean;
}

/** Folds what a member says, for the reader alone, and back. For members of the community. */
export function MuteButton({ member, muted }: Props) {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  if (!useCommunity()!.membership) return null;
  const name = member.displayName;
  const press = async () => {
    setBusy(true);
    try {
      await mutate(MuteMemberDocument, { input: { member: member.id, muted: !muted } });
      toast(t(muted ? 'mutes.unmuted' : 'mutes.muted', { name }), { tone: 'good' });
      await revalidate();
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="s" tone="quiet" busy={busy} aria-label={t(muted ? 'mutes.unmuteName' : 'mutes.muteName', { name })} icon={<Icon name="eyeOff" size={16} />} onClick={() => void press()}>
      {t(muted ? 'mutes.unmute' : 'mutes.mute')}
    </Button>
  );
}
