import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, isId, Problem } from '@fanfare/kernel';
import type { IdeaRow } from './idea.row.js';
import { IdeasQueries } from './ideas.queries.js';

const NAME = `hashtextextended('idea ' || $1, 0)`;

/** Ideas inside a transaction, for whoever is about to write something about them. */
@Injectable()
export class IdeasAccess {
  constructor(private readonly queries: IdeasQueries) {}

  /** The idea as the actor may see it. @throws Problem `NOT_FOUND` when they may not know of it, or nothing has this id */
  async requireVisible(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    const found = await this.queries.byIds([ideaId], actor, tx);
    const idea = found.get(ideaId.toLowerCase());
    if (!idea) throw new Problem('NOT_FOUND', { what: 'idea' });
    return idea;
  }

  /**
   * `requireVisible`, with a promise that the status stays what it is until the transaction ends. Voters share the lock and
   * never wait for each other; whoever moves the idea (`lockForMove`) waits for those before and holds those after, in turn,
   * so neither is ever starved.
   */
  async lockForVote(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    if (isId(ideaId)) await tx.query(`SELECT pg_advisory_xact_lock_shared(${NAME})`, [ideaId.toLowerCase()]);
    return this.requireVisible(tx, actor, ideaId); // a statement of its own: it sees what the lock waited for
  }

  /** `requireVisible`, holding the row until the transaction ends: two edits take turns. Votes go on. */
  async lock(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    if (isId(ideaId)) await rowsOf(tx, 'SELECT id FROM ideas WHERE id = $1 FOR NO KEY UPDATE', [ideaId]);
    return this.requireVisible(tx, actor, ideaId);
  }

  /** Waits until no vote is under way, then holds the idea's row and new votes until the transaction ends. */
  async lockForMove(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    if (!isId(ideaId)) throw new Problem('NOT_FOUND', { what: 'idea' });
    await tx.query(`SELECT pg_advisory_xact_lock(${NAME})`, [ideaId.toLowerCase()]);
    return this.lock(tx, actor, ideaId);
  }
}
