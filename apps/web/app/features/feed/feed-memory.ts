import type { IdeaCardFragment } from '~/graphql/generated/documents';
import type { VoteTruth } from '../voting/vote-state';
import { withTruth } from '../voting/vote-truth';

/** The further pages of a list that a reader has opened, so that coming back finds the same list at the same place. */
export interface MorePages {
  readonly ideas: readonly IdeaCardFragment[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** Lists remembered at once; the oldest goes first. */
const MOST_LISTS = 20;

/** Kept per entry of the browser's history, for as long as the tab is open. */
export class FeedMemory {
  private readonly lists = new Map<string, MorePages>();

  get(entry: string): MorePages | undefined {
    return this.lists.get(entry);
  }

  set(entry: string, pages: MorePages): void {
    this.lists.delete(entry);
    this.lists.set(entry, pages);
    const oldest = this.lists.keys().next().value;
    if (this.lists.size > MOST_LISTS && oldest !== undefined) this.lists.delete(oldest);
  }

  /** A vote changes the idea wherever it is remembered. */
  learn(idea: string, truth: VoteTruth): void {
    for (const [entry, pages] of this.lists) {
      if (!pages.ideas.some(({ id }) => id === idea)) continue;
      this.lists.set(entry, { ...pages, ideas: pages.ideas.map((known) => (known.id === idea ? withTruth(known, truth) : known)) });
    }
  }
}

/** The one of this tab. */
export const feedMemory = new FeedMemory();

/** Both lists in order, each idea once: the first page may have moved since the others were read. */
export function joinPages<I extends { id: string }>(first: readonly I[], more: readonly I[]): I[] {
  const seen = new Set(first.map(({ id }) => id));
  return [...first, ...more.filter(({ id }) => !seen.has(id) && seen.add(id))];
}
