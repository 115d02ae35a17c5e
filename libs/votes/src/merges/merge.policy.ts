import { canMove, type IdeaRow, PUBLIC_STATUSES } from '@fanfare/ideas';
import { type Actor, ALLOWED, type Decision, hasRole, needsRole, refused } from '@fanfare/kernel';
import type { MergeRow } from './merge.row.js';

/** What policies look at. */
export type MergedIdea = Pick<IdeaRow, 'id' | 'communityId' | 'status' | 'authorAccountId'> & Partial<Pick<IdeaRow, 'erasedAt' | 'withheld'>>;

/** Whether the actor answers for the brand, which merges. */
export function asBrand(actor: Actor, communityId: string): Decision {
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** Whether the actor may declare one idea a duplicate of the other. */
export function canMerge(actor: Actor, duplicate: MergedIdea, target: MergedIdea): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  const brand = asBrand(actor, duplicate.communityId);
  if (!brand.allowed) return brand;
  if (duplicate.id === target.id) return refused('MERGE_WITH_ITSELF');
  if (duplicate.communityId !== target.communityId) return refused('MERGE_ACROSS_COMMUNITIES');
  if (duplicate.status === 'MERGED') return refused('ALREADY_MERGED');
  if (target.status === 'MERGED') return refused('MERGE_TARGET_MERGED');
  if (!PUBLIC_STATUSES.includes(target.status) || target.erasedAt || target.withheld) return refused('MERGE_TARGET_CLOSED');
  return canMove(duplicate.status, 'MERGED', 'STAFF') ? ALLOWED : refused('MOVE_REFUSED');
}

/** Whether the actor may undo a merge. */
export function canUnmerge(actor: Actor, idea: MergedIdea): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  const brand = asBrand(actor, idea.communityId);
  if (!brand.allowed) return brand;
  return idea.status === 'MERGED' ? ALLOWED : refused('NOT_MERGED');
}

/** Whether the actor may contest a merge: the duplicate's author, once. */
export function canContest(actor: Actor, idea: MergedIdea, merge: Pick<MergeRow, 'contestedAt'> | null): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (actor.accountId !== idea.authorAccountId) return refused('NOT_ALLOWED');
  if (idea.status !== 'MERGED' || merge === null) return refused('NOT_MERGED');
  return merge.contestedAt === null ? ALLOWED : refused('ALREADY_CONTESTED');
}

/** Whether contests about an idea are the actor's to decide: a moderator, and not in a matter of their own. */
export function canJudge(actor: Actor, idea: Pick<MergedIdea, 'communityId' | 'authorAccountId'>): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return actor.accountId === idea.authorAccountId ? refused('NOT_ALLOWED') : needsRole(actor, idea.communityId, 'MODERATOR');
}

/** Whether the actor may decide this contest now. */
export function canDecide(actor: Actor, idea: MergedIdea, merge: Pick<MergeRow, 'contestedAt' | 'decidedAt'> | null): Decision {
  const judging = canJudge(actor, idea);
  if (!judging.allowed) return judging;
  return merge?.contestedAt && !merge.decidedAt ? ALLOWED : refused('NO_OPEN_CONTEST');
}

/** Whether the actor may read what an author says against a merge: the author and the community's staff. */
export function canReadContest(actor: Actor, idea: Pick<MergedIdea, 'communityId' | 'authorAccountId'>): boolean {
  const isAuthor = actor.accountId !== null && actor.accountId === idea.authorAccountId;
  return isAuthor || hasRole(actor, idea.communityId, 'OWNER', 'BRAND_MANAGER', 'MODERATOR');
}
