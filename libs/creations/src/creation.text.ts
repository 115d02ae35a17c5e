import { cleanLine, cleanText } from '@fanfare/kernel';

export const CREATION_TITLE = { min: 3, max: 120 } as const;
export const LONGEST_STORY = 10_000;
export const LONGEST_PRODUCT = 120;
export const LONGEST_RESPONSE = 5_000;

export interface CreationText {
  readonly title: string;
  /** Markdown. */
  readonly story: string;
  /** Plain text; '' for none. */
  readonly product: string;
}

/** A text ready to be shown. @throws Problem `EMPTY_TEXT` (too short) or `TOO_LONG`, with the field */
export function creationText({ title, story, product }: CreationText): CreationText {
  return {
    title: cleanLine('title', title, CREATION_TITLE),
    story: cleanText('story', story, { min: 0, max: LONGEST_STORY }),
    product: cleanLine('product', product, { min: 0, max: LONGEST_PRODUCT }),
  };
}

/** What is examined of a work beside its title: all it says, and what its pictures are said to show. */
export function examinedBody({ story, product }: CreationText, pictures: readonly { readonly alt?: string | null }[] = []): string {
  return [product, story, ...pictures.map(({ alt }) => alt ?? '')].filter((part) => part !== '').join('\n\n');
}

/** @throws Problem `EMPTY_TEXT` or `TOO_LONG` */
export function responseText(body: string): string {
  return cleanText('body', body, { max: LONGEST_RESPONSE });
}
