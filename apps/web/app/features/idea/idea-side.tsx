import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { useCommunity } from '~/shell/use-root';
import { SidePart } from '../layout/side-part';
import { ideaPath } from '../paths';
import type { Vote } from '../voting/use-vote';
import { IdeaSupport } from './idea-support';
import { IdeaTimeline } from './idea-timeline';
import type { IdeaFull } from './idea.server';
import styles from './idea-side.module.css';

export function IdeaSide({ idea, vote }: { idea: IdeaFull; vote: Vote }) {
  const t = useT();
  return (
    <>
      <div className={styles.desktop}><IdeaSupport idea={idea} vote={vote} /></div>
      <SidePart title={t('idea.timelineHeading')}><IdeaTimeline idea={idea} /></SidePart>
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
