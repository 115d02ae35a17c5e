import { Form, Link, useSubmit } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Select } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { useHydrated } from '~/shell/now';
import { feedPath } from '../paths';
import { changeFeed, FEED_STATUSES, formatFeed, isFiltered, statusWord, type FeedState, type FeedStatus } from './feed-state';
import { statusKey } from './status-key';
import styles from './feed-filters.module.css';

interface Props {
  state: FeedState;
  categories: readonly { slug: string; name: string }[];
  statusCounts: readonly { status: string; count: number }[];
}

/** Status and category, kept in the address. Without JavaScript a button sends them. */
export function FeedFilters({ state, categories, statusCounts }: Props) {
  const t = useT();
  const submit = useSubmit();
  const hydrated = useHydrated();
  const slug = useCommunity()!.community.slug;
  return (
    <Form
      action={feedPath(slug)}
      className={styles.filters}
      aria-label={t('feed.filtersLabel')}
      onChange={(event) => void submit(filledOnly(event.currentTarget), { action: feedPath(slug), preventScrollReset: true })}
    >
      {state.tab !== 'trending' && <input type="hidden" name="tab" value={state.tab} />}
      <Select name="category" label={t('feed.filterCategory')} hideLabel options={categoryOptions(t, categories)} key={`c${state.category}`} defaultValue={state.category ?? ''} />
      <Select name="status" label={t('feed.filterStatus')} hideLabel options={statusOptions(t, statusCounts, state.status)} key={`s${state.status}`} defaultValue={state.status ?? ''} />
      {!hydrated && <Button type="submit">{t('feed.filterApply')}</Button>}
      {isFiltered(state) && (
        <Link to={feedPath(slug, formatFeed(changeFeed(state, { status: null, category: null })))} preventScrollReset className={styles.clear}>
          <Icon name="close" size={16} />
          {t('feed.filterClear')}
        </Link>
      )}
    </Form>
  );
}

type T = ReturnType<typeof useT>;

function categoryOptions(t: T, categories: Props['categories']) {
  return [{ value: '', label: t('feed.filterCategoryAny') }, ...categories.map(({ slug, name }) => ({ value: slug, label: name }))];
}

/** Only statuses that some idea has: choosing must not lead to an empty page. */
function statusOptions(t: T, counts: Props['statusCounts'], chosen: FeedStatus | null) {
  const known = new Map(counts.map(({ status, count }) => [statusWord(status), count]));
  const shown = FEED_STATUSES.filter((status) => status === chosen || known.get(status));
  const label = (status: FeedStatus) => `${t(statusKey(status))} (${t.number(known.get(status) ?? 0)})`;
  return [{ value: '', label: t('feed.filterStatusAny') }, ...shown.map((status) => ({ value: status, label: label(status) }))];
}

function filledOnly(form: HTMLFormElement): URLSearchParams {
  const pairs = [...new FormData(form)].filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs);
}
