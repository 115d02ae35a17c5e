import type { EntryFilter } from '~/graphql/generated/documents';
import type { DeskTab } from './missions-state';

/** What the API is asked for by each tab of the review desk. */
export const FILTERS_OF_DESK: Readonly<Record<DeskTab, EntryFilter>> = {
  waiting: { state: ['SUBMITTED'] },
  returned: { state: ['NEEDS_DISCLOSURE', 'CHANGE_ASKED'] },
  accepted: { state: ['ACCEPTED'] },
  refused: { state: ['REFUSED'] },
  lost: { disclosureLost: true },
};
