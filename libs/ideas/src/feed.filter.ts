import { createHash } from 'node:crypto';
import type { Actor } from '@fanfare/kernel';
import type { IdeaFilters } from './idea-filters.js';
import { ERASED_UNANSWERED, readableIdeas } from './idea.visibility.js';
import type { IdeaStatus } from './idea.status.js';
import type { SqlParameters } from './sql-parameters.js';
import { listedWithheld } from './withheld.visibility.js';

/** What a feed shows of one community. */
export interface FeedFilter {
  readonly communityId: string;
  readonly search?: string | null;
  readonly status?: readonly IdeaStatus[] | null;
  readonly categoryId?: string | null;
  readonly authorId?: string | null;
  readonly supportedByViewer?: boolean | null;
  /** Only what waits for an answer. Its orders are its own, so cursors need not tell. */
  readonly waiting?: boolean;
}

/**
 * The feed's conditions, over `r` (ranks, now or in the reader's view) and `i`, `a` (the idea and its author now). Without
 * a status everything the reader may read, of what is withheld only their own; tombstones only for whoever may read them and asks for REMOVED; what its author erased
 * only when it was answered, or for who looks for what they backed: they may take their vote back.
 */
export function feedConditions(filter: FeedFilter, actor: Actor, filters: IdeaFilters, parameters: SqlParameters): string[] {
  const listed = listedWithheld(actor, parameters, { text: 'i', author: 'a' });
  const conditions = [`r.community_id = ${parameters.add(filter.communityId)}::uuid`, readableIdeas(actor, parameters), listed];
  if (filter.status) conditions.push(`r.status = ANY (${parameters.add(filter.status)}::text[])`);
  else conditions.push(`r.status <> 'REMOVED' AND i.status <> 'REMOVED'`);
  if (!filter.supportedByViewer) conditions.push(`NOT ${ERASED_UNANSWERED}`);
  if (filter.waiting) conditions.push('r.waiting_since IS NOT NULL');
  if (filter.categoryId) conditions.push(`r.category_id = ${parameters.add(filter.categoryId)}::uuid`);
  if (filter.authorId) conditions.push(`r.author_id = ${parameters.add(filter.authorId)}::uuid`);
  if (filter.supportedByViewer != null) {
    const supported = filters.get('supportedByViewer')('r.idea_id', actor, parameters);
    conditions.push(filter.supportedByViewer ? supported : `NOT ${supported}`);
  }
  return conditions;
}

/** A short name of a list: same order, same filter, same reader where that matters. */
export function listName(order: string, filter: FeedFilter, actor: Actor): string {
  const { communityId, search, status, categoryId, authorId, supportedByViewer } = filter;
  const reader = supportedByViewer == null ? null : actor.accountId;
  const facts = [communityId, search ?? null, status ? [...status].sort() : null, categoryId ?? null, authorId ?? null, supportedByViewer ?? null, reader];
  return `${order} ${createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 12)}`;
}
