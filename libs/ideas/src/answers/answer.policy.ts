import { type Actor, ALLOWED, type Decision, needsRole, refused, STAFF_ROLES } from '@fanfare/kernel';
import { MOVES } from '../idea.moves.js';
import type { IdeaStatus } from '../idea.status.js';

/** What an official response may take an idea to, or find it in. */
export const ANSWER_STATUSES: readonly IdeaStatus[] = ['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED'];

/** Where an estimate makes sense. */
export const ESTIMATED_STATUSES: readonly IdeaStatus[] = ['PLANNED', 'IN_PROGRESS'];

/** The brand speaks: whoever holds a brand role in the community. A moderator decides about texts and answers no idea. */
export function canAnswer(actor: Actor, { communityId }: { readonly communityId: string }): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** Internal notes are the staff's, moderators included. */
export function canReadNotes(actor: Actor, { communityId }: { readonly communityId: string }): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, ...STAFF_ROLES);
}

/** A note is its writer's to change, while they are on the staff. */
export function canChangeNote(actor: Actor, note: { readonly communityId: string; readonly accountId: string | null }): Decision {
  const reading = canReadNotes(actor, note);
  if (!reading.allowed) return reading;
  return note.accountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}

/** Where an answer may take an idea from a status: first that status itself (a further response), then along the table. */
export function answerStatuses(from: IdeaStatus): IdeaStatus[] {
  return [from, ...MOVES[from].STAFF].filter((status) => ANSWER_STATUSES.includes(status));
}
