import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { LoadMore } from '~/kit/load-more';
import { QueueFilters } from './queue-filters';
import { QueueRow } from './queue-row';
import { isNarrowed, listOf } from './queue-state';
import type { DeskPlace } from './use-desk-state';
import type { Queue } from './use-queue';
import styles from './queue.module.css';

/** What waits, the most pressing first. */
export function QueuePane({ place, queue }: { place: DeskPlace; queue: Queue }) {
  const t = useT();
  const { state } = place;
  return (
    <section data-pane="queue" className={styles.pane} aria-labelledby="queue-title">
      <h2 id="queue-title" className="visually-hidden">{t(`review.tab.${state.tab}`)}</h2>
      <QueueFilters place={place} />
      <div role="status" className={styles.news}>
        {queue.fresh > 0 && <Button size="s" block icon={<Icon name="arrowUp" size={16} />} busy={queue.busy} onClick={() => void queue.refresh()}>{t('review.fresh', { count: queue.fresh })}</Button>}
      </div>
      {queue.rows.length === 0 ? <Nothing place={place} /> : (
        <ol role="list" className={styles.rows}>
          {queue.rows.map((row) => <li key={row.id}><QueueRow row={row} place={place} /></li>)}
        </ol>
      )}
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
