/** Where an idea stands. How it moves: `idea.moves.ts`. */
export const IDEA_STATUSES = [
  'DRAFT',
  'PENDING',
  'OPEN',
  'UNDER_REVIEW',
  'PLANNED',
  'IN_PROGRESS',
  'DELIVERED',
  'DECLINED',
  'EXPIRED',
  'MERGED',
  'REMOVED',
] as const;

export type IdeaStatus = (typeof IDEA_STATUSES)[number];

/** What anybody may read, in full. `REMOVED` is known to everybody as a tombstone only. */
export const PUBLIC_STATUSES: readonly IdeaStatus[] = IDEA_STATUSES.filter(
  (status) => !['DRAFT', 'PENDING', 'REMOVED'].includes(status),
);

/** Where votes are cast and withdrawn, and where the author may still edit. */
export const VOTING_STATUSES: readonly IdeaStatus[] = ['OPEN', 'UNDER_REVIEW'];

export const INTEREST_KINDS = ['EMPLOYEE', 'COMPETITOR', 'PAID', 'PROFESSIONAL'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];
