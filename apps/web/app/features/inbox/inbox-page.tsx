import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import { useComplaint } from '~/data/use-complaint';
import { InboxDocument, MarkReadDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { setUnread } from '~/shell/unread';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { feedPath, pagePath } from '../paths';
import { inboxPath, type InboxState } from './inbox-state';
import type { Inbox } from './inbox.server';
import { NotificationLine } from './notification-line';
import styles from './inbox-page.module.css';

/** What the reader was told here, the latest first. */
export function InboxPage({ viewer, state }: { viewer: Inbox; state: InboxState }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const settings = <LinkButton size="s" tone="quiet" to={`${pagePath(slug, 'inbox')}/settings`} icon={<Icon name="settings" size={16} />}>{t('inbox.settingsLink')}</LinkButton>;
  if (!viewer.membership) return <NotAMember />;
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t('inbox.title')} actions={<><ReadAll viewer={viewer} />{settings}</>} />
      <Tabs
        label={t('inbox.tabsLabel')}
        tabs={[
          { to: inboxPath(slug), label: t('inbox.tabAll'), current: !state.unreadOnly },
          { to: inboxPath(slug, { unreadOnly: true }), label: t('inbox.tabUnread'), current: state.unreadOnly, count: viewer.unreadCount || undefined },
        ]}
      />
      <List viewer={viewer} state={state} />
    </Page>
  );
}

function List({ viewer, state }: { viewer: Inbox; state: InboxState }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  if (viewer.inbox.nodes.length === 0) {
    const look = <LinkButton tone="primary" to={feedPath(slug)}>{t('inbox.emptyAction')}</LinkButton>;
    const [title, text] = state.unreadOnly ? [t('inbox.unreadEmptyTitle'), t('inbox.unreadEmptyText')] : [t('inbox.emptyTitle'), t('inbox.emptyText')];
    return <EmptyState title={title} text={text} action={look} />;
  }
  const fetchPage = async (after: string) => (await mutate(InboxDocument, { community: slug, ...state, after })).viewer!.inbox;
  // a list that changed at its head begins anew
  const key = `${state.unreadOnly} ${viewer.inbox.nodes[0]!.id} ${viewer.unreadCount}`;
  return (
    <Growing key={key} page={viewer.inbox} hrefOf={(after) => inboxPath(slug, { ...state, after })} fetchPage={fetchPage} label={t('inbox.more')}>
      {(nodes: Inbox['inbox']['nodes']) => (
        <ul role="list" className={styles.list}>{nodes.map((one) => <li key={one.id}><NotificationLine notification={one} /></li>)}</ul>
      )}
    </Growing>
  );
}

function ReadAll({ viewer }: { viewer: Inbox }) {
  const t = useT();
  const complain = useComplaint();
  const [busy, setBusy] = useState(false);
  const { revalidate } = useRevalidator();
  const slug = useCommunity()!.community.slug;
  const latest = viewer.inbox.nodes[0]?.happenedAt;
  if (viewer.unreadCount === 0 || !latest) return null;
  const read = async () => {
    setBusy(true);
    try {
      const { markRead } = await mutate(MarkReadDocument, { input: { community: slug, upTo: latest } });
      setUnread(slug, markRead.unreadCount);
      await revalidate();
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  return <Button size="s" busy={busy} icon={<Icon name="check" size={16} />} onClick={() => void read()}>{t('inbox.readAll')}</Button>;
}

function NotAMember() {
  const t = useT();
  const { community } = useCommunity()!;
  const join = <LinkButton tone="primary" to={`/c/${community.slug}/join`}>{t('me.join', { community: community.name })}</LinkButton>;
  return <Page width="text"><EmptyState level={1} title={t('inbox.title')} text={t('inbox.notMember', { community: community.name })} action={join} /></Page>;
}
