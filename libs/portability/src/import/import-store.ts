import { rowsOf, type Tx } from '@fanfare/database';
import { type IdentityLevel, newId } from '@fanfare/kernel';
import type { ImportedComment, ImportedItem, ImportedVote } from './rows.js';

/** What the database knows of an imported thing. */
interface Known {
  readonly key: string;
  readonly id: string;
}

const MEMBERS = `
  INSERT INTO members (id, community_id, handle, display_name, identity_level, source_key)
  SELECT r.id, $1, r.handle, r.name, $2, r.key FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) AS r (id, handle, name, key)
  ON CONFLICT DO NOTHING RETURNING source_key AS key, id`;

const KNOWN_MEMBERS = 'SELECT source_key AS key, id FROM members WHERE community_id = $1 AND source_key = ANY ($2)';

export interface NewMember {
  readonly key: string;
  readonly handle: string;
  readonly name: string;
}

/** Adds imported people, who have no account; answers those that are new. A handle that is taken adds nobody. */
export async function addMembers(tx: Tx, communityId: string, identity: IdentityLevel, members: readonly NewMember[]): Promise<Known[]> {
  if (members.length === 0) return [];
  return rowsOf(tx, MEMBERS, [
    communityId,
    identity,
    members.map(() => newId()),
    members.map((member) => member.handle),
    members.map((member) => member.name),
    members.map((member) => member.key),
  ]);
}

export function knownMembers(tx: Tx, communityId: string, keys: readonly string[]): Promise<Known[]> {
  return rowsOf(tx, KNOWN_MEMBERS, [communityId, keys]);
}

const CATEGORIES = `
  INSERT INTO categories (id, community_id, slug, name, position)
  VALUES ($2, $1, $3, $4, (SELECT coalesce(max(position), 0) + 1 FROM categories WHERE community_id = $1))`;

