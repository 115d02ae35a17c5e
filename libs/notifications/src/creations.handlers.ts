import { Injectable } from '@nestjs/common';
import {
  CreationAppreciated,
  CreationEdited,
  CreationReleased,
  CreationResponseAdded,
  CreationResponseEdited,
  CreationResponseReleased,
  CreationShown,
} from '@fanfare/creations';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { mentionsIn } from '@fanfare/kernel';
import type { Matter } from './matter.js';
import { TellService } from './tell.service.js';

interface CreationFacts {
  readonly authorId: string;
  readonly authorAccountId: string | null;
  readonly text: string;
  /** Who made what it builds on. */
  readonly baseAuthorId: string | null;
}

interface ResponseFacts {
  readonly authorId: string;
  readonly authorAccountId: string | null;
  readonly creationId: string;
  readonly body: string;
  readonly creationAuthorId: string;
  /** Whom it answers, and who began the thread. */
  readonly answered: readonly string[];
}

/** Of what was withdrawn meanwhile, or is withheld, nobody hears. */
const CREATION = `
  SELECT c.author_id AS "authorId", w.account_id AS "authorAccountId", c.title || E'\\n\\n' || c.story AS text, b.author_id AS "baseAuthorId"
  FROM creations c JOIN members w ON w.id = c.author_id LEFT JOIN creations b ON b.id = c.parent_id
  WHERE c.id = $1 AND c.withdrawn_at IS NULL AND c.withheld IS NULL`;

const RESPONSE = `
  SELECT r.author_id AS "authorId", w.account_id AS "authorAccountId", r.creation_id AS "creationId", r.body, c.author_id AS "creationAuthorId", array_remove(ARRAY[a.author_id, p.author_id], NULL) AS answered
  FROM creation_responses r JOIN members w ON w.id = r.author_id
  JOIN creations c ON c.id = r.creation_id AND c.withdrawn_at IS NULL AND c.withheld IS NULL
  LEFT JOIN creation_responses a ON a.id = r.reply_to_id LEFT JOIN creation_responses p ON p.id = r.parent_id
  WHERE r.id = $1 AND r.deleted_at IS NULL AND r.withheld IS NULL`;

/** An appreciation that stands; its id is made of whose and of what, so that taking it back and giving it again is no news. */
const APPRECIATION = `
  SELECT md5(a.creation_id::text || a.member_id)::uuid AS id, a.author_id AS "authorId" FROM creation_appreciations a
  WHERE a.creation_id = $1 AND a.member_id = $2`;

const BY_HANDLES = 'SELECT id FROM members WHERE community_id = $1 AND handle = ANY ($2::citext[])';

/** What happens to works means something to their makers. */
@Injectable()
export class CreationsHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(CreationShown, 'notifications.creationShown', (tx, event) => this.shown(tx, event));
    handlers.on(CreationReleased, 'notifications.creationReleased', (tx, event) => this.shown(tx, event));
    handlers.on(CreationEdited, 'notifications.creationEdited', (tx, event) => this.edited(tx, event));
    handlers.on(CreationAppreciated, 'notifications.creationAppreciated', (tx, event) => this.appreciated(tx, event));
    handlers.on(CreationResponseAdded, 'notifications.creationResponseAdded', (tx, event) => this.responded(tx, event));
    handlers.on(CreationResponseReleased, 'notifications.creationResponseReleased', (tx, event) => this.responded(tx, event));
    handlers.on(CreationResponseEdited, 'notifications.creationResponseEdited', (tx, event) => this.responseEdited(tx, event));
  }

  /** Of one work, once it is shown, everybody hears once: as who is built on, else as mentioned, else as who follows its author. */
  private async shown(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const [creation] = await rowsOf<CreationFacts>(tx, CREATION, [event.subjectId]);
    if (!creation) return;
    const matter = aboutCreation(event, event.subjectId!, creation);
    const memberIds = creation.baseAuthorId === null ? [] : [creation.baseAuthorId];
    await this.telling.tell(tx, { ...matter, kind: 'REMIXED' }, ['MEMBERS'], { memberIds });
    await this.callMentioned(tx, creation.text, matter);
    await this.telling.tell(tx, { ...matter, kind: 'CREATION_SHOWN' }, ['MEMBER_FOLLOWERS']);
  }

  private async edited(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const [creation] = await rowsOf<CreationFacts>(tx, CREATION, [event.subjectId]);
    if (creation) await this.callMentioned(tx, creation.text, aboutCreation(event, event.subjectId!, creation));
  }

  private async appreciated(tx: Tx, event: RecordedEvent<{ by: string }>): Promise<void> {
    const { by } = event.payload;
    const [found] = await rowsOf<{ id: string; authorId: string }>(tx, APPRECIATION, [event.subjectId, by]);
    if (!found) return;
    const matter: Matter = { ...aboutCreation(event, event.subjectId!, { authorId: by, authorAccountId: event.actorId }), id: found.id, kind: 'APPRECIATED' };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [found.authorId] });
  }

  /** Of one response, once it is shown, everybody hears once: as answered, else as mentioned, else as who made the work. */
  private async responded(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const [response] = await rowsOf<ResponseFacts>(tx, RESPONSE, [event.subjectId]);
    if (!response) return;
    const matter = aboutResponse(event, response);
    await this.telling.tell(tx, { ...matter, kind: 'REPLIED' }, ['MEMBERS'], { memberIds: response.answered });
    await this.callMentioned(tx, response.body, matter);
    await this.telling.tell(tx, { ...matter, kind: 'RESPONDED' }, ['MEMBERS'], { memberIds: [response.creationAuthorId] });
  }

  private async responseEdited(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const [response] = await rowsOf<ResponseFacts>(tx, RESPONSE, [event.subjectId]);
    if (response) await this.callMentioned(tx, response.body, aboutResponse(event, response));
  }

  private async callMentioned(tx: Tx, text: string, matter: Omit<Matter, 'kind'>): Promise<void> {
    const handles = mentionsIn(text);
    if (handles.length === 0) return;
    const memberIds = (await rowsOf<{ id: string }>(tx, BY_HANDLES, [matter.communityId, handles])).map(({ id }) => id);
    await this.telling.tell(tx, { ...matter, kind: 'MENTIONED' }, ['MEMBERS'], { memberIds });
  }
}

function aboutCreation(event: RecordedEvent<object>, creationId: string, by: Pick<CreationFacts, 'authorId' | 'authorAccountId'>): Omit<Matter, 'kind'> {
  return {
    id: event.subjectId!,
    communityId: event.communityId!,
    ideaId: null,
    creationId,
    actorId: by.authorId,
    actorAccountId: by.authorAccountId,
    at: event.occurredAt.toISOString(),
  };
}

function aboutResponse(event: RecordedEvent<object>, response: ResponseFacts): Omit<Matter, 'kind'> {
  return { ...aboutCreation(event, response.creationId, response), creationResponseId: event.subjectId };
}
