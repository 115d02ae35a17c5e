import { type Actor, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { canDeleteComment, canEditComment, canMarkHelpful, type PolicyComment } from './comment.policy.js';

const writer: Actor = { ...VISITOR, accountId: 'writer' };
const other: Actor = { ...VISITOR, accountId: 'other', isOperator: true, grants: [{ communityId: 'c', role: 'OWNER' }] };
const comment: PolicyComment = { communityId: 'c', authorAccountId: 'writer', deletedAt: null, ideaStatus: 'OPEN' };
const tombstone: PolicyComment = { ...comment, authorAccountId: null, deletedAt: new Date() };
const on = (ideaStatus: PolicyComment['ideaStatus']): PolicyComment => ({ ...comment, ideaStatus });
const reason = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? 'yes' : decision.reason);
const member = { id: 'm' };

describe('editing', () => {
  it('is the writer’s while the discussion is open', () => {
    expect(reason(canEditComment(writer, comment))).toBe('yes');
    expect(reason(canEditComment(writer, on('DELIVERED')))).toBe('yes');
    expect(reason(canEditComment(writer, on('MERGED')))).toBe('COMMENTS_CLOSED');
    expect(reason(canEditComment(writer, on('REMOVED')))).toBe('COMMENTS_CLOSED');
    expect(reason(canEditComment(other, comment))).toBe('NOT_ALLOWED');
    expect(reason(canEditComment(VISITOR, comment))).toBe('SIGN_IN_REQUIRED');
    expect(reason(canEditComment(writer, tombstone))).toBe('COMMENT_DELETED');
  });
});

describe('deleting', () => {
  it('is the writer’s, whatever became of the idea, and nobody else’s', () => {
    for (const status of ['OPEN', 'MERGED', 'REMOVED'] as const) expect(reason(canDeleteComment(writer, on(status)))).toBe('yes');
    expect(reason(canDeleteComment(other, comment))).toBe('NOT_ALLOWED');
    expect(reason(canDeleteComment(VISITOR, comment))).toBe('SIGN_IN_REQUIRED');
    expect(reason(canDeleteComment(writer, tombstone))).toBe('COMMENT_DELETED');
  });
});

describe('marking helpful', () => {
  it('is for other members while the discussion is open', () => {
    expect(reason(canMarkHelpful(other, member, comment))).toBe('yes');
    expect(reason(canMarkHelpful(writer, member, comment))).toBe('OWN_COMMENT');
    expect(reason(canMarkHelpful(other, null, comment))).toBe('NOT_A_MEMBER');
    expect(reason(canMarkHelpful(VISITOR, null, comment))).toBe('SIGN_IN_REQUIRED');
    expect(reason(canMarkHelpful(other, member, tombstone))).toBe('COMMENT_DELETED');
    expect(reason(canMarkHelpful(other, member, on('MERGED')))).toBe('COMMENTS_CLOSED');
  });
});
