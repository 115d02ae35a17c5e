/** A picture that was uploaded and waits to be shown. */
export interface WorkPicture {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
}

/** A form of an uploaded picture that is enough to recognise it. */
export function smallUrl({ url, srcset }: { url: string; srcset: string }): string {
  return /\S+(?= 400w)/.exec(srcset)?.[0] ?? url;
}

/** What is being written about a work. */
export interface Work {
  readonly title: string;
  readonly story: string;
  readonly product: string;
  readonly pictures: readonly WorkPicture[];
  readonly ideas: readonly { readonly id: string; readonly title: string }[];
}

export const EMPTY_WORK: Work = { title: '', story: '', product: '', pictures: [], ideas: [] };

/** The lengths that the API accepts; it has the last word. */
export const SHORTEST_TITLE = 3;
export const LONGEST_TITLE = 120;
export const LONGEST_STORY = 10_000;
export const LONGEST_PRODUCT = 120;
export const LONGEST_ALT = 300;
export const MOST_PICTURES = 10;
export const MOST_IDEAS = 3;

/** The server forgets a picture that nothing shows after a day: what was kept longer than this comes back without pictures. */
const PICTURES_KEPT_MS = 20 * 3_600_000;

interface Kept {
  readonly work: Work;
  readonly at: number;
}

/** What the browser kept, as it can be gone on with now; null when that is nothing. */
export function keptWork(text: string | null, now: number): Work | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Kept | null;
    if (!kept || typeof kept.at !== 'number' || typeof kept.work?.title !== 'string') return null;
    const work = { ...EMPTY_WORK, ...kept.work };
    const usable = now - kept.at < PICTURES_KEPT_MS ? work : { ...work, pictures: [] };
    return isEmpty(usable) ? null : usable;
  } catch {
    return null;
  }
}

export function formatKeptWork(work: Work, at: number): string {
  return JSON.stringify({ work, at } satisfies Kept);
}

export function isEmpty({ title, story, product, pictures, ideas }: Work): boolean {
  return title.trim() === '' && story.trim() === '' && product.trim() === '' && pictures.length === 0 && ideas.length === 0;
}

/** The list with one moved by so many places; the ends hold it. */
export function moved<Item>(items: readonly Item[], from: number, by: number): Item[] {
  const to = Math.min(Math.max(from + by, 0), items.length - 1);
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, items[from]!);
}
