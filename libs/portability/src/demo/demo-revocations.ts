import type { Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import type { DemoRevocation } from './content/movement.js';
import type { MovementPlaces } from './movement-places.js';
import { daysBefore } from './demo-votes.js';

const STATEMENT = `
  INSERT INTO term_revocations (id, term_id, community_id, clause, facts, passage, revoked_by, revoked_at, appeal_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $8::timestamptz + interval '6 months')`;
const UPHELD = `
  INSERT INTO ambassador_appeals (id, community_id, subject, subject_id, against, member_id, text, opened_at, decided_by, decided_as, decided_at, outcome, reasons)
  VALUES ($1, $2, 'TERM', $3, $4, $5, $6, $7, $8, 'MODERATOR', $9, 'UPHELD', $10)`;

/** Writes why a term of the demo was ended early, and what a moderator said to the appeal, in the caller's transaction. */
export async function writeRevocation(
  tx: Tx,
  { communityId, brand, moderator }: MovementPlaces,
  term: { readonly id: string; readonly memberId: string; readonly endedAt: Date },
  { clause, facts, passage, appeal: { daysAgo, text, upheld } }: DemoRevocation,
  now: Date,
): Promise<void> {
  const [id, opened, decided] = [newId(term.endedAt.getTime()), daysBefore(now, daysAgo), daysBefore(now, upheld.daysAgo)];
  await tx.query(STATEMENT, [id, term.id, communityId, clause, facts, passage, brand.memberId, term.endedAt]);
  await tx.query(UPHELD, [newId(opened.getTime()), communityId, term.id, id, term.memberId, text, opened, moderator, decided, upheld.reasons]);
}
