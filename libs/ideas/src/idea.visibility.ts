import type { Actor } from '@fanfare/kernel';
import type { SqlParameters } from './sql-parameters.js';
import { isModeratorOf, isOwn } from './withheld.visibility.js';

/** SQL twin of `canSee`, over `i` (ideas) and `a` (their author's members row). */
export function visibleIdeas(actor: Actor, parameters: SqlParameters): string {
  return `(i.status NOT IN ('DRAFT', 'PENDING') OR ${isAuthor(actor, parameters)} OR (i.status = 'PENDING' AND ${isModerator(actor, parameters)}))`;
}

/** SQL twin of `canRead`, over `i` (ideas) and `a` (their author's members row). */
export function readableIdeas(actor: Actor, parameters: SqlParameters): string {
  return `((i.status NOT IN ('DRAFT', 'PENDING', 'REMOVED') AND i.withheld IS NULL) OR ${isAuthor(actor, parameters)}
    OR (i.status <> 'DRAFT' AND ${isModerator(actor, parameters)}))`;
}

/**
 * SQL, over `i` (ideas): what its author erased, as long as the brand has not answered it. Lists leave it out: there is nothing to read,
 * to back or to answer. Its page stays, with its votes and what others said.
 */
export const ERASED_UNANSWERED = `(i.erased_at IS NOT NULL AND i.status IN ('OPEN', 'UNDER_REVIEW', 'EXPIRED', 'MERGED'))`;

/** SQL, over `i` (ideas): the title in what somebody downloads of other people's ideas. One that is not shown has none there either. */
export const TOLD_TITLE = `CASE WHEN i.status <> 'REMOVED' AND i.withheld IS NULL THEN i.title END`;

/** SQL, over `i` (ideas): what everybody may read, and lists that know no reader show. */
export const SHOWN_TO_ALL = `(i.status NOT IN ('DRAFT', 'PENDING', 'REMOVED') AND i.withheld IS NULL)`;

const isAuthor = (actor: Actor, parameters: SqlParameters) => isOwn(actor, parameters, 'a');
const isModerator = (actor: Actor, parameters: SqlParameters) => isModeratorOf(actor, parameters, 'i');
