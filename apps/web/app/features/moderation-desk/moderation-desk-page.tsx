import { useRef, useState } from 'react';
import type { ReviewRowFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { IconButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { useCommunity } from '~/shell/use-root';
import { NoItemPane } from './item-pane';
import { KeysDialog } from './keys-dialog';
import type { ModerationDeskData } from './moderation-desk.server';
import { OpenPanes } from './open-panes';
import { QueuePane } from './queue-pane';
import { formatQueue, listOf, QUEUE_TABS } from './queue-state';
import { type DeskPlace, useDeskState } from './use-desk-state';
import { type ItemKeys, showRow, useDeskKeys } from './use-desk-keys';
import { useLiveQueue } from './use-live-queue';
import { useQueue } from './use-queue';
import { useReviewItem } from './use-review-item';
import { WorkloadLine } from './workload-line';
import styles from './moderation-desk-page.module.css';

/** Where moderators decide: what waits, one item in its context, what is decided about it and why. */
export function ModerationDeskPage({ data }: { data: ModerationDeskData }) {
  const place = useDeskState();
  return <Desk key={formatQueue(listOf(place.state))} place={place} data={data} />;
}

function Desk({ place, data }: { place: DeskPlace; data: ModerationDeskData }) {
  const { slug, state } = place;
  const queue = useQueue(slug, state, data.page);
  const open = useReviewItem(state.item, data.item);
  const [help, setHelp] = useState(false);
  const keys = useRef<ItemKeys | null>(null);
  const learn = (row: ReviewRowFragment) => {
    queue.learn(row);
    open.learn(row);
  };
  useLiveQueue(slug, {
    learn: (row) => {
      learn(row);
      if (row.id === state.item) void open.again();
    },
    caughtUp: () => {
      void queue.refresh();
      void open.again();
    },
  });
  useDeskKeys({ place, queue, keys, onHelp: () => setHelp(true) });
  /** The next one that waits, below first. */
  const next = () => {
    const at = queue.rows.findIndex(({ id }) => id === state.item);
    const row = [...queue.rows.slice(at + 1), ...queue.rows.slice(0, Math.max(0, at))].find((one) => one.state !== 'DECIDED');
    if (!row) return place.close();
    place.open(row.id);
    showRow(row.id);
  };
  return (
    <div className={styles.desk} data-show={state.item === null ? 'queue' : state.deciding ? 'decision' : 'item'}>
      <DeskHead place={place} data={data} onHelp={() => setHelp(true)} />
      <div className={styles.panes}>
        <QueuePane place={place} queue={queue} rules={data.rules} />
        {open.item
          ? <OpenPanes key={open.item.id} place={place} item={open.item} open={open} rules={data.rules} keys={keys} learn={learn} onNext={next} />
          : <NoItemPane place={place} open={open} any={queue.rows.length > 0} />}
      </div>
      <KeysDialog open={help} onOpenChange={setHelp} />
    </div>
  );
}

function DeskHead({ place: { pathOf, state }, data: { workload }, onHelp }: { place: DeskPlace; data: ModerationDeskData; onHelp(): void }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  const counts = { waiting: workload.open, second: workload.proposed, appeals: workload.appeals, decided: undefined };
  const tabs = QUEUE_TABS.map((tab) => ({
    to: pathOf({ ...listOf(state), tab }), label: t(`review.tab.${tab}`), current: tab === state.tab, count: counts[tab],
  }));
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{t('review.title')}</h1>
        <WorkloadLine workload={workload} community={name} />
        <IconButton size="s" icon={<Icon name="info" />} label={t('review.keys')} aria-keyshortcuts="?" onClick={onHelp} className={styles.help} />
      </div>
      <Tabs label={t('review.tabs')} tabs={tabs} />
    </header>
  );
}
