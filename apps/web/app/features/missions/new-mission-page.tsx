import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '~/data/mutate';
import { CreatePeriodDocument, type EvidenceForm, type MissionKind, PublishMissionDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton, SubmitButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextArea, TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { missionsPath } from './missions-state';
import type { MissionChoices } from './missions.server';
import styles from './missions.module.css';
import { useRunsProgramme } from './use-runs-programme';

const KINDS: readonly MissionKind[] = ['CREATE', 'REVIEW', 'HELP', 'EVENT', 'RALLY'];
const FORMS: readonly EvidenceForm[] = ['LINK', 'TEXT', 'IMAGE'];
const DAY = 86_400_000;

/** A new mission. There is no field for what to think of the brand. */
export function NewMissionPage({ choices }: { choices: MissionChoices }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const back = <LinkButton to={missionsPath(slug)}>{t('missions.toMissions')}</LinkButton>;
  if (!useRunsProgramme()) return <Page width="form"><EmptyState level={1} title={t('missions.new')} text={t('missions.notYours')} action={back} /></Page>;
  return <Page width="form"><PageTitle title={t('missions.new')} lead={t('missions.newLead')} actions={back} /><MissionForm choices={choices} /><PeriodForm /></Page>;
}

function MissionForm({ choices }: { choices: MissionChoices }) {
  const t = useT();
  const navigate = useNavigate();
  const { slug, locale } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const key = useRef('');
  const [kind, setKind] = useState<MissionKind>('CREATE');
  const [forms, setForms] = useState<readonly EvidenceForm[]>(['LINK']);
  const [brief, setBrief] = useState('');
  const send = async (form: FormData, draft: boolean) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const when = (name: string) => (text(name) ? new Date(text(name)).toISOString() : null);
    const lines = (name: string) => text(name).split('\n').map((line) => line.trim()).filter(Boolean);
    key.current ||= newIdempotencyKey();
    const answer = await act(PublishMissionDocument, {
      community: slug, kind, title: text('title'), brief, audience: text('audience'), places: text('places') ? Number(text('places')) : null,
      opensAt: when('opensAt') ?? '', closesAt: when('closesAt') ?? '', rallyAt: kind === 'RALLY' ? when('rallyAt') : null, evidence: [...forms],
      rubric: lines('rubric').map((criterion) => ({ criterion, points: 5 })), period: text('period') || null, budget: text('budget') || null,
      rewardPoints: text('points') ? Number(text('points')) : 0,
      disclosures: forms.includes('LINK') ? lines('channels').map((channel) => ({ channel, language: locale, words: lines('words') })) : [],
      draft, idempotencyKey: key.current,
    }, t(draft ? 'common.saved' : 'missions.published'));
    if (answer) await navigate(missionsPath(slug, `/${answer.publishMission.mission.id}`));
    else key.current = '';
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(new FormData(event.currentTarget), false);
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit}>
      <Select label={t('missions.kindLabel')} value={kind} onChange={(event) => setKind(event.target.value as MissionKind)} options={KINDS.map((one) => ({ value: one, label: t(`missions.kind.${one}`) }))} hint={t(`missions.kindText.${kind}`)} />
      <TextField name="title" label={t('missions.titleLabel')} minLength={3} maxLength={120} required />
      <MarkdownEditor label={t('missions.briefLabel')} value={brief} onChange={setBrief} maxLength={10_000} rows={8} />
      <p className={styles.honest}>{t('missions.briefHint')}</p>
      <TextField optional name="audience" label={t('missions.audienceLabel')} maxLength={500} />
      <div className={styles.pair}>
        <TextField name="opensAt" type="datetime-local" label={t('missions.opensLabel')} defaultValue={local(Date.now())} required />
        <TextField name="closesAt" type="datetime-local" label={t('missions.closesLabel')} defaultValue={local(Date.now() + 30 * DAY)} required />
      </div>
      {kind === 'RALLY' && <TextField name="rallyAt" type="datetime-local" label={t('missions.rallyLabel')} hint={t('missions.rallyHint')} required />}
      <TextField optional name="places" type="number" min={1} max={100_000} label={t('missions.placesLabel')} hint={t('missions.placesHint')} />
      <fieldset className={styles.fieldset}>
        <legend>{t('missions.asked')}</legend>
        {FORMS.map((form) => <Checkbox key={form} label={t(`missions.evidence.${form}`)} checked={forms.includes(form)} onChange={(event) => setForms((now) => (event.target.checked ? [...now, form] : now.filter((one) => one !== form)))} />)}
      </fieldset>
      {forms.includes('LINK') && (
        <div className={styles.pair}>
          <TextArea name="channels" label={t('missions.channelsLabel')} hint={t('missions.linesHint')} rows={3} required />
          <TextArea name="words" label={t('missions.words')} hint={t('missions.wordsHint')} defaultValue={t('missions.wordsUsual')} rows={3} required />
        </div>
      )}
      <TextArea optional name="rubric" label={t('missions.rubric')} hint={t('missions.rubricHint')} rows={3} />
      {choices.missionPeriods.nodes.length > 0 && <Select name="period" label={t('missions.periodLabel')} options={[{ value: '', label: '–' }, ...choices.missionPeriods.nodes.map(({ id, theme }) => ({ value: id, label: theme }))]} />}
      {choices.rewardBudgets && choices.rewardBudgets.nodes.length > 0 && (
        <div className={styles.pair}>
          <Select name="budget" label={t('missions.budgetLabel')} options={[{ value: '', label: '–' }, ...choices.rewardBudgets.nodes.map(({ id, name, left }) => ({ value: id, label: `${name} (${t.number(left)})` }))]} />
          <TextField optional name="points" type="number" min={0} max={1_000_000} label={t('missions.pointsLabel')} />
        </div>
      )}
      <FormProblem problem={problem} />
      <div className={styles.actions}>
        <SubmitButton tone="primary" busy={busy} disabled={brief.trim().length < 20 || forms.length === 0}>{t('missions.publish')}</SubmitButton>
        <Button busy={busy} onClick={(event) => void send(new FormData(event.currentTarget.form!), true)}>{t('missions.saveDraft')}</Button>
      </div>
    </form>
  );
}

/** A period with its theme, for the missions of the coming weeks. */
function PeriodForm() {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    void act(CreatePeriodDocument, { community: slug, theme: text('theme'), story: text('story'), startsAt: new Date(text('startsAt')).toISOString(), endsAt: new Date(text('endsAt')).toISOString() }, t('missions.periodMade'));
  };
  return (
    <details className={styles.details}>
      <summary>{t('missions.newPeriod')}</summary>
      <form method="post" className={styles.form} onSubmit={submit}>
        <TextField name="theme" label={t('missions.themeLabel')} minLength={3} maxLength={120} required />
        <TextArea optional name="story" label={t('missions.storyLabel')} maxLength={5000} rows={4} />
        <div className={styles.pair}>
          <TextField name="startsAt" type="date" label={t('missions.opensLabel')} required />
          <TextField name="endsAt" type="date" label={t('missions.closesLabel')} required />
        </div>
        <FormProblem problem={problem} />
        <div className={styles.actions}><SubmitButton busy={busy}>{t('missions.periodSave')}</SubmitButton></div>
      </form>
    </details>
  );
}

/** For an input of local time. */
function local(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
