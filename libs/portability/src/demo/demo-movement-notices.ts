import type { Tx } from '@fanfare/database';
import { HOUR } from '@fanfare/kernel';
import { daysBefore } from './demo-votes.js';

/**
 * What members whom visitors play were told of the movement when it happened: calls that opened, answers to what they sent, what
 * it brought, how their appeals ended. Read where it is some days old; no mail is due for it.
 */
const TELL = `
  WITH played AS (
    SELECT m.id FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.community_id = $1 AND a.email NOT LIKE '%.invalid'
  ), told (member_id, kind, reason, matter, at, call_id, mission_id, entry_id) AS (
    SELECT f.follower_id, 'CALL_OPENED', 'FOLLOWED_COMMUNITY', c.id, c.opens_at, c.id, NULL::uuid, NULL::uuid
    FROM calls c JOIN follows f ON f.kind = 'COMMUNITY' AND f.subject_id = c.community_id AND f.followed_at < c.opens_at WHERE c.community_id = $1 AND c.opens_at < $2
    UNION ALL
    SELECT a.member_id, 'APPLICATION_' || d.state, 'YOU', d.id, d.decided_at, a.call_id, NULL, NULL
    FROM application_decisions d JOIN applications a ON a.id = d.application_id WHERE d.community_id = $1
    UNION ALL
    SELECT e.member_id, 'ENTRY_REVIEWED', 'YOU', r.id, r.reviewed_at, NULL, e.mission_id, e.id
    FROM entry_reviews r JOIN entries e ON e.id = r.entry_id WHERE e.community_id = $1
    UNION ALL
    SELECT e.member_id, 'REWARD_PAID', 'YOU', t.id, t.at, NULL, e.mission_id, e.id
    FROM reward_transfers t JOIN entries e ON e.id = t.entry_id WHERE t.community_id = $1 AND t.kind = 'PAYOUT'
    UNION ALL
    SELECT p.member_id, 'AMBASSADOR_APPEAL_DECIDED', 'YOU', p.id, p.decided_at, NULL, e.mission_id, e.id
    FROM ambassador_appeals p JOIN entries e ON e.id = p.subject_id WHERE p.community_id = $1 AND p.subject = 'ENTRY' AND p.decided_at IS NOT NULL
  )
  INSERT INTO notifications (id, recipient_id, community_id, kind, reason, matter, happened_at, in_app, read_at, call_id, mission_id, entry_id)
  SELECT gen_random_uuid(), t.member_id, $1, t.kind, t.reason, t.matter, t.at, true, CASE WHEN t.at < $3 THEN t.at + make_interval(secs => $4) END, t.call_id, t.mission_id, t.entry_id
  FROM told t JOIN played p ON p.id = t.member_id`;

const READ_WITHIN_DAYS = 2;

/** Tells the members whom visitors play of what was written about them, in the caller's transaction. */
export async function tellOfMovement(tx: Tx, communityId: string, now: Date): Promise<void> {
  await tx.query(TELL, [communityId, now, daysBefore(now, READ_WITHIN_DAYS), (7 * HOUR) / 1_000]);
}
