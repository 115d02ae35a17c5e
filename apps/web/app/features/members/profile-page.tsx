import { lazy, Suspense, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { mutate } from '~/data/mutate';
import { ProfileDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import type { MessageKey } from '~/i18n/translator';
import { Avatar } from '~/kit/avatar';
import { RoleBadge } from '~/kit/badge';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { IdentityMark, LevelMark } from '~/kit/marks';
import { Tabs } from '~/kit/tabs';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { IdeaList } from '../feed/idea-list';
import { FollowButton } from '../follow/follow-button';
import type { IdeaPage } from '../feed/use-more';
import { AttestName } from '../identity/attest-name';
import { MemberMarks } from '../identity/member-marks';
import { MemberCreations } from '../creations/member-creations';
import { circlePath, followsPath, memberPath, pagePath } from '../paths';
import { AmbassadorBanner, AmbassadorSection } from '../recruitment/ambassador-banner';
import { ReportButton } from '../reports/report-button';
import { ScoreBlock } from '../reputation/score-block';
import { MuteButton } from '../mutes/mute-button';
import { MemberCredits } from './member-credits';
import type { Profile, ProfileTab } from './profile.server';
import styles from './profile-page.module.css';

const EditProfile = lazy(() => import('./edit-profile'));
const RemoveAvatar = lazy(() => import('./remove-avatar'));

const HEADINGS: Record<ProfileTab, MessageKey> = { ideas: 'members.tabIdeas', backed: 'members.tabBacked', creations: 'creations.title', credits: 'roadmap.creditsTab' };

interface Props {
  member: Profile;
  tab: ProfileTab;
}

/** Who somebody is in this community, by what they propose and back. */
export function ProfilePage({ member, tab }: Props) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const path = memberPath(slug, member.handle);
  return (
    <Page width="text" className={styles.page}>
      <ProfileHead member={member} />
      <AmbassadorBanner member={member} />
      <AmbassadorSection member={member} />
      <div>
        <Tabs
          label={t('members.tabsLabel', { name: member.displayName })}
          tabs={[
            { to: path, label: t('members.tabIdeas'), current: tab === 'ideas', count: member.ideaCount },
            { to: `${path}?tab=backed`, label: t('members.tabBacked'), current: tab === 'backed' },
            ...(member.shown.totalCount > 0 || tab === 'creations' ? [{ to: `${path}?tab=creations`, label: t('creations.title'), current: tab === 'creations', count: member.shown.totalCount }] : []),
            // Only for whom there is something to show, or whoever followed a link here.
            ...(member.credited.totalCount > 0 || tab === 'credits' ? [{ to: `${path}?tab=credits`, label: t('roadmap.creditsTab'), current: tab === 'credits', count: member.credited.totalCount }] : []),
          ]}
        />
        <h2 className="visually-hidden">{t(HEADINGS[tab])}</h2>
        {member.credits ? <MemberCredits member={member} credits={member.credits} /> : member.creations ? <MemberCreations member={member} creations={member.creations} /> : <Did member={member} tab={tab} />}
      </div>
    </Page>
  );
}

function ProfileHead({ member }: { member: Profile }) {
  const t = useT();
  const { community, membership } = useCommunity()!;
  const date = t.date(member.joinedAt, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <header className={styles.head}>
      <Avatar seed={member.id} url={member.portraitUrl} size={96} />
      <div className={styles.words}>
        <h1 className={styles.name}>{member.displayName}</h1>
        <p className={styles.handle}>@{member.handle} · {t(member.imported ? 'members.importedSince' : 'members.joined', { date })}</p>
        {member.withheld && <p className={styles.imported}>{t(membership?.id === member.id && member.withheld === 'HOLD' ? 'withheld.profileYours' : member.withheld === 'HOLD' ? 'withheld.profileOthers' : 'withheld.profileHidden')}</p>}
        {member.bio && <p className={styles.bio} lang={community.locale}>{member.bio}</p>}
        <ul role="list" className={styles.marks}>
          {member.roles.map((role) => <li key={role}><RoleBadge role={role} /></li>)}
          <li><LevelMark level={member.level} size={22} />{t(`domain.level.${member.level}`)}</li>
          <li><IdentityMark level={member.identityLevel} size={20} />{t(`domain.identity.${member.identityLevel}`)}</li>
          <li><Link to={pagePath(community.slug, 'marks')} className={styles.legend}>{t('members.marksLink')}</Link></li>
        </ul>
        <MemberMarks member={member} />
        {member.imported && <p className={styles.imported}>{t('members.imported')}</p>}
        {!member.imported && <ScoreBlock member={member} />}
        <Follows member={member} />
        <Circles member={member} />
        {membership?.id !== member.id && (
          <p className={styles.acts}>
            <FollowButton size="s" subject={member.id} following={member.viewerFollows} name={member.displayName} />
            <MuteButton member={member} muted={member.mutedByViewer} />
            <ReportButton subject={{ kind: 'MEMBER', id: member.id, path: memberPath(community.slug, member.handle), author: member.id, reported: member.reportedByViewer }} />
          </p>
        )}
        <Moderation member={member} />
        <AttestName member={member} />
        {membership?.id === member.id && <Own member={member} />}
      </div>
    </header>
  );
}

/** One's own: the way to change it. The address says whether the form is open. */
function Own({ member }: { member: Profile }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const close = () => setParams((now) => { now.delete('edit'); return now; }, { preventScrollReset: true, replace: true });
  return (
    <>
      <p><LinkButton size="s" to="?edit=profile" preventScrollReset icon={<Icon name="edit" size={16} />}>{t('members.editProfile')}</LinkButton></p>
      {params.get('edit') === 'profile' && <Suspense><EditProfile member={member} onClose={close} /></Suspense>}
    </>
  );
}

/** For moderators: taking a picture down, and why one was. Whose it was reads it in their settings. */
function Moderation({ member }: { member: Profile }) {
  const t = useT();
  const { membership, roles = [] } = useCommunity()!;
  const [open, setOpen] = useState(false);
  if (!roles.includes('MODERATOR') || membership?.id === member.id) return null;
  return (
    <>
      {!member.portraitUrl && member.avatarRemoval && (
        <p className={styles.imported}>{t('media.wasTakenDown', { date: t.date(member.avatarRemoval.removedAt, { dateStyle: 'long', timeZone: 'UTC' }), reason: member.avatarRemoval.reason })}</p>
      )}
      {member.portraitUrl && <p><Button size="s" tone="quiet" icon={<Icon name="shield" size={16} />} onClick={() => setOpen(true)}>{t('media.takeDown')}</Button></p>}
      {open && <Suspense><RemoveAvatar member={member} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

/** How many follow them and whom they follow; the numbers lead to the people. */
function Follows({ member: { handle, followers, following } }: { member: Profile }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const backs = t('inbox.followers', { count: followers.totalCount });
  return (
    <p className={styles.handle}>
      {followers.totalCount > 0 ? <Link to={followsPath(slug, handle, 'followers')}>{backs}</Link> : backs}
      {following.totalCount > 0 && <> · <Link to={followsPath(slug, handle, 'following')}>{t('inbox.followingCount', { count: following.totalCount })}</Link></>}
    </p>
  );
}

/** The circles they are in. */
function Circles({ member: { circles } }: { member: Profile }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  if (circles.nodes.length === 0) return null;
  return (
    <ul role="list" className={styles.marks} aria-label={t('circles.ofMember')}>
      {circles.nodes.map((circle) => <li key={circle.id}><Icon name={circle.recognisedAt ? 'sparkle' : 'users'} size={18} /><Link to={circlePath(slug, circle.slug)} lang={locale}>{circle.name}</Link></li>)}
    </ul>
  );
}

function Did({ member, tab }: Props) {
  const t = useT();
  const { key } = useLocation();
  const slug = useCommunity()!.community.slug;
  const page = pageOf(member);
  const suffix = tab === 'backed' ? 'tab=backed&' : '';
  const fetchPage = async (after: string) => {
    const { community } = await mutate(ProfileDocument, { slug, handle: member.handle, after, withIdeas: tab === 'ideas', withBacked: tab === 'backed', withCredits: false, withCreations: false });
    return pageOf(community!.member!);
  };
  if (page.nodes.length === 0) return <EmptyState level={3} title={t(tab === 'ideas' ? 'members.ideasEmpty' : 'members.backedEmpty', { name: member.displayName })} />;
  return (
    <div className={styles.list}>
      <IdeaList key={key} page={page} fetchPage={fetchPage} hrefOf={(after) => `${memberPath(slug, member.handle)}?${suffix}after=${encodeURIComponent(after)}`} />
    </div>
  );
}

/** The list that was asked for: ideas posted, or ideas backed. */
function pageOf(member: Profile): IdeaPage {
  if (member.ideas) return member.ideas;
  const backed = member.supportedIdeas;
  return { nodes: backed?.nodes.map(({ idea }) => idea) ?? [], pageInfo: backed?.pageInfo ?? { hasNextPage: false, endCursor: null } };
}
