import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { keyedBy } from '@fanfare/graphql';
import { PICTURE_COLUMNS, type PictureRow } from './picture.row.js';

/** What the pictures of a deployment take. */
export interface PictureUsage {
  readonly pictures: number;
  readonly bytes: number;
}

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
}
