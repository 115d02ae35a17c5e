import { useState } from 'react';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { LoadMore } from '~/kit/load-more';
import { BulkBar } from './bulk-bar';
import type { Rule } from './moderation-desk.server';
import { QueueFilters } from './queue-filters';
import { QueueRow } from './queue-row';
import { isNarrowed, listOf } from './queue-state';
import type { DeskPlace } from './use-desk-state';
import type { Queue } from './use-queue';
import styles from './queue.module.css';

/** As many as the API decides at once. */
const MOST = 50;

/** What waits, the most pressing first. */
export function QueuePane({ place, queue, rules }: { place: DeskPlace; queue: Queue; rules: readonly Rule[] }) {
  const t = useT();
  const { state } = place;
  const [ids, setIds] = useState<readonly string[]>([]);
  const chosen = queue.rows.filter(({ id, state: now }) => now === 'OPEN' && ids.includes(id));
  const choose = (id: string, on: boolean) => setIds(on ? [...ids, id].slice(-MOST) : ids.filter((one) => one !== id));
  return (
    <section data-pane="queue" className={styles.pane} aria-labelledby="queue-title">
      <h2 id="queue-title" className="visually-hidden">{t(`review.tab.${state.tab}`)}</h2>
      <QueueFilters place={place} />
      <div role="status" className={styles.news}>
        {queue.fresh > 0 && <Button size="s" block icon={<Icon name="arrowUp" size={16} />} busy={queue.busy} onClick={() => void queue.refresh()}>{t('review.fresh', { count: queue.fresh })}</Button>}
      </div>
      {queue.rows.length === 0 ? <Nothing place={place} /> : (
        <ol role="list" className={styles.rows}>
          {queue.rows.map((row) => <li key={row.id}><QueueRow row={row} place={place} chosen={ids.includes(row.id)} onChoose={(on) => choose(row.id, on)} /></li>)}
        </ol>
      )}
      <BulkBar chosen={chosen} rules={rules} onClear={() => setIds([])} onDone={() => void queue.refresh()} />
      {queue.hasMore && <LoadMore busy={queue.busy} onLoad={() => void queue.more()} />}
    </section>
  );
}

function Nothing({ place: { state, pathOf } }: { place: DeskPlace }) {
  const t = useT();
  if (isNarrowed(state)) {
    const all = pathOf({ ...listOf(state), kind: null, category: null, mine: false, search: '' });
    return <EmptyState level={3} title={t('review.noneFitsTitle')} text={t('review.noneFitsText')} action={<LinkButton to={all}>{t('feed.filterClear')}</LinkButton>} />;
  }
  return <EmptyState level={3} title={t(`review.none.${state.tab}`)} text={t(`review.noneText.${state.tab}`)} />;
}
