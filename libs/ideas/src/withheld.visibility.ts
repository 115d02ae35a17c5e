import { type Actor, hasRole } from '@fanfare/kernel';
import type { SqlParameters } from './sql-parameters.js';

/** The names under which a statement knows a text's table, and the members row of its author. */
export interface TextAliases {
  readonly text: string;
  readonly author: string;
}

/** SQL twin of the kernel's `isListed`. */
export function listedWithheld(actor: Actor, parameters: SqlParameters, { text, author }: TextAliases): string {
  return actor.accountId === null ? `${text}.withheld IS NULL` : `(${text}.withheld IS NULL OR ${isOwn(actor, parameters, author)})`;
}

/** SQL: whether the members row of an author is the actor's. */
export function isOwn(actor: Actor, parameters: SqlParameters, author: string): string {
  return actor.accountId === null ? 'false' : `coalesce(${author}.account_id = ${parameters.add(actor.accountId)}::uuid, false)`;
}

/** SQL: whether the actor moderates the community of a row. */
export function isModeratorOf(actor: Actor, parameters: SqlParameters, row: string): string {
  const communities = actor.grants.map((grant) => grant.communityId).filter((id) => hasRole(actor, id, 'MODERATOR'));
  return communities.length === 0 ? 'false' : `${row}.community_id = ANY (${parameters.add(communities)}::uuid[])`;
}
