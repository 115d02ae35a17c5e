import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { SaveApplicationDocument, StartApplicationDocument, SubmitApplicationDocument } from '~/graphql/generated/documents';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { Button, LinkButton, SubmitButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { FormProblem } from '~/kit/error-state';
import { Checkbox, Select, TextArea, TextField } from '~/kit/field';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { callPath } from '../paths';
import type { CallFull } from './recruitment.server';
import styles from './recruitment.module.css';

/** Applying: who one is, the answers, and the last step. What is written is kept, and can be taken up again. */
export function ApplyPage({ call }: { call: CallFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const own = call.viewerApplication;
  const back = <LinkButton size="s" to={callPath(slug, call.id)}>{t('recruitment.toCall')}</LinkButton>;
  const { allowed, reason } = call.viewerMayApply;
  if (!allowed && reason) return <Page width="form"><EmptyState level={1} title={t('recruitment.cannot')} text={problemText(t, { code: reason, params: { level: call.eligibility.leastLevel, identity: call.eligibility.leastIdentity } })} action={back} /></Page>;
  return (
    <Page width="form">
      <PageTitle title={t('recruitment.applyTo', { call: call.title })} lead={t('recruitment.applyLead', { date: t.date(call.closesAt) })} actions={back} />
      {own && own.state !== 'WITHDRAWN' ? <Answers call={call} own={own} /> : <Begin call={call} />}
    </Page>
  );
}

function Begin({ call }: { call: CallFull }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [country, setCountry] = useState('');
  const [ofAge, setOfAge] = useState(false);
  const { regions, leastAge } = call.eligibility;
  const names = new Intl.DisplayNames([t.locale], { type: 'region' });
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    await act(StartApplicationDocument, { call: call.id, country: country || null, ofAge: leastAge === 0 || ofAge });
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void begin(event)}>
      {regions.length > 0 && (
        <Select label={t('recruitment.country')} value={country} required onChange={(event) => setCountry(event.target.value)} options={[{ value: '', label: t('recruitment.choose') }, ...regions.map((value) => ({ value, label: names.of(value) ?? value }))]} />
      )}
      {leastAge > 0 && <Checkbox label={t('recruitment.ofAge', { count: leastAge })} checked={ofAge} onChange={(event) => setOfAge(event.target.checked)} />}
      <p className={styles.quiet}>{t(call.selection === 'PANEL' ? 'recruitment.readByPanel' : 'recruitment.readByAll')}</p>
      {call.blind && <p className={styles.quiet}>{t('recruitment.blind')}</p>}
      <FormProblem problem={problem} />
      <SubmitButton tone="primary" busy={busy}>{t('recruitment.begin')}</SubmitButton>
    </form>
  );
}

function Answers({ call, own }: { call: CallFull; own: NonNullable<CallFull['viewerApplication']> }) {
  const t = useT();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const [answers, setAnswers] = useState<Record<string, string>>(() => Object.fromEntries(own.answers.map(({ question, answer }) => [question, answer ?? ''])));
  const [channel, setChannel] = useState(own.reach?.[0]?.channel ?? '');
  const [url, setUrl] = useState(own.reach?.[0]?.url ?? '');
  const [followers, setFollowers] = useState(String(own.reach?.[0]?.followers ?? ''));
  const given = call.questions.map(({ id }) => ({ question: id, answer: answers[id] ?? '' }));
  const reach = channel && url ? [{ channel, url, followers: Number(followers) || 0 }] : [];
  const save = (done?: string) => act(SaveApplicationDocument, { application: own.id, answers: given, reach }, done);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save())) return;
    if (await act(SubmitApplicationDocument, { application: own.id }, t('recruitment.handedIn'))) await navigate(callPath(slug, call.id));
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      {call.questions.map((question) => (
        <Question key={question.id} question={question} value={answers[question.id] ?? ''} onChange={(value) => setAnswers({ ...answers, [question.id]: value })} />
      ))}
      <fieldset className={styles.fieldset}>
        <legend>{t('recruitment.reach')}</legend>
        <p className={styles.quiet}>{t('recruitment.reachHint')}</p>
        <TextField label={t('recruitment.channel')} optional value={channel} maxLength={60} onChange={(event) => setChannel(event.target.value)} />
        <TextField label={t('recruitment.address')} optional type="url" value={url} maxLength={500} onChange={(event) => setUrl(event.target.value)} />
        <TextField label={t('recruitment.followers')} optional type="number" min={0} value={followers} onChange={(event) => setFollowers(event.target.value)} />
      </fieldset>
      <FormProblem problem={problem} />
      <div className={styles.actions}>
        <SubmitButton tone="primary" busy={busy}>{t(own.state === 'SUBMITTED' ? 'recruitment.saveChanges' : 'recruitment.handIn')}</SubmitButton>
        {own.state === 'DRAFT' && <Button busy={busy} onClick={() => void save(t('recruitment.kept'))}>{t('recruitment.later')}</Button>}
      </div>
    </form>
  );
}

function Question({ question, value, onChange }: { question: CallFull['questions'][number]; value: string; onChange(value: string): void }) {
  const t = useT();
  const { kind, text, help, required, maxLength, choices, audience } = question;
  const hint = [help, t(`recruitment.audience_${audience}`)].filter(Boolean).join(' ');
  const shared = { label: text, hint, optional: !required, required, value };
  if (kind === 'CHOICE') return <Select {...shared} onChange={(event) => onChange(event.target.value)} options={[{ value: '', label: t('recruitment.choose') }, ...choices.map((choice) => ({ value: choice, label: choice }))]} />;
  if (kind === 'TEXT') return <TextArea {...shared} maxLength={maxLength} onChange={(event) => onChange(event.target.value)} />;
  return <TextField {...shared} type="url" placeholder="https://" maxLength={maxLength} onChange={(event) => onChange(event.target.value)} />;
}
