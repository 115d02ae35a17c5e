import { type Actor, hasRole } from '@fanfare/kernel';
import type { SqlParameters } from './sql-parameters.js';

/** SQL twin of `canSee`, over `i` (ideas) and `a` (their author's members row). */
export function visibleIdeas(actor: Actor, parameters: SqlParameters): string {
  return `(i.status NOT IN ('DRAFT', 'PENDING') OR ${isAuthor(actor, parameters)} OR (i.status = 'PENDING' AND ${isModerator(actor, parameters)}))`;
}

/** SQL twin of `canRead`, over `i` (ideas) and `a` (their author's members row). */
export function readableIdeas(actor: Actor, parameters: SqlParameters): string {
  return `(i.status NOT IN ('DRAFT', 'PENDING', 'REMOVED') OR ${isAuthor(actor, parameters)}
    OR (i.status IN ('PENDING', 'REMOVED') AND ${isModerator(actor, parameters)}))`;
}

/**
 * SQL, over `i` (ideas): what its author erased, as long as the brand has not answered it. Lists leave it out: there is nothing to read,
 * to back or to answer. Its page stays, with its votes and what others said.
 */
export const ERASED_UNANSWERED = `(i.erased_at IS NOT NULL AND i.status IN ('OPEN', 'UNDER_REVIEW', 'EXPIRED', 'MERGED'))`;

/** SQL, over `i` (ideas): the title in what somebody downloads of other people's ideas. A removed one has none there either. */
export const TOLD_TITLE = `CASE WHEN i.status <> 'REMOVED' THEN i.title END`;

function isAuthor(actor: Actor, parameters: SqlParameters): string {
  return actor.accountId === null ? 'false' : `coalesce(a.account_id = ${parameters.add(actor.accountId)}::uuid, false)`;
}

function isModerator(actor: Actor, parameters: SqlParameters): string {
  const communities = actor.grants.map((grant) => grant.communityId).filter((id) => hasRole(actor, id, 'MODERATOR'));
  return communities.length === 0 ? 'false' : `i.community_id = ANY (${parameters.add(communities)}::uuid[])`;
}
