import { useEffect, useState, type RefObject } from 'react';
import type { DecisionFactsFragment, ReviewRowFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { DecisionPane } from './decision-pane';
import { ACTIONS, actionsFor, type Draft, EMPTY_DRAFT, restricts } from './draft';
import { ItemPane } from './item-pane';
import type { ReviewItem, Rule } from './moderation-desk.server';
import { useClaim } from './use-claim';
import { focusOn, type ItemKeys } from './use-desk-keys';
import type { DeskPlace } from './use-desk-state';
import { useKept } from './use-kept';
import type { OpenItem } from './use-review-item';
import { isHeld } from './waiting';

/** A lease with less than this left is renewed while somebody writes. */
const RENEW_MS = 150_000;

interface Props {
  place: DeskPlace;
  item: ReviewItem;
  open: OpenItem;
  rules: readonly Rule[];
  keys: RefObject<ItemKeys | null>;
  learn(row: ReviewRowFragment): void;
  onNext(): void;
}

/** The open item and its decision, which quotes from it. */
export function OpenPanes({ place, item, open, rules, keys, learn, onNext }: Props) {
  const t = useT();
  const toast = useToast();
  const [draft, setDraft] = useKept<Draft>(`draft ${item.id}`, EMPTY_DRAFT);
  const [picking, setPicking] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const claiming = useClaim(item, learn);

  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    const left = item.claim?.mine ? Date.parse(item.claim.until) - Date.now() : Infinity;
    if (left > 0 && left < RENEW_MS) void claiming.claim();
  };
  const pick = () => {
    setPicking(!picking);
    if (!picking && place.state.deciding) place.go({ deciding: false }, false);
  };
  const quote = () => {
    const words = selectedWords();
    if (words) change({ passage: words });
    else pick();
  };
  const decided = (decision: DecisionFactsFragment) => {
    setDraft(EMPTY_DRAFT);
    learn({ ...item, state: decision.state === 'PROPOSED' ? 'PROPOSED' : 'DECIDED', claim: null });
    void open.again();
    toast(t(decision.state === 'PROPOSED' ? 'review.donePropose' : restricts(decision.action) ? 'review.doneRestrict' : 'review.doneKeep', { action: t(`review.do.${decision.action}`) }), { tone: 'good' });
    onNext();
  };
  useEffect(() => {
    keys.current = (event) => {
      const { key } = event;
      if (choosing) return chooseByLetter(key);
      if (key === 'c' && item.state === 'OPEN' && !claiming.busy) return act(() => void (item.claim?.mine && isHeld(item.claim, Date.now()) ? claiming.release() : claiming.claim()));
      if (!document.getElementById('decision-form')) return false;
      if (key === 'a' && document.querySelector('[data-action]')) return act(() => begin());
      if (/^[1-9]$/.test(key)) return act(() => chooseRule(Number(key)));
      if (key === 'q') return act(quote);
      if (key === 'f') return act(() => focusOn('[data-field=facts], [data-field=reasons]'));
      if (key === 'Escape' && picking) return act(() => setPicking(false));
      return false;
    };
    return () => {
      keys.current = null;
    };
  });
  const begin = () => {
    setChoosing(true);
    document.querySelector('[data-action]')?.closest('fieldset')?.scrollIntoView({ block: 'nearest' });
  };
  const chooseByLetter = (key: string) => {
    setChoosing(false);
    const action = ACTIONS.find(([one, letter]) => letter === key && actionsFor(item).includes(one))?.[0];
    if (action) change({ action, days: undefined });
    return true;
  };
  /** A rule without an action says what is wrong; what is to happen comes after. */
  const chooseRule = (number: number) => {
    if (rules.some((rule) => rule.number === number)) change({ ground: 'RULE', rule: number });
  };
  const writing = { draft, change, picking, onPick: pick, onQuote: quote, choosing };
  return (
    <>
      <ItemPane place={place} item={item} open={open} rules={rules} passage={draft.passage} picking={picking} onPicked={(passage) => change({ passage })} onPickDone={() => setPicking(false)} />
      <DecisionPane
        place={place} item={item} rules={rules} claiming={claiming} writing={writing} onDecided={decided} onStale={() => void open.again()} onNext={onNext}
        onAppeal={(appeal) => {
          open.change({ ...item, appeals: item.appeals.map((one) => (one.id === appeal.id ? appeal : one)) });
          if (appeal.state !== 'OPEN') toast(t('review.doneAppeal'), { tone: 'good' });
          void open.again();
        }}
      />
    </>
  );
}

function act(what: () => void): true {
  what();
  return true;
}

/** What is selected of the item's text; empty for nothing. */
function selectedWords(): string {
  const selection = document.getSelection();
  const text = document.getElementById('review-text');
  if (!selection || selection.isCollapsed || !text || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return '';
  return selection.toString().trim();
}
