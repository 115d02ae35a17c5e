import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page } from '~/shell/page';
import { signInPath, useCommunity } from '~/shell/use-root';
import { OwnStanding } from '../genuineness/own-standing';
import { CardSkeletons } from '../layout/card-skeletons';
import { useOtherView } from '../layout/use-other-view';
import { memberPath, pagePath, whyPath } from '../paths';
import { IdentityLadder } from './identity-ladder';
import { formatMe, ME_TABS, type MeState, type MeTab } from './me-state';
import type { MyThings } from './me.server';
import { MyComments } from './my-comments';
import { MyDecisions } from './my-decisions';
import { MyDrafts } from './my-drafts';
import { MyIdeas } from './my-ideas';
import { MyReports } from './my-reports';
import { MyVotes } from './my-votes';
import styles from './me-page.module.css';

const WORDS = { ideas: 'me.tabIdeas', votes: 'me.tabVotes', comments: 'me.tabComments', drafts: 'me.tabDrafts', identity: 'me.tabIdentity', reports: 'reports.mineTab', decisions: 'decisions.mineTab' } as const;

/** One's own things here: ideas, votes, comments, drafts, and how far one's identity goes. */
export function MePage({ viewer, state }: { viewer: MyThings | null; state: MeState }) {
  const leaving = useOtherView();
  if (!viewer) return <SignedOut />;
  return (
    <Page width="text" className={styles.page}>
      <Head viewer={viewer} />
      <MeTabs viewer={viewer} tab={state.tab} />
      {leaving ? <CardSkeletons count={4} /> : <Things viewer={viewer} state={state} />}
    </Page>
  );
}

function Things({ viewer, state }: { viewer: MyThings; state: MeState }) {
  switch (state.tab) {
    case 'ideas': return <MyIdeas viewer={viewer} />;
    case 'votes': return <MyVotes viewer={viewer} />;
    case 'comments': return <MyComments viewer={viewer} />;
    case 'drafts': return <MyDrafts drafts={viewer.drafts} />;
    case 'identity': return <Identity viewer={viewer} />;
    case 'reports': return <MyReports viewer={viewer} />;
    case 'decisions': return <MyDecisions viewer={viewer} />;
  }
}

function Identity({ viewer }: { viewer: MyThings }) {
  const { membership } = viewer;
  const genuineness = membership?.reputation?.genuineness;
  return <>{genuineness && <OwnStanding genuineness={genuineness} identity={membership.identityLevel} />}<IdentityLadder viewer={viewer} /></>;
}

function Head({ viewer }: { viewer: MyThings }) {
  const t = useT();
  const { community } = useCommunity()!;
  const { membership } = viewer;
  return (
    <header className={styles.head}>
      {membership && <Avatar seed={membership.id} url={membership.avatarUrl} size={72} />}
      <div className={styles.words}>
        <h1>{t('me.hello', { name: membership?.displayName ?? viewer.account.displayName })}</h1>
        {membership ? (
          <p className={styles.links}>
            <LinkButton size="s" to={memberPath(community.slug, membership.handle)} icon={<Icon name="user" size={16} />}>{t('me.seeProfile')}</LinkButton>
            <LinkButton size="s" to={whyPath(community.slug, membership.handle)} icon={<Icon name="star" size={16} />}>{t('reputation.myScore', { score: membership.reputation.score })}</LinkButton>
            <LinkButton size="s" tone="quiet" to="/settings" icon={<Icon name="settings" size={16} />}>{t('me.settings')}</LinkButton>
          </p>
        ) : (
          <>
            <p>{t('me.notMemberText', { community: community.name })}</p>
            <p><LinkButton tone="primary" to={`/c/${community.slug}/join`}>{t('me.join', { community: community.name })}</LinkButton></p>
          </>
        )}
      </div>
    </header>
  );
}

function MeTabs({ viewer, tab }: { viewer: MyThings; tab: MeTab }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const counts: Partial<Record<MeTab, number>> = { ideas: viewer.membership?.ideaCount, drafts: viewer.drafts.length || undefined };
  const tabs = ME_TABS.map((one) => ({
    to: pagePath(slug, 'me') + formatMe({ tab: one, after: null }),
    label: t(WORDS[one]),
    current: one === tab,
    count: counts[one],
  }));
  return <Tabs label={t('me.tabsLabel')} tabs={tabs} />;
}

function SignedOut() {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const action = <LinkButton tone="primary" to={signInPath(pagePath(slug, 'me'))}>{t('idea.signIn')}</LinkButton>;
  return <Page width="text"><EmptyState level={1} title={t('me.signedOutTitle')} text={t('me.signedOutText')} action={action} /></Page>;
}