export interface KnownCategory {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

export function categoriesOf(tx: Tx, communityId: string): Promise<KnownCategory[]> {
  return rowsOf(tx, 'SELECT id, name, slug FROM categories WHERE community_id = $1', [communityId]);
}

export async function addCategory(tx: Tx, communityId: string, { id, slug, name }: KnownCategory): Promise<void> {
  await tx.query(CATEGORIES, [communityId, id, slug, name]);
}

const IDEAS = `
  INSERT INTO ideas (id, community_id, author_id, category_id, title, body, status, created_at, edited_at, labels, imported_support, source_key)
  SELECT r.id, $1, r.author, r.category, r.title, r.body, r.status, r.created, r.edited, string_to_array(r.labels, ','), r.support, r.key
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::int[], $12::text[])
    AS r (id, author, category, title, body, status, created, edited, labels, support, key)
  ON CONFLICT (community_id, source_key) DO NOTHING RETURNING source_key AS key, id`;

const MOVES = `
  INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, reason)
  SELECT r.id, i.id, i.community_id, 'OPEN', i.status, 'IMPORT', coalesce(i.edited_at, i.created_at), 'imported'
  FROM unnest($1::uuid[], $2::uuid[]) AS r (id, idea) JOIN ideas i ON i.id = r.idea WHERE i.status <> 'OPEN'`;

const KNOWN_IDEAS = 'SELECT source_key AS key, id FROM ideas WHERE community_id = $1 AND source_key = ANY ($2)';

export interface NewIdea {
  readonly key: string;
  readonly item: ImportedItem;
  readonly authorId: string | null;
  readonly categoryId: string | null;
  readonly support: number;
}

/** Adds ideas with their moves out of OPEN; answers those that are new. */
export async function addIdeas(tx: Tx, communityId: string, ideas: readonly NewIdea[]): Promise<Known[]> {
  const added = await rowsOf<Known>(tx, IDEAS, [
    communityId,
    ideas.map(({ item }) => newId(item.createdAt.getTime())),
    ideas.map((idea) => idea.authorId),
    ideas.map((idea) => idea.categoryId),
    ideas.map(({ item }) => item.title),
    ideas.map(({ item }) => item.body),
    ideas.map(({ item }) => item.status),
    ideas.map(({ item }) => item.createdAt),
    ideas.map(({ item }) => item.editedAt),
    ideas.map(({ item }) => item.labels.join(',')),
    ideas.map((idea) => idea.support),
    ideas.map((idea) => idea.key),
  ]);
  const ids = added.map((row) => row.id);
  await tx.query(MOVES, [ids.map(() => newId()), ids]);
  return added;
}

export function knownIdeas(tx: Tx, communityId: string, keys: readonly string[]): Promise<Known[]> {
  return rowsOf(tx, KNOWN_IDEAS, [communityId, keys]);
}

const COMMENTS = `
  INSERT INTO comments (id, idea_id, community_id, author_id, parent_id, reply_to_id, body, created_at, source_key)
  SELECT r.id, r.idea, $1, r.author, r.parent, r.reply_to, r.body, r.created, r.key
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::text[])
    AS r (id, idea, author, parent, reply_to, body, created, key)
  ON CONFLICT (community_id, source_key) DO NOTHING RETURNING source_key AS key, id`;

const KNOWN_COMMENTS = `
  SELECT source_key AS key, id, coalesce(parent_id, id) AS root, idea_id AS idea FROM comments WHERE community_id = $1 AND source_key = ANY ($2)`;

export interface NewComment {
  readonly id: string;
  readonly key: string;
  readonly comment: ImportedComment;
  readonly ideaId: string;
  readonly authorId: string | null;
  readonly parentId: string | null;
  readonly replyToId: string | null;
}

/** A comment as replies to it need it. */
export interface KnownComment extends Known {
  /** The comment of level one above it, or itself. */
  readonly root: string;
  readonly idea: string;
}

export function addComments(tx: Tx, communityId: string, comments: readonly NewComment[]): Promise<Known[]> {
  return rowsOf(tx, COMMENTS, [
    communityId,
    comments.map((one) => one.id),
    comments.map((one) => one.ideaId),
    comments.map((one) => one.authorId),
    comments.map((one) => one.parentId),
    comments.map((one) => one.replyToId),
    comments.map(({ comment }) => comment.body),
    comments.map(({ comment }) => comment.createdAt),
    comments.map((one) => one.key),
  ]);
}

export function knownComments(tx: Tx, communityId: string, keys: readonly string[]): Promise<KnownComment[]> {
  return rowsOf(tx, KNOWN_COMMENTS, [communityId, keys]);
}

const STAGE_TABLE = `
  CREATE TEMPORARY TABLE imported_votes (idea_id uuid, member_id uuid, value int, at timestamptz, line bigint GENERATED ALWAYS AS IDENTITY)`;

const STAGE = `
  INSERT INTO imported_votes (idea_id, member_id, value, at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[])`;

export interface StagedVote {
  readonly ideaId: string;
  readonly memberId: string;
  readonly vote: ImportedVote;
}

export async function openVoteStage(tx: Tx): Promise<void> {
  await tx.query('DROP TABLE IF EXISTS imported_votes');
  await tx.query(STAGE_TABLE);
}

export async function stageVotes(tx: Tx, votes: readonly StagedVote[]): Promise<void> {
  await tx.query(STAGE, [
    votes.map((vote) => vote.ideaId),
    votes.map((vote) => vote.memberId),
    votes.map(({ vote }) => vote.value),
    votes.map(({ vote }) => vote.at),
  ]);
}

export async function stagedIdeas(tx: Tx): Promise<string[]> {
  await tx.query('CREATE INDEX ON imported_votes (idea_id)');
  await tx.query('ANALYZE imported_votes');
  const rows = await rowsOf<{ id: string }>(tx, 'SELECT DISTINCT idea_id AS id FROM imported_votes ORDER BY 1');
  return rows.map((row) => row.id);
}

/** Of each person's repeated votes on an idea the last by time counts, and of equal times the last in the file. */
const VOTES = `
  WITH last AS (
    SELECT DISTINCT ON (idea_id, member_id) idea_id, member_id, value, at FROM imported_votes WHERE idea_id = ANY ($2)
    ORDER BY idea_id, member_id, at DESC, line DESC
  ), added AS (
    INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
    SELECT l.idea_id, l.member_id, $1, vote_standing(m.identity_level, false, false), l.at, 1
    FROM last l JOIN members m ON m.id = l.member_id WHERE l.value = 1
    ORDER BY l.idea_id, l.member_id
    ON CONFLICT (idea_id, member_id) DO NOTHING RETURNING 1
  )
  SELECT (SELECT count(*)::int FROM added) AS added, (SELECT count(*)::int FROM last WHERE value = 1) AS votes`;

/** Makes votes of what was staged for these ideas. */
export async function addStagedVotes(tx: Tx, communityId: string, ideaIds: readonly string[]): Promise<{ added: number; votes: number }> {
  const [row] = await rowsOf<{ added: number; votes: number }>(tx, VOTES, [communityId, ideaIds]);
  return row!;
}
