import { useRef, useState, type FormEvent } from 'react';
import { Link, useRevalidator } from 'react-router';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AnswerOwnAppealDocument, AppealDecisionDocument, type OwnAppealFragment } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Badge, type BadgeTone } from '~/kit/badge';
import { SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import type { IconName } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { decisionPath } from '../paths';
import type { FullDecision } from './decision.server';
import styles from './decision-page.module.css';
import { Outside } from './outside';

const LONGEST = 5_000;

/** How to appeal and until when; the appeals so far with what was said. */
export function AppealPart({ decision }: { decision: FullDecision }) {
  const t = useT();
  const { appeals, viewerMayAppeal, viewerMayNotAppealBecause: because, appealUntil, concernsViewer } = decision;
  const exhausted = because === 'APPEALS_EXHAUSTED';
  const late = because === 'APPEAL_TOO_LATE';
  if (!viewerMayAppeal && appeals.length === 0 && !exhausted && !late && !concernsViewer) return null;
  return (
    <section aria-labelledby="appeal" className={styles.part}>
      <h2 id="appeal" className={styles.heading}>{t('decisions.appeal')}</h2>
      {appeals.map((appeal) => <OneAppeal key={appeal.id} appeal={appeal} />)}
      {viewerMayAppeal && <AppealForm key={appeals.length} decision={decision} />}
      {exhausted && <p>{t('decisions.exhausted')}</p>}
      {late && appealUntil && <p>{t('decisions.late', { date: t.date(appealUntil) })}</p>}
      <Outside open={exhausted} />
    </section>
  );
}

/** Sends words once, however often it is tried, and shows what came of it. */
function useWords(send: (text: string, key: string) => Promise<unknown>) {
  const { revalidate } = useRevalidator();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const intent = useRef({ text: '', key: '' });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (intent.current.text !== text) intent.current = { text, key: newIdempotencyKey() };
    setBusy(true);
    setProblem(null);
    try {
      await send(text, intent.current.key);
      setText('');
      await revalidate();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { text, setText, busy, problem, onSubmit };
}

function AppealForm({ decision: { id, appealUntil, appeals, action } }: { decision: FullDecision }) {
  const t = useT();
  const { text, setText, busy, problem, onSubmit } = useWords((words, idempotencyKey) => mutate(AppealDecisionDocument, { input: { decision: id, text: words, idempotencyKey } }));
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <p>{t(action === 'KEEP' ? 'decisions.appealReporter' : 'decisions.appealText')} {appealUntil && t('decisions.appealUntil', { date: t.date(appealUntil) })} {appeals.length > 0 && t('decisions.lastAppeal')}</p>
      <TextArea label={t('decisions.appealWhy')} hint={t('decisions.appealWhyHint')} value={text} onChange={(event) => setText(event.target.value)} maxLength={LONGEST} rows={5} required />
      <FormProblem problem={problem} />
      <p><SubmitButton tone="primary" busy={busy} disabled={text.trim() === ''}>{t('decisions.appealSend')}</SubmitButton></p>
    </form>
  );
}

const LOOKS: Record<OwnAppealFragment['state'], { tone: BadgeTone; icon: IconName }> = {
  OPEN: { tone: 'info', icon: 'hourglass' },
  UPHELD: { tone: 'neutral', icon: 'shield' },
  REVERSED: { tone: 'good', icon: 'check' },
  CHANGED: { tone: 'info', icon: 'edit' },
};

function OneAppeal({ appeal }: { appeal: OwnAppealFragment }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { state, round, openedAt, dueAt, decidedAt, reasons, newDecision, messages, mine } = appeal;
  return (
    <Card className={styles.appeal} id={`appeal-${appeal.id}`}>
      <p className={styles.state}><Badge {...LOOKS[state]}>{t(`decisions.appeal_${state}`)}</Badge><span>{t('log.round', { round })}</span><RelativeTime at={openedAt} /></p>
      {state === 'OPEN' && <p>{t(mine ? 'decisions.due' : 'decisions.dueOthers', { date: t.date(dueAt) })}</p>}
      <ol role="list" className={styles.thread}>
        {messages.map(({ id, byModeration, body, writtenAt }) => (
          <li key={id} className={styles.message} data-moderation={byModeration || undefined}>
            <p className={styles.quiet}>{t(byModeration ? 'decisions.moderators' : mine ? 'decisions.you' : 'decisions.appellant')} · <RelativeTime at={writtenAt} /></p>
            <p className={styles.words}>{body}</p>
          </li>
        ))}
      </ol>
      {appeal.viewerMayAnswer && <AnswerForm id={appeal.id} />}
      {decidedAt && (
        <div className={styles.outcome}>
          <p><strong>{t(`log.appeal_${state as 'UPHELD' | 'REVERSED' | 'CHANGED'}`)}</strong> · {t.date(decidedAt)}</p>
          {reasons && <p className={styles.words}>{reasons}</p>}
          {newDecision && <p><T k="decisions.newDecision" values={{ link: (text) => <Link to={decisionPath(slug, newDecision.id)}>{text}</Link> }} /></p>}
        </div>
      )}
    </Card>
  );
}

function AnswerForm({ id }: { id: string }) {
  const t = useT();
  const { text, setText, busy, problem, onSubmit } = useWords((body) => mutate(AnswerOwnAppealDocument, { input: { appeal: id, body } }));
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <TextArea label={t('decisions.add')} value={text} onChange={(event) => setText(event.target.value)} maxLength={LONGEST} rows={2} required />
      <FormProblem problem={problem} />
      <p><SubmitButton size="s" busy={busy} disabled={text.trim() === ''}>{t('decisions.addSend')}</SubmitButton></p>
    </form>
  );
}
