import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { useCommunity } from '~/shell/use-root';
import { IdeaCreations } from '../creations/idea-creations';
import { SidePart } from '../layout/side-part';
import { ideaPath } from '../paths';
import { IdeaTimeline } from './idea-timeline';
import type { IdeaFull } from './idea.server';
import styles from './idea-side.module.css';

/** Beside the text: where the idea has been, and others like it. */
export function IdeaSide({ idea }: { idea: IdeaFull }) {
  const t = useT();
  return (
    <>
      <SidePart title={t('idea.timelineHeading')}><IdeaTimeline idea={idea} /></SidePart>
      {idea.status !== 'DRAFT' && idea.status !== 'PENDING' && <IdeaCreations idea={idea} />}
      {idea.similar.length > 0 && <SidePart title={t('idea.similarHeading')}><Similar idea={idea} /></SidePart>}
    </>
  );
}

function Similar({ idea }: { idea: IdeaFull }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <ul role="list" className={styles.similar}>
      {idea.similar.map(({ idea: other }) => (
        <li key={other.id}>
          <Link to={ideaPath(slug, other)} lang={locale} prefetch="intent">{other.title}</Link>
          <p className={styles.facts}>
            {other.status !== 'OPEN' && <StatusBadge status={other.status} size="s" />}
            <span>{t('feed.resultsBackers', { count: other.support.raw + other.support.imported })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
