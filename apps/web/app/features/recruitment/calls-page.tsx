import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { CallsDocument, type CallCardFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { classes } from '~/kit/classes';
import { EmptyState } from '~/kit/empty-state';
import { Icon, type IconName } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { useRunsProgramme } from '../missions/use-runs-programme';
import { ambassadorsPath, callPath } from '../paths';
import { linesOf } from './perk-lines';
import type { Calls } from './recruitment.server';
import styles from './recruitment.module.css';

/** Whom a community looks for, and looked for. */
export function CallsPage({ calls }: { calls: Calls }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(CallsDocument, { slug, after })).community!.calls;
  const write = useRunsProgramme();
  const who = <LinkButton to={ambassadorsPath(slug)}>{t('recruitment.ambassadors')}</LinkButton>;
  const actions = write && <LinkButton tone="primary" to={callPath(slug, 'new')}>{t('calls.newShort')}</LinkButton>;
  return (
    <Page>
      <PageTitle title={t('recruitment.calls')} lead={t('recruitment.callsLead', { community: name })} actions={actions} />
      {calls.nodes.length === 0 && <EmptyState title={t('recruitment.noCallsTitle')} text={t('recruitment.noCallsText', { community: name })} action={who} />}
      <Growing key={key} page={calls} fetchPage={fetchPage} hrefOf={(after) => `${callPath(slug)}?after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
        {(nodes) => GROUPS.map(({ title, states }) => <Group key={title} title={t(title)} calls={nodes.filter(({ state }) => states.includes(state))} />)}
      </Growing>
      {calls.nodes.length > 0 && <p className={styles.hint}>{t('applying.callsHint')}</p>}
    </Page>
  );
}

type State = CallCardFragment['state'];
type ApplicationState = NonNullable<CallCardFragment['viewerApplication']>['state'];

/** What can be done now comes first. */
const GROUPS: readonly { readonly title: 'applying.open' | 'applying.soon' | 'applying.past'; readonly states: readonly State[] }[] = [
  { title: 'applying.open', states: ['OPEN'] },
  { title: 'applying.soon', states: ['DRAFT', 'SCHEDULED'] },
  { title: 'applying.past', states: ['CLOSED', 'DECIDED'] },
];

function Group({ title, calls }: { title: string; calls: readonly CallCardFragment[] }) {
  if (calls.length === 0) return null;
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      <ul role="list" className={classes(styles.grid, calls.length === 1 && styles.alone)}>{calls.map((call) => <li key={call.id}><CallCard call={call} /></li>)}</ul>
    </section>
  );
}

const TONES = { DRAFT: 'neutral', SCHEDULED: 'info', OPEN: 'good', CLOSED: 'neutral', DECIDED: 'neutral' } as const;

/** Where a call stands, in a word. */
export function CallState({ state }: { state: State }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`recruitment.state_${state}`)}</Badge>;
}

const MINE: Readonly<Record<ApplicationState, IconName>> = { DRAFT: 'edit', SUBMITTED: 'check', WITHDRAWN: 'close', SELECTED: 'star', WAITING: 'hourglass', DECLINED: 'mail' };

function CallCard({ call }: { call: CallCardFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <Card as="article" tone={call.state === 'OPEN' ? 'accent' : 'plain'} className={styles.card}>
      <p className={styles.facts}><CallState state={call.state} />{call.viewerApplication && <Badge tone="accent" icon={MINE[call.viewerApplication.state]}>{t(`recruitment.mine_${call.viewerApplication.state}`)}</Badge>}</p>
      <h3 className={styles.cardTitle} lang={locale}><Link to={callPath(slug, call.id)} prefetch="intent">{call.title}</Link></h3>
      <p className={styles.perks} lang={locale}>{linesOf(call.perks).join(' · ')}</p>
      <p className={styles.facts}>
        <span>{t('recruitment.seats', { count: call.seats })}</span>
        <span>{t('recruitment.applicants', { count: call.applicants })}</span>
        <When call={call} />
      </p>
    </Card>
  );
}

/** The date that matters now. */
function When({ call: { state, opensAt, closesAt } }: { call: CallCardFragment }) {
  const t = useT();
  if (state === 'SCHEDULED' || state === 'DRAFT') return <span>{t('recruitment.opensOn', { date: t.date(opensAt) })}</span>;
  if (state !== 'OPEN') return <span>{t('applying.closedAt', { date: t.date(closesAt) })}</span>;
  return <span className={styles.closing}><Icon name="clock" size={16} />{t('applying.closes')} <RelativeTime at={closesAt} /></span>;
}
