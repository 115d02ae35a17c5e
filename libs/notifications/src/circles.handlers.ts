import { Injectable } from '@nestjs/common';
import {
  CircleMemberRemoved,
  CirclePosted,
  CirclePostEdited,
  CirclePostReleased,
  CircleRecognised,
  CircleRequestDecided,
  CircleRequested,
  ElectionClosed,
  ElectionStarted,
} from '@fanfare/circles';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { mentionsIn } from '@fanfare/kernel';
import type { Matter } from './matter.js';
import { TellService } from './tell.service.js';

interface PostFacts {
  readonly authorId: string;
  readonly authorAccountId: string | null;
  readonly circleId: string;
  readonly body: string;
  readonly membersOnly: boolean;
  /** Who wrote what it answers. */
  readonly answered: string | null;
}

const POST = `
  SELECT p.author_id AS "authorId", w.account_id AS "authorAccountId", p.circle_id AS "circleId", p.body, p.members_only AS "membersOnly", a.author_id AS answered
  FROM circle_posts p JOIN members w ON w.id = p.author_id LEFT JOIN circle_posts a ON a.id = p.parent_id
  WHERE p.id = $1 AND p.deleted_at IS NULL AND p.withheld IS NULL`;

const KEEPER = `
  SELECT coalesce(o.spokesperson_id, (SELECT k.member_id FROM circle_members k WHERE k.circle_id = o.id ORDER BY k.joined_at, k.member_id LIMIT 1)) AS id
  FROM circles o WHERE o.id = $1`;

const BY_ACCOUNT = 'SELECT id FROM members WHERE community_id = $1 AND account_id = $2';

/** Of these people those who may read what is said among members. */
const READERS = `
  SELECT m.id FROM members m WHERE m.community_id = $1 AND m.handle = ANY ($2::citext[])
    AND ($3::uuid IS NULL OR EXISTS (SELECT FROM circle_members k WHERE k.circle_id = $3 AND k.member_id = m.id))`;

/** What happens in circles, and who hears of it. */
@Injectable()
export class CirclesHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(CircleRequested, 'notifications.circleRequested', (tx, event) => this.requested(tx, event));
    handlers.on(CircleRequestDecided, 'notifications.circleDecided', (tx, event) => this.decided(tx, event));
    handlers.on(CircleMemberRemoved, 'notifications.circleRemoved', (tx, event) => this.removed(tx, event));
    handlers.on(CirclePosted, 'notifications.circlePosted', (tx, event) => this.posted(tx, event));
    handlers.on(CirclePostReleased, 'notifications.circlePostReleased', (tx, event) => this.posted(tx, event));
    handlers.on(CirclePostEdited, 'notifications.circlePostEdited', (tx, event) => this.edited(tx, event));
    handlers.on(CircleRecognised, 'notifications.circleRecognised', (tx, event) => this.all(tx, { ...aboutCircle(event), kind: 'CIRCLE_RECOGNISED' }));
    handlers.on(ElectionStarted, 'notifications.electionStarted', (tx, event) => this.started(tx, event));
    handlers.on(ElectionClosed, 'notifications.electionClosed', (tx, event) =>
      this.all(tx, { ...aboutCircle(event), kind: 'CIRCLE_ELECTED', id: event.payload.electionId, actorId: event.payload.winner }),
    );
  }

  private async all(tx: Tx, matter: Matter): Promise<void> {
    await this.telling.tell(tx, matter, ['CIRCLE_MEMBERS']);
  }

  /** Whoever looks after the circle then. */
  private async requested(tx: Tx, event: RecordedEvent<{ requestId: string; memberId: string }>): Promise<void> {
    const [keeper] = await rowsOf<{ id: string | null }>(tx, KEEPER, [event.subjectId]);
    const matter: Matter = { ...aboutCircle(event), kind: 'CIRCLE_REQUESTED', id: event.payload.requestId, actorId: event.payload.memberId };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: keeper?.id ? [keeper.id] : [] });
  }

  private async decided(tx: Tx, event: RecordedEvent<{ memberId: string; accepted: boolean }>): Promise<void> {
    const { memberId, accepted } = event.payload;
    const matter: Matter = { ...aboutCircle(event), kind: accepted ? 'CIRCLE_ACCEPTED' : 'CIRCLE_DECLINED', actorId: await this.actor(tx, event) };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [memberId] });
  }

  private async removed(tx: Tx, event: RecordedEvent<{ memberId: string }>): Promise<void> {
    const matter: Matter = { ...aboutCircle(event), kind: 'CIRCLE_REMOVED', actorId: await this.actor(tx, event) };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [event.payload.memberId] });
  }

  private async started(tx: Tx, event: RecordedEvent<{ electionId: string }>): Promise<void> {
    await this.all(tx, { ...aboutCircle(event), kind: 'CIRCLE_ELECTION', actorId: await this.actor(tx, event) });
  }

  /** Of one post, once it is shown, everybody hears once: as answered, else as mentioned. A feed as such calls nobody. */
  private async posted(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const post = await this.post(tx, event.subjectId!);
    if (!post) return;
    const matter = aboutPost(event, post);
    await this.telling.tell(tx, { ...matter, kind: 'REPLIED' }, ['MEMBERS'], { memberIds: await this.readers(tx, post) });
    await this.mention(tx, event, post, matter);
  }

  private async edited(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const post = await this.post(tx, event.subjectId!);
    if (post) await this.mention(tx, event, post, aboutPost(event, post));
  }

  private async mention(tx: Tx, event: RecordedEvent<object>, post: PostFacts, matter: Omit<Matter, 'kind'>): Promise<void> {
    const handles = mentionsIn(post.body);
    if (handles.length === 0) return;
    const found = await rowsOf<{ id: string }>(tx, READERS, [event.communityId, handles, post.membersOnly ? post.circleId : null]);
    await this.telling.tell(tx, { ...matter, kind: 'MENTIONED' }, ['MEMBERS'], { memberIds: found.map(({ id }) => id) });
  }

  /** Who wrote what is answered, unless they left and the answer is for members. */
  private async readers(tx: Tx, { answered, membersOnly, circleId }: PostFacts): Promise<string[]> {
    if (answered === null) return [];
    if (!membersOnly) return [answered];
    const sql = 'SELECT member_id AS id FROM circle_members WHERE circle_id = $1 AND member_id = $2';
    return (await rowsOf<{ id: string }>(tx, sql, [circleId, answered])).map(({ id }) => id);
  }

  private async post(tx: Tx, id: string): Promise<PostFacts | null> {
    return (await rowsOf<PostFacts>(tx, POST, [id]))[0] ?? null;
  }

  private async actor(tx: Tx, { communityId, actorId }: RecordedEvent<object>): Promise<string | null> {
    return (await rowsOf<{ id: string }>(tx, BY_ACCOUNT, [communityId, actorId]))[0]?.id ?? null;
  }
}

function aboutCircle(event: RecordedEvent<object>): Omit<Matter, 'kind'> {
  return {
    id: event.id,
    communityId: event.communityId!,
    ideaId: null,
    circleId: event.subjectId,
    actorId: null,
    actorAccountId: event.actorId,
    at: event.occurredAt.toISOString(),
  };
}

function aboutPost(event: RecordedEvent<object>, { authorId, authorAccountId, circleId }: PostFacts): Omit<Matter, 'kind'> {
  return { ...aboutCircle(event), id: event.subjectId!, circleId, circlePostId: event.subjectId, actorId: authorId, actorAccountId: authorAccountId };
}
