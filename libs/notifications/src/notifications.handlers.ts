import { Injectable } from '@nestjs/common';
import { CommentAdded, CommentEdited, CommentReleased } from '@fanfare/comments';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { IdeaEdited, IdeaMoved, type IdeaStatus, IdeaSubmitted } from '@fanfare/ideas';
import { mentionsIn } from '@fanfare/kernel';
import { RungReached } from '@fanfare/ladder';
import { MergeContestDecided, MergeContested } from '@fanfare/votes';
import { FollowStarted } from './follow.events.js';
import type { AudienceName, Matter } from './matter.js';
import { TellService } from './tell.service.js';

/** Whoever has a stake in an idea. */
const CONCERNED: readonly AudienceName[] = ['AUTHORS', 'BACKERS', 'COMMENTERS', 'IDEA_FOLLOWERS'];

interface MoveFacts {
  readonly to: IdeaStatus;
  readonly from: IdeaStatus;
  readonly mover: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly responseId: string | null;
}

interface IdeaFacts {
  readonly authorId: string | null;
  readonly categoryId: string | null;
  readonly title: string;
  readonly body: string;
  readonly authorAccountId: string | null;
}

interface CommentFacts {
  readonly authorId: string;
  readonly authorAccountId: string | null;
  readonly ideaId: string;
  readonly body: string;
  /** Whom it answers, and who began the thread. */
  readonly answered: readonly string[];
}

const MOVE = `
  SELECT from_status AS "from", to_status AS "to", mover, moved_at AS at, actor_id AS "actorId", response_id AS "responseId"
  FROM idea_moves WHERE id = $1`;

const IDEA = `
  SELECT i.author_id AS "authorId", i.category_id AS "categoryId", i.title, i.body, a.account_id AS "authorAccountId"
  FROM ideas i LEFT JOIN members a ON a.id = i.author_id WHERE i.id = $1`;

const COMMENT = `
  SELECT c.author_id AS "authorId", w.account_id AS "authorAccountId", c.idea_id AS "ideaId", c.body, array_remove(ARRAY[r.author_id, p.author_id], NULL) AS answered
  FROM comments c JOIN members w ON w.id = c.author_id LEFT JOIN comments r ON r.id = c.reply_to_id LEFT JOIN comments p ON p.id = c.parent_id
  WHERE c.id = $1 AND c.deleted_at IS NULL AND c.withheld IS NULL`;

const MERGED_BY = 'SELECT merged_by AS by FROM merges WHERE id = $1';

const BY_HANDLES = 'SELECT id FROM members WHERE community_id = $1 AND handle = ANY ($2::citext[])';

