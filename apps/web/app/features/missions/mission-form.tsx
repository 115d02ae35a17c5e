import { useEffect, useRef, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type EvidenceForm, type MissionKind, PublishMissionDocument, UpdateMissionDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useCommunity } from '~/shell/use-root';
import { DateTimeField } from './date-time-field';
import { faultOf, faultyField } from './faults';
import { type MissionDraft, sentOf } from './mission-draft';
import { missionsPath } from './missions-state';
import type { MissionChoices } from './missions.server';
import { RubricEditor, WordsEditor } from './row-editors';
import { useKeptDraft } from './use-kept-draft';
import styles from './missions.module.css';

const KINDS: readonly MissionKind[] = ['CREATE', 'REVIEW', 'HELP', 'EVENT', 'RALLY'];
const FORMS: readonly EvidenceForm[] = ['LINK', 'TEXT', 'IMAGE'];
/** What the form has a place for; a refusal of anything else is said above its buttons. */
const FIELDS = ['title', 'brief', 'audience', 'places', 'opensAt', 'closesAt', 'rallyAt', 'evidence', 'disclosures', 'rubric', 'rewardPoints', 'budget'];

interface Props {
  first: MissionDraft;
  choices: MissionChoices;
  /** The draft that is gone on with; null for a new mission. */
  id: string | null;
}

/** A mission. There is no field for what to think of the brand. */
export function MissionForm({ first, choices, id }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const [draft, setDraft, forget] = useKeptDraft(id ?? `new ${slug}`, first);
  const change = (part: Partial<MissionDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { send, busy, problem } = useSending(id, forget);
  const form = useRef<HTMLFormElement>(null);
  const fault = (field: string) => faultOf(t, problem, field);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input, [data-invalid] textarea')?.focus(), [problem]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(draft, false);
  };
  return (
    <form ref={form} method="post" className={styles.form} onSubmit={submit}>
      <Select label={t('missions.kindLabel')} value={draft.kind} onChange={(event) => change({ kind: event.target.value as MissionKind })} options={KINDS.map((one) => ({ value: one, label: t(`missions.kind.${one}`) }))} hint={t(`missions.kindText.${draft.kind}`)} />
      <TextField name="title" label={t('missions.titleLabel')} error={fault('title')} value={draft.title} onChange={(event) => change({ title: event.target.value })} minLength={3} maxLength={120} required />
      <MarkdownEditor label={t('missions.briefLabel')} hint={t('missions.briefHint')} error={fault('brief')} value={draft.brief} onChange={(brief) => change({ brief })} maxLength={10_000} rows={8} />
      <TextField optional name="audience" label={t('missions.audienceLabel')} hint={t('missions.audienceHint')} error={fault('audience')} value={draft.audience} onChange={(event) => change({ audience: event.target.value })} maxLength={500} />
      {choices.missionPeriods.nodes.length > 0 && <Select label={t('missions.periodLabel')} value={draft.period} onChange={(event) => change({ period: event.target.value })} options={[{ value: '', label: t('missions.noPeriod') }, ...choices.missionPeriods.nodes.map(({ id: value, theme }) => ({ value, label: theme }))]} />}
      <Times draft={draft} change={change} fault={fault} />
      <Asked draft={draft} change={change} fault={fault} />
      <RubricEditor rows={draft.rubric} onChange={(rubric) => change({ rubric })} error={fault('rubric')} />
      <Reward draft={draft} change={change} fault={fault} choices={choices} />
      <FormProblem problem={faultyField(problem, FIELDS) ? null : problem} />
      <div className={styles.actions}>
        <SubmitButton tone="primary" busy={busy}>{t('missions.publish')}</SubmitButton>
        <Button busy={busy} onClick={() => form.current?.reportValidity() && void send(draft, true)}>{t('missions.saveDraft')}</Button>
      </div>
    </form>
  );
}

/** Publishes or keeps; then shows what came of it. */
function useSending(id: string | null, forget: () => void) {
  const t = useT();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const key = useRef('');
  const send = async (draft: MissionDraft, asDraft: boolean) => {
    key.current ||= newIdempotencyKey();
    const input = sentOf(draft, asDraft);
    const made = async () => (await mutate(PublishMissionDocument, { input: { ...input, community: slug, idempotencyKey: key.current } })).publishMission.mission.id;
    const changed = async () => (await mutate(UpdateMissionDocument, { input: { ...input, mission: id! } })).updateMission.mission.id;
    const done = await act(id === null ? made : changed, t(asDraft ? 'common.saved' : 'missions.published'));
    if (!done) return void (key.current = '');
    forget();
    await navigate(missionsPath(slug, asDraft ? '?tab=drafts' : `/${done.answer}`));
  };
  return { send, busy, problem };
}

