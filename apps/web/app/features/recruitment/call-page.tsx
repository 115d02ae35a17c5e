import { useState } from 'react';
import { AcceptTermDocument, AskForReviewDocument, WithdrawApplicationDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Checkbox, TextArea } from '~/kit/field';
import { Markdown } from '~/kit/markdown';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { callPath } from '../paths';
import { CallState } from './calls-page';
import type { Agreement, Agreements, CallFull } from './recruitment.server';
import styles from './recruitment.module.css';

/** A call's landing page: what it is about, what one gets, who may apply and who decides. */
export function CallPage({ call, agreements }: { call: CallFull; agreements: Agreements }) {
  const t = useT();
  const agreement = agreements[t.locale.startsWith('fr') ? 'fr' : 'en'];
  const { slug, locale, name } = useCommunity()!.community;
  return (
    <Page>
      <p className={styles.facts}><CallState state={call.state} /><span>{t('recruitment.callBy', { community: name })}</span></p>
      <PageTitle title={call.title} actions={<Actions call={call} />} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Own call={call} agreement={agreement} />
          <Markdown html={call.storyHtml} lang={locale} level={2} />
          <section className={styles.section} aria-labelledby="perks"><h2 id="perks">{t('recruitment.perks')}</h2><p className={styles.lines} lang={locale}>{call.perks}</p><p className={styles.quiet}>{t('recruitment.honest')}</p></section>
          <Questions call={call} />
          <Changes call={call} />
        </div>
        <aside className={styles.side}><Facts call={call} /><p><LinkButton size="s" to={callPath(slug)}>{t('recruitment.allCalls')}</LinkButton></p></aside>
      </div>
    </Page>
  );
}

