import { useEffect, useEffectEvent, type RefObject } from 'react';

interface Keys {
  list: RefObject<HTMLElement | null>;
  open: readonly string[];
  onOpen(id: string): void;
  onBeside(id: string): void;
  onChoose(id: string): void;
  onClose(): void;
  onHelp(): void;
}

/** Where letters are letters. */
const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';

/** The keys of the panel's desk; never while somebody writes or answers a dialog. See `panel-keys.tsx`. */
export function usePanelKeys({ list, open, onOpen, onBeside, onChoose, onClose, onHelp }: Keys): void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const focused = () => rows().find((row) => row === document.activeElement)?.dataset['row'] ?? null;
  const step = (by: 1 | -1) => {
    const all = rows();
    const at = all.findIndex(({ dataset }) => dataset['row'] === (focused() ?? open[0]));
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by];
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const choose = () => {
    const id = focused() ?? open[0];
    if (id && list.current?.querySelector(`[data-choose="${id}"]`)) onChoose(id);
  };
  const beside = () => {
    const id = focused();
    if (id) onBeside(id);
  };
  const acts: Readonly<Record<string, () => void>> = {
    j: () => step(1),
    k: () => step(-1),
    o: () => focused() && onOpen(focused()!),
    b: beside,
    x: choose,
    m: () => document.querySelector<HTMLElement>('[data-mark]')?.focus(),
    d: () => document.querySelector<HTMLElement>('[data-decide]')?.click(),
    '?': onHelp,
    Escape: () => open.length > 0 && onClose(),
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || document.querySelector('[role=dialog]')) return;
    if (target.matches(WRITING)) return void (event.key === 'Escape' && target.blur());
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
