import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, enforce, isStaff } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { CommentMarkedHelpful, CommentUnmarkedHelpful } from './comment.events.js';
import { canMarkHelpful } from './comment.policy.js';
import type { CommentRow } from './comment.row.js';
import { CommentsQueries } from './comments.queries.js';

const MARK = `
  INSERT INTO helpful_marks (comment_id, member_id, community_id, marked_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING comment_id`;

const UNMARK = 'DELETE FROM helpful_marks WHERE comment_id = $1 AND member_id = $2 RETURNING comment_id';

/** One mark per member and comment: marking twice is the same mark. Either way may answer `TOO_MANY_ATTEMPTS`. */
@Injectable()
export class HelpfulMarksService {
  constructor(
    private readonly transactor: Transactor,
    private readonly members: MembersService,
    private readonly queries: CommentsQueries,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `OWN_COMMENT`, `COMMENT_DELETED`, `COMMENTS_CLOSED`, `LEVEL_TOO_LOW` */
  mark(actor: Actor, id: string): Promise<CommentRow> {
    return this.change(actor, id, 'VOTING', async (tx, comment, member) => {
      enforce(canMarkHelpful(actor, member, comment));
      await this.members.rights.require(tx, actor, member, 'markHelpful');
      const made = await rowsOf(tx, MARK, [comment.id, member.id, comment.communityId, this.clock.now()]);
      return made.length > 0 ? CommentMarkedHelpful : null;
    });
  }

  /** Takes the mark back, also where the discussion is closed. @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER` */
  unmark(actor: Actor, id: string): Promise<CommentRow> {
    return this.change(actor, id, 'ANYWAY', async (tx, comment, { id }) => {
      const gone = await rowsOf(tx, UNMARK, [comment.id, id]);
      return gone.length > 0 ? CommentUnmarkedHelpful : null;
    });
  }

  /** The comment's row is held, so that a mark never lands on a comment that is being erased. */
  private async change(
    actor: Actor,
    id: string,
    use: 'VOTING' | 'ANYWAY',
    write: (tx: Tx, comment: CommentRow, member: MemberRow) => Promise<typeof CommentMarkedHelpful | null>,
  ): Promise<CommentRow> {
    await this.activity.take(actor, 'markHelpful');
    return this.transactor.run(async (tx) => {
      const comment = await this.queries.requireVisible(tx, actor, id, 'UPDATE');
      const { communityId, ideaId } = comment;
      const member = await this.members.requireMember(tx, actor, communityId, use);
      const by = member.id;
      const happened = await write(tx, comment, member);
      if (happened) {
        const payload = { idea: ideaId, by, author: comment.authorId, byStaff: isStaff(actor, communityId) };
        await this.events.append(tx, happened, { communityId, actorId: actor.accountId, subjectId: comment.id, payload });
      }
      return this.queries.requireVisible(tx, actor, id);
    });
  }
}
