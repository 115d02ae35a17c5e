import { useState, type FormEvent } from 'react';
import { DeclareConflictDocument, ScoreApplicationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import type { PanelApplication, PanelCall } from './calls-desk.server';
import { weightedMean } from './panel-words';
import styles from './panel.module.css';

const SCORES = [0, 1, 2, 3, 4, 5];

/** One's own marks by the rubric, 0 to 5 each, with what they come to. */
export function MarksForm({ application, call }: { application: PanelApplication; call: PanelCall }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const me = useCommunity()?.membership?.id;
  const { act, busy, problem } = useAct();
  const own = (application.marks ?? []).filter(({ reviewer }) => reviewer?.id === me);
  const [scores, setScores] = useState<ReadonlyMap<number, number>>(() => new Map(own.map(({ criterion, score }) => [criterion, score])));
  const [note, setNote] = useState(() => own.map((mark) => mark.note).filter(Boolean).join('\n'));
  const complete = call.criteria.every(({ position }) => scores.has(position));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const marks = call.criteria.map(({ position }, at) => ({ criterion: position, score: scores.get(position)!, note: at === 0 ? note.trim() || null : null }));
    await act(ScoreApplicationDocument, { application: application.id, marks }, t('recruitment.marked'));
  };
  return (
    <form method="post" className={styles.part} onSubmit={(event) => void submit(event)}>
      <h3>{t('calls.myMarks')}</h3>
      {call.criteria.map(({ position, label, weight }) => (
        <fieldset key={position} className={styles.scale}>
          <legend lang={locale}>{t('recruitment.criterion', { label, weight })}</legend>
          <div>
            {SCORES.map((score) => (
              <label key={score}>
                <input type="radio" data-mark name={`${application.id}-${position}`} checked={scores.get(position) === score} onChange={() => setScores(new Map(scores).set(position, score))} />
                <span>{score}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <TextArea label={t('calls.note')} hint={t('calls.noteHint')} value={note} optional maxLength={500} rows={2} onChange={(event) => setNote(event.target.value)} />
      <FormProblem problem={problem} />
      <p className={styles.facts}>
        <SubmitButton busy={busy} disabled={!complete}>{t(own.length > 0 ? 'calls.changeMarks' : 'recruitment.giveMarks')}</SubmitButton>
        {complete && <span className={styles.sum}>{t('calls.comesTo', { points: t.number(weightedMean(scores, call.criteria), { maximumFractionDigits: 2 }) })}</span>}
      </p>
    </form>
  );
}

/** That one should not judge this one. It cannot be undone by oneself. */
export function ConflictForm({ id }: { id: string }) {
  const t = useT();
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  return (
    <details>
      <summary>{t('recruitment.conflict')}</summary>
      <div className={styles.part}>
        <TextArea label={t('calls.conflictWhich')} hint={t('recruitment.conflictHint')} value={reason} maxLength={500} rows={2} onChange={(event) => setReason(event.target.value)} />
        <p><Button size="s" busy={busy} disabled={!reason.trim()} onClick={() => void act(DeclareConflictDocument, { application: id, reason }, t('common.saved'))}>{t('recruitment.declare')}</Button></p>
      </div>
    </details>
  );
}