function Actions({ call }: { call: CallFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const own = call.viewerApplication;
  const goOn = call.state === 'OPEN' && (own === null || ['DRAFT', 'SUBMITTED', 'WITHDRAWN'].includes(own.state));
  return (
    <div className={styles.actions}>
      {goOn && !call.viewerRuns && <LinkButton tone="primary" to={callPath(slug, call.id, '/apply')}>{t(own && own.state !== 'WITHDRAWN' ? 'recruitment.goOn' : 'recruitment.apply')}</LinkButton>}
      {call.viewerIsOfPanel && <LinkButton to={callPath(slug, call.id, '/panel')}>{t('recruitment.panel')}</LinkButton>}
      {!call.viewerIsOfPanel && call.selection !== 'PANEL' && call.applicants > 0 && <LinkButton to={callPath(slug, call.id, '/panel')}>{t('recruitment.candidates')}</LinkButton>}
    </div>
  );
}

function Facts({ call }: { call: CallFull }) {
  const t = useT();
  const { leastLevel, leastIdentity, leastAge, regions } = call.eligibility;
  const names = new Intl.DisplayNames([t.locale], { type: 'region' });
  const rows: [string, string][] = [
    [t('recruitment.seatsLabel'), t.number(call.seats)],
    [t('recruitment.applicantsLabel'), t.number(call.applicants)],
    [t(call.state === 'SCHEDULED' ? 'recruitment.opens' : 'recruitment.closes'), t.date(call.state === 'SCHEDULED' ? call.opensAt : call.closesAt)],
    [t('recruitment.termLabel'), t('recruitment.months', { count: call.termMonths })],
    [t('recruitment.level'), t(`domain.level.${leastLevel}`)],
    [t('recruitment.identity'), t(`domain.identity.${leastIdentity}`)],
    [t('recruitment.age'), leastAge > 0 ? t('recruitment.years', { count: leastAge }) : t('recruitment.any')],
    [t('recruitment.region'), regions.length > 0 ? regions.map((region) => names.of(region) ?? region).join(', ') : t('recruitment.everywhere')],
    [t('recruitment.decides'), t(`recruitment.selection_${call.selection}`)],
  ];
  return (
    <Card as="section" tone="wash">
      <dl className={styles.dl}>{rows.map(([term, text]) => <div key={term}><dt>{term}</dt><dd>{text}</dd></div>)}</dl>
      {call.blind && <p className={styles.quiet}>{t('recruitment.blind')}</p>}
    </Card>
  );
}

function Questions({ call }: { call: CallFull }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  if (call.questions.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="asked">
      <h2 id="asked">{t('recruitment.asked')}</h2>
      <ol className={styles.list}>{call.questions.map((question) => <li key={question.id} lang={locale}>{question.text}</li>)}</ol>
      <p className={styles.quiet}>{t(call.selection === 'PANEL' ? 'recruitment.readByPanel' : 'recruitment.readByAll')}</p>
      <p className={styles.quiet}>{t('recruitment.judgedBy', { criteria: new Intl.ListFormat(t.locale).format(call.criteria.map(({ label }) => label)) })}</p>
    </section>
  );
}

function Changes({ call }: { call: CallFull }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  if (call.changes.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="changes">
      <h2 id="changes">{t('recruitment.changes')}</h2>
      <ul role="list" className={styles.list}>{call.changes.map((change) => (
        <li key={change.id}><strong>{t(`recruitment.change_${change.kind}`, { date: t.date(change.closesAt) })}</strong><p lang={locale}>{change.notice}</p></li>
      ))}</ul>
    </section>
  );
}

/** The reader's own application: where it stands, the answer with its reason, and what they can do about it. */
function Own({ call, agreement }: { call: CallFull; agreement: Agreement | null }) {
  const t = useT();
  const { act, busy } = useAct();
  const own = call.viewerApplication;
  const { locale } = useCommunity()!.community;
  if (!own || own.state === 'WITHDRAWN') return null;
  const last = own.decisions?.at(-1);
  const serving = own.term !== null && own.term.state !== 'OFFERED' && own.term.state !== 'LAPSED';
  return (
    <Card as="section" tone={own.state === 'SELECTED' ? 'good' : 'wash'} className={styles.own} aria-labelledby="own">
      <h2 id="own">{t(`recruitment.own_${own.state}`, { place: own.waitingPlace ?? 0 })}</h2>
      {last && <blockquote className={styles.quote} lang={locale}>{last.reason}</blockquote>}
      {last?.reviewOutcome && <p lang={locale}>{t('recruitment.reviewAnswer')} {last.reviewAnswer}</p>}
      {last?.reviewAskedAt && !last.reviewOutcome && <p>{t('recruitment.reviewWaits')}</p>}
      {own.term?.state === 'OFFERED' && agreement && <Accept term={own.term} agreement={agreement} />}
      {last && !last.reviewAskedAt && !serving && <AskAgain application={own.id} />}
      {own.state !== 'DECLINED' && !serving && (
        <p><Button size="s" busy={busy} onClick={() => void act(WithdrawApplicationDocument, { application: own.id }, t('recruitment.withdrawn'))}>{t(own.state === 'SELECTED' ? 'recruitment.giveUp' : 'recruitment.withdraw')}</Button></p>
      )}
    </Card>
  );
}

function Accept({ term, agreement }: { term: { id: string; acceptUntil: string; receives: string }; agreement: Agreement }) {
  const t = useT();
  const { act, busy } = useAct();
  const [read, setRead] = useState(false);
  return (
    <div className={styles.section}>
      <p>{t('recruitment.offer', { date: t.date(term.acceptUntil), receives: term.receives })}</p>
      <details className={styles.agreement} open>
        <summary>{t('recruitment.agreement', { version: agreement.version })}</summary>
        <div className={styles.lines}>{agreement.text.replace(/^#+ /gm, '').replaceAll('**', '')}</div>
        <p className={styles.hash}>{t('recruitment.hash')} <code>{agreement.hash}</code></p>
      </details>
      <Checkbox label={t('recruitment.haveRead')} checked={read} onChange={(event) => setRead(event.target.checked)} />
      <Button tone="primary" disabled={!read} busy={busy} onClick={() => void act(AcceptTermDocument, { term: term.id, agreementHash: agreement.hash }, t('recruitment.welcome'))}>{t('recruitment.accept')}</Button>
    </div>
  );
}

function AskAgain({ application }: { application: string }) {
  const t = useT();
  const { act, busy } = useAct();
  const [text, setText] = useState('');
  return (
    <details>
      <summary>{t('recruitment.askAgain')}</summary>
      <div className={styles.section}>
        <TextArea label={t('recruitment.askAgainLabel')} hint={t('recruitment.askAgainHint')} value={text} maxLength={5000} onChange={(event) => setText(event.target.value)} />
        <Button busy={busy} disabled={text.trim().length < 10} onClick={() => void act(AskForReviewDocument, { application, text }, t('recruitment.asked_done'))}>{t('recruitment.askAgainSend')}</Button>
      </div>
    </details>
  );
}
