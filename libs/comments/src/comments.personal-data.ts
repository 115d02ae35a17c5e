import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { SHOWN_TO_ALL, TOLD_TITLE } from '@fanfare/ideas';
import { CommentDeleted, CommentUnmarkedHelpful } from './comment.events.js';

const COMMENTS = `
  SELECT c.name AS community, ${TOLD_TITLE} AS idea, x.body, x.created_at, x.edited_at, x.by_staff, x.interest_kind, x.interest_note
  FROM comments x JOIN members me ON me.id = x.author_id AND me.account_id = $1 JOIN ideas i ON i.id = x.idea_id
  JOIN communities c ON c.id = x.community_id ORDER BY x.created_at, x.id`;

const VERSIONS = `
  SELECT ${TOLD_TITLE} AS idea, v.number, v.body, v.created_at FROM comment_versions v JOIN comments x ON x.id = v.comment_id
  JOIN members me ON me.id = x.author_id AND me.account_id = $1 JOIN ideas i ON i.id = x.idea_id ORDER BY x.id, v.number`;

const MARKS = `
  SELECT ${TOLD_TITLE} AS idea, CASE WHEN ${SHOWN_TO_ALL} AND x.withheld IS NULL THEN left(x.body, 200) END AS comment_begins, h.marked_at FROM helpful_marks h
  JOIN members me ON me.id = h.member_id AND me.account_id = $1 JOIN comments x ON x.id = h.comment_id JOIN ideas i ON i.id = x.idea_id
  ORDER BY h.marked_at`;

const TAKE_MARKS = `
  DELETE FROM helpful_marks h USING comments x WHERE h.member_id = ANY ($1) AND x.id = h.comment_id
  RETURNING x.id, x.community_id AS "communityId", x.idea_id AS idea, x.author_id AS author, h.member_id AS by`;

const ERASE = `
  UPDATE comments SET body = '', author_id = NULL, interest_kind = NULL, interest_note = NULL, deleted_at = $2
  WHERE author_id = ANY ($1) AND NOT by_staff RETURNING id, community_id AS "communityId", idea_id AS idea`;

interface TakenMark {
  readonly id: string;
  readonly communityId: string;
  readonly idea: string;
  readonly author: string | null;
  readonly by: string;
}

/** What people said. Replies of staff are the brand's and stay; erased comments leave the tombstone any deleted one leaves. */
@Injectable()
export class CommentsPersonalData {
  constructor(
    personal: PersonalData,
    private readonly events: EventLog,
  ) {
    personal.register('comments', {
      tables: {
        comments: 'stay as a former member’s, or become tombstones; replies of staff stay',
        comment_versions: 'stay with the comment, or deleted',
        helpful_marks: 'deleted; counts follow',
      },
      sections: [
        { name: 'comments', sql: COMMENTS, markdown: (row) => `## ${row['idea'] ?? '…'}\n\n${row['body']}\n` },
        { name: 'earlier-wordings-of-comments', sql: VERSIONS },
        { name: 'helpful-marks', sql: MARKS },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds, texts, at }: Leaving): Promise<void> {
    await this.takeMarks(tx, memberIds, at);
    if (texts === 'KEEP') return;
    const erased = await rowsOf<{ id: string; communityId: string; idea: string }>(tx, ERASE, [memberIds, at]);
    const ids = erased.map(({ id }) => id); // an edit under way was waited for: its wording is among them
    for (const table of ['comment_versions', 'helpful_marks']) await tx.query(`DELETE FROM ${table} WHERE comment_id = ANY ($1)`, [ids]);
    for (const { id, communityId, idea } of erased) {
      await this.events.append(tx, CommentDeleted, { communityId, actorId: null, subjectId: id, payload: { idea }, at });
    }
  }

  /** Told one by one, as if they had been taken back: what a mark brought goes with whoever gave it, like a vote. */
  private async takeMarks(tx: Tx, memberIds: readonly string[], at: Date): Promise<void> {
    const taken = await rowsOf<TakenMark>(tx, TAKE_MARKS, [memberIds]);
    const told = taken.map(({ id, communityId, idea, author, by }) => ({ communityId, actorId: null, subjectId: id, payload: { idea, by, author, byStaff: false }, at }));
    await this.events.appendAll(tx, CommentUnmarkedHelpful, told);
  }
}
