import { useRef, useState, type FormEvent } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type TermAppealFactsFragment, AppealTermDocument, type OwnTermFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import styles from './terms.module.css';
import { TermStatement } from './term-statement';

const LONGEST = 5_000;

/** Why it was taken away, and what its member can do about that. */
export function RevokedPart({ term, own }: { term: OwnTermFragment; own: boolean }) {
  const t = useT();
  const { revocation, appeal } = term;
  if (!revocation) return null;
  const late = new Date(revocation.appealUntil) <= new Date();
  return (
    <>
      <section className={styles.part} aria-labelledby="reasons">
        <h2 id="reasons">{t('terms.reasons')}</h2>
        <Card tone="wash"><TermStatement statement={revocation} at={revocation.at} toThem={own} appealUntil={revocation.overturnedAt ? undefined : revocation.appealUntil} /></Card>
      </section>
      <section className={styles.part} aria-labelledby="appeal">
        <h2 id="appeal">{t('terms.appeal')}</h2>
        {appeal && <OwnAppeal appeal={appeal} toThem={own} />}
        {!appeal && own && !late && term.state === 'REVOKED' && <AppealForm term={term.id} until={revocation.appealUntil} />}
        {!appeal && late && <p>{t('terms.appealLate', { date: t.date(revocation.appealUntil) })}</p>}
        {!appeal && !own && !late && <p>{t('terms.appealNone')}</p>}
      </section>
    </>
  );
}

function AppealForm({ term, until }: { term: string; until: string }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [text, setText] = useState('');
  const intent = useRef({ text: '', key: '' });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (intent.current.text !== text) intent.current = { text, key: newIdempotencyKey() };
    await act(() => mutate(AppealTermDocument, { input: { term, text, idempotencyKey: intent.current.key } }), t('terms.appealed'));
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void send(event)}>
      <p>{t('terms.appealText', { date: t.date(until) })}</p>
      <TextArea label={t('terms.appealWhy')} hint={t('terms.appealWhyHint')} value={text} onChange={(event) => setText(event.target.value)} maxLength={LONGEST} rows={6} required />
      <FormProblem problem={problem} />
      <p><SubmitButton tone="primary" busy={busy} disabled={text.trim() === ''}>{t('terms.appealSend')}</SubmitButton></p>
    </form>
  );
}

/** What was said, and what a moderator made of it. */
export function OwnAppeal({ appeal: { text, openedAt, outcome, decidedAt, reasons }, toThem = true }: { appeal: TermAppealFactsFragment; toThem?: boolean }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <Card className={styles.term}>
      <p className={styles.facts}>
        <Badge tone={outcome === null ? 'info' : outcome === 'OVERTURNED' ? 'good' : 'neutral'} icon={outcome === null ? 'hourglass' : outcome === 'OVERTURNED' ? 'check' : 'shield'}>{t(`terms.outcome_${outcome ?? 'WAITS'}`)}</Badge>
        <span>{t.date(openedAt)}</span>
      </p>
      <blockquote className={styles.said} lang={locale} dir="auto">{text}</blockquote>
      {outcome === null && toThem && <p className={styles.quiet}>{t('terms.appealWaits')}</p>}
      {decidedAt && <p><strong>{t('terms.decidedOn', { date: t.date(decidedAt) })}</strong></p>}
      {reasons && <p className={styles.lines} lang={locale} dir="auto">{reasons}</p>}
    </Card>
  );
}
