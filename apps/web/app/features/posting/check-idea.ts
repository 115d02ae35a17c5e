import type { MessageKey, PlainValues } from '~/i18n/translator';
import type { DraftText } from './draft-state';
import { LONGEST_BODY, LONGEST_TITLE, SHORTEST_BODY, SHORTEST_TITLE } from './limits';

export interface Fault {
  readonly key: MessageKey;
  readonly values?: PlainValues;
}

/** What is to be put right before an idea can be posted, by field. */
export type Faults = Readonly<Partial<Record<'title' | 'body' | 'category', Fault>>>;

export function checkIdea(text: DraftText, hasCategories: boolean): Faults {
  const title = text.title.trim().length;
  const body = text.body.trim().length;
  return {
    ...(title < SHORTEST_TITLE && { title: { key: 'posting.errorTitleEmpty', values: { min: SHORTEST_TITLE } } }),
    ...(title > LONGEST_TITLE && { title: { key: 'posting.errorTitleLong', values: { max: LONGEST_TITLE } } }),
    ...(body < SHORTEST_BODY && { body: { key: 'posting.errorBodyEmpty', values: { min: SHORTEST_BODY } } }),
    ...(body > LONGEST_BODY && { body: { key: 'posting.errorBodyLong', values: { max: LONGEST_BODY } } }),
    ...(hasCategories && text.category === null && { category: { key: 'posting.errorCategory' } }),
  };
}
