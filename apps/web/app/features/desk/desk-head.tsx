import type { MessageKey } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { deskPath } from '../paths';
import { changeDesk, DESK_TABS, FIRST_DESK, formatDesk, type DeskState, type DeskTab } from './desk-state';

const WORDS: Record<DeskTab, MessageKey> = { waiting: 'desk.tabWaiting', board: 'desk.tabBoard', all: 'desk.tabAll' };

interface Props {
  /** Null on a page of the desk that has an address of its own. */
  state: DeskState | null;
  current: DeskTab | 'duplicates';
  /** How many ideas wait for an answer. */
  waiting?: number;
}

/** The desk's name and its views. */
export function DeskHead({ state, current, waiting }: Props) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const views = DESK_TABS.map((tab) => ({
    to: deskPath(slug, formatDesk(changeDesk(state ?? FIRST_DESK, { tab, status: null }))),
    label: t(WORDS[tab]),
    current: tab === current,
    count: tab === 'waiting' ? waiting : undefined,
  }));
  const duplicates = { to: deskPath(slug, '/duplicates'), label: t('desk.tabDuplicates'), current: current === 'duplicates' };
  return (
    <>
      <PageTitle title={t('desk.title')} lead={t('desk.lead', { community: name })} />
      <Tabs label={t('desk.tabsLabel')} tabs={[...views, duplicates]} />
    </>
  );
}
