import { type Actor, ALLOWED, type Decision, needsRole, refused } from '@fanfare/kernel';
import type { SqlParameters } from '@fanfare/ideas';
import type { CircleMembershipRow, CircleRow } from './circle.row.js';

/** The reader as a member of the community; null for none. */
export type Person = { readonly id: string } | null;
/** Whether, and since when, they are in the circle. */
export type Inside = Pick<CircleMembershipRow, 'joinedAt'> | null;

/** Making a circle, and joining one, is for members of the community. */
export function canTakePart(actor: Actor, person: Person): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return person === null ? refused('NOT_A_MEMBER') : ALLOWED;
}

/** Whether the actor may come in, at once or by a request. A circle by request that everybody left takes nobody in. */
export function canJoinCircle(actor: Actor, person: Person, circle: Pick<CircleRow, 'joining' | 'memberCount'>): Decision {
  const part = canTakePart(actor, person);
  if (!part.allowed) return part;
  return circle.joining === 'BY_REQUEST' && circle.memberCount === 0 ? refused('CIRCLE_EMPTY') : ALLOWED;
}

/** Speaking in a circle is for those in it. */
export function canPost(actor: Actor, person: Person, inside: Inside): Decision {
  const part = canTakePart(actor, person);
  if (!part.allowed) return part;
  return inside === null ? refused('NOT_IN_CIRCLE') : ALLOWED;
}

/** Settings, requests and who may stay: whoever looks after the circle. */
export function canKeep(actor: Actor, person: Person, circle: Pick<CircleRow, 'keeperId'>): Decision {
  const part = canTakePart(actor, person);
  if (!part.allowed) return part;
  return circle.keeperId === person!.id ? ALLOWED : refused('NOT_ALLOWED');
}

/** The brand says which circles it knows. */
export function canRecognise(actor: Actor, { communityId }: Pick<CircleRow, 'communityId'>): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/**
 * Whether what is said in a circle is for the reader: of an open circle it is for everybody, except what was written while the
 * circle was by request; of a circle by request it is for those in it, and for nobody else, staff included.
 *
 * SQL twin: `visiblePosts`.
 */
export function canReadPost(circle: Pick<CircleRow, 'joining'>, inside: Inside, post: { readonly membersOnly: boolean }): boolean {
  return inside !== null || (circle.joining === 'OPEN' && !post.membersOnly);
}

/** Whether the reader may read the feed at all. */
export function canReadFeed(circle: Pick<CircleRow, 'joining'>, inside: Inside): boolean {
  return canReadPost(circle, inside, { membersOnly: false });
}

/** SQL twin of `canReadPost`, over `p` (posts) and `o` (their circles). */
export function visiblePosts(actor: Actor, parameters: SqlParameters): string {
  const open = `(o.joining = 'OPEN' AND NOT p.members_only)`;
  if (actor.accountId === null) return open;
  return `(${open} OR EXISTS (SELECT FROM circle_members vk JOIN members vm ON vm.id = vk.member_id
    WHERE vk.circle_id = p.circle_id AND vm.account_id = ${parameters.add(actor.accountId)}::uuid))`;
}

/** A post is its writer's, and nobody else's to word or take away. */
export function canChangePost(actor: Actor, post: { readonly authorAccountId: string | null; readonly deletedAt: Date | null }): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (post.deletedAt !== null) return refused('POST_DELETED');
  return post.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}
