import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { keyedBy } from '@fanfare/graphql';
import { isId } from '@fanfare/kernel';
import { AVATAR_REMOVAL_COLUMNS, type AvatarRemovalRow } from './avatar-removal.row.js';
import { PICTURE_COLUMNS, type PictureRow } from './picture.row.js';

/** What the pictures of a deployment take. */
export interface PictureUsage {
  readonly pictures: number;
  readonly bytes: number;
}

/** What decides who is given a picture's files. */
export interface PictureLook extends Pick<PictureRow, 'kind'> {
  /** Whether a moderator took it down. */
  readonly hidden: boolean;
}

/** Pictures are public to who knows their ids. */
@Injectable()
export class PicturesQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, PictureRow>> {
    const sql = `SELECT ${PICTURE_COLUMNS} FROM pictures p WHERE p.id = ANY ($1) AND p.stored`;
    return keyedBy(await this.database.query<PictureRow>(sql, [ids]), (row) => row.id);
  }

  async lookOf(id: string): Promise<PictureLook | null> {
    const [look] = isId(id) ? await this.database.query<PictureLook>('SELECT kind, hidden FROM pictures WHERE id = $1', [id]) : [];
    return look ?? null;
  }

  /** The last time each of these members' pictures was taken down, by the member. */
  async lastRemovals(memberIds: readonly string[]): Promise<Map<string, AvatarRemovalRow>> {
    const sql = `SELECT DISTINCT ON (r.member_id) ${AVATAR_REMOVAL_COLUMNS} FROM avatar_removals r WHERE r.member_id = ANY ($1) ORDER BY r.member_id, r.removed_at DESC`;
    return keyedBy(await this.database.query<AvatarRemovalRow>(sql, [memberIds]), (row) => row.memberId);
  }

  async usage(): Promise<PictureUsage> {
    const sql = 'SELECT count(*)::int AS pictures, coalesce(sum(bytes), 0)::float8 AS bytes FROM pictures';
    const [row] = await this.database.query<PictureUsage>(sql);
    return row!;
  }
}
