import type { ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { ambassadorsPath, callPath } from '../paths';
import { CallState } from '../recruitment/calls-page';
import { CloseEarly, Extend } from './call-times';
import type { CallAgreements, CallToRun, Funnel as Steps } from './calls-desk.server';
import { Funnel } from './funnel';
import { Publish } from './manage-bar';
import { Reviewers } from './reviewers';
import styles from './manage.module.css';

/** Running a call: what comes next, its times, who reads, what is agreed to and how far people came. */
export function ManagePage({ call, agreements, funnel }: { call: CallToRun; agreements: CallAgreements; funnel: Steps | null }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const editable = call.state === 'DRAFT' || call.state === 'SCHEDULED';
  return (
    <Page>
      <p className={styles.state}><CallState state={call.state} /></p>
      <PageTitle title={<span lang={locale}>{call.title}</span>} lead={t(`calls.next_${call.state}`, { opens: t.date(call.opensAt), closes: t.date(call.closesAt) })} />
      <div className={styles.actions}>
        {call.state === 'DRAFT' && <Publish call={call} />}
        {call.state !== 'DRAFT' && <LinkButton size="s" tone={call.state === 'CLOSED' ? 'primary' : 'secondary'} to={callPath(slug, call.id, '/panel')}>{t('recruitment.panel')}</LinkButton>}
        {editable && <LinkButton size="s" to={callPath(slug, call.id, '/edit')}>{t('calls.edit')}</LinkButton>}
        <LinkButton size="s" to={callPath(slug, call.id)}>{t('calls.asFans')}</LinkButton>
        <LinkButton size="s" tone="quiet" to={callPath(slug)}>{t('recruitment.allCalls')}</LinkButton>
      </div>
      <div className={styles.parts}>
        {funnel && <Part title={t('calls.funnel')}><Funnel funnel={funnel} /></Part>}
        {call.state !== 'DRAFT' && <Part title={t('calls.times')}><Times call={call} /></Part>}
        {call.selection !== 'COMMUNITY' && (call.state !== 'DECIDED' || call.reviewers.length > 0) && <Part title={t('calls.reviewers')}><Reviewers key={call.reviewers.map(({ id }) => id).join()} call={call} /></Part>}
        <Part title={t('calls.agreement')}><Agreement agreements={agreements} /></Part>
      </div>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <Card as="section" className={styles.part}><h2>{title}</h2>{children}</Card>;
}

function Times({ call }: { call: CallToRun }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const long = { dateStyle: 'long', timeStyle: 'short' } as const;
  const decided = call.state === 'DECIDED' && call.applicants > 0;
  return (
    <>
      <dl className={styles.dates}>
        <div><dt>{t('calls.opening')}</dt><dd>{t.date(call.opensAt)}</dd></div>
        <div><dt>{t('calls.closing')}</dt><dd>{t.date(call.closesAt)}</dd></div>
        {call.votingUntil && <div><dt>{t('calls.votingUntil')}</dt><dd>{t.date(call.votingUntil)}</dd></div>}
      </dl>
      {call.changes.length > 0 && (
        <ul role="list" className={styles.changes} aria-label={t('recruitment.changes')}>
          {call.changes.map((change) => (
            <li key={change.id}>
              <strong>{t(`recruitment.change_${change.kind}`, { date: t.date(change.closesAt) })}</strong>
              <span lang={locale}>{change.notice}</span>
              <time dateTime={change.at}>{t.date(change.at, { ...long, timeZone: 'UTC' })}</time>
            </li>
          ))}
        </ul>
      )}
      {decided ? <p className={styles.quiet}>{t('calls.timesOver')}</p> : <div className={styles.actions}><Extend call={call} />{call.state === 'OPEN' && <CloseEarly call={call} />}</div>}
    </>
  );
}

/** What a selected member agrees to. Its words are written elsewhere, once for the community. */
function Agreement({ agreements }: { agreements: CallAgreements }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const agreement = t.locale.startsWith('fr') ? (agreements.fr ?? agreements.en) : (agreements.en ?? agreements.fr);
  const write = <LinkButton size="s" to={`${ambassadorsPath(slug)}/agreement`}>{t('calls.agreementWrite')}</LinkButton>;
  if (!agreement) return <><p>{t('calls.agreementHouse')}</p><p>{write}</p></>;
  return (
    <>
      <p>{t('calls.agreementIs', { version: agreement.version, date: t.date(agreement.since) })}</p>
      <details className={styles.agreement}>
        <summary>{t('calls.agreementRead')}</summary>
        <div className={styles.words} lang={agreement.locale}>{agreement.text.replace(/^#+ /gm, '').replaceAll('**', '')}</div>
      </details>
      <p>{write}</p>
    </>
  );
}
