import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { AmbassadorAppealsDocument, type AppealedCaseFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { moderationPath } from '../paths';
import styles from './terms.module.css';
import { ambassadorAppealsPath } from './terms-state';
import type { AppealsList } from './terms.server';

/** What ambassadors appeal against, each reader's own to decide: the longest waiting first, or what was decided. */
export function AppealsPage({ appeals, decided }: { appeals: AppealsList; decided: boolean }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const query = decided ? '?tab=decided' : '';
  const fetchPage = async (after: string) => (await mutate(AmbassadorAppealsDocument, { slug, after, decided })).community!.ambassadorAppeals!;
  const tabs = [
    { to: ambassadorAppealsPath(slug), label: t('terms.waiting'), current: !decided, count: decided ? undefined : appeals.totalCount },
    { to: ambassadorAppealsPath(slug, '', '?tab=decided'), label: t('terms.decided'), current: decided, count: decided ? appeals.totalCount : undefined },
  ];
  const back = <LinkButton size="s" to={moderationPath(slug)} icon={<Icon name="shield" size={16} />}>{t('review.title')}</LinkButton>;
  return (
    <Page width="text">
      <PageTitle title={t('terms.appeals')} lead={t('terms.appealsLead')} actions={back} />
      <Tabs label={t('terms.appeals')} tabs={tabs} />
      {appeals.nodes.length === 0 && <EmptyState title={t(decided ? 'terms.decidedNone' : 'terms.waitingNone')} text={decided ? undefined : t('terms.waitingNoneText')} />}
      <Growing key={key} page={appeals} fetchPage={fetchPage} hrefOf={(after) => ambassadorAppealsPath(slug, '', `${query || '?'}${query && '&'}after=${encodeURIComponent(after)}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.rows}>{nodes.map((appeal) => <li key={appeal.id}><Case appeal={appeal} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

function Case({ appeal }: { appeal: AppealedCaseFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { id, subject, member, openedAt, text, outcome, mission } = appeal;
  return (
    <Card as="article" className={styles.term}>
      <MemberChip member={member} community={slug} absent={t('missions.former')}><RelativeTime at={openedAt} /></MemberChip>
      <h2 className={styles.caseTitle}><Link to={ambassadorAppealsPath(slug, id)}>{t(`terms.against_${subject}`, { mission: mission?.title ?? '—' })}</Link></h2>
      <p className={styles.excerpt} lang={locale} dir="auto">{text}</p>
      <p className={styles.facts}>
        {outcome ? <Badge size="s" tone={outcome === 'OVERTURNED' ? 'good' : 'neutral'} icon={outcome === 'OVERTURNED' ? 'check' : 'shield'}>{t(`terms.outcome_${outcome}`)}</Badge>
          : <Badge size="s" tone="info" icon="hourglass">{t('terms.waitsForYou')}</Badge>}
      </p>
    </Card>
  );
}
