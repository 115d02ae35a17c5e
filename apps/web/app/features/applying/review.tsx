import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { useMoment } from './moment';
import { ProofBadge } from './reach-fields';
import { isWhole } from './use-application';
import type { Writing } from './use-application';
import type { WizardProps } from './wizard';
import { completed, fits, isProvedBy, type Step, stepsOf, unanswered } from './wizard-steps';
import { titleOf } from './wizard-frame';
import styles from './wizard.module.css';

/** Everything as it will be read, with a way back to each part. */
export function Review({ call, own, writing, sites, checked }: WizardProps & { writing: Writing; checked: boolean }) {
  const t = useT();
  const moment = useMoment();
  const steps = stepsOf(call.questions);
  const missing = unanswered(call.questions, writing.written.answers).length;
  const hasPublic = call.questions.some(({ audience }) => audience === 'COMMUNITY');
  return (
    <>
      <p>{t(hasPublic ? 'applying.reviewLeadPublic' : 'applying.reviewLead')} {t('applying.reviewLate', { date: moment(call.closesAt) })}</p>
      {steps.map((step, at) => step.kind !== 'review' && <Part key={at} step={step} at={at} own={own} writing={writing} sites={sites} />)}
      {missing > 0 && <p className={styles.missing} role={checked ? 'alert' : undefined}><Icon name="warning" size={18} />{t('applying.missingSome', { count: missing })}</p>}
    </>
  );
}

function Part({ step, at, own, writing, sites }: Omit<WizardProps, 'call'> & { step: Exclude<Step, { kind: 'review' }>; at: number; writing: Writing }) {
  const t = useT();
  const title = titleOf(t, step);
  const { places } = writing.written;
  if (step.kind === 'you' && !own.country) return null;
  return (
    <section className={styles.part}>
      <header><h2>{title}</h2><Link to={`?step=${at + 1}`} aria-label={t('applying.editStep', { step: title })}>{t('applying.edit')}</Link></header>
      {step.kind === 'you' && <p>{new Intl.DisplayNames([t.locale], { type: 'region' }).of(own.country!)}</p>}
      {step.kind === 'questions' && <dl>{step.questions.map((question) => <Given key={question.id} question={question} answer={writing.written.answers[question.id] ?? ''} />)}</dl>}
      {step.kind === 'reach' && places.filter(isWhole).length === 0 && <p className={styles.quiet}>{t('applying.reachNone')}</p>}
      {step.kind === 'reach' && (
        <ul role="list" className={styles.places}>
          {places.filter(isWhole).map(({ key, channel, url, followers }) => (
            <li key={key}><strong>{channel}</strong> <span className={styles.url}>{completed(url)}</span> <span>{t('applying.reachCount', { count: Number(followers) || 0 })}</span> <ProofBadge proved={isProvedBy(completed(url), sites)} /></li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Given({ question, answer }: { question: WizardProps['call']['questions'][number]; answer: string }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const lacks = (question.required && answer.trim() === '') || !fits(question, completed(answer));
  return (
    <div>
      <dt><span lang={locale}>{question.text}</span>{question.audience === 'COMMUNITY' && <>{' '}<Badge size="s" tone="info" icon="eye">{t('applying.public')}</Badge></>}</dt>
      <dd data-lacks={lacks || undefined}>{lacks ? t('applying.missing') : answer || <span className={styles.quiet}>{t('applying.noAnswer')}</span>}</dd>
    </div>
  );
}
