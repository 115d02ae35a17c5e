import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';

/**
 * What the rows of a community stand for, as the events their services would have written. Of people without an account
 * (brought from elsewhere) nothing is told: they are anonymous and earn nothing.
 */
const TELL = `
  WITH told (at, rank, type, actor_id, subject_id, payload) AS (
    SELECT m.joined_at, 1, 'member.joined', m.account_id, m.id, jsonb_build_object('terms', m.terms_version, 'identity', m.identity_level)
    FROM members m WHERE m.community_id = $1 AND m.account_id IS NOT NULL
    UNION ALL
    SELECT greatest(i.created_at, m.joined_at), 2, 'idea.submitted', m.account_id, i.id, jsonb_build_object('status', 'OPEN')
    FROM ideas i JOIN members m ON m.id = i.author_id WHERE i.community_id = $1 AND m.account_id IS NOT NULL AND i.status <> 'DRAFT'
    UNION ALL
    SELECT v.cast_at, 3, 'vote.cast', m.account_id, v.idea_id, jsonb_build_object('memberId', v.member_id, 'standing', v.standing)
    FROM votes v JOIN members m ON m.id = v.member_id WHERE v.community_id = $1 AND m.account_id IS NOT NULL
    UNION ALL
    SELECT g.reached_at, 4, 'rung.reached', NULL, g.idea_id, jsonb_build_object('position', g.position, 'support', g.support, 'isLast', false)
    FROM rung_grants g WHERE g.community_id = $1
    UNION ALL
    SELECT v.moved_at, 5, 'idea.moved', m.account_id, v.idea_id, jsonb_build_object('from', v.from_status, 'to', v.to_status, 'moveId', v.id)
    FROM idea_moves v LEFT JOIN members m ON m.id = v.actor_id WHERE v.community_id = $1
    UNION ALL
    SELECT h.marked_at, 6, 'comment.markedHelpful', m.account_id, h.comment_id, jsonb_build_object('idea', c.idea_id, 'by', h.member_id, 'author', c.author_id,
      'byStaff', EXISTS (SELECT FROM role_grants g WHERE g.community_id = $1 AND g.account_id = m.account_id AND g.revoked_at IS NULL))
    FROM helpful_marks h JOIN comments c ON c.id = h.comment_id JOIN members m ON m.id = h.member_id WHERE h.community_id = $1 AND m.account_id IS NOT NULL
    UNION ALL
    SELECT more.at, 7, more.type, more."actorId", more."subjectId", more.payload
    FROM jsonb_to_recordset($2::jsonb) AS more (at timestamptz, type text, "actorId" uuid, "subjectId" uuid, payload jsonb)
  ), added AS (
    INSERT INTO events (id, type, community_id, actor_id, subject_id, payload, occurred_at)
    SELECT event_id(at), type, $1, actor_id, subject_id, payload, at FROM told ORDER BY at, rank, subject_id, actor_id RETURNING 1
  )
  SELECT count(*)::int AS count FROM added`;

/** What rooms above this one have to tell of what was loaded. */
export interface HistoricEvent {
  readonly at: Date;
  readonly type: string;
  /** An account. */
  readonly actorId: string | null;
  readonly subjectId: string;
  readonly payload: object;
}

/**
 * Tells the log of content that was loaded in bulk, past the services: the demo. Handlers hear nothing of it, so nobody is
 * notified of what is long over; whoever reads the log itself, as the ledger does, reads it in the order of its dates.
 */
@Injectable()
export class HistoryService {
  /** Once, in the transaction that loaded the community. @returns how many events were written */
  async tell(tx: Tx, communityId: string, more: readonly HistoricEvent[] = []): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(tx, TELL, [communityId, JSON.stringify(more)]);
    return row!.count;
  }
}
