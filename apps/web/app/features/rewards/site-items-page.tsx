import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { SiteItemsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { missionsPath } from '../missions/missions-state';
import type { SiteItems } from './site-items.server';
import styles from './rewards-page.module.css';

type SiteItem = SiteItems['nodes'][number];

/** What ambassadors wrote on sites of their own. */
export function SiteItemsPage({ items }: { items: SiteItems }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const toWall = <LinkButton to={missionsPath(slug, '/wall')}>{t('missions.toWall')}</LinkButton>;
  const fetchPage = async (after: string) => (await mutate(SiteItemsDocument, { slug, first: 30, after })).community!.siteFeedItems;
  return (
    <Page width="text">
      <PageTitle title={t('rewards.onSites')} lead={t('rewards.onSitesLead', { community: name })} actions={toWall} />
      {items.nodes.length === 0 && <EmptyState title={t('rewards.noSites')} action={toWall} />}
      <Growing key={key} page={items} fetchPage={fetchPage} hrefOf={(after) => missionsPath(slug, `/sites?sites=${after}`)} label={t('common.loadMore')}>
        {(nodes) => <SiteList nodes={nodes} />}
      </Growing>
    </Page>
  );
}

/** The latest of them, for beside other work; nothing where there is none. */
export function SitesBand({ items }: { items: SiteItems }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  if (items.nodes.length === 0) return null;
  return (
    <section className={styles.band} aria-labelledby="on-sites">
      <div className={styles.row}>
        <h2 id="on-sites">{t('rewards.onSites')}</h2>
        {items.pageInfo.hasNextPage && <Link to={missionsPath(slug, '/sites')}>{t('rewards.allSites')}</Link>}
      </div>
      <SiteList nodes={items.nodes} />
    </section>
  );
}

function SiteList({ nodes }: { nodes: readonly SiteItem[] }) {
  const { slug, locale } = useCommunity()!.community;
  return (
    <ul role="list" className={styles.sites}>
      {nodes.map(({ id, title, url, publishedAt, member }) => (
        <li key={id}>
          <a href={url} rel="nofollow ugc noopener" target="_blank" lang={locale}>{title}</a>
          <MemberChip member={member} community={slug} size="s"><RelativeTime at={publishedAt} /></MemberChip>
        </li>
      ))}
    </ul>
  );
}
