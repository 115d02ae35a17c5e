import type { IdeaStatus } from '~/graphql/generated/documents';
import { statusOf } from '../feed/feed-state';
import { BOARD_COLUMNS } from './desk-state';

/** The columns as the API's statuses. */
export const COLUMN_STATUSES: readonly IdeaStatus[] = BOARD_COLUMNS.map(statusOf);

/** What is known of a card that is being carried. */
export interface Carried {
  readonly id: string;
  readonly title: string;
  readonly status: IdeaStatus;
  /** Where the API says an answer may take it: first where it stands. */
  readonly answerStatuses: readonly IdeaStatus[];
}

/** Where a card may be put down: elsewhere, along the table of moves. */
export function placesFor({ status, answerStatuses }: Carried): IdeaStatus[] {
  return answerStatuses.filter((place) => place !== status);
}

/** How a column looks to a card that is being carried. */
export type ColumnState = 'idle' | 'home' | 'allowed' | 'refused';

export function columnState(carried: Carried | null, column: IdeaStatus): ColumnState {
  if (!carried) return 'idle';
  if (carried.status === column) return 'home';
  return placesFor(carried).includes(column) ? 'allowed' : 'refused';
}

/** The next column in a direction, stopping at the ends. */
export function neighbour(column: IdeaStatus, step: 1 | -1): IdeaStatus {
  const at = COLUMN_STATUSES.indexOf(column) + step;
  return COLUMN_STATUSES[Math.min(Math.max(at, 0), COLUMN_STATUSES.length - 1)]!;
}
