import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton, SubmitButton } from '~/kit/button';
import { classes } from '~/kit/classes';
import { FormProblem } from '~/kit/error-state';
import { Icon } from '~/kit/icon';
import { Page, PageTitle } from '~/shell/page';
import { CategoriesFields } from './categories-fields';
import type { CommunityDraft } from './community-draft';
import { LadderFields } from './ladder-fields';
import { LookFields } from './look-fields';
import { NameFields } from './name-fields';
import { InvitationsFields } from './team-fields';
import { TextsFields } from './texts-fields';
import { type Made, useWizard } from './use-wizard';
import { WizardDone } from './wizard-done';
import { firstOpenStep, isStepDone, parseStep, STEPS, type Step, stepAfter, stepBefore, stepPath } from './wizard-state';
import styles from './wizard.module.css';

/** "Create your community" in five steps. Each has its address; everything is kept in this browser until it is made. */
export function WizardPage() {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const step = parseStep(search);
  const wizard = useWizard(t.locale);
  const [made, setMade] = useState<Made | null>(null);
  const [strict, setStrict] = useState(false);
  if (made) return <WizardDone made={made} />;
  const next = stepAfter(step);
  const pointOut = () => {
    setStrict(true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus());
  };
  const advance = async () => {
    if (!isStepDone(step, wizard.draft)) return pointOut();
    setStrict(false);
    if (next) return navigate(stepPath(next));
    const open = firstOpenStep(wizard.draft);
    if (open) return navigate(stepPath(open));
    setMade(await wizard.make());
  };
  const before = stepBefore(step);
  return (
    <Page width="text">
      <PageTitle title={t('running.wizardTitle')} lead={t('running.wizardLead')} />
      <Steps current={step} draft={wizard.draft} />
      <form method="post" noValidate className={styles.step} aria-labelledby="step" onSubmit={(event) => { event.preventDefault(); void advance(); }}>
        <div>
          <h2 id="step" tabIndex={-1}>{t(`running.step.${step}`)}</h2>
          <p className={styles.lead}>{t(`running.stepLead.${step}`)}</p>
        </div>
        <StepFields step={step} draft={wizard.draft} onChange={wizard.change} strict={strict} />
        <FormProblem problem={wizard.problem} />
        <div className={styles.ways}>
          {before && <LinkButton to={stepPath(before)} tone="quiet" icon={<Icon name="chevronLeft" size={18} />}>{t('common.back')}</LinkButton>}
          <SubmitButton tone="primary" size="l" busy={wizard.busy}>{t(next ? 'running.next' : 'running.create')}</SubmitButton>
        </div>
      </form>
      <p className={styles.kept}>{t('running.wizardKept')} <button type="button" className={styles.restart} onClick={() => { wizard.restart(); void navigate(stepPath('name')); }}>{t('running.wizardRestart')}</button></p>
    </Page>
  );
}

/** Where one is; each step can be gone to. */
function Steps({ current, draft }: { current: Step; draft: CommunityDraft }) {
  const t = useT();
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={t('running.steps')} className={styles.steps}>
      <ol role="list">
        {STEPS.map((step, index) => (
          <li key={step}>
            <Link to={stepPath(step)} aria-current={step === current ? 'step' : undefined} className={classes(styles.way, index < at && isStepDone(step, draft) && styles.done)}>
              <span className={styles.number}>{index < at && isStepDone(step, draft) ? <Icon name="check" size={16} /> : index + 1}</span>
              <span className={styles.name}>{t(`running.stepShort.${step}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepProps {
  step: Step;
  draft: CommunityDraft;
  onChange(change: Partial<CommunityDraft>): void;
  strict: boolean;
}

function StepFields({ step, draft, onChange, strict }: StepProps) {
  const t = useT();
  switch (step) {
    case 'name': return <NameFields draft={draft} onChange={onChange} strict={strict} />;
    case 'look': return <LookFields look={draft.look} name={draft.name} onChange={(change) => onChange({ look: { ...draft.look, ...change } })} />;
    case 'texts': return (
      <>
        <TextsFields draft={draft} onChange={(change) => onChange({ ...change, ...(change.guidelines ?? change.terms ? { textsProposed: false } : {}) })} strict={strict} />
        <h3 className={styles.subtitle}>{t('running.categories')}</h3>
        <CategoriesFields categories={draft.categories} onChange={(categories) => onChange({ categories })} />
      </>
    );
    case 'ladder': return <LadderFields ladder={draft.ladder} onChange={(ladder) => onChange({ ladder })} />;
    case 'team': return <InvitationsFields invitations={draft.invitations} onChange={(invitations) => onChange({ invitations })} />;
  }
}
