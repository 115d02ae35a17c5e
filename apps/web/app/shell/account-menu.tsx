import { Link, useLocation, useRevalidator } from 'react-router';
import { useComplaint } from '~/data/use-complaint';
import { SignOutDocument } from '~/graphql/generated/documents';
import { mutate } from '~/data/mutate';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { IconButton, LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '~/kit/menu';
import { useToast } from '~/kit/toast';
import { sessionChanged } from './session-change';
import { signInPath, useCommunity, useHasDesk, useServed, useViewer } from './use-root';
import styles from './header.module.css';

/** Who is signed in and what is theirs; otherwise the way in. */
export function AccountMenu() {
  const t = useT();
  const viewer = useViewer();
  const community = useCommunity();
  const hasDesk = useHasDesk();
  const served = useServed();
  const signOut = useSignOut();
  if (!viewer) return <SignInLinks />;
  const { membership, roles = [], community: { slug } = { slug: '' } } = community ?? {};
  const name = membership?.displayName ?? viewer.account.displayName;
  return (
    <Menu trigger={<IconButton label={t('shell.account')} icon={<Avatar seed={membership?.id ?? viewer.account.id} url={membership?.avatarUrl} size={32} />} />}>
      <p className={styles.who}>
        <strong>{name}</strong>
        <span>{viewer.account.email}</span>
      </p>
      <MenuSeparator />
      {hasDesk && <MenuLink to={`/c/${slug}/desk`} icon={<Icon name="inbox" />}>{t('shell.desk')}</MenuLink>}
      {roles.includes('MODERATOR') && <MenuLink to={`/c/${slug}/moderation`} icon={<Icon name="flag" />}>{t('review.title')}</MenuLink>}
      {membership && <MenuLink to={`/c/${slug}/me`} icon={<Icon name="idea" />}>{t('shell.me')}</MenuLink>}
      {membership && <MenuLink to={`/c/${slug}/members/${membership.handle}`} icon={<Icon name="user" />}>{t('shell.profile')}</MenuLink>}
      {community && <MenuLink to={`/c/${slug}/circles`} icon={<Icon name="users" />}>{t('circles.title')}</MenuLink>}
      {community && <MenuLink to={`/c/${slug}/ambassadors`} icon={<Icon name="star" />}>{t('recruitment.ambassadors')}</MenuLink>}
      {served && <MenuLink to={`/c/${slug}/ambassadors/mine`} icon={<Icon name="document" />}>{t('terms.mine')}</MenuLink>}
      {served && <MenuLink to={`/c/${slug}/rewards`} icon={<Icon name="rocket" />}>{t('movement.rewards')}</MenuLink>}
      {community && !membership && <MenuLink to={`/c/${slug}/join`} icon={<Icon name="plus" />}>{t('shell.join')}</MenuLink>}
      {roles.includes('MODERATOR') && <MenuLink to={`/c/${slug}/desk/duplicates`} icon={<Icon name="merge" />}>{t('merges.contests')}</MenuLink>}
      {roles.includes('MODERATOR') && <MenuLink to={`/c/${slug}/desk/votes`} icon={<Icon name="hourglass" />}>{t('genuineness.menu')}</MenuLink>}
      {roles.includes('MODERATOR') && <MenuLink to={`/c/${slug}/moderation/ambassadors`} icon={<Icon name="star" />}>{t('movement.appealsLong')}</MenuLink>}
      {roles.includes('MODERATOR') && <MenuLink to={`/c/${slug}/desk/disputes`} icon={<Icon name="flag" />}>{t('reputation.disputes')}</MenuLink>}
      {roles.includes('MODERATOR') && <MenuLink to={`/c/${slug}/moderation/ambassadors`} icon={<Icon name="star" />}>{t('terms.appeals')}</MenuLink>}
      {roles.length > 0 && <MenuLink to={`/c/${slug}/settings`} icon={<Icon name="shield" />}>{t(roles.includes('OWNER') ? 'running.communitySettings' : 'running.teamRecord')}</MenuLink>}
      {viewer.account.isOperator && <MenuLink to="/operator" icon={<Icon name="tools" />}>{t('running.operatorLink')}</MenuLink>}
      <MenuLink to="/settings" icon={<Icon name="settings" />}>{t('shell.settings')}</MenuLink>
      <MenuLink to="/" icon={<Icon name="home" />}>{t('shell.home')}</MenuLink>
      <MenuSeparator />
      <MenuItem icon={<Icon name="signOut" />} onClick={signOut}>{t('shell.signOut')}</MenuItem>
    </Menu>
  );
}

function SignInLinks() {
  const t = useT();
  const { pathname, search } = useLocation();
  const here = signInPath(pathname + search);
  return (
    <div className={styles.entry}>
      <Link to={pathname.startsWith('/sign-') ? '/sign-in' : here} className={styles.signIn}>{t('shell.signIn')}</Link>
      <LinkButton tone="primary" to={pathname.startsWith('/sign-') ? '/sign-up' : here.replace('/sign-in', '/sign-up')} className={styles.signUp}>{t('shell.signUp')}</LinkButton>
    </div>
  );
}

/** Ends this session and shows the page as a visitor sees it. */
function useSignOut() {
  const t = useT();
  const toast = useToast();
  const complain = useComplaint();
  const { revalidate } = useRevalidator();
  return async () => {
    try {
      await mutate(SignOutDocument, { input: {} });
      sessionChanged();
      await revalidate();
      toast(t('shell.signedOut'));
    } catch (error) {
      complain(error);
    }
  };
}
