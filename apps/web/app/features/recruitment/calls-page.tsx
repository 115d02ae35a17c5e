import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { CallsDocument, type CallCardFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { ambassadorsPath, callPath } from '../paths';
import type { Calls } from './recruitment.server';
import styles from './recruitment.module.css';

/** Whom a community looks for, and looked for. */
export function CallsPage({ calls }: { calls: Calls }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(CallsDocument, { slug, after })).community!.calls;
  const who = <LinkButton to={ambassadorsPath(slug)}>{t('recruitment.ambassadors')}</LinkButton>;
  return (
    <Page>
      <PageTitle title={t('recruitment.calls')} lead={t('recruitment.callsLead', { community: name })} actions={who} />
      {calls.nodes.length === 0 && <EmptyState title={t('recruitment.noCallsTitle')} text={t('recruitment.noCallsText', { community: name })} />}
      <Growing key={key} page={calls} fetchPage={fetchPage} hrefOf={(after) => `${callPath(slug)}?after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.grid}>{nodes.map((call) => <li key={call.id}><CallCard call={call} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

const TONES = { DRAFT: 'neutral', SCHEDULED: 'neutral', OPEN: 'good', CLOSED: 'neutral', DECIDED: 'neutral' } as const;

/** Where a call stands, in a word. */
export function CallState({ state }: { state: CallCardFragment['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`recruitment.state_${state}`)}</Badge>;
}

function CallCard({ call }: { call: CallCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" className={styles.card}>
      <p className={styles.facts}><CallState state={call.state} />{call.viewerApplication && <Badge tone="accent">{t(`recruitment.mine_${call.viewerApplication.state}`)}</Badge>}</p>
      <h2 className={styles.cardTitle} lang={locale}><Link to={callPath(slug, call.id)} prefetch="intent">{call.title}</Link></h2>
      <p className={styles.quiet} lang={locale}>{call.perks}</p>
      <p className={styles.facts}>
        <span>{t('recruitment.seats', { count: call.seats })}</span>
        <span>{t('recruitment.applicants', { count: call.applicants })}</span>
        <span>{t(call.state === 'SCHEDULED' ? 'recruitment.opensOn' : 'recruitment.closesOn', { date: t.date(call.state === 'SCHEDULED' ? call.opensAt : call.closesAt) })}</span>
      </p>
    </Card>
  );
}
