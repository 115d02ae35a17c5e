import { Link } from 'react-router';
import { ideaPath } from '~/features/paths';
import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import styles from './settings.module.css';
import type { LadderPreview } from './use-ladder-preview';

/** What another ladder does to the ideas that are on it now, in numbers and by example. */
export function LadderEffects({ preview }: { preview: LadderPreview }) {
  const t = useT();
  const { ideas, changedIdeas, reachedNow, completedNow, laterDeadlines, keptDeadlines, keptRungs, examples } = preview;
  if (changedIdeas === 0 && keptDeadlines === 0 && keptRungs === 0) return <p>{t('running.effectNone', { count: ideas })}</p>;
  return (
    <>
      <p>{t('running.effectIdeas', { changed: changedIdeas, count: ideas })}</p>
      <ul className={styles.effects}>
        {reachedNow > 0 && <li>{t('running.effectReached', { count: reachedNow })}</li>}
        {completedNow > 0 && <li>{t('running.effectCompleted', { count: completedNow })}</li>}
        {laterDeadlines > 0 && <li>{t('running.effectLater', { count: laterDeadlines })}</li>}
        {keptDeadlines > 0 && <li>{t('running.effectKeptDeadlines', { count: keptDeadlines })}</li>}
        {keptRungs > 0 && <li>{t('running.effectKeptRungs', { count: keptRungs })}</li>}
      </ul>
      {examples.length > 0 && <Examples examples={examples} />}
    </>
  );
}

function Examples({ examples }: Pick<LadderPreview, 'examples'>) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <>
      <p>{t('running.effectExamples')}</p>
      <ul className={styles.effects}>
        {examples.map(({ idea, rungBefore, rungAfter, completes, deadlineBefore, deadlineAfter }) => (
          <li key={idea.id}>
            <Link to={ideaPath(slug, idea)} lang={locale}>{idea.title}</Link>
            {rungAfter !== rungBefore && ` · ${t('running.effectRung', { before: rungBefore, after: rungAfter })}`}
            {completes && ` · ${t('running.effectCompletes')}`}
            {!completes && deadlineAfter && deadlineAfter !== deadlineBefore && ` · ${t('running.effectDeadline', { date: t.date(deadlineAfter, { dateStyle: 'medium', timeZone: 'UTC' }) })}`}
          </li>
        ))}
      </ul>
    </>
  );
}
