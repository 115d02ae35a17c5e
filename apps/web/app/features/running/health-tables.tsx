import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { RelativeTime } from '~/kit/relative-time';
import type { Health } from './health-page';
import styles from './health.module.css';

/** What waits, by handler. */
export function QueueTable({ handlers }: { handlers: Health['queue']['handlers'] }) {
  const t = useT();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('running.queue')}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('running.handler')}</th><th scope="col">{t('running.queueWaiting')}</th><th scope="col">{t('running.queueFailing')}</th><th scope="col">{t('running.queueOldest')}</th></tr></thead>
        <tbody>
          {handlers.map((one) => (
            <tr key={one.handler}>
              <th scope="row">{one.handler} {!one.known && <Badge size="s" tone="warn">{t('running.handlerGone')}</Badge>}</th>
              <td>{t.number(one.waiting)}</td>
              <td>{t.number(one.failing)}</td>
              <td><RelativeTime at={one.oldestAt} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Work that comes round: when it ran, when it will, and what is wrong with it. */
export function ScheduleTable({ schedules }: { schedules: Health['schedules'] }) {
  const t = useT();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('running.schedules')}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{t('running.schedule')}</th><th scope="col">{t('running.scheduleState')}</th><th scope="col">{t('running.lastRun')}</th><th scope="col">{t('running.nextRun')}</th></tr></thead>
        <tbody>
          {schedules.map((one) => (
            <tr key={one.name}>
              <th scope="row"><code>{one.name}</code></th>
              <td>{one.lastError ? <><Badge size="s" tone="bad" icon="warning">{t('running.scheduleFails')}</Badge> <code>{one.lastError}</code></> : one.late ? <Badge size="s" tone="warn" icon="clock">{t('running.scheduleLate')}</Badge> : <Badge size="s" tone="good" icon="check">{t('running.scheduleWell')}</Badge>}</td>
              <td>{one.lastRunAt ? <RelativeTime at={one.lastRunAt} /> : t('running.never')}</td>
              <td><RelativeTime at={one.nextRunAt} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
