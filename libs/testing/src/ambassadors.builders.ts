import { createHash } from 'node:crypto';
import type { Database } from '@fanfare/database';
import { DAY, newId } from '@fanfare/kernel';
import { aMember } from './builders.js';

/** Agreements are made side by side: each has a version that no other has, beyond those that a brand writes in a test. */
let versions = 1_000;

/** A term in force that began a moment ago, for a member. */
export async function aTermOf(db: Database, member: { id: string; community_id: string }, now = new Date()) {
  const text = `What we owe each other, ${newId()}.`;
  const hash = createHash('sha256').update(text).digest('hex');
  const agreement = newId();
  const at = new Date(now.getTime() - 1_000);
  await db.query(
    `INSERT INTO agreements (id, community_id, version, locale, text, hash, since)
     VALUES ($1, $2, $3, 'en', $4, $5, $6)`, [agreement, member.community_id, ++versions, text, hash, at]);
  const id = newId();
  await db.query(
    `INSERT INTO terms (id, community_id, member_id, state, receives, months, offered_at, accept_until, agreement_id, agreement_hash, accepted_at, starts_at, ends_at)
     VALUES ($1, $2, $3, 'ACTIVE', 'A car for six months.', 6, $4, $4, $5, $6, $4, $4, $7)`,
    [id, member.community_id, member.id, at, agreement, hash, new Date(at.getTime() + 180 * DAY)]);
  return id;
}

/** A member with a term in force. */
export async function anAmbassador(db: Database, communityId: string, now = new Date()) {
  const member = await aMember(db, communityId);
  const termId = await aTermOf(db, member, now);
  return { ...member, termId };
}
