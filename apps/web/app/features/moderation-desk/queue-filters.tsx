import { Form, Link, useSubmit } from 'react-router';
import { useT } from '~/i18n/react';
import { Checkbox, Select, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { moderationPath } from '../paths';
import { CATEGORIES, formatQueue, inAddress, isNarrowed, listOf, SUBJECT_KINDS } from './queue-state';
import type { DeskPlace } from './use-desk-state';
import styles from './queue.module.css';

/** Kind, category, whose, and words, kept in the address. */
export function QueueFilters({ place: { slug, state, pathOf } }: { place: DeskPlace }) {
  const t = useT();
  const submit = useSubmit();
  const action = moderationPath(slug);
  return (
    <Form
      action={action}
      role="search"
      aria-label={t('feed.filtersLabel')}
      className={styles.filters}
      key={formatQueue(listOf(state))}
      onChange={(event) => (event.target as HTMLElement).matches('select, [type=checkbox]') && void submit(filledOnly(event.currentTarget), { action, preventScrollReset: true })}
    >
      {state.tab !== 'waiting' && <input type="hidden" name="tab" value={state.tab} />}
      <TextField type="search" name="q" id="queue-search" label={t('review.search')} hideLabel placeholder={t('review.search')} defaultValue={state.search} maxLength={200} className={styles.words} before={<Icon name="search" size={16} />} />
      <Select name="kind" label={t('review.kindFilter')} hideLabel options={[{ value: '', label: t('review.anyKind') }, ...SUBJECT_KINDS.map((kind) => ({ value: inAddress(kind), label: t(`review.kind.${kind}`) }))]} defaultValue={state.kind ? inAddress(state.kind) : ''} />
      <Select name="category" label={t('review.categoryFilter')} hideLabel options={[{ value: '', label: t('review.anyCategory') }, ...CATEGORIES.map((one) => ({ value: inAddress(one), label: t(`review.category.${one}`) }))]} defaultValue={state.category ? inAddress(state.category) : ''} />
      <Checkbox name="mine" value="1" label={t('review.mine')} defaultChecked={state.mine} className={styles.mine} />
      {isNarrowed(state) && <Link to={pathOf({ ...listOf(state), kind: null, category: null, mine: false, search: '' })} preventScrollReset className={styles.clear}><Icon name="close" size={14} />{t('feed.filterClear')}</Link>}
    </Form>
  );
}

function filledOnly(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]));
}
