import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, Problem } from '@fanfare/kernel';
import {
  CATEGORY_COLUMNS,
  type CategoryRow,
  COMMUNITY_COLUMNS,
  type CommunityRow,
  type RungRow,
  TERMS_COLUMNS,
  type TermsRow,
} from './community.row.js';

const ORDER = 'NAME';

interface ListedRow extends CommunityRow {
  /** What the list is ordered by. */
  readonly sortName: string;
}

const PAGE = `
  SELECT ${COMMUNITY_COLUMNS}, plain_text(c.name) AS "sortName" FROM communities c
  WHERE $1::text IS NULL OR (plain_text(c.name), c.id) > ($1, $2::uuid)
  ORDER BY plain_text(c.name), c.id LIMIT $3`;

/** Reads of what everybody may see: nothing about a community's settings is secret. */
@Injectable()
export class CommunitiesQueries {
  constructor(private readonly database: Database) {}

  /** The community at an address, or null. */
  async bySlug(slug: string): Promise<CommunityRow | null> {
    const sql = `SELECT ${COMMUNITY_COLUMNS} FROM communities c WHERE c.slug = $1`;
    const [row] = await this.database.query<CommunityRow>(sql, [slug.toLowerCase()]);
    return row ?? null;
  }

  /** The community at an address. @throws Problem `NOT_FOUND`. */
  async requireBySlug(slug: string): Promise<CommunityRow> {
    const row = await this.bySlug(slug);
    if (!row) throw new Problem('NOT_FOUND', { what: 'community' });
    return row;
  }

  async byIds(ids: readonly string[], tx?: Tx): Promise<Map<string, CommunityRow>> {
    const sql = `SELECT ${COMMUNITY_COLUMNS} FROM communities c WHERE c.id = ANY ($1)`;
    return keyedBy(await rowsOf<CommunityRow>(tx ?? this.database.reader, sql, [ids]), (row) => row.id);
  }

  /** Every community in the order of their names. */
  async page(args: PageArgs): Promise<Connection<CommunityRow>> {
    const [name, id] = args.after ? decodeCursor(ORDER, args.after, ['s', 'id']) : [null, null];
    const rows = await this.database.query<ListedRow>(PAGE, [name, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.sortName, row.id]), () => this.count());
  }

  async currentTerms(communityIds: readonly string[]): Promise<Map<string, TermsRow>> {
    const rows = await this.database.query<TermsRow>(
      `SELECT ${TERMS_COLUMNS} FROM communities c
       JOIN community_terms t ON t.community_id = c.id AND t.version = c.terms_version WHERE c.id = ANY ($1)`,
      [communityIds],
    );
    return keyedBy(rows, (row) => row.communityId);
  }

  /** The latest first, at most 100: what a member once accepted can always be read. */
  termsVersions(communityId: string): Promise<TermsRow[]> {
    const sql = `SELECT ${TERMS_COLUMNS} FROM community_terms t WHERE t.community_id = $1 ORDER BY t.version DESC LIMIT 100`;
    return this.database.query<TermsRow>(sql, [communityId]);
  }

  /** Which of these addresses are a community's already. */
  async takenSlugs(slugs: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ slug: string }>('SELECT slug FROM communities WHERE slug = ANY ($1)', [slugs]);
    return new Set(rows.map((row) => row.slug));
  }

  async categoriesById(ids: readonly string[]): Promise<Map<string, CategoryRow>> {
    const sql = `SELECT ${CATEGORY_COLUMNS} FROM categories k WHERE k.id = ANY ($1)`;
    return keyedBy(await this.database.query<CategoryRow>(sql, [ids]), (row) => row.id);
  }

  async categoriesOf(communityIds: readonly string[]): Promise<Map<string, CategoryRow[]>> {
    const sql = `SELECT ${CATEGORY_COLUMNS} FROM categories k WHERE k.community_id = ANY ($1) ORDER BY k.position, k.id`;
    return groupedBy(await this.database.query<CategoryRow>(sql, [communityIds]), (row) => row.communityId);
  }

  async laddersOf(communityIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, RungRow[]>> {
    const sql = `SELECT community_id AS "communityId", position, support, days FROM rungs WHERE community_id = ANY ($1) ORDER BY position`;
    return groupedBy(await rowsOf<RungRow>(tx, sql, [communityIds]), (row) => row.communityId);
  }

  /** One community's rungs from the lowest, as the caller's transaction sees them. */
  async ladderOf(communityId: string, tx: Tx = this.database.reader): Promise<RungRow[]> {
    return (await this.laddersOf([communityId], tx)).get(communityId) ?? [];
  }

  private async count(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM communities');
    return row!.count;
  }
}
