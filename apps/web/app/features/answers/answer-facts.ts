import type { AnswerSheetQuery, IdeaStatus } from '~/graphql/generated/documents';
import type { MessageKey } from '~/i18n/translator';

/** An idea with all that whoever answers it should know. */
export type Sheet = NonNullable<AnswerSheetQuery['idea']>;

/** As long as the API takes it. */
export const LONGEST_RESPONSE = 10_000;

/** Where saying when makes sense. */
export function hasEstimate(status: IdeaStatus): boolean {
  return status === 'PLANNED' || status === 'IN_PROGRESS';
}

/** What a good answer says, by where it takes the idea. */
export function adviceFor(status: IdeaStatus, moves: boolean): MessageKey {
  if (!moves) return 'desk.adviceFurther';
  switch (status) {
    case 'OPEN': return 'desk.adviceOpen';
    case 'UNDER_REVIEW': return 'desk.adviceReview';
    case 'PLANNED': return 'desk.advicePlanned';
    case 'IN_PROGRESS': return 'desk.adviceProgress';
    case 'DELIVERED': return 'desk.adviceDelivered';
    case 'DECLINED': return 'desk.adviceDeclined';
    default: return 'desk.adviceFurther';
  }
}
