import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, isId, Problem } from '@fanfare/kernel';
import type { IdeaRow } from './idea.row.js';
import { IdeasQueries } from './ideas.queries.js';

const FAMILIES = `
  WITH roots AS MATERIALIZED (SELECT coalesce(merged_into_id, id) AS id FROM ideas WHERE id = ANY ($1::uuid[]))
  SELECT id FROM ideas WHERE id IN (SELECT id FROM roots) OR merged_into_id IN (SELECT id FROM roots) ORDER BY id`;
const HOLD_FAMILIES = `${FAMILIES} FOR NO KEY UPDATE`;

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
   * `requireVisible`, with a promise that the status stays what it is until the transaction ends, and so does what it is a
   * duplicate of. Voters share the lock and never wait for each other; whoever moves the idea (`lockForMove`) waits for those
   * before and holds those after, in turn, so neither is ever starved.
   */
  async lockForVote(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    if (isId(ideaId)) await this.enter(tx, ideaId);
    return this.requireVisible(tx, actor, ideaId); // a statement of its own: it sees what the lock waited for
  }

  /** The promise of `lockForVote` alone, for an id that is one. The first lock of a transaction. */
  async enter(tx: Tx, ideaId: string): Promise<void> {
    await tx.query('SELECT enter_gate($1)', [ideaId]);
  }

  /** The ids of these ideas with what they are duplicates of and with their own and those duplicates: what counts as one, in order. */
  async familiesOf(tx: Tx, ideaIds: readonly string[]): Promise<string[]> {
    return (await rowsOf<{ id: string }>(tx, FAMILIES, [ideaIds])).map(({ id }) => id);
  }

  /** `requireVisible`, holding the row until the transaction ends: two edits take turns. Votes go on. */
  async lock(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    if (isId(ideaId)) await rowsOf(tx, 'SELECT id FROM ideas WHERE id = $1 FOR NO KEY UPDATE', [ideaId]);
    return this.requireVisible(tx, actor, ideaId);
  }

  /** Waits until no vote is under way, then holds the idea's row and new votes until the transaction ends. */
  async lockForMove(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    if (!isId(ideaId)) throw new Problem('NOT_FOUND', { what: 'idea' });
    await tx.query('SELECT close_gates(ARRAY[$1::uuid])', [ideaId]);
    return this.lock(tx, actor, ideaId);
  }

  /**
   * `lockForMove` for several ideas with what they are duplicates of and with their own duplicates: gates first, then rows,
   * each in the order of ids.
   *
   * @returns the ideas asked for, by id in lower case
   */
  async lockForMerge(tx: Tx, actor: Actor, ideaIds: readonly string[]): Promise<Map<string, IdeaRow>> {
    const ids = ideaIds.map((id) => id.toLowerCase());
    if (!ids.every(isId)) throw new Problem('NOT_FOUND', { what: 'idea' });
    await tx.query('SELECT close_gates($1)', [ids]);
    await tx.query(HOLD_FAMILIES, [ids]);
    const found = await this.queries.byIds(ids, actor, tx);
    if (ids.some((id) => !found.has(id))) throw new Problem('NOT_FOUND', { what: 'idea' });
    return found;
  }

  /**
   * `lockForMove` for several, each by itself, those the actor may not know of left out. All gates come before any row, in the order of the
   * ids: whoever waits at a gate holds nothing that a voter inside could need.
   */
  async lockManyForMove(tx: Tx, actor: Actor, ideaIds: readonly string[]): Promise<IdeaRow[]> {
    const ids = [...new Set(ideaIds.filter(isId).map((id) => id.toLowerCase()))];
    await tx.query('SELECT close_gates($1)', [ids]);
    await rowsOf(tx, 'SELECT id FROM ideas WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
    return [...(await this.queries.byIds(ids, actor, tx)).values()];
  }
}
