import { useState } from 'react';
import { AppealEntryDocument, type EntryProgressFragment, WithdrawEntryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { TextArea } from '~/kit/field';
import type { IconName } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useAct } from '../circles/use-act';
import { Evidence } from './entry-card';
import styles from './missions.module.css';

const LOOKS: Record<EntryProgressFragment['state'], { tone: BadgeTone; icon: IconName }> = {
  DRAFT: { tone: 'neutral', icon: 'edit' },
  SUBMITTED: { tone: 'info', icon: 'hourglass' },
  NEEDS_DISCLOSURE: { tone: 'warn', icon: 'warning' },
  CHANGE_ASKED: { tone: 'warn', icon: 'reply' },
  ACCEPTED: { tone: 'good', icon: 'check' },
  REFUSED: { tone: 'bad', icon: 'close' },
  WITHDRAWN: { tone: 'neutral', icon: 'eyeOff' },
};

/** Where an entry stands: word, icon and colour. */
export function EntryBadge({ state }: { state: EntryProgressFragment['state'] }) {
  const t = useT();
  return <Badge {...LOOKS[state]}>{t(`missions.state.${state}`)}</Badge>;
}

/** One's own entry: where it stands, why, and what can be done. */
export function EntryProgressCard({ entry, onEdit }: { entry: EntryProgressFragment; onEdit?: () => void }) {
  const t = useT();
  const { act, busy } = useAct();
  return (
    <Card as="section" className={styles.section}>
      <div className={styles.badges}><h2>{t('missions.yourEntry')}</h2> <EntryBadge state={entry.state} /></div>
      <p>{t(`missions.stateText.${entry.state}`)}</p>
      {entry.disclosureLostAt && <p className={styles.notice}>{t('missions.lostText')}</p>}
      <Evidence evidence={entry.evidence} />
      <Checks entry={entry} />
      <Reviews entry={entry} />
      <div className={styles.actions}>
        {onEdit && entry.viewerCan.edit.allowed && <Button tone="primary" onClick={onEdit}>{t(entry.state === 'SUBMITTED' ? 'missions.edit' : 'missions.sendAgain')}</Button>}
        {entry.viewerCan.withdraw.allowed && <Button tone="quiet" busy={busy} onClick={() => void act(WithdrawEntryDocument, { entry: entry.id }, t('missions.withdrawn'))}>{t('missions.withdraw')}</Button>}
      </div>
      {entry.viewerCan.appeal.allowed && !entry.appeals?.some(({ outcome }) => outcome === null) && <Appeal entry={entry} />}
      {entry.appeals?.map((appeal) => <p key={appeal.id} className={styles.notice}>{t(`missions.appeal.${appeal.outcome ?? 'WAITS'}`)} {appeal.reasons}</p>)}
    </Card>
  );
}

/** What was looked for on each page, and what was found. */
export function Checks({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  const links = entry.evidence.filter(({ kind }) => kind === 'LINK');
  if (links.length === 0) return null;
  return (
    <ul role="list" className={styles.checks}>
      {links.map(({ id, checks }) => {
        const check = checks?.[0];
        if (!check) return <li key={id} className={styles.quiet}>{t('missions.notRead')}</li>;
        return (
          <li key={id}>
            <Badge size="s" tone={check.verdict === 'FOUND' ? 'good' : check.verdict === 'MISSING' ? 'bad' : 'warn'} icon={check.verdict === 'FOUND' ? 'check' : 'warning'}>{t(`missions.verdict.${check.verdict}`)}</Badge>
            <span className={styles.quiet}> <RelativeTime at={check.checkedAt} /></span>
            {check.verdict === 'UNREACHABLE' && <span className={styles.quiet}> · {t('missions.unreachable', { reason: check.reason ?? '' })}</span>}
            {check.lookedFor.map(({ kind, wanted, found }) => <p key={kind} className={styles.quiet}>{t(`missions.lookedFor.${kind}`)} {wanted.map((word) => <code key={word} data-found={word === found || undefined}>{word}</code>)}</p>)}
          </li>
        );
      })}
    </ul>
  );
}

/** What the brand said, from the first. */
export function Reviews({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  if (!entry.reviews?.length) return null;
  return (
    <ol role="list" className={styles.reviews}>
      {entry.reviews.map((review) => (
        <li key={review.id}>
          <p><strong>{t(`missions.outcome.${review.outcome}`)}</strong> <span className={styles.quiet}>{review.by?.displayName ?? t('missions.byAppeal')} · <RelativeTime at={review.reviewedAt} /></span></p>
          {review.reason && <p>{review.reason}</p>}
          {review.scores.length > 0 && <p className={styles.quiet}>{review.scores.map(({ criterion, score, of }) => `${criterion}: ${t.number(score)}/${t.number(of)}`).join(' · ')}</p>}
        </li>
      ))}
    </ol>
  );
}

function Appeal({ entry }: { entry: EntryProgressFragment }) {
  const t = useT();
  const { act, busy } = useAct();
  const [text, setText] = useState('');
  return (
    <details className={styles.details}>
      <summary>{t('missions.appealTitle')}</summary>
      <div className={styles.form}>
        <TextArea label={t('missions.appealLabel')} hint={t('missions.appealHint')} value={text} onChange={(event) => setText(event.target.value)} maxLength={5000} rows={4} />
        <div className={styles.actions}><Button busy={busy} disabled={text.trim() === ''} onClick={() => void act(AppealEntryDocument, { entry: entry.id, text }, t('missions.appealSent'))}>{t('missions.appealSend')}</Button></div>
      </div>
    </details>
  );
}
