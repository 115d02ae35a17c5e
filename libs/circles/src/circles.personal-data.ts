import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { TOLD_TITLE } from '@fanfare/ideas';
import { CirclePostRemoved } from './circle.events.js';
import { CirclesAccess } from './circles.access.js';
import { ElectionClosing } from './election-closing.js';

const ME = 'members me ON me.account_id = $1';

const MEMBERSHIPS = `
  SELECT c.name AS community, o.name AS circle, k.joined_at, o.founder_id = me.id AS founded, coalesce(o.spokesperson_id = me.id, false) AS spokesperson
  FROM circle_members k JOIN ${ME} AND me.id = k.member_id JOIN circles o ON o.id = k.circle_id JOIN communities c ON c.id = k.community_id
  ORDER BY k.joined_at`;

const FOUNDED = `
  SELECT c.name AS community, o.name AS circle, o.description, o.created_at FROM circles o JOIN ${ME} AND me.id = o.founder_id
  JOIN communities c ON c.id = o.community_id ORDER BY o.created_at`;

const REQUESTS = `
  SELECT c.name AS community, o.name AS circle, r.message, r.requested_at, r.decided_at, r.accepted
  FROM circle_requests r JOIN ${ME} AND me.id = r.member_id JOIN circles o ON o.id = r.circle_id JOIN communities c ON c.id = r.community_id
  ORDER BY r.requested_at`;

const REMOVALS = `
  SELECT c.name AS community, o.name AS circle, r.reason, r.removed_at FROM circle_removals r JOIN ${ME} AND me.id = r.member_id
  JOIN circles o ON o.id = r.circle_id JOIN communities c ON c.id = r.community_id ORDER BY r.removed_at`;

const POSTS = `
  SELECT c.name AS community, o.name AS circle, ${TOLD_TITLE} AS idea, p.body, p.created_at, p.edited_at
  FROM circle_posts p JOIN ${ME} AND me.id = p.author_id JOIN circles o ON o.id = p.circle_id JOIN communities c ON c.id = p.community_id
  LEFT JOIN ideas i ON i.id = p.idea_id ORDER BY p.created_at, p.id`;

const CANDIDACIES = `
  SELECT c.name AS community, o.name AS circle, e.started_at AS election_began, k.statement, k.stood_at, k.votes, e.winner_id = me.id AS elected
  FROM circle_candidates k JOIN ${ME} AND me.id = k.member_id JOIN circle_elections e ON e.id = k.election_id
  JOIN circles o ON o.id = k.circle_id JOIN communities c ON c.id = k.community_id ORDER BY k.stood_at`;

const BALLOTS = `
  SELECT c.name AS community, o.name AS circle, CASE WHEN v.withheld IS NULL THEN v.display_name ELSE v.handle::text END AS vote_for
  FROM circle_ballots b JOIN ${ME} AND me.id = b.voter_id JOIN members v ON v.id = b.candidate_id JOIN circles o ON o.id = b.circle_id
  JOIN communities c ON c.id = b.community_id ORDER BY c.name, o.name`;

const CALLS = `
  SELECT o.name AS circle, k.called_at AS asked_for_an_election_at FROM circle_election_calls k JOIN ${ME} AND me.id = k.member_id
  JOIN circles o ON o.id = k.circle_id ORDER BY k.called_at`;

const THEIRS = 'SELECT DISTINCT circle_id AS id FROM circle_members WHERE member_id = ANY ($1) ORDER BY 1';

const FORGET = [
  'DELETE FROM circle_members WHERE member_id = ANY ($1)',
  'DELETE FROM circle_requests WHERE member_id = ANY ($1)',
  'DELETE FROM circle_removals WHERE member_id = ANY ($1)',
];

const ERASE_POSTS = `
  UPDATE circle_posts SET body = '', author_id = NULL, idea_id = NULL, deleted_at = $2 WHERE author_id = ANY ($1)
  RETURNING id, community_id AS "communityId", circle_id AS circle`;

const ERASE_WORDS = [
  `UPDATE circle_candidates SET statement = '' WHERE member_id = ANY ($1)`,
  `UPDATE circle_removals SET reason = '—' WHERE removed_by = ANY ($1)`,
  // What they founded and others joined is those others' by now.
  `UPDATE circles SET description = '' WHERE founder_id = ANY ($1) AND member_count = 0`,
];

/** Who was where, and what they said there. A circle outlives its founder. */
@Injectable()
export class CirclesPersonalData {
  constructor(
    personal: PersonalData,
    private readonly circles: CirclesAccess,
    private readonly closing: ElectionClosing,
    private readonly events: EventLog,
  ) {
    personal.register('circles', {
      tables: {
        circles: 'stay, founded by a former member; nobody else’s office changes',
        circle_members: 'deleted; counts follow, and offices are free',
        circle_requests: 'theirs deleted; decisions stay a former member’s',
        circle_removals: 'theirs deleted; reasons they gave stay a former member’s, or are erased',
        circle_posts: 'stay as a former member’s, or become tombstones',
        circle_elections: 'stay: who began one or won is a former member',
        circle_candidates: 'of running elections deleted; of closed ones stay, without their words if these go',
        circle_ballots: 'deleted',
        circle_election_calls: 'deleted',
      },
      sections: [
        { name: 'circles', sql: MEMBERSHIPS },
        { name: 'circles-founded', sql: FOUNDED, markdown: (row) => `## ${row['circle']}\n\n${row['description']}\n` },
        { name: 'circle-requests', sql: REQUESTS },
        { name: 'circle-removals', sql: REMOVALS },
        { name: 'circle-posts', sql: POSTS, markdown: (row) => `## ${row['circle']}${row['idea'] ? `: ${row['idea']}` : ''}\n\n${row['body']}\n` },
        { name: 'circle-candidacies', sql: CANDIDACIES },
        { name: 'circle-votes', sql: BALLOTS },
        { name: 'circle-election-calls', sql: CALLS },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds, texts, at }: Leaving): Promise<void> {
    for (const { id } of await rowsOf<{ id: string }>(tx, THEIRS, [memberIds])) {
      await this.circles.lock(tx, id);
      await this.closing.closeIfDue(tx, id); // their vote counted when the time was up
    }
    for (const sql of FORGET) await tx.query(sql, [memberIds]);
    if (texts === 'KEEP') return;
    for (const sql of ERASE_WORDS) await tx.query(sql, [memberIds]);
    const erased = await rowsOf<{ id: string; communityId: string; circle: string }>(tx, ERASE_POSTS, [memberIds, at]);
    for (const { id, communityId, circle } of erased) {
      await this.events.append(tx, CirclePostRemoved, { communityId, actorId: null, subjectId: id, payload: { circle }, at });
    }
  }
}
