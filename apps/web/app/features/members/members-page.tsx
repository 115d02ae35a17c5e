import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { MembersDocument, type MembersQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { pagePath } from '../paths';
import { Growing } from './growing';
import { formatMembers, MEMBER_ORDERS, ORDER_OF, type MembersState } from './members-state';
import { People } from './people';

type Members = NonNullable<MembersQuery['community']>['members'];

const WORDS = { newest: 'members.orderNewest', handle: 'members.orderHandle' } as const;

/** The people of a community. */
export function MembersPage({ members, state }: { members: Members; state: MembersState }) {
  const t = useT();
  const { key } = useLocation();
  const { community, membership } = useCommunity()!;
  const hrefOf = (change: Partial<MembersState>) => pagePath(community.slug, 'members') + formatMembers({ ...state, after: null, ...change });
  const fetchPage = async (after: string) => (await mutate(MembersDocument, { slug: community.slug, after, orderBy: ORDER_OF[state.order] })).community!.members;
  const join = !membership && <LinkButton to={`/c/${community.slug}/join`} tone="primary" icon={<Icon name="plus" />}>{t('members.join', { community: community.name })}</LinkButton>;
  return (
    <Page>
      <PageTitle title={t('members.heading')} lead={<>{t('members.lead')} <Link to={pagePath(community.slug, 'marks')}>{t('members.marksLink')}</Link> · <Link to={pagePath(community.slug, 'leaderboard')}>{t('reputation.leaderboard')}</Link></>} actions={join} />
      <Tabs label={t('members.orderLabel')} tabs={MEMBER_ORDERS.map((order) => ({ to: hrefOf({ order }), label: t(WORDS[order]), current: order === state.order }))} />
      {members.nodes.length === 0 && <EmptyState title={t('members.empty')} action={join} />}
      <Growing key={key} page={members} fetchPage={fetchPage} hrefOf={(after) => hrefOf({ after })} label={t('members.more')}>
        {(people) => <People people={people} />}
      </Growing>
    </Page>
  );
}
