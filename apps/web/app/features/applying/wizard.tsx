import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { StartApplicationDocument, SubmitApplicationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { useToast } from '~/kit/toast';
import { LeaveGuard } from '~/shell/leave-guard';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { callPath } from '../paths';
import type { CallFull } from '../recruitment/recruitment.server';
import { Readers } from './call-sections';
import { DeclaredFields } from './declared-fields';
import { QuestionFields } from './question-fields';
import { ReachFields } from './reach-fields';
import { Review } from './review';
import { useApplication, type Writing } from './use-application';
import { KeptStatus, WizardFrame } from './wizard-frame';
import { stepAt, stepsOf, unanswered } from './wizard-steps';
import styles from './wizard.module.css';

export interface WizardProps {
  call: CallFull;
  own: NonNullable<CallFull['viewerApplication']>;
  sites: readonly string[];
}

/** An application that was begun: its pages, from where its author left off. */
export function Wizard({ call, own, sites }: WizardProps) {
  const t = useT();
  const navigate = useNavigate();
  const toast = useToast();
  const [search] = useSearchParams();
  const { slug } = useCommunity()!.community;
  const writing = useApplication(call, own);
  const { act, busy, problem } = useAct();
  const [checked, setChecked] = useState(false);
  const steps = stepsOf(call.questions);
  const at = stepAt(search.get('step'), own.step ?? 0, steps.length);
  const step = steps[at]!;
  const missing = unanswered(call.questions, writing.written.answers);
  useArrival(at, writing);
  const home = callPath(slug, call.id);
  const submit = async () => {
    setChecked(true);
    if (missing.length > 0 || !(await writing.save(at))) return;
    if (await act(SubmitApplicationDocument, { application: own.id }, t('applying.handedIn'))) await navigate(home);
  };
  const saveChanges = async () => {
    setChecked(true);
    if (missing.length === 0 && (await writing.save(at))) toast(t('applying.changesSaved'), { tone: 'good' });
  };
  return (
    <WizardFrame call={call} at={at} open status={<KeptStatus writing={writing} />}>
      <LeaveGuard when={writing.isDirty && (!writing.isDraft || writing.phase !== 'resting')} />
      <div className={styles.form}>
        {step.kind === 'you' && <You call={call} own={own} />}
        {step.kind === 'questions' && <QuestionFields questions={step.questions} writing={writing} checked={checked} />}
        {step.kind === 'reach' && <ReachFields writing={writing} sites={sites} />}
        {step.kind === 'review' && <Review call={call} own={own} writing={writing} sites={sites} checked={checked} />}
        <FormProblem problem={problem ?? (writing.isDraft ? null : writing.problem)} />
        <div className={styles.foot}>
          {at > 0 && <LinkButton tone="quiet" to={`?step=${at}`}>{t('applying.previous')}</LinkButton>}
          <span className={styles.grow} />
          {writing.isDraft && step.kind !== 'review' && <LinkButton tone="quiet" to={home}>{t('applying.leave')}</LinkButton>}
          {!writing.isDraft && <Button tone="primary" disabled={!writing.isDirty} busy={writing.phase === 'saving'} onClick={() => void saveChanges()}>{t('applying.saveChanges')}</Button>}
          {step.kind !== 'review' && <LinkButton tone={writing.isDraft ? 'primary' : 'secondary'} size={writing.isDraft ? 'l' : 'm'} to={`?step=${at + 2}`}>{t('applying.next')}</LinkButton>}
          {writing.isDraft && step.kind === 'review' && <Button tone="primary" size="l" busy={busy} onClick={() => void submit()}>{t('applying.handIn')}</Button>}
        </div>
      </div>
    </WizardFrame>
  );
}

/** On another page: its title takes the focus, and a draft remembers how far one came. */
function useArrival(at: number, writing: Writing): void {
  const last = useRef<number | null>(null);
  const arrive = useEffectEvent(() => {
    if (last.current === at) return;
    if (last.current !== null) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    if (writing.isDraft) void writing.save(at);
    last.current = at;
  });
  useEffect(() => arrive(), [at]);
}

/** Where one lives and how old one is, told anew. */
function You({ call, own }: Pick<WizardProps, 'call' | 'own'>) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const asks = call.eligibility.regions.length > 0;
  const tell = (country: string) => void act(StartApplicationDocument, { call: call.id, country, ofAge: true });
  return (
    <>
      {asks && <fieldset disabled={busy} className={styles.bare}><DeclaredFields call={{ ...call, eligibility: { ...call.eligibility, leastAge: 0 } }} declared={{ country: own.country ?? '', ofAge: true }} onChange={({ country }) => country && tell(country)} /></fieldset>}
      {!asks && <p>{t('applying.youLead')}</p>}
      <FormProblem problem={problem} />
      <Readers call={call} />
    </>
  );
}
