import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Actor, isId } from '@fanfare/kernel';
import { asSeenBy } from './idea.policy.js';
import { IDEA_COLUMNS, IDEA_TABLES, type IdeaRow } from './idea.row.js';
import { visibleIdeas } from './idea.visibility.js';
import { SqlParameters } from './sql-parameters.js';

/** Reads of single ideas and batches of them, as the actor may see them. */
@Injectable()
export class IdeasQueries {
  constructor(private readonly database: Database) {}

  /** Those of these ideas that the actor may know of, by id; removed ones as tombstones. */
  async byIds(ids: readonly string[], actor: Actor, tx: Tx = this.database.reader): Promise<Map<string, IdeaRow>> {
    const known = ids.filter(isId);
    if (known.length === 0) return new Map();
    const parameters = new SqlParameters();
    const sql = `SELECT ${IDEA_COLUMNS} FROM ${IDEA_TABLES}
      WHERE i.id = ANY (${parameters.add(known)}::uuid[]) AND ${visibleIdeas(actor, parameters)}`;
    const rows = await rowsOf<IdeaRow>(tx, sql, parameters.values);
    return new Map(rows.map((row) => [row.id, asSeenBy(actor, row)]));
  }
}
