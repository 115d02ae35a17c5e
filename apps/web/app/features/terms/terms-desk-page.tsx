import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { AmbassadorTermsDocument, RenewTermDocument, type TermRowFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button, LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ambassadorsPath, callPath } from '../paths';
import { LOOKS } from './my-term-page';
import { RevokeDialog } from './revoke-dialog';
import { TermStatement } from './term-statement';
import styles from './terms.module.css';
import { agreementPath, renewable, serves, STATES_OF, TERM_TABS, type TermTab, termsDeskPath } from './terms-state';
import type { TermsList } from './terms.server';

/** The brand's list of terms: who serves until when, who is asked to go on, and what was taken away and why. */
export function TermsDeskPage({ terms, tab }: { terms: TermsList; tab: TermTab }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const query = tab === 'running' ? '' : `?tab=${tab}`;
  const fetchPage = async (after: string) => (await mutate(AmbassadorTermsDocument, { slug, after, state: STATES_OF[tab] })).community!.ambassadorTerms!;
  const tabs = TERM_TABS.map((one) => ({ to: termsDeskPath(slug, one === 'running' ? '' : `?tab=${one}`), label: t(`terms.tab_${one}`), current: one === tab, count: one === tab ? terms.totalCount : undefined }));
  const actions = (
    <div className={styles.actions}>
      <LinkButton size="s" to={agreementPath(slug)} icon={<Icon name="document" size={16} />}>{t('terms.agreement')}</LinkButton>
      <LinkButton size="s" to={ambassadorsPath(slug)} icon={<Icon name="users" size={16} />}>{t('terms.all')}</LinkButton>
    </div>
  );
  return (
    <Page>
      <PageTitle title={t('terms.desk')} lead={t('terms.deskLead', { community: name })} actions={actions} />
      <Tabs label={t('terms.desk')} tabs={tabs} />
      {terms.nodes.length === 0 && <EmptyState title={t(`terms.empty_${tab}`)} action={tab === 'running' ? <LinkButton to={callPath(slug)}>{t('recruitment.calls')}</LinkButton> : undefined} />}
      <Growing key={key} page={terms} fetchPage={fetchPage} hrefOf={(after) => termsDeskPath(slug, `${query || '?'}${query && '&'}after=${encodeURIComponent(after)}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.rows}>{nodes.map((term) => <li key={term.id}><TermLine term={term} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

/** Of which one speaks in the past. */
const OVER: readonly TermRowFragment['state'][] = ['ENDED', 'RESIGNED', 'REVOKED'];

function TermLine({ term }: { term: TermRowFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { state, since, until, acceptUntil, months, receives, call, member, agreement, revocation, appeal } = term;
  const offer = { months: t('recruitment.months', { count: months }), date: t.date(acceptUntil) };
  const when = since && until ? t('terms.span', { since: t.date(since), until: t.date(until) }) : t(state === 'LAPSED' ? 'terms.lapsedSpan' : 'terms.offeredSpan', offer);
  return (
    <Card as="article" className={styles.row}>
      <div className={styles.who}>
        <MemberChip member={member} community={slug} absent={t('missions.former')}>{when}</MemberChip>
        <p className={styles.facts}>
          <Badge size="s" {...LOOKS[state]}>{t(state === 'OFFERED' ? 'terms.offered' : `terms.state_${state}`)}</Badge>
          {call && <Link to={callPath(slug, call.id)} lang={locale}>{call.title}</Link>}
          {agreement && <span>{t('terms.underVersion', { version: agreement.version })}</span>}
        </p>
        {state !== 'LAPSED' && <p className={styles.quiet}>{t(OVER.includes(state) ? 'recruitment.received' : 'recruitment.receives', { what: receives })}</p>}
      </div>
      {serves(term, new Date()) && <RowActions term={term} />}
      {revocation && (
        <details className={styles.fold}>
          <summary>{t(revocation.overturnedAt ? 'terms.wasOverturned' : appeal ? `terms.appeal_${appeal.outcome ?? 'WAITS'}` : 'terms.reasons')}</summary>
          <TermStatement statement={revocation} at={revocation.at} toThem={false} />
          {revocation.overturnedBecause && <><p><strong>{t('terms.overturnedBecause')}</strong></p><blockquote className={styles.said} lang={locale} dir="auto">{revocation.overturnedBecause}</blockquote></>}
        </details>
      )}
    </Card>
  );
}

function RowActions({ term }: { term: TermRowFragment }) {
  const t = useT();
  const { act, busy } = useAct({ aloud: true });
  const [revoking, setRevoking] = useState(false);
  const { membership } = useCommunity()!;
  const { renewalByBrandAt, renewalByMemberAt, renewalMonths, months } = term;
  const name = term.member?.displayName ?? t('missions.former');
  const renew = () => act(() => mutate(RenewTermDocument, { input: { term: term.id } }), t(renewalByMemberAt ? 'terms.renewed' : 'terms.renewSentTo', { name }));
  const length = t('recruitment.months', { count: renewalMonths ?? months });
  return (
    <div className={styles.rowActions}>
      {renewalByMemberAt && <p className={styles.quiet}>{t('terms.wantsToGoOn', { name, months: length })}</p>}
      {renewalByBrandAt && <p className={styles.quiet}>{t('terms.renewWaits', { months: length })}</p>}
      {!renewalByBrandAt && renewable(term, new Date()) && (
        <Button size="s" tone={renewalByMemberAt ? 'primary' : 'secondary'} busy={busy} onClick={() => void renew()}>{renewalByMemberAt ? t('terms.renewAgree') : t('terms.offerRenewal', { months: length })}</Button>
      )}
      {term.member?.id !== membership?.id && <Button size="s" tone="quiet" onClick={() => setRevoking(true)}>{t('terms.revoke')}</Button>}
      {revoking && <RevokeDialog term={term.id} name={name} onClose={() => setRevoking(false)} />}
    </div>
  );
}
