import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { RoadmapDocument, type RoadmapIdeaFragment } from '~/graphql/generated/documents';
import type { MessageKey } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { CardExcerpt, CardTitle, Fact, Facts } from '~/kit/card-words';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { expectedIn } from '../answers/estimate';
import { statusWord } from '../feed/feed-state';
import { Growing } from '../members/growing';
import { feedPath, ideaPath, pagePath } from '../paths';
import { RoadHead } from './road-head';
import type { RoadStatus } from './road-statuses';
import type { RoadPart } from './roadmap.server';
import styles from './roadmap-page.module.css';

const EMPTY: Record<RoadStatus, MessageKey> = { PLANNED: 'roadmap.emptyPlanned', IN_PROGRESS: 'roadmap.emptyInProgress', DELIVERED: 'roadmap.emptyDelivered' };

/** What the brand promised, what it is making, what it made. */
export function RoadmapPage({ parts, only }: { parts: readonly RoadPart[]; only: RoadStatus | null }) {
  const t = useT();
  const { community } = useCommunity()!;
  const empty = !only && parts.every(({ page }) => page.nodes.length === 0);
  return (
    <Page>
      <RoadHead current="roadmap" />
      {only && <p className={styles.all}><Link to={pagePath(community.slug, 'roadmap')}>{t('roadmap.all')}</Link></p>}
      {empty ? (
        <EmptyState
          title={t('roadmap.emptyTitle')}
          text={t('roadmap.emptyText', { community: community.name })}
          action={<LinkButton tone="primary" to={feedPath(community.slug)}>{t('shell.ideas')}</LinkButton>}
        />
      ) : (
        <div className={styles.parts} data-one={only ? '' : undefined}>{parts.map((part) => <Part key={part.status} part={part} />)}</div>
      )}
    </Page>
  );
}

function Part({ part: { status, page } }: { part: RoadPart }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const fetchPage = async (after: string) => (await mutate(RoadmapDocument, { slug, status, after })).community!.roadmap;
  return (
    <section aria-labelledby={`road-${status}`} className={styles.part}>
      <h2 id={`road-${status}`} className={styles.heading}><StatusBadge status={status} /></h2>
      {page.nodes.length === 0 && <p className={styles.empty}>{t(EMPTY[status])}</p>}
      <Growing key={page.pageInfo.endCursor} page={page} fetchPage={fetchPage} hrefOf={(after) => `${pagePath(slug, 'roadmap')}?status=${statusWord(status)}&after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(ideas) => <ul role="list" className={styles.ideas}>{ideas.map((idea) => <li key={idea.id}><RoadIdea idea={idea} /></li>)}</ul>}
      </Growing>
    </section>
  );
}

function RoadIdea({ idea }: { idea: RoadmapIdeaFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" snug className={styles.idea}>
      <CardTitle to={ideaPath(slug, idea)} lang={locale}>{idea.title}</CardTitle>
      {idea.estimate && <Fact icon="calendar" strong>{expectedIn(t, idea.estimate)}</Fact>}
      {idea.status === 'DELIVERED' && idea.officialResponse && <Fact icon="check" strong><RelativeTime at={idea.officialResponse.createdAt} /></Fact>}
      <CardExcerpt lang={locale}>{idea.excerpt}</CardExcerpt>
      <Facts>
        {idea.author && <span>{t('feed.resultsBy', { author: idea.author.displayName })}</span>}
        <span>{t('feed.resultsBackers', { count: idea.support.raw + idea.support.imported })}</span>
        {idea.category && <span lang={locale}>{idea.category.name}</span>}
      </Facts>
    </Card>
  );
}
