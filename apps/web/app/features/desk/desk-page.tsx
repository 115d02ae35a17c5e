import { useRef, useState } from 'react';
import { useNavigate, useRevalidator, useSearchParams } from 'react-router';
import type { IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { AnswerDialog } from '../answers/answer-dialog';
import { statusOf } from '../feed/feed-state';
import { deskPath } from '../paths';
import { Board } from './board';
import { DeskFilters } from './desk-filters';
import { DeskHead } from './desk-head';
import { DeskList } from './desk-list';
import { changeDesk, columnOf, type DeskState, formatDesk, isNarrowed, parseDesk } from './desk-state';
import type { DeskData } from './desk.server';
import { SavedFilters } from './saved-filters';
import styles from './desk-page.module.css';

/** Where the brand's team works: what waits for an answer, the board, everything. */
export function DeskPage({ data }: { data: DeskData }) {
  const { saved, waiting, statusCounts } = data;
  const { categories } = useCommunity()!.community;
  // Not the loader's: opening an answer changes the address and asks for nothing.
  const state = parseDesk(useSearchParams()[0]);
  const { open, close, answered, gone, version } = useAnswering(state);
  const category = categories.find(({ slug }) => slug === state.category)?.id ?? null;
  return (
    <Page className={state.tab === 'board' ? styles.broad : undefined}>
      <div className={styles.page}>
        <div><DeskHead state={state} current={state.tab} waiting={waiting} /></div>
        <DeskFilters state={state} statusCounts={statusCounts} />
        <SavedFilters state={state} saved={saved} category={category} />
        {data.columns && <Board key={version} state={state} columns={data.columns} statusCounts={statusCounts} onAnswer={open} />}
        {data.list && (data.list.page.nodes.length === 0 ? <Nothing state={state} /> : (
          <DeskList key={formatDesk({ ...state, answer: null, to: null })} state={state} list={data.list} version={version} gone={gone} onAnswer={(idea) => open(idea, null)} onAnswered={(ids) => void answered(ids)} />
        ))}
      </div>
      <AnswerDialog idea={state.answer} to={state.to && statusOf(state.to)} onClose={close} onAnswered={() => void (state.answer && answered([state.answer]))} />
    </Page>
  );
}

/** The open answer is part of the address. After one is out the lists are asked for again. */
function useAnswering(state: DeskState) {
  const navigate = useNavigate();
  const slug = useCommunity()!.community.slug;
  const { revalidate } = useRevalidator();
  const [version, setVersion] = useState(0);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const closing = useRef<Promise<void> | void>(undefined);
  const show = (change: Partial<DeskState>, replace: boolean) => navigate(deskPath(slug, formatDesk({ ...state, ...change })), { preventScrollReset: true, replace });
  return {
    version,
    /** Ids of what was answered here: it waits no more. */
    gone,
    open: (idea: string, to: IdeaStatus | null) => void show({ answer: idea, to: to && columnOf(to) }, false),
    close: () => {
      closing.current = show({ answer: null, to: null }, true);
    },
    answered: async (ids: readonly string[]) => {
      setGone((before) => new Set([...before, ...ids]));
      // Asked while the address still changes, the lists would be taken for unchanged.
      await closing.current;
      await revalidate();
      setVersion((before) => before + 1);
    },
  };
}

function Nothing({ state }: { state: DeskState }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  if (isNarrowed(state)) {
    const all = deskPath(slug, formatDesk(changeDesk(state, { status: null, category: null, search: '' })));
    return <EmptyState title={t('feed.emptyFilteredTitle')} text={t('feed.emptyFilteredText')} action={<LinkButton to={all}>{t('feed.filterClear')}</LinkButton>} />;
  }
  if (state.tab === 'all') return <EmptyState title={t('desk.nothingTitle')} text={t('desk.nothingText', { community: name })} />;
  return <EmptyState title={t('desk.allAnsweredTitle')} text={t('desk.allAnsweredText')} action={<LinkButton to={deskPath(slug, '?tab=board')}>{t('desk.tabBoard')}</LinkButton>} />;
}
