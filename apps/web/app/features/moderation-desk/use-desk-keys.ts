import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { DeskPlace } from './use-desk-state';
import type { Queue } from './use-queue';

/** Answers a key, or says that it does not: `c`, `1`, … */
export type ItemKeys = (event: KeyboardEvent) => boolean;

interface Desk {
  readonly place: DeskPlace;
  readonly queue: Queue;
  /** What the open item answers to. */
  readonly keys: RefObject<ItemKeys | null>;
  onHelp(): void;
}

/** Where letters are letters. */
const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
/** What Enter already does something on. */
const PRESSABLE = 'a[href], button, summary, input, select, textarea, [role=menuitem]';

/** Who steps faster than the address follows steps on from where they are going. */
const COMING_MS = 600;

/** The keys of the desk, wherever the focus is; never while somebody writes or answers a dialog. */
export function useDeskKeys({ place, queue, keys, onHelp }: Desk): void {
  const coming = useRef({ id: '', until: 0 });
  const step = (by: 1 | -1) => {
    const from = coming.current.until > Date.now() ? coming.current.id : place.state.item;
    const at = queue.rows.findIndex(({ id }) => id === from);
    const next = queue.rows[at === -1 ? (by === 1 ? 0 : queue.rows.length - 1) : at + by];
    if (!next) return;
    coming.current = { id: next.id, until: Date.now() + COMING_MS };
    place.open(next.id);
    showRow(next.id);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.altKey || document.querySelector('[role=dialog]')) return;
    if (event.ctrlKey || event.metaKey) return sendOnEnter(event);
    if (target.matches(WRITING)) return leaveOnEscape(event, target);
    if (keys.current?.(event)) return event.preventDefault();
    const act = actOf(event.key, target);
    if (!act) return;
    event.preventDefault();
    act();
  });
  const actOf = (key: string, target: HTMLElement): (() => void) | null => {
    switch (key) {
      case 'j': return () => step(1);
      case 'k': return () => step(-1);
      case 'Enter': return place.state.item && (!target.matches(PRESSABLE) || target.dataset.row === place.state.item) ? focusItem : null;
      case 'n': return () => focusOn('[data-note]');
      case 'v': return () => document.querySelector<HTMLElement>('[data-reveal]')?.click();
      case 'x': return () => document.querySelector<HTMLElement>(`[data-choose="${place.state.item}"]`)?.click();
      case '/': return () => focusOn('#queue-search');
      case 'r': return () => void queue.refresh();
      case '?': return onHelp;
      case 'Escape': return place.state.item ? () => (target.closest('#decision-form') ? focusItem() : leaveItem(place)) : null;
      default: return null;
    }
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** From anywhere, also from the middle of a field. */
function sendOnEnter(event: KeyboardEvent): void {
  const form = document.querySelector<HTMLFormElement>('#decision-form');
  if (event.key !== 'Enter' || !form) return;
  event.preventDefault();
  form.requestSubmit();
}

/** Out of a field first, then out of the item. */
function leaveOnEscape(event: KeyboardEvent, field: HTMLElement): void {
  if (event.key !== 'Escape') return;
  field.blur();
  focusItem();
}

function leaveItem(place: DeskPlace): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${place.state.item}"]`);
  if (place.state.deciding) place.go({ deciding: false }, true);
  else place.close();
  row?.focus();
}

export function showRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${id}"]`);
  row?.focus({ preventScroll: true });
  row?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

export function focusItem(): void {
  focusOn('#item-pane');
}

export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
