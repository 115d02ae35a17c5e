import { useRef, useState, type ReactNode } from 'react';
import { useT } from '~/i18n/react';
import { LoadMore } from '~/kit/load-more';
import { IdeaCard } from './idea-card';
import { IdeaSkeletons } from './idea-skeleton';
import { useMore, type FetchPage, type IdeaPage } from './use-more';
import styles from './idea-list.module.css';

interface Props {
  page: IdeaPage;
  fetchPage: FetchPage;
  /** The address of the page after a cursor: what "more" does without JavaScript, and what it copies as. */
  hrefOf(after: string): string;
  /** Stands under the last idea. */
  end?: ReactNode;
  /** A line under a card, by id. */
  notes?: ReadonlyMap<string, string>;
  /** Of the ideas' headings. */
  level?: 2 | 3;
}

/** Ideas with "more" below. Give it a `key` that changes with the list it shows. */
export function IdeaList({ page, fetchPage, hrefOf, end, notes, level }: Props) {
  const t = useT();
  const { ideas, next, phase, load } = useMore(page, fetchPage);
  const list = useRef<HTMLUListElement>(null);
  const [arrived, setArrived] = useState(0);
  const showMore = async () => {
    const before = ideas.length;
    const added = await load();
    setArrived(added?.length ?? 0);
    if (added) requestAnimationFrame(() => focusCard(list.current, before));
  };
  const loading = phase === 'loading';
  return (
    <div className={styles.block}>
      <ul role="list" className={styles.list} ref={list}>
        {ideas.map((idea) => <li key={idea.id}><IdeaCard idea={idea} note={notes?.get(idea.id)} level={level} /></li>)}
      </ul>
      {loading && <IdeaSkeletons count={2} />}
      {phase === 'failed' && <p className={styles.failed}>{t('feed.loadMoreFailed')}</p>}
      {next ? <LoadMore to={hrefOf(next)} onLoad={() => void showMore()} busy={loading} label={t(loading ? 'feed.loadingMore' : 'feed.loadMore')} /> : end}
      <p className="visually-hidden" role="status">{phase === 'resting' && arrived > 0 && t('feed.loadedMore', { count: arrived })}</p>
    </div>
  );
}

/** The keyboard goes on where the new ideas begin. */
function focusCard(list: HTMLUListElement | null, index: number) {
  list?.children[index]?.querySelector<HTMLElement>(':is(h2, h3) a')?.focus({ preventScroll: true });
}
