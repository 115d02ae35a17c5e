import { useState } from 'react';
import { Link } from 'react-router';
import { DisputeEntryDocument, type ReputationLineFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { TextArea } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { ideaPath } from '../paths';
import { ruleWords, signed } from './rule-words';
import styles from './reputation.module.css';

/** One reason for a score: what happened, where, and what it moved. */
export function EntryLine({ entry, mine }: { entry: ReputationLineFragment; mine: boolean }) {
  const t = useT();
  const { rule, reversal, points, base, tenths, reversedBy, disputedAt } = entry;
  return (
    <li id={entry.id} className={styles.entry} data-over={reversedBy ? '' : undefined}>
      <span className={styles.points}>{signed(points, t.number)}</span>
      <div className={styles.reason}>
        <p className={styles.what}>{reversal ? t('reputation.takenBack', { what: ruleWords(rule, t.locale) }) : ruleWords(rule, t.locale)}</p>
        <Causes entry={entry} />
        <p className={styles.facts}>
          <time dateTime={entry.at}>{t.date(entry.at, { dateStyle: 'medium', timeZone: 'UTC' })}</time>
          {base !== 0 && <span>{t('reputation.worth', { base: signed(base, t.number), tenths: t.number(tenths / 10) })}</span>}
          <span>{t('reputation.scoreAfter', { score: entry.scoreAfter })}</span>
          {reversedBy && <a href={`#${reversedBy}`}>{t('reputation.reversed')}</a>}
          {disputedAt && <span>{t('reputation.disputed', { date: t.date(disputedAt, { dateStyle: 'medium', timeZone: 'UTC' }) })}</span>}
        </p>
        {mine && !disputedAt && <Dispute entryId={entry.id} />}
      </div>
    </li>
  );
}

function Causes({ entry: { cause } }: { entry: ReputationLineFragment }) {
  const { slug, locale } = useCommunity()!.community;
  const ideas = [...cause.ideas, ...cause.comments.map(({ idea }) => idea)];
  if (ideas.length === 0) return null;
  return <p className={styles.causes}>{ideas.map((idea) => <Link key={idea.id} to={ideaPath(slug, idea)} lang={locale}>{idea.title}</Link>)}</p>;
}

/** Says to a moderator what is wrong about it. */
function Dispute({ entryId }: { entryId: string }) {
  const t = useT();
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const send = () => act(DisputeEntryDocument, { entry: entryId, reason }, t('reputation.disputeSent'));
  return (
    <details className={styles.dispute}>
      <summary>{t('reputation.dispute')}</summary>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <TextArea label={t('reputation.disputeReason')} hint={t('reputation.disputeHint')} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} rows={3} required />
        <Button type="submit" size="s" busy={busy}>{t('reputation.disputeSend')}</Button>
      </form>
    </details>
  );
}