/** What other rooms' events mean to people. */
@Injectable()
export class NotificationsHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(IdeaSubmitted, 'notifications.ideaSubmitted', (tx, event) => this.submitted(tx, event));
    handlers.on(IdeaMoved, 'notifications.ideaMoved', (tx, event) => this.moved(tx, event));
    handlers.on(IdeaEdited, 'notifications.ideaEdited', (tx, event) => this.edited(tx, event));
    handlers.on(CommentAdded, 'notifications.commentAdded', (tx, event) => this.commented(tx, event));
    handlers.on(CommentReleased, 'notifications.commentReleased', (tx, event) => this.commented(tx, event));
    handlers.on(CommentEdited, 'notifications.commentEdited', (tx, event) => this.commentEdited(tx, event));
    handlers.on(RungReached, 'notifications.rungReached', (tx, event) => this.climbed(tx, event));
    handlers.on(MergeContested, 'notifications.mergeContested', (tx, event) => this.telling.tell(tx, { ...matterOf(event), kind: 'CONTESTED' }, ['MODERATORS']));
    handlers.on(MergeContestDecided, 'notifications.contestDecided', (tx, event) => this.contestDecided(tx, event));
    handlers.on(FollowStarted, 'notifications.followStarted', (tx, event) => this.followed(tx, event));
  }

  private async submitted(tx: Tx, event: RecordedEvent<{ status: IdeaStatus }>): Promise<void> {
    if (event.payload.status === 'OPEN') await this.posted(tx, event);
  }

  /** An idea can be read from now on: whom it mentions, and who follows its author or category. */
  private async posted(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const idea = await this.idea(tx, event.subjectId!);
    const about = { ...matterOf(event), id: event.subjectId!, actorId: idea.authorId, actorAccountId: idea.authorAccountId };
    const mentioned = await this.mentioned(tx, event, `${idea.title}\n\n${idea.body}`);
    await this.telling.tell(tx, { ...about, kind: 'MENTIONED' }, ['MEMBERS'], { memberIds: mentioned });
    await this.telling.tell(tx, { ...about, kind: 'POSTED' }, ['MEMBER_FOLLOWERS', 'CATEGORY_FOLLOWERS'], { subjectId: idea.categoryId });
  }

  private async moved(tx: Tx, event: RecordedEvent<{ moveId: string }>): Promise<void> {
    const [move] = await rowsOf<MoveFacts>(tx, MOVE, [event.payload.moveId]);
    if (!move || move.mover === 'IMPORT') return;
    const { from, to, mover, responseId, actorId, at } = move;
    const matter = { ...matterOf(event), id: event.payload.moveId, actorId, status: to, at: at.toISOString() };
    if (from === 'PENDING' && to === 'OPEN') await this.posted(tx, event);
    else if (responseId !== null) await this.answered(tx, { ...matter, id: responseId, responseId, kind: 'ANSWERED' });
    else if (to === 'EXPIRED') await this.telling.tell(tx, { ...matter, kind: 'EXPIRED' }, CONCERNED);
    else if (to === 'MERGED') await this.telling.tell(tx, { ...matter, kind: 'MERGED' }, CONCERNED);
    else if (from === 'MERGED' && mover !== 'MODERATOR') await this.telling.tell(tx, { ...matter, kind: 'UNMERGED' }, ['AUTHORS', 'IDEA_FOLLOWERS']);
  }

  /** Who contested and who merged hear the decision; of a merge it undid others hear with it, not once more by the move. */
  private async contestDecided(tx: Tx, event: RecordedEvent<{ mergeId: string; upheld: boolean }>): Promise<void> {
    const { mergeId, upheld } = event.payload;
    const [merge] = await rowsOf<{ by: string | null }>(tx, MERGED_BY, [mergeId]);
    const matter: Matter = { ...matterOf(event), kind: 'CONTEST_DECIDED', status: upheld ? null : 'MERGED' };
    await this.telling.tell(tx, matter, ['AUTHOR', 'STAFF'], { memberIds: merge?.by ? [merge.by] : [] });
    if (upheld) await this.telling.tell(tx, { ...matter, kind: 'UNMERGED' }, ['AUTHORS', 'IDEA_FOLLOWERS']);
  }

  private async answered(tx: Tx, matter: Matter): Promise<void> {
    await this.telling.tell(tx, matter, [...CONCERNED, 'COMMUNITY_FOLLOWERS']);
  }

  private async climbed(tx: Tx, event: RecordedEvent<{ position: number }>): Promise<void> {
    await this.telling.tell(tx, { ...matterOf(event), kind: 'RUNG', rung: event.payload.position }, ['AUTHORS', 'BACKERS', 'IDEA_FOLLOWERS']);
  }

  /** Whoever backed another wording, and whom the new one mentions. */
  private async edited(tx: Tx, event: RecordedEvent<{ version: number; changed: readonly string[] }>): Promise<void> {
    const { version, changed } = event.payload;
    if (!changed.includes('title') && !changed.includes('body')) return;
    const idea = await this.idea(tx, event.subjectId!);
    const matter = { ...matterOf(event), actorId: idea.authorId };
    await this.telling.tell(tx, { ...matter, kind: 'EDITED' }, ['BACKED_BEFORE'], { version });
    const memberIds = await this.mentioned(tx, event, `${idea.title}\n\n${idea.body}`);
    await this.telling.tell(tx, { ...matter, id: event.subjectId!, kind: 'MENTIONED' }, ['MEMBERS'], { memberIds });
  }

  /** Of one comment, once it is shown, everybody hears once: as answered, else as mentioned, else as who posted or follows the idea. */
  private async commented(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const comment = await this.comment(tx, event.subjectId!);
    if (!comment) return;
    const matter = aboutComment(event, comment);
    await this.telling.tell(tx, { ...matter, kind: 'REPLIED' }, ['MEMBERS'], { memberIds: comment.answered });
    await this.callMentioned(tx, event, comment, matter);
    await this.telling.tell(tx, { ...matter, kind: 'COMMENTED' }, ['AUTHORS', 'IDEA_FOLLOWERS']);
  }

  private async commentEdited(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const comment = await this.comment(tx, event.subjectId!);
    if (comment) await this.callMentioned(tx, event, comment, aboutComment(event, comment));
  }

  private async callMentioned(tx: Tx, event: RecordedEvent<object>, { body }: CommentFacts, matter: Omit<Matter, 'kind'>): Promise<void> {
    const memberIds = await this.mentioned(tx, event, body);
    await this.telling.tell(tx, { ...matter, kind: 'MENTIONED' }, ['MEMBERS'], { memberIds });
  }

  /** Whoever follows, leaves and follows again is told of once. */
  private async followed(tx: Tx, event: RecordedEvent<{ follower: string; kind: string }>): Promise<void> {
    const { follower, kind } = event.payload;
    if (kind !== 'MEMBER') return;
    const matter = { ...matterOf(event), id: follower, ideaId: null, actorId: follower };
    await this.telling.tell(tx, { ...matter, kind: 'FOLLOWED' }, ['MEMBERS'], { memberIds: [event.subjectId!] });
  }

  private async idea(tx: Tx, id: string): Promise<IdeaFacts> {
    const [idea] = await rowsOf<IdeaFacts>(tx, IDEA, [id]);
    return idea!;
  }

  private async comment(tx: Tx, id: string): Promise<CommentFacts | null> {
    const [comment] = await rowsOf<CommentFacts>(tx, COMMENT, [id]);
    return comment ?? null;
  }

  private async mentioned(tx: Tx, event: RecordedEvent<object>, text: string): Promise<string[]> {
    const handles = mentionsIn(text);
    if (handles.length === 0) return [];
    return (await rowsOf<{ id: string }>(tx, BY_HANDLES, [event.communityId, handles])).map(({ id }) => id);
  }
}

/** What every matter takes from its event; the idea is the subject unless said otherwise. */
function matterOf(event: RecordedEvent<object>): Omit<Matter, 'kind'> {
  return {
    id: event.id,
    communityId: event.communityId!,
    ideaId: event.subjectId,
    actorId: null,
    actorAccountId: event.actorId,
    at: event.occurredAt.toISOString(),
  };
}

function aboutComment(event: RecordedEvent<object>, { authorId, authorAccountId, ideaId }: CommentFacts): Omit<Matter, 'kind'> {
  return { ...matterOf(event), id: event.subjectId!, ideaId, commentId: event.subjectId, actorId: authorId, actorAccountId: authorAccountId };
}
