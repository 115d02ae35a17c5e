import { lazy, Suspense, useState } from 'react';
import { mutate } from '~/data/mutate';
import { DeskIdeasDocument, DeskWaitingDocument, type DeskIdeaFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Checkbox } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { deskPath } from '../paths';
import { DeskRow } from './desk-row';
import { allOrderOf, type DeskState, formatDesk, ROWS, waitingOrderOf } from './desk-state';
import type { DeskData, DeskList as Page } from './desk.server';
import styles from './desk-list.module.css';

const BulkDialog = lazy(() => import('../answers/bulk-dialog'));
/** As many as the API answers at once. */
const MOST = 100;

interface Props {
  state: DeskState;
  list: NonNullable<DeskData['list']>;
  /** Changes when the list was asked for again. */
  version: number;
  /** Ids of what was answered since. */
  gone: ReadonlySet<string>;
  onAnswer(idea: string): void;
  onAnswered(ids: readonly string[]): void;
}

/** Ideas as rows, to answer one by one or several at once. */
export function DeskList({ state, list, version, gone, onAnswer, onAnswered }: Props) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const [chosen, setChosen] = useState<ReadonlyMap<string, DeskIdeaFragment>>(new Map());
  const fetchPage = (after: string) => nextPage(slug, state, list, after);
  const choose = (ideas: readonly DeskIdeaFragment[], on: boolean) => setChosen((before) => changed(before, ideas, on));
  return (
    <div className={styles.block}>
      <Growing key={state.tab === 'all' ? version : 0} page={list.page} fetchPage={fetchPage} hrefOf={(after) => deskPath(slug, formatDesk({ ...state, answer: null, to: null, after }))} label={t('feed.loadMore')}>
        {(all) => {
          const ideas = state.tab === 'waiting' ? all.filter(({ id }) => !gone.has(id)) : all;
          return <>
            <Checkbox
              className={styles.all}
              label={t('desk.chooseAll', { count: Math.min(ideas.length, MOST) })}
              checked={ideas.length > 0 && ideas.slice(0, MOST).every(({ id }) => chosen.has(id))}
              onChange={(event) => choose(ideas, event.target.checked)}
            />
            <ul role="list" className={styles.rows}>
              {ideas.map((idea) => (
                <li key={idea.id}>
                  <DeskRow idea={idea} showStatus={state.status === null} chosen={chosen.has(idea.id)} onChoose={(on) => choose([idea], on)} onAnswer={() => onAnswer(idea.id)} />
                </li>
              ))}
            </ul>
          </>;
        }}
      </Growing>
      {chosen.size > 0 && <BulkBar chosen={[...chosen.values()]} onClear={() => setChosen(new Map())} onDone={(ids) => setChosen((before) => without(before, ids))} onAnswered={onAnswered} />}
    </div>
  );
}

interface BarProps {
  chosen: readonly DeskIdeaFragment[];
  onClear(): void;
  onAnswered(ids: readonly string[]): void;
  /** The outcomes were read. */
  onDone(answered: readonly string[]): void;
}

/** What can be done with the chosen ideas; stays in sight. Those that were refused stay chosen. */
function BulkBar({ chosen, onClear, onAnswered, onDone }: BarProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const close = () => {
    setOpen(false);
    onDone(answered);
    // Only now: a list that is empty then would take the outcomes with it.
    if (answered.length > 0) onAnswered(answered);
  };
  return (
    <div className={styles.bar} role="region" aria-label={t('desk.bulkBar')}>
      <p role="status">{t('desk.chosen', { count: chosen.length })}</p>
      <Button tone="quiet" onClick={onClear}>{t('desk.chooseNone')}</Button>
      <Button tone="primary" onClick={() => setOpen(true)}>{t('desk.answerChosen', { count: chosen.length })}</Button>
      {open && (
        <Suspense fallback={null}>
          <BulkDialog open ideas={chosen} onClose={close} onAnswered={setAnswered} />
        </Suspense>
      )}
    </div>
  );
}

async function nextPage(slug: string, state: DeskState, { filter }: Props['list'], after: string): Promise<Page> {
  if (state.tab === 'waiting') return (await mutate(DeskWaitingDocument, { slug, after, filter, orderBy: waitingOrderOf(state) })).community!.needsAnswer!;
  return (await mutate(DeskIdeasDocument, { slug, first: ROWS, after, filter, orderBy: allOrderOf(state) })).community!.ideas;
}

function changed(before: ReadonlyMap<string, DeskIdeaFragment>, ideas: readonly DeskIdeaFragment[], on: boolean): Map<string, DeskIdeaFragment> {
  const after = new Map(before);
  for (const idea of ideas) {
    if (!on) after.delete(idea.id);
    else if (after.size < MOST) after.set(idea.id, idea);
  }
  return after;
}

function without(before: ReadonlyMap<string, DeskIdeaFragment>, ids: readonly string[]): Map<string, DeskIdeaFragment> {
  return new Map([...before].filter(([id]) => !ids.includes(id)));
}
