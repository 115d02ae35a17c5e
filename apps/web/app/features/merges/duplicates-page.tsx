import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { DuplicatePairsDocument, type DuplicatePairsQuery, MergeContestsDocument, type MergeContestsQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { DeskHead } from '../desk/desk-head';
import { Growing } from '../members/growing';
import { deskPath } from '../paths';
import { DuplicatePair } from './duplicate-pairs';
import { MergeContest } from './merge-contests';
import styles from './merges.module.css';

type Pairs = NonNullable<NonNullable<DuplicatePairsQuery['community']>['duplicateSuggestions']>;
type Contests = NonNullable<NonNullable<MergeContestsQuery['community']>['mergeContests']>;

interface Props {
  /** Null for moderators, who do not merge. */
  pairs: Pairs | null;
  contests: Contests;
  mayDecide: boolean;
}

/** What looks alike, for the brand; what authors contest, for all staff. */
export function DuplicatesPage({ pairs, contests, mayDecide }: Props) {
  const t = useT();
  return (
    <Page className={styles.page}>
      <div>{pairs ? <DeskHead state={null} current="duplicates" /> : <PageTitle title={t('merges.contests')} lead={t('merges.contestsText')} />}</div>
      {(contests.nodes.length > 0 || !pairs) && <ContestList contests={contests} mayDecide={mayDecide} alone={!pairs} />}
      {pairs && <PairList pairs={pairs} />}
    </Page>
  );
}

/** `alone`: the page is called like the list. */
function ContestList({ contests, mayDecide, alone }: { contests: Contests; mayDecide: boolean; alone: boolean }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const withIds = (page: Contests) => ({ ...page, nodes: page.nodes.map((node) => ({ ...node, id: node.idea?.id ?? node.at })) });
  const fetchPage = async (after: string) => withIds((await mutate(MergeContestsDocument, { slug, after })).community!.mergeContests!);
  if (contests.nodes.length === 0) return <EmptyState title={t('merges.contestsNone')} />;
  return (
    <section className={styles.list}>
      <h2 className={alone ? 'visually-hidden' : undefined}>{t('merges.contests')}</h2>
      <Growing key={key} page={withIds(contests)} fetchPage={fetchPage} hrefOf={(after) => deskPath(slug, `/duplicates?contests=${after}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.list}>{nodes.map((contest) => <li key={contest.id}><MergeContest contest={contest} mayDecide={mayDecide} /></li>)}</ul>}
      </Growing>
    </section>
  );
}

function PairList({ pairs }: { pairs: Pairs }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const withIds = (page: Pairs) => ({ ...page, nodes: page.nodes.map((node) => ({ ...node, id: `${node.idea?.id} ${node.other?.id}` })) });
  const fetchPage = async (after: string) => withIds((await mutate(DuplicatePairsDocument, { slug, after })).community!.duplicateSuggestions!);
  if (pairs.nodes.length === 0) return <EmptyState title={t('merges.pairsNone')} text={t('merges.pairsNoneText')} />;
  return (
    <section className={styles.list}>
      <h2>{t('merges.pairs')}</h2>
      <p className={styles.quiet}>{t('merges.pageLead')}</p>
      <Growing key={`${key} ${pairs.totalCount}`} page={withIds(pairs)} fetchPage={fetchPage} hrefOf={(after) => deskPath(slug, `/duplicates?after=${after}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.list}>{nodes.map((pair) => <li key={pair.id}><DuplicatePair pair={pair} /></li>)}</ul>}
      </Growing>
    </section>
  );
}
