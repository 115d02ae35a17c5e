import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { statusColor } from '~/kit/badge';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { memberPath } from '../paths';
import type { IdeaFull } from './idea.server';
import styles from './idea-timeline.module.css';

type Event = IdeaFull['history'][number];

/** Where the idea has been, by whom, with the answers given on the way. */
export function IdeaTimeline({ idea }: { idea: IdeaFull }) {
  const current = idea.officialResponse?.id;
  return (
    <ol role="list" className={styles.line}>
      {idea.history.map((event) => <Step key={event.id} event={event} pinned={event.response?.id === current} />)}
    </ol>
  );
}

function Step({ event, pinned }: { event: Event; pinned: boolean }) {
  const t = useT();
  const locale = useCommunity()!.community.locale;
  const posted = event.from === null || event.from === 'DRAFT' || event.from === 'PENDING';
  const words = posted && event.to === 'OPEN' ? t('idea.timelinePosted') : t('idea.timelineMoved', { status: t(`domain.status.${event.to}`) });
  return (
    <li className={styles.step} style={{ '--dot': statusColor(event.to) } as React.CSSProperties}>
      <p className={styles.words}>{words}</p>
      <p className={styles.by}>
        <RelativeTime at={event.at} /> <By event={event} />
      </p>
      {event.reason && event.reason !== 'imported' && <p className={styles.reason}>{event.reason}</p>}
      {event.response && !pinned && (
        <details className={styles.answer}>
          <summary>{t('idea.timelineWithAnswer')}</summary>
          <div lang={locale} dangerouslySetInnerHTML={{ __html: event.response.bodyHtml }} />
        </details>
      )}
    </li>
  );
}

function By({ event }: { event: Event }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  if (event.reason === 'imported') return t('idea.timelineReason_imported');
  if (!event.actor) return event.from === null ? null : t('idea.timelineAutomatic');
  return <Link to={memberPath(slug, event.actor.handle)}>{t('idea.timelineBy', { actor: event.actor.displayName })}</Link>;
}
