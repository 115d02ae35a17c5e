import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { ReputationLineFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import type { Translator } from '~/i18n/translator';
import { Badge } from '~/kit/badge';
import { IconButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { ideaPath } from '../paths';
import { identityOf } from './identity-share';
import { entryWords, signed } from './rule-words';
import styles from './entries.module.css';

const DisputeDialog = lazy(() => import('./dispute-dialog'));

/** One reason for a score: what happened, where, and what it moved. What was taken back is struck, with why. `plain`: among its like, whose words stand above. */
export function EntryLine({ entry, mine, plain }: { entry: ReputationLineFragment; mine: boolean; plain?: boolean }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { points, reversedBy, disputedAt } = entry;
  const what = whatHappened(t, entry);
  return (
    <li id={entry.id} className={styles.entry} data-over={reversedBy ? '' : undefined} data-loses={points < 0 ? '' : undefined}>
      <span className={styles.points}>{reversedBy ? <s>{signed(points, t.number)}</s> : signed(points, t.number)}</span>
      <div className={styles.reason}>
        {!plain && <p className={styles.what}>{reversedBy ? <s>{what}</s> : what}</p>}
        {!plain && <Causes entry={entry} />}
        <p className={styles.facts}>{factsOf(t, entry)}</p>
        {reversedBy && <p className={styles.back}><Icon name="history" size={16} />{takenBack(t, entry)}</p>}
        {disputedAt && <p><Badge size="s" tone="info" icon="hourglass">{t('reputation.disputed', { date: t.date(disputedAt, { dateStyle: 'medium', timeZone: 'UTC' }) })}</Badge></p>}
      </div>
      {mine && !disputedAt && <IconButton size="s" className={styles.dispute} icon={<Icon name="flag" size={16} />} label={t('reputation.dispute')} onClick={() => setAsking(true)} />}
      {asking && <Suspense><DisputeDialog entryId={entry.id} what={what} points={points} onClose={() => setAsking(false)} /></Suspense>}
    </li>
  );
}

/** In words: the act, its undoing, or how identity moved everything. */
export function whatHappened(t: Translator, { rule, reversal, because, tenths, points }: ReputationLineFragment): string {
  if (rule.code === 'IDENTITY') return t(points < 0 ? 'reputation.identityDown' : 'reputation.identityUp', { identity: t(`domain.identity.${identityOf(tenths)}`) });
  if (!reversal) return entryWords(t, rule);
  return t('reputation.takenBack', { what: entryWords(t, rule), reason: because ? t(`reputation.because.${because}`) : '' });
}

function takenBack(t: Translator, { reversedAt, because }: ReputationLineFragment): string {
  const date = t.date(reversedAt!, { dateStyle: 'medium', timeZone: 'UTC' });
  return because ? t('reputation.reversedBecause', { date, reason: t(`reputation.because.${because}`) }) : t('reputation.reversed', { date });
}

function factsOf(t: Translator, { base, tenths, scoreAfter, rule }: ReputationLineFragment): string {
  const share = t.number(tenths / 10);
  const worth = rule.code === 'IDENTITY' ? t('reputation.allCounts', { share }) : t('reputation.worth', { base: t.number(base).replace('-', '−'), share });
  return `${worth} · ${t('reputation.scoreAfter', { score: scoreAfter })}`;
}

/** What it came from, as far as the reader may read it. */
export function Causes({ entry: { cause } }: { entry: ReputationLineFragment }) {
  const { slug, locale } = useCommunity()!.community;
  const comments = cause.comments.map(({ id, idea }) => ({ key: id, to: `${ideaPath(slug, idea)}#${id}`, title: idea.title }));
  const ideas = cause.ideas.map((idea) => ({ key: idea.id, to: ideaPath(slug, idea), title: idea.title }));
  if (ideas.length + comments.length === 0) return null;
  return <p className={styles.causes}>{[...ideas, ...comments].map(({ key, to, title }) => <Link key={key} to={to} lang={locale}>{title}</Link>)}</p>;
}
