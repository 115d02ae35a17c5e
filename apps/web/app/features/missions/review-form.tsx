import { useId, useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type EntryOutcome, ReviewEntryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, TextArea } from '~/kit/field';
import { useHydrated } from '~/shell/now';
import { useCommunity } from '~/shell/use-root';
import type { DeskEntry } from './entries-desk-page';
import { faultOf } from './faults';
import { besideOf } from './use-entry-keys';
import styles from './missions.module.css';

/** Rubric, reason, outcome. */
export function ReviewForm({ entry, onJudged }: { entry: DeskEntry; onJudged(next: string | null): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [key] = useState(newKeys);
  const [reason, setReason] = useState('');
  const [saw, setSaw] = useState(false);
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({});
  const [lacking, setLacking] = useState(false);
  const hydrated = useHydrated();
  const accepted = entry.state === 'ACCEPTED';
  const unread = entry.evidence.some(({ verdict, kind }) => kind === 'LINK' && verdict === 'UNREACHABLE');
  const judge = async (outcome: EntryOutcome) => {
    if (outcome !== 'ACCEPT' && reason.trim().length < 3) return setLacking(true);
    const input = {
      entry: entry.id, revision: entry.revision, outcome, reason, sawDisclosure: saw, idempotencyKey: key(outcome + reason + JSON.stringify(scores) + saw),
      scores: accepted ? [] : Object.entries(scores).map(([criterion, score]) => ({ criterion, score })),
    };
    const next = besideOf(entry.id);
    if (await act(() => mutate(ReviewEntryDocument, { input }), t(`missions.judged.${outcome}`))) onJudged(next);
  };
  return (
    <div className={styles.review}>
      {!accepted && <Rubric rubric={entry.mission?.rubric ?? []} scores={scores} onChange={setScores} />}
      <TextArea label={t('missions.reasonLabel')} hint={t('missions.reasonHint')} error={faultOf(t, problem, 'reason') ?? (lacking && reason.trim().length < 3 ? t('missions.reasonLacks') : null)} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} rows={3} />
      {unread && !accepted && <Checkbox label={t('missions.sawLabel')} hint={t('missions.sawHint')} checked={saw} onChange={(event) => setSaw(event.target.checked)} />}
      <FormProblem problem={problem?.params['field'] === 'reason' ? null : problem} />
      <div className={styles.actions}>
        {!accepted && <Button tone="primary" busy={busy} disabled={!hydrated} onClick={() => void judge('ACCEPT')}>{t('missions.accept')}</Button>}
        <Button busy={busy} disabled={!hydrated} onClick={() => void judge('CHANGE')}>{t('missions.askChange')}</Button>
        <Button tone="quiet" busy={busy} disabled={!hydrated} onClick={() => void judge('REFUSE')}>{t(accepted ? 'missions.takeBack' : 'missions.refuse')}</Button>
      </div>
    </div>
  );
}

/** The same key for the same judgement, however often it is sent. */
function newKeys() {
  const keys = new Map<string, string>();
  return (judgement: string) => {
    const known = keys.get(judgement) ?? newIdempotencyKey();
    keys.set(judgement, known);
    return known;
  };
}

interface RubricProps {
  rubric: readonly { readonly criterion: string; readonly points: number }[];
  scores: Readonly<Record<string, number>>;
  onChange(scores: Readonly<Record<string, number>>): void;
}

/** How much of each thing is there. None of them is the opinion. */
function Rubric({ rubric, scores, onChange }: RubricProps) {
  const t = useT();
  const id = useId();
  const { locale } = useCommunity()!.community;
  if (rubric.length === 0) return null;
  return (
    <div className={styles.rubric}>
      {rubric.map(({ criterion, points }, at) => {
        const score = scores[criterion];
        return (
          <div key={criterion}>
            <label htmlFor={`${id}-${at}`} lang={locale}>{criterion}</label>
            <input id={`${id}-${at}`} type="range" min={0} max={points} value={score ?? 0} data-unset={score === undefined || undefined} onChange={(event) => onChange({ ...scores, [criterion]: Number(event.target.value) })} onClick={() => score === undefined && onChange({ ...scores, [criterion]: 0 })} />
            <output htmlFor={`${id}-${at}`}>{score === undefined ? '–' : t.number(score)} / {t.number(points)}</output>
          </div>
        );
      })}
    </div>
  );
}
