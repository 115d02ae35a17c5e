import type { Withholding } from '@fanfare/kernel';

/** A creation as reads answer it: the table's columns, and what policies ask about its author. */
export interface CreationRow {
  readonly id: string;
  readonly communityId: string;
  /** Null on a tombstone. */
  readonly authorId: string | null;
  /** '' on a tombstone, as are story and product. */
  readonly title: string;
  /** Markdown. */
  readonly story: string;
  /** The product it plays with, in its maker's words; '' for none. */
  readonly product: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** What it builds on. */
  readonly parentId: string | null;
  /** The first work of its chain; itself when it builds on nothing. */
  readonly rootId: string;
  /** Steps from the first work of its chain. */
  readonly depth: number;
  readonly appreciations: number;
  /** Replies included, tombstones not. */
  readonly responseCount: number;
  /** Works that build on it and are still shown. */
  readonly remixCount: number;
  /** Never shown: whose work it is, for policies. */
  readonly authorAccountId: string | null;
  /** That it is not shown. */
  readonly withheld: Withholding | null;
}

/** What every read of creations joins, as `c` and `w` (its author). */
export const CREATION_TABLES = 'creations c LEFT JOIN members w ON w.id = c.author_id';

export const CREATION_COLUMNS = `
  c.id, c.community_id AS "communityId", c.author_id AS "authorId", c.title, c.story, c.product, c.created_at AS "createdAt",
  c.edited_at AS "editedAt", c.withdrawn_at AS "withdrawnAt", c.parent_id AS "parentId", c.root_id AS "rootId", c.depth,
  c.appreciation_count AS appreciations, c.response_count AS "responseCount", c.remix_count AS "remixCount",
  w.account_id AS "authorAccountId", c.withheld`;

/** One of a creation's pictures, with what it shows there. */
export interface CreationPictureRow {
  readonly creationId: string;
  readonly pictureId: string;
  readonly alt: string;
}
