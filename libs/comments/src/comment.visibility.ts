import { readableIdeas, type SqlParameters } from '@fanfare/ideas';
import type { Actor } from '@fanfare/kernel';

/** SQL twin of `canReadComment`, over `w` (the comment's writer), `i` (its idea) and `a` (the idea's author). */
export function visibleComments(actor: Actor, parameters: SqlParameters): string {
  const own = actor.accountId === null ? 'false' : `coalesce(w.account_id = ${parameters.add(actor.accountId)}::uuid, false)`;
  return `(${own} OR ${readableIdeas(actor, parameters)})`;
}
