import { Fragment } from 'react';
import type { EntryProgressFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import type { MessageKey } from '~/i18n/translator';
import { Badge, type BadgeTone } from '~/kit/badge';
import { RelativeTime } from '~/kit/relative-time';
import { NextReading } from './next-reading';
import styles from './missions.module.css';

type Check = NonNullable<EntryProgressFragment['evidence'][number]['checks']>[number];

const TONES: Record<Check['verdict'], BadgeTone> = { FOUND: 'good', MISSING: 'bad', UNREACHABLE: 'warn' };

/** What was looked for on each page, and what was found: the latest reading, and those before it. */
export function Checks({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  const links = entry.evidence.filter(({ kind }) => kind === 'LINK');
  if (links.length === 0 || entry.state === 'DRAFT') return null;
  return (
    <div className={styles.stack}>
      <h3 className={styles.small}>{t('missions.checksName')}</h3>
      <ul role="list" className={styles.checks}>
        {links.map(({ id, url, checks, nextCheckAt }) => {
          const [latest, ...earlier] = checks ?? [];
          return (
            <li key={id}>
              {links.length > 1 && <p className={styles.quiet}>{url}</p>}
              {latest ? <CheckFacts check={latest} next={nextCheckAt} /> : <p className={styles.quiet}>{t('missions.notRead')}</p>}
              {earlier.length > 0 && (
                <details className={styles.details}>
                  <summary>{t('missions.earlierChecks', { count: earlier.length })}</summary>
                  <ul role="list" className={styles.checks}>{earlier.map((check) => <li key={check.id}><CheckFacts check={check} /></li>)}</ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function CheckFacts({ check, next }: { check: Check; next?: string | null }) {
  const t = useT();
  return (
    <div className={styles.check}>
      <p className={styles.badges}>
        <Badge size="s" tone={TONES[check.verdict]} icon={check.verdict === 'FOUND' ? 'check' : 'warning'}>{t(`missions.verdict.${check.verdict}`)}</Badge>
        <span className={styles.quiet}><RelativeTime at={check.checkedAt} />{next && <NextReading at={next} />}</span>
      </p>
      {check.verdict === 'UNREACHABLE' && <p className={styles.quiet}>{whyUnread(t, check)}</p>}
      {check.lookedFor.map(({ kind, wanted, found }) => (
        <p key={kind} className={styles.quiet}>
          {t(`missions.lookedFor.${kind}`)} {wanted.map((word) => <Fragment key={word}><code data-found={word === found || undefined}>{word}</code> </Fragment>)}
          {found === null ? (check.verdict === 'UNREACHABLE' ? '' : t('missions.notFound')) : t('missions.foundHere', { found })}
        </p>
      ))}
      {check.hash && <p className={styles.hash}>{t('missions.hash')} <code title={check.hash}>{check.hash.slice(0, 16)}…</code></p>}
    </div>
  );
}

/** In words; of a newer API, its code. */
function whyUnread(t: ReturnType<typeof useT>, { reason, status }: Check): string {
  const key = `missions.unread.${reason}` as MessageKey;
  const text = t(key, { status: status ?? '' });
  return text === key ? String(reason) : text;
}
