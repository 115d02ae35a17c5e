import { cleanLine, cleanText } from '@fanfare/kernel';

export const TITLE_LENGTH = { min: 8, max: 120 } as const;
export const BODY_LENGTH = { min: 20, max: 10_000 } as const;

export interface IdeaText {
  readonly title: string;
  readonly body: string;
}

/** A text ready to be posted. @throws Problem `EMPTY_TEXT` (too short) or `TOO_LONG`, with the field */
export function postedText({ title, body }: IdeaText): IdeaText {
  return { title: cleanLine('title', title, TITLE_LENGTH), body: cleanText('body', body, BODY_LENGTH) };
}

/** A text that may be unfinished. @throws Problem `TOO_LONG`, with the field */
export function draftText({ title, body }: IdeaText): IdeaText {
  return {
    title: cleanLine('title', title, { ...TITLE_LENGTH, min: 0 }),
    body: cleanText('body', body, { ...BODY_LENGTH, min: 0 }),
  };
}
