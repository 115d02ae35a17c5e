import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { keyedBy } from '@fanfare/graphql';
import { nameOf } from './picture.addresses.js';
import { PICTURE_COLUMNS, type PictureRow } from './picture.row.js';

/** What the pictures of a deployment take. */
export interface PictureUsage {
  readonly pictures: number;
  readonly bytes: number;
}

const AFTER = `SELECT ${PICTURE_COLUMNS} FROM pictures p WHERE p.stored AND ($1::uuid IS NULL OR p.id > $1) ORDER BY p.id LIMIT 500`;

/** Pictures are public to who knows their ids. */
@Injectable()
export class PicturesQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, PictureRow>> {
    const sql = `SELECT ${PICTURE_COLUMNS} FROM pictures p WHERE p.id = ANY ($1) AND p.stored`;
    return keyedBy(await this.database.query<PictureRow>(sql, [ids]), (row) => row.id);
  }

  async usage(): Promise<PictureUsage> {
    const sql = 'SELECT count(*)::int AS pictures, coalesce(sum(bytes), 0)::float8 AS bytes FROM pictures';
    const [row] = await this.database.query<PictureUsage>(sql);
    return row!;
  }

  /** The name in the store of every file, as one transaction sees them: what a backup copies. */
  async *files(tx: Tx = this.database.reader): AsyncGenerator<string> {
    for (let after: string | null = null; ; ) {
      const pictures: PictureRow[] = await rowsOf<PictureRow>(tx, AFTER, [after]);
      for (const { id, forms } of pictures) for (const form of forms) yield nameOf(id, form);
      if (pictures.length === 0) return;
      after = pictures.at(-1)!.id;
    }
  }
}
