import { Form, Link, useSubmit } from 'react-router';
import type { IdeaStatus } from '~/graphql/generated/documents';
import type { MessageKey, Translator } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { statusOf } from '../feed/feed-state';
import { deskPath } from '../paths';
import { ALL_ORDERS, type AllOrder, changeDesk, type DeskState, formatDesk, isNarrowed, statusesOf, WAITING_ORDERS, type WaitingOrder } from './desk-state';
import type { DeskData } from './desk.server';
import styles from './desk-filters.module.css';

const WAITING_WORDS: Record<WaitingOrder, MessageKey> = { support: 'desk.orderSupport', longest: 'desk.orderLongest', ladder: 'desk.orderLadder' };
const ALL_WORDS: Record<AllOrder, MessageKey> = { top: 'feed.tabTop', trending: 'feed.tabTrending', new: 'feed.tabNew', closing: 'feed.tabClosing' };

interface Props {
  state: DeskState;
  statusCounts: DeskData['statusCounts'];
}

/** Order, status, category and words, kept in the address. */
export function DeskFilters({ state, statusCounts }: Props) {
  const t = useT();
  const submit = useSubmit();
  const { slug, categories } = useCommunity()!.community;
  const orders = ordersOf(t, state);
  const statuses = statusesOf(state.tab);
  return (
    <Form
      action={deskPath(slug)}
      className={styles.filters}
      role="search"
      aria-label={t('feed.filtersLabel')}
      key={formatDesk(changeDesk(state, {}))}
      onChange={(event) => event.target instanceof HTMLSelectElement && void submit(filledOnly(event.currentTarget), { action: deskPath(slug), preventScrollReset: true })}
    >
      {state.tab !== 'waiting' && <input type="hidden" name="tab" value={state.tab} />}
      {orders && <Select name="order" label={t('desk.order')} options={orders.options} defaultValue={orders.value} />}
      {statuses.length > 0 && <Select name="status" label={t('feed.filterStatus')} options={statusOptions(t, statuses, statusCounts)} defaultValue={state.status ?? ''} />}
      <Select
        name="category"
        label={t('feed.filterCategory')}
        options={[{ value: '', label: t('feed.filterCategoryAny') }, ...categories.map((category) => ({ value: category.slug, label: category.name }))]}
        defaultValue={state.category ?? ''}
      />
      <TextField type="search" name="q" label={t('desk.words')} placeholder={t('desk.words')} defaultValue={state.search} maxLength={200} className={styles.words} before={<Icon name="search" size={18} />} />
      <Button type="submit">{t('feed.filterApply')}</Button>
      {isNarrowed(state) && (
        <Link to={deskPath(slug, formatDesk(changeDesk(state, { status: null, category: null, search: '' })))} preventScrollReset className={styles.clear}>
          <Icon name="close" size={16} />
          {t('feed.filterClear')}
        </Link>
      )}
    </Form>
  );
}

/** The board needs no order: each column begins with what most people back. */
function ordersOf(t: Translator, { tab, waitingOrder, allOrder }: DeskState) {
  if (tab === 'board') return null;
  if (tab === 'waiting') return { value: waitingOrder, options: WAITING_ORDERS.map((value) => ({ value, label: t(WAITING_WORDS[value]) })) };
  return { value: allOrder, options: ALL_ORDERS.map((value) => ({ value, label: t(ALL_WORDS[value]) })) };
}

function statusOptions(t: Translator, statuses: ReturnType<typeof statusesOf>, counts: Props['statusCounts']) {
  const known = new Map(counts.map(({ status, count }) => [status, count]));
  const label = (status: IdeaStatus) => `${t(`domain.status.${status}`)} (${t.number(known.get(status) ?? 0)})`;
  return [{ value: '', label: t('feed.filterStatusAny') }, ...statuses.map((word) => ({ value: word, label: label(statusOf(word)) }))];
}

function filledOnly(form: HTMLFormElement): URLSearchParams {
  const pairs = [...new FormData(form)].filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs);
}