interface PartProps {
  draft: MissionDraft;
  change(part: Partial<MissionDraft>): void;
  fault(field: string): string | null;
}

function Times({ draft, change, fault }: PartProps) {
  const t = useT();
  return (
    <>
      <div className={styles.pair}>
        <DateTimeField label={t('missions.opensLabel')} error={fault('opensAt')} value={draft.opensAt} onChange={(opensAt) => change({ opensAt })} required />
        <DateTimeField label={t('missions.closesLabel')} error={fault('closesAt')} value={draft.closesAt} onChange={(closesAt) => change({ closesAt })} required />
      </div>
      {draft.kind === 'RALLY' && <DateTimeField name="rallyAt" label={t('missions.rallyLabel')} hint={t('missions.rallyHint')} error={fault('rallyAt')} value={draft.rallyAt} onChange={(rallyAt) => change({ rallyAt })} required />}
      <TextField optional name="places" type="number" inputMode="numeric" min={1} max={100_000} label={t('missions.placesLabel')} hint={t('missions.placesHint')} error={fault('places')} value={draft.places} onChange={(event) => change({ places: event.target.value })} />
    </>
  );
}

/** What is handed in; for links, how one says what one receives. */
function Asked({ draft, change, fault }: PartProps) {
  const t = useT();
  const { evidence } = draft;
  const toggle = (form: EvidenceForm, on: boolean) => change({ evidence: on ? [...evidence, form] : evidence.filter((one) => one !== form) });
  const wrong = fault('evidence') ?? (evidence.length === 0 ? t('missions.wrong.evidence') : null);
  return (
    <>
      <fieldset className={styles.fieldset}>
        <legend>{t('missions.asked')}</legend>
        {FORMS.map((form) => <Checkbox key={form} label={t(`missions.askedOfThem.${form}`)} checked={evidence.includes(form)} onChange={(event) => toggle(form, event.target.checked)} />)}
        {wrong && <p className={styles.wrong} role="alert">{wrong}</p>}
      </fieldset>
      {evidence.includes('LINK') && <WordsEditor rows={draft.disclosures} onChange={(disclosures) => change({ disclosures })} error={fault('disclosures')} />}
      {evidence.includes('LINK') && <Checkbox label={t('missions.trackedLabel')} hint={t('missions.trackedHint')} checked={draft.tracked} onChange={(event) => change({ tracked: event.target.checked })} />}
    </>
  );
}

/** Points and a perk, the same for every accepted entry. */
function Reward({ draft, change, fault, choices }: PartProps & { choices: MissionChoices }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const budgets = choices.rewardBudgets?.nodes ?? [];
  const paidFrom = budgets.find(({ id }) => id === draft.budget);
  // One that is no longer given stays only where the draft promises it.
  const perks = budgets.flatMap((budget) => budget.perks).filter(({ id, retiredAt }) => retiredAt === null || id === draft.perk);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('missions.rewardTitle')}</legend>
      <p className={styles.quiet}>{t('missions.rewardText')}</p>
      {budgets.length === 0 && <p className={styles.quiet}>{t('missions.noBudget')} <Link to={`/c/${slug}/movement/budgets`}>{t('budgets.title')}</Link></p>}
      {budgets.length > 0 && (
        <>
          <TextField optional name="points" type="number" inputMode="numeric" min={0} max={1_000_000} label={t('missions.pointsLabel')} error={fault('rewardPoints')} value={draft.points} onChange={(event) => change({ points: event.target.value })} />
          <Select label={t('missions.budgetLabel')} hint={paidFrom && t('missions.budgetLeft', { count: paidFrom.left })} error={fault('budget')} value={draft.budget} onChange={(event) => change({ budget: event.target.value })} options={[{ value: '', label: '–' }, ...budgets.map(({ id, name }) => ({ value: id, label: name }))]} />
        </>
      )}
      {perks.length > 0 && <Select label={t('missions.perkLabel')} value={draft.perk} onChange={(event) => change({ perk: event.target.value })} options={[{ value: '', label: '–' }, ...perks.map(({ id, title, stock }) => ({ value: id, label: t('missions.perkOption', { title, count: stock }) }))]} />}
    </fieldset>
  );
}
