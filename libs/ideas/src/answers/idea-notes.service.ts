import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Database, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, cleanText, Clock, decodeCursor, encodeCursor, enforce, enforceHidden, isId, newId, Problem } from '@fanfare/kernel';
import type { IdeaRow } from '../idea.row.js';
import { IdeasAccess } from '../ideas.access.js';
import { IdeaNoted } from './answer.events.js';
import { canChangeNote, canReadNotes } from './answer.policy.js';
import { type IdeaNoteRow, NOTE_COLUMNS } from './idea-note.model.js';
import { memberIdOf } from './staff-member.js';

export const LONGEST_NOTE = 5_000;

export interface NewNote {
  readonly idea: string;
  readonly body: string;
  readonly idempotencyKey?: string | null;
}

const INSERT = 'INSERT INTO idea_notes (id, idea_id, community_id, author_id, account_id, body, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)';

const ONE = `SELECT ${NOTE_COLUMNS} FROM idea_notes n WHERE n.id = $1`;

const PAGE = `
  SELECT ${NOTE_COLUMNS} FROM idea_notes n
  WHERE n.idea_id = $1 AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2, $3::uuid))
  ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;

const REWORD = 'UPDATE idea_notes SET body = $2, edited_at = greatest($3, created_at) WHERE id = $1';

const ORDER = 'NOTES';

/** Internal notes. To whoever is not on the staff, a note's id names nothing. */
@Injectable()
export class IdeaNotesService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly access: IdeasAccess,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The latest first. @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED` */
  async page(actor: Actor, idea: IdeaRow, args: PageArgs): Promise<Connection<IdeaNoteRow>> {
    enforce(canReadNotes(actor, idea));
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<IdeaNoteRow>(PAGE, [idea.id, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.createdAt.toISOString(), row.id]), () => this.count(idea.id));
  }

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `EMPTY_TEXT`, `TOO_LONG`, `IDEMPOTENCY_KEY_REUSED`, `TOO_MANY_ATTEMPTS` */
  async add(actor: Actor, note: NewNote): Promise<IdeaNoteRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const retryable = { accountId: actor.accountId, key: note.idempotencyKey, operation: 'addIdeaNote', input: note };
    const fresh = newId();
    await this.activity.take(actor, 'noteIdea');
    return this.transactor.run(async (tx) => {
      const { id } = await makeOnce(tx, retryable, fresh, () => this.insert(tx, actor, fresh, note));
      return this.require(tx, actor, id);
    });
  }

  /** By its writer. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS` */
  async edit(actor: Actor, id: string, text: string): Promise<IdeaNoteRow> {
    await this.activity.take(actor, 'noteIdea');
    return this.transactor.run(async (tx) => {
      const note = await this.require(tx, actor, id, 'UPDATE');
      enforce(canChangeNote(actor, note));
      const body = bodyOf(text);
      if (body === note.body) return note;
      await tx.query(REWORD, [id, body, this.clock.now()]);
      await this.tell(tx, actor, note, 'EDITED');
      return this.require(tx, actor, id);
    });
  }

  /** By its writer, for good. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `TOO_MANY_ATTEMPTS` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.activity.take(actor, 'noteIdea');
    await this.transactor.run(async (tx) => {
      const note = await this.require(tx, actor, id, 'UPDATE');
      enforce(canChangeNote(actor, note));
      await tx.query('DELETE FROM idea_notes WHERE id = $1', [id]);
      await this.tell(tx, actor, note, 'REMOVED');
    });
  }

  private async insert(tx: Tx, actor: Actor, id: string, note: NewNote): Promise<void> {
    const idea = await this.access.requireVisible(tx, actor, note.idea);
    enforce(canReadNotes(actor, idea));
    if (idea.status === 'DRAFT') throw new Problem('NOT_FOUND', { what: 'idea' }); // its author's alone, and gone when discarded
    const author = await memberIdOf(tx, actor, idea.communityId);
    await tx.query(INSERT, [id, idea.id, idea.communityId, author, actor.accountId, bodyOf(note.body), this.clock.now()]);
    await this.tell(tx, actor, { id, ideaId: idea.id, communityId: idea.communityId }, 'ADDED');
  }

  private async require(tx: Tx, actor: Actor, id: string, lock: 'NONE' | 'UPDATE' = 'NONE'): Promise<IdeaNoteRow> {
    const [note] = isId(id) ? await rowsOf<IdeaNoteRow>(tx, lock === 'UPDATE' ? `${ONE} FOR UPDATE` : ONE, [id]) : [];
    if (!note) throw new Problem('NOT_FOUND', { what: 'note' });
    enforceHidden(canReadNotes(actor, note), { what: 'note' });
    return note;
  }

  private async tell(tx: Tx, actor: Actor, note: Pick<IdeaNoteRow, 'id' | 'ideaId' | 'communityId'>, change: 'ADDED' | 'EDITED' | 'REMOVED') {
    const payload = { noteId: note.id, change };
    await this.events.append(tx, IdeaNoted, { communityId: note.communityId, actorId: actor.accountId, subjectId: note.ideaId, payload });
  }

  private async count(ideaId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM idea_notes WHERE idea_id = $1', [ideaId]);
    return row!.count;
  }
}

function bodyOf(text: string): string {
  return cleanText('body', text, { max: LONGEST_NOTE });
}
