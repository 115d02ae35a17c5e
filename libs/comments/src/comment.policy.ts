import { canRead, isDiscussionOpen, type Membership, type PolicyIdea } from '@fanfare/ideas';
import { type Actor, ALLOWED, type Decision, refused } from '@fanfare/kernel';
import type { CommentRow } from './comment.row.js';

/** What policies look at. */
export type PolicyComment = Pick<CommentRow, 'communityId' | 'authorAccountId' | 'deletedAt' | 'ideaStatus'>;

/** Whether the actor may change the wording: its writer, while the discussion is open. */
export function canEditComment(actor: Actor, comment: PolicyComment): Decision {
  const own = isOwn(actor, comment);
  if (!own.allowed) return own;
  return isDiscussionOpen({ status: comment.ideaStatus }) ? ALLOWED : refused('COMMENTS_CLOSED');
}

/** Whether the actor may erase it: its writer, whatever became of the idea. */
export function canDeleteComment(actor: Actor, comment: PolicyComment): Decision {
  return isOwn(actor, comment);
}

/** Whether the actor may mark it helpful: a member, somebody else's comment, while the discussion is open. */
export function canMarkHelpful(actor: Actor, membership: Membership, comment: PolicyComment): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (membership === null) return refused('NOT_A_MEMBER');
  if (comment.deletedAt !== null) return refused('COMMENT_DELETED');
  if (comment.authorAccountId === actor.accountId) return refused('OWN_COMMENT');
  return isDiscussionOpen({ status: comment.ideaStatus }) ? ALLOWED : refused('COMMENTS_CLOSED');
}

function isOwn(actor: Actor, comment: PolicyComment): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (comment.deletedAt !== null) return refused('COMMENT_DELETED');
  return comment.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}

/**
 * Whether the actor may read a comment: with its idea, and their own in any case.
 *
 * SQL twin: `visibleComments`.
 */
export function canReadComment(actor: Actor, comment: Pick<CommentRow, 'authorAccountId'>, idea: PolicyIdea): boolean {
  const own = actor.accountId !== null && comment.authorAccountId === actor.accountId;
  return own || canRead(actor, idea);
}
