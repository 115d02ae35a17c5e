import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { MemberFollowsDocument, type MemberFollowsQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { MemberChip } from '~/kit/member-chip';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { followsPath } from '../paths';
import { Growing } from './growing';
import { People } from './people';

export const FOLLOW_LISTS = ['followers', 'following'] as const;
export type FollowList = (typeof FOLLOW_LISTS)[number];
export type Followed = NonNullable<NonNullable<MemberFollowsQuery['community']>['member']>;

/** Who follows a member, or whom they follow, the latest first. */
export function FollowsPage({ member, list }: { member: Followed; list: FollowList }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const { handle, displayName: name } = member;
  const page = member[list]!;
  const fetchPage = async (after: string) => (await mutate(MemberFollowsDocument, { slug, handle, after, followers: list === 'followers' })).community!.member![list]!;
  const tab = (one: FollowList, count: number) => ({ to: followsPath(slug, handle, one), label: t(`follows.${one}Tab`), current: one === list, count });
  return (
    <Page>
      <PageTitle title={t(`follows.${list}Title`, { name })} lead={<MemberChip member={member} community={slug}>@{handle}</MemberChip>} />
      <Tabs label={t('follows.tabsLabel', { name })} tabs={[tab('followers', member.followerCount.totalCount), tab('following', member.followingCount.totalCount)]} />
      {page.nodes.length === 0 ? <EmptyState title={t(`follows.${list}Empty`, { name })} /> : (
        <Growing key={key} page={page} fetchPage={fetchPage} hrefOf={(after) => `${followsPath(slug, handle, list)}?after=${encodeURIComponent(after)}`} label={t('members.more')}>
          {(people) => <><h2 className="visually-hidden">{t(`follows.${list}Tab`)}</h2><People people={people} /></>}
        </Growing>
      )}
    </Page>
  );
}
