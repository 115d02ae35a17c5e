import { canRead, isDiscussionOpen, type Membership, type PolicyIdea } from '@fanfare/ideas';
import { type Actor, ALLOWED, canReadWithheld, type Decision, mayUse, type MemberRight, refused } from '@fanfare/kernel';
import type { CommentRow } from './comment.row.js';

/** What policies look at. */
export type PolicyComment = Pick<CommentRow, 'communityId' | 'authorAccountId' | 'deletedAt' | 'ideaStatus'> & Partial<Pick<CommentRow, 'ideaWithheld' | 'withheld'>>;

/** Whether the actor may change the wording: its writer, while the discussion is open, and unless moderators removed it. */
export function canEditComment(actor: Actor, comment: PolicyComment): Decision {
  const own = isOwn(actor, comment);
  if (!own.allowed) return own;
  if (comment.withheld === 'REMOVED') return refused('WITHHELD');
  return whileOpen(actor, comment, 'COMMENTING');
}

/** Whether the actor may answer it: one that is there and shown. Whether they may comment at all is said by its idea. */
export function canReplyTo({ deletedAt, withheld }: Pick<CommentRow, 'deletedAt' | 'withheld'>): Decision {
  if (deletedAt !== null) return refused('COMMENT_DELETED');
  return withheld ? refused('WITHHELD') : ALLOWED;
}

/** Whether the actor may erase it: its writer, whatever became of the idea. */
export function canDeleteComment(actor: Actor, comment: PolicyComment): Decision {
  return isOwn(actor, comment);
}

/** Whether the actor may mark it helpful: a member, somebody else's comment that is shown, while the discussion is open. */
export function canMarkHelpful(actor: Actor, membership: Membership, comment: PolicyComment): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (membership === null) return refused('NOT_A_MEMBER');
  if (comment.deletedAt !== null) return refused('COMMENT_DELETED');
  if (comment.authorAccountId === actor.accountId) return refused('OWN_COMMENT');
  if (comment.withheld) return refused('WITHHELD');
  return whileOpen(actor, comment, 'VOTING');
}

function whileOpen(actor: Actor, comment: PolicyComment, right: MemberRight): Decision {
  const using = mayUse(actor, comment.communityId, right);
  if (!using.allowed) return using;
  return isTalkOpen(comment) ? ALLOWED : refused('COMMENTS_CLOSED');
}

function isTalkOpen({ ideaStatus, ideaWithheld }: PolicyComment): boolean {
  return isDiscussionOpen({ status: ideaStatus, withheld: ideaWithheld });
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

/** What a reader is given: the comment, or of a withheld one that it stands there. */
export function commentAsSeenBy(actor: Actor, comment: CommentRow): CommentRow {
  if (canReadWithheld(actor, comment)) return comment;
  return { ...comment, body: '', authorId: null, byStaff: false, interestKind: null, interestNote: null, editedAt: null, helpfulCount: 0 };
}
