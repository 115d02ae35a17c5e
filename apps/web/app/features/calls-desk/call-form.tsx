import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { newIdempotencyKey } from '~/data/mutate';
import { OpenCallDocument, UpdateCallDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextArea, TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { LeaveGuard } from '~/shell/leave-guard';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { callPath } from '../paths';
import { type CallDraft, type Part, inputOf, isInOrder } from './call-draft';
import { ConditionsFields } from './conditions-fields';
import { DateField } from './date-field';
import { DecidingFields } from './deciding-fields';
import { FormSection } from './form-section';
import { NumberField } from './number-field';
import { QuestionsFields } from './questions-fields';
import styles from './call-form.module.css';

interface Props {
  initial: CallDraft;
  /** Of the call that is changed; none for a new one. */
  id: string | null;
  /** Whether it is public already, and waits for its opening. */
  scheduled?: boolean;
}

/** Everything a brand says of a call, in the order in which a fan reads it. What was typed stays, whatever the answer is. */
export function CallForm({ initial, id, scheduled = false }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const { slug } = useCommunity()!.community;
  const { act, busy, problem } = useAct();
  const key = useRef('');
  const preview = useRef(true);
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [leaving, setLeaving] = useState(false);
  const change = (part: Partial<CallDraft>) => {
    key.current = '';
    setDraft((now) => ({ ...now, ...part }));
  };
  const send = async (): Promise<string | null> => {
    const input = inputOf(draft);
    const done = t(scheduled ? 'calls.savedPublic' : 'calls.savedDraft');
    if (id) return (await act(UpdateCallDocument, { call: id, ...input }, done)) && id;
    key.current ||= newIdempotencyKey();
    return (await act(OpenCallDocument, { community: slug, ...input, idempotencyKey: key.current }, done))?.openCall.call.id ?? null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLeaving(true);
    const written = await send();
    if (written) setSaved(draft);
    if (written && preview.current) return void (await navigate(callPath(slug, written)));
    if (written && !id) return void (await navigate(callPath(slug, written, '/edit'), { replace: true }));
    setLeaving(false);
  };
  const part: Part = { draft, change };
  const unordered = draft.opensAt !== '' && draft.closesAt !== '' && !isInOrder(draft);
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void submit(event)}>
      <LeaveGuard when={draft !== saved && !leaving} />
      <FormSection title={t('calls.partCall')} text={t('calls.partCallText')}>
        <TextField label={t('calls.title')} hint={t('calls.titleHint')} value={draft.title} required maxLength={120} onChange={(event) => change({ title: event.target.value })} />
        <MarkdownEditor label={t('calls.story')} hint={t('calls.storyHint')} value={draft.story} maxLength={20_000} rows={12} onChange={(story) => change({ story })} />
        <TextArea label={t('calls.perks')} hint={t('calls.perksHint')} value={draft.perks} required maxLength={4_000} rows={5} onChange={(event) => change({ perks: event.target.value })} />
        <TextField label={t('calls.receives')} hint={t('calls.receivesHint')} value={draft.receives} optional maxLength={1_000} onChange={(event) => change({ receives: event.target.value })} />
      </FormSection>
      <FormSection title={t('calls.partTime')} text={t('calls.partTimeText')}>
        <div className={styles.short}><NumberField label={t('calls.seats')} value={draft.seats} min={1} max={10_000} onChange={(seats) => change({ seats })} /></div>
        <div className={styles.pair}>
          <DateField label={t('calls.opens')} value={draft.opensAt} onChange={(opensAt) => change({ opensAt })} />
          <DateField label={t('calls.closes')} value={draft.closesAt} error={unordered ? t('calls.closesBefore') : null} onChange={(closesAt) => change({ closesAt })} />
        </div>
      </FormSection>
      <ConditionsFields {...part} />
      <QuestionsFields {...part} />
      <DecidingFields {...part} />
      <FormSection title={t('calls.partAfter')} text={t('calls.partAfterText')}>
        <div className={styles.three}>
          <NumberField label={t('calls.termMonths')} value={draft.termMonths} min={1} max={60} onChange={(termMonths) => change({ termMonths })} />
          <NumberField label={t('calls.acceptDays')} value={draft.acceptDays} min={1} max={365} onChange={(acceptDays) => change({ acceptDays })} />
          <NumberField label={t('calls.reapplyDays')} value={draft.reapplyAfterDays} min={0} max={3_650} onChange={(reapplyAfterDays) => change({ reapplyAfterDays })} />
        </div>
      </FormSection>
      <div className={styles.foot}>
        <FormProblem problem={problem} />
        <p className={styles.quiet}>{t('calls.noPraise')}</p>
        <div className={styles.actions}>
          <SubmitButton tone="primary" busy={busy} disabled={!draft.story.trim() || !isInOrder(draft)} onClick={() => (preview.current = true)}>{t(scheduled ? 'calls.saveAndLook' : 'calls.saveAndPreview')}</SubmitButton>
          {!scheduled && <SubmitButton busy={busy} disabled={!draft.story.trim() || !isInOrder(draft)} onClick={() => (preview.current = false)}>{t('calls.saveDraft')}</SubmitButton>}
          <Button tone="quiet" onClick={() => void navigate(callPath(slug, id ?? '', id ? '/manage' : ''))}>{t('common.cancel')}</Button>
        </div>
      </div>
    </form>
  );
}
