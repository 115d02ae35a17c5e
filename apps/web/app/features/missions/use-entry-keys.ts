import { useEffect } from 'react';

const CARDS = '[data-entry]';

/** `j` and `k` go from entry to entry, from wherever one is but a field. */
export function useEntryKeys(): void {
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      const field = event.target instanceof HTMLElement && event.target.closest('input:not([type=range], [type=checkbox]), textarea, select, [contenteditable], [role=dialog]');
      if (step === 0 || field || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      focusOn(cardAt(step));
    };
    addEventListener('keydown', go);
    return () => removeEventListener('keydown', go);
  }, []);
}

/** The next one after the card where one is, or the first. */
function cardAt(step: number): HTMLElement | undefined {
  const cards = [...document.querySelectorAll<HTMLElement>(CARDS)];
  const here = cards.findIndex((card) => card.contains(document.activeElement));
  return here === -1 ? cards[0] : cards[Math.min(cards.length - 1, Math.max(0, here + step))];
}

/** The entry after this one; before it where it is the last; null where it is alone. */
export function besideOf(id: string): string | null {
  const cards = [...document.querySelectorAll<HTMLElement>(CARDS)];
  const at = cards.findIndex((card) => card.dataset['entry'] === id);
  return (cards[at + 1] ?? cards[at - 1])?.dataset['entry'] ?? null;
}

export function focusEntry(id: string): void {
  focusOn(document.querySelector<HTMLElement>(`[data-entry="${id}"]`) ?? undefined);
}

function focusOn(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'start', behavior: 'instant' });
}
