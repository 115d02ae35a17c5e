import { Form, Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { SearchDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { IdeaCard } from '../feed/idea-card';
import { IdeaList } from '../feed/idea-list';
import { feedPath, pagePath } from '../paths';
import { formatSearch } from './search-state';
import type { loadSearch } from './search.server';
import styles from './search-page.module.css';

export type SearchData = Awaited<ReturnType<typeof loadSearch>>;

export function SearchPage({ data }: { data: SearchData }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const { query } = data.state;
  return (
    <Page width="text" className={styles.page}>
      <h1>{t('search.heading')}</h1>
      <Form role="search" aria-label={t('search.label')} action={pagePath(slug, 'search')} className={styles.form}>
        <TextField
          key={query}
          type="search"
          name="q"
          label={t('search.label')}
          hideLabel
          placeholder={t('search.placeholder')}
          defaultValue={query}
          autoFocus={!query}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          before={<Icon name="search" />}
          className={styles.field}
        />
        <Button type="submit" tone="primary" className={styles.go}>{t('search.submit')}</Button>
      </Form>
      {data.page === null ? <Start /> : <Found data={{ ...data, page: data.page }} />}
    </Page>
  );
}

function Start() {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <section className={styles.start}>
      <p>{t('search.intro')}</p>
      {community.categories.length > 0 && (
        <>
          <h2 className={styles.around}>{t('search.tryCategory')}</h2>
          <ul role="list" className={styles.categories}>
            {community.categories.map(({ id, slug, name }) => (
              <li key={id}><Link to={feedPath(community.slug, `?category=${slug}`)} lang={community.locale} className={styles.category}>{name}</Link></li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Found({ data: { state, page, nearest } }: { data: SearchData & { page: NonNullable<SearchData['page']> } }) {
  const t = useT();
  const { key } = useLocation();
  const slug = useCommunity()!.community.slug;
  const { query } = state;
  const fetchPage = async (after: string) => (await mutate(SearchDocument, { slug, query, after })).community!.ideas;
  const count = page.nodes.length === 0 ? 0 : page.totalCount;
  return (
    <>
      <p role="status" className={styles.count}>{t('search.count', { count, query })}</p>
      {count > 0 ? (
        <IdeaList key={key} level={2} page={page} fetchPage={fetchPage} hrefOf={(after) => pagePath(slug, 'search') + formatSearch({ query, after })} />
      ) : (
        <Nothing query={query} nearest={nearest} />
      )}
    </>
  );
}

/** Nobody had this idea yet: the nearest ones, and the way to be the first. */
function Nothing({ query, nearest }: { query: string; nearest: SearchData['nearest'] }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const post = <LinkButton tone="primary" to={`${pagePath(slug, 'post')}?title=${encodeURIComponent(query)}`} icon={<Icon name="plus" />}>{t('search.nonePost')}</LinkButton>;
  return (
    <>
      <EmptyState title={t('search.noneTitle', { query })} text={t('search.noneText')} action={post} />
      {nearest.length > 0 && (
        <section className={styles.nearest}>
          <h2>{t('search.nearest')}</h2>
          <ul role="list" className={styles.list}>{nearest.map((idea) => <li key={idea.id}><IdeaCard idea={idea} /></li>)}</ul>
        </section>
      )}
    </>
  );
}
