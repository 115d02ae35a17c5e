import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { type AmbassadorAppealOutcome, DecideAmbassadorAppealDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { TextArea } from '~/kit/field';
import { MemberChip } from '~/kit/member-chip';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Evidence } from '../missions/entry-card';
import { missionsPath } from '../missions/missions-state';
import { callPath } from '../paths';
import { AgreementText } from './agreement-text';
import { OwnAppeal } from './revoked-part';
import { TermStatement } from './term-statement';
import styles from './terms.module.css';
import { ambassadorAppealsPath } from './terms-state';
import type { FullAppeal } from './terms.server';

const LONGEST = 5_000;
const LEAST = 3;

/** One appeal of an ambassador: what the brand decided, what they say to it, and the moderator's decision with its reasons. */
export function AppealPage({ appeal }: { appeal: FullAppeal }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { subject, mission, member, openedAt } = appeal;
  return (
    <Page width="text" className={styles.page}>
      <PageTitle title={t(`terms.against_${subject}`, { mission: mission?.title ?? '—' })} lead={t('terms.appealLead')} />
      <MemberChip member={member} community={slug} absent={t('missions.former')}>{t('terms.appealedOn', { date: t.date(openedAt) })}</MemberChip>
      <section className={styles.part} aria-labelledby="decided">
        <h2 id="decided">{t('terms.brandSaid')}</h2>
        <Against appeal={appeal} />
      </section>
      <section className={styles.part} aria-labelledby="said">
        <h2 id="said">{t('terms.ambassadorSays')}</h2>
        <OwnAppeal appeal={appeal} toThem={false} />
      </section>
      {appeal.outcome === null && <Decide appeal={appeal} />}
      <p><Link to={ambassadorAppealsPath(slug)}>{t('terms.allAppeals')}</Link></p>
    </Page>
  );
}

/** The revocation with the agreement it rests on; or the refusal with the work it is about. */
function Against({ appeal: { subject, decision, term, mission, evidence } }: { appeal: FullAppeal }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  if (subject === 'TERM') {
    return (
      <>
        {decision && <Card tone="wash"><TermStatement statement={{ clause: decision.clause ?? '', facts: decision.facts, passage: decision.passage ?? '' }} at={decision.at} toThem={false} /></Card>}
        {term?.call && <p><Link to={callPath(slug, term.call.id)} lang={locale}>{term.call.title}</Link></p>}
        {term?.agreement && (
          <details className={styles.fold}>
            <summary>{t('terms.theirAgreement')}</summary>
            <div className={styles.paper}><AgreementText agreement={term.agreement} level={3} /></div>
          </details>
        )}
      </>
    );
  }
  return (
    <>
      {decision && <Card tone="wash" className={styles.term}><p className={styles.did}>{t('terms.refusedOn', { date: t.date(decision.at) })}</p><blockquote className={styles.said} lang={locale} dir="auto">{decision.facts}</blockquote></Card>}
      {mission && <p>{t('terms.forMission')} <Link to={missionsPath(slug, `/${mission.id}`)} lang={locale}>{mission.title}</Link></p>}
      <h3>{t('terms.theirWork')}</h3>
      <Evidence evidence={evidence} />
    </>
  );
}

function Decide({ appeal: { id, subject, viewerMayDecide } }: { appeal: FullAppeal }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [outcome, setOutcome] = useState<AmbassadorAppealOutcome | null>(null);
  const [reasons, setReasons] = useState('');
  if (!viewerMayDecide.allowed) return <Card tone="wash"><p>{t(viewerMayDecide.reason === 'SECOND_FACTOR_NEEDED' ? 'terms.needsFactor' : 'terms.notYoursText')}</p></Card>;
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    if (outcome) await act(() => mutate(DecideAmbassadorAppealDocument, { input: { appeal: id, outcome, reasons } }), t('terms.decidedDone'));
  };
  return (
    <section className={styles.part} aria-labelledby="decide">
      <h2 id="decide">{t('terms.decide')}</h2>
      <form method="post" className={styles.form} onSubmit={(event) => void decide(event)}>
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">{t('terms.outcome')}</legend>
          {(['UPHELD', 'OVERTURNED'] as const).map((one) => (
            <label key={one} className={styles.option}>
              <input type="radio" name="outcome" value={one} checked={outcome === one} onChange={() => setOutcome(one)} />
              <span><strong>{t(`terms.choose_${one}`)}</strong><span className={styles.quiet}>{t(one === 'UPHELD' ? 'terms.upheldMeans' : `terms.overturnedMeans_${subject}`)}</span></span>
            </label>
          ))}
        </fieldset>
        <TextArea label={t('terms.decideWhy')} hint={t('terms.decideWhyHint')} value={reasons} onChange={(event) => setReasons(event.target.value)} maxLength={LONGEST} rows={5} required />
        <FormProblem problem={problem} />
        <p><SubmitButton tone="primary" busy={busy} disabled={outcome === null || reasons.trim().length < LEAST}>{t('terms.decideSend')}</SubmitButton></p>
      </form>
    </section>
  );
}
