import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import { isId, Problem } from '@fanfare/kernel';
import { CREATION_COLUMNS, CREATION_TABLES, type CreationPictureRow, type CreationRow } from './creation.row.js';

/** Links of a chain that are read: of a longer one the first work and the nearest. */
export const LONGEST_CHAIN = 24;

const PICTURES = `
  SELECT creation_id AS "creationId", picture_id AS "pictureId", alt FROM creation_pictures WHERE creation_id = ANY ($1) ORDER BY creation_id, position`;

const IDEAS = `
  SELECT creation_id AS "creationId", idea_id AS "ideaId" FROM creation_ideas WHERE creation_id = ANY ($1) ORDER BY creation_id, position`;

/** The steps above each, by primary keys, at most so many; the first work is known without climbing. */
const CHAINS = `
  SELECT asked.id AS "remixId", ${CREATION_COLUMNS} FROM unnest($1::uuid[]) AS asked (id)
  CROSS JOIN LATERAL (
    WITH RECURSIVE above AS (
      SELECT p.id, p.parent_id, 1 AS step FROM creations r JOIN creations p ON p.id = r.parent_id WHERE r.id = asked.id
      UNION ALL
      SELECT p.id, p.parent_id, a.step + 1 FROM above a JOIN creations p ON p.id = a.parent_id WHERE a.step < ${LONGEST_CHAIN - 1}
    )
    SELECT id FROM above UNION SELECT root_id FROM creations WHERE id = asked.id AND parent_id IS NOT NULL
  ) link
  JOIN creations c ON c.id = link.id LEFT JOIN members w ON w.id = c.author_id ORDER BY asked.id, c.depth`;

const APPRECIATED = `
  SELECT a.creation_id AS id FROM creation_appreciations a JOIN members m ON m.id = a.member_id
  WHERE a.creation_id = ANY ($1) AND m.account_id = $2`;

/** Creations are public; of a withdrawn one only the tombstone is left. */
@Injectable()
export class CreationsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CreationRow>> {
    const sql = `SELECT ${CREATION_COLUMNS} FROM ${CREATION_TABLES} WHERE c.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<CreationRow>(tx, sql, [ids]), (row) => row.id);
  }

  /**
   * The creation, held until the transaction ends: whoever answers, appreciates, remixes, edits or withdraws it takes turns.
   *
   * @throws Problem `NOT_FOUND`
   */
  async lock(tx: Tx, id: string): Promise<CreationRow> {
    const sql = `SELECT ${CREATION_COLUMNS} FROM ${CREATION_TABLES} WHERE c.id = $1 FOR NO KEY UPDATE OF c`;
    const [row] = isId(id) ? await rowsOf<CreationRow>(tx, sql, [id]) : [];
    if (!row) throw new Problem('NOT_FOUND', { what: 'creation' });
    return row;
  }

  /** In their order, by creation. */
  async picturesOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CreationPictureRow[]>> {
    return groupedBy(await rowsOf<CreationPictureRow>(tx, PICTURES, [ids]), (row) => row.creationId);
  }

  /** Ids of the ideas each plays with, in their order. */
  async ideasOf(ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ creationId: string; ideaId: string }>(IDEAS, [ids]);
    return new Map([...groupedBy(rows, (row) => row.creationId)].map(([id, links]) => [id, links.map(({ ideaId }) => ideaId)]));
  }

  /** What each builds on, from the first work down, tombstones included. Of more than 24 the first and the nearest 23. */
  async chainsOf(ids: readonly string[]): Promise<Map<string, CreationRow[]>> {
    const rows = await this.database.query<CreationRow & { remixId: string }>(CHAINS, [ids]);
    return groupedBy(rows, (row) => row.remixId);
  }

  /** Which of the creations the account's members appreciate. */
  async appreciatedBy(accountId: string, ids: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.database.query<{ id: string }>(APPRECIATED, [ids, accountId]);
    return new Map(rows.map(({ id }) => [id, true]));
  }
}
