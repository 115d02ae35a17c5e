import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { ChangelogDocument, type ChangelogEntryFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { CardTitle, Fact, Facts } from '~/kit/card-words';
import { EmptyState } from '~/kit/empty-state';
import { Markdown } from '~/kit/markdown';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { expectedIn } from '../answers/estimate';
import { SidePart } from '../layout/side-part';
import { Growing } from '../members/growing';
import { feedPath, ideaPath, pagePath } from '../paths';
import { byMonth } from './by-month';
import { RoadHead } from './road-head';
import type { ChangelogPageData } from './roadmap.server';
import styles from './changelog-page.module.css';

/** What the brand answered and where each idea went with it, month by month. */
export function ChangelogPage({ data: { community: { changelog }, category } }: { data: ChangelogPageData }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const path = changelogPath(slug, category?.slug ?? null);
  const fetchPage = async (after: string) => (await mutate(ChangelogDocument, { slug, category: category?.id ?? null, after })).community!.changelog;
  const hrefOf = (after: string) => `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;
  const feed = `${pagePath(slug, 'changelog.atom')}${category ? `?category=${category.slug}` : ''}`;
  return (
    <Page side={<Categories current={category?.slug ?? null} />}>
      <RoadHead current="changelog" actions={<a href={feed} className={styles.feed}>{t('feed.atomLink')}</a>} />
      {changelog.nodes.length === 0 ? (
        <EmptyState
          title={t(category ? 'feed.emptyFilteredTitle' : 'roadmap.changelogEmptyTitle')}
          text={t('roadmap.changelogEmptyText', { community: name })}
          action={<LinkButton to={category ? pagePath(slug, 'changelog') : feedPath(slug)}>{t(category ? 'feed.filterClear' : 'shell.ideas')}</LinkButton>}
        />
      ) : (
        <Growing key={path} page={changelog} fetchPage={fetchPage} hrefOf={hrefOf} label={t('common.loadMore')}>
          {(entries) => byMonth(entries).map(({ month, entries: inMonth }) => (
            <section key={month} aria-labelledby={`m${month}`} className={styles.month}>
              <h2 id={`m${month}`} className={styles.heading}>{t.date(`${month}-01T00:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' })}</h2>
              <ol role="list" className={styles.entries}>{inMonth.map((entry) => <li key={entry.id}><Entry entry={entry} /></li>)}</ol>
            </section>
          ))}
        </Growing>
      )}
    </Page>
  );
}

function Entry({ entry }: { entry: ChangelogEntryFragment }) {
  const t = useT();
  const { slug, locale, name } = useCommunity()!.community;
  const { idea, response } = entry;
  return (
    <Card as="article" className={styles.entry} id={entry.id}>
      <Facts>
        <StatusBadge status={entry.to} size="s" />
        {response?.estimate && <Fact icon="calendar">{expectedIn(t, response.estimate)}</Fact>}
        {idea.category && <span lang={locale}>{idea.category.name}</span>}
        <span>{t('feed.resultsBackers', { count: idea.support.raw + idea.support.imported })}</span>
      </Facts>
      <CardTitle size="l" to={ideaPath(slug, idea)} lang={locale}>{idea.title}</CardTitle>
      {response && <Markdown html={response.bodyHtml} lang={locale} level={4} />}
      <MemberChip member={response?.author} community={slug} absent={name} size="s"><RelativeTime at={entry.at} /></MemberChip>
    </Card>
  );
}

function Categories({ current }: { current: string | null }) {
  const t = useT();
  const { slug, locale, categories } = useCommunity()!.community;
  return (
    <SidePart title={t('feed.categoriesHeading')}>
      <ul role="list" className={styles.categories}>
        <li><Link to={changelogPath(slug, null)} aria-current={current === null ? 'true' : undefined}>{t('roadmap.changelogAll')}</Link></li>
        {categories.map((category) => (
          <li key={category.id} lang={locale}><Link to={changelogPath(slug, category.slug)} aria-current={current === category.slug ? 'true' : undefined}>{category.name}</Link></li>
        ))}
      </ul>
    </SidePart>
  );
}

function changelogPath(slug: string, category: string | null): string {
  return pagePath(slug, 'changelog') + (category ? `?category=${category}` : '');
}
