import { useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { FollowDocument, UnfollowDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useToast } from '~/kit/toast';
import { signInPath, useCommunity, useViewer } from '~/shell/use-root';

interface Props {
  /** Of an idea, a member, a category or a community. */
  subject: string;
  following: boolean;
  /** What is followed, for those who hear the button alone. */
  name: string;
  size?: 's' | 'm';
}

/** Follows, and no longer: at once, and back with a sentence when refused. Who is not a member yet is shown the way. */
export function FollowButton({ subject, following, name, size = 'm' }: Props) {
  const t = useT();
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  const { community, membership } = useCommunity()!;
  const icon = <Icon name="bell" size={18} />;
  const label = t('inbox.followName', { name });
  if (!viewer) return <LinkButton size={size} to={signInPath(pathname + search)} icon={icon} aria-label={label}>{t('inbox.follow')}</LinkButton>;
  if (!membership) return <LinkButton size={size} to={`/c/${community.slug}/join`} icon={icon} aria-label={label}>{t('inbox.follow')}</LinkButton>;
  return <Toggle key={subject} {...{ subject, following, name, size }} />;
}

function Toggle({ subject, following, name, size }: Props) {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const [on, setOn] = useState(following);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    setOn(!on);
    try {
      await (on ? mutate(UnfollowDocument, { input: { subject } }) : mutate(FollowDocument, { input: { subject } }));
      toast(t(on ? 'inbox.unfollowed' : 'inbox.followed', { name }));
    } catch (error) {
      setOn(on);
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size={size} busy={busy} aria-pressed={on} aria-label={t('inbox.followName', { name })} icon={<Icon name={on ? 'check' : 'bell'} size={18} />} onClick={() => void press()}>
      {t(on ? 'inbox.following' : 'inbox.follow')}
    </Button>
  );
}
