import { type Actor, ALLOWED, type Decision, isShutOut, mayUse, type MemberUse, needsRole, refused } from '@fanfare/kernel';
import type { SqlParameters } from '@fanfare/ideas';
import type { CircleMembershipRow, CircleRow } from './circle.row.js';

/** The reader as a member of the community; null for none. */
export type Person = { readonly id: string; readonly communityId: string } | null;
/** Whether, and since when, they are in the circle. */
export type Inside = Pick<CircleMembershipRow, 'joinedAt'> | null;

/** Making a circle, and joining one, is for members of the community whom no decision keeps from it. */
export function canTakePart(actor: Actor, person: Person, use: MemberUse | 'ANYWAY' = 'TAKING_PART'): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (person === null) return refused('NOT_A_MEMBER');
  return use === 'ANYWAY' ? ALLOWED : mayUse(actor, person.communityId, use);
}

/** Whether the actor may come in, at once or by a request. A circle by request that everybody left takes nobody in. */
export function canJoinCircle(actor: Actor, person: Person, circle: Pick<CircleRow, 'joining' | 'memberCount'>): Decision {
  const part = canTakePart(actor, person);
  if (!part.allowed) return part;
  return circle.joining === 'BY_REQUEST' && circle.memberCount === 0 ? refused('CIRCLE_EMPTY') : ALLOWED;
}

/** Speaking in a circle, or whatever else is done in it, is for those in it. */
export function canPost(actor: Actor, person: Person, inside: Inside, use: MemberUse | 'ANYWAY' = 'COMMENTING'): Decision {
  const part = canTakePart(actor, person, use);
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
 * circle was by request; of a circle by request it is for those in it, and for nobody else, staff included. Whoever is shut out
 * of the community reads what everybody reads, and their own words.
 *
 * SQL twin: `visiblePosts`.
 */
export function canReadPost(actor: Actor, circle: Pick<CircleRow, 'joining' | 'communityId'>, inside: Inside, post: ReadPost): boolean {
  if (circle.joining === 'OPEN' && !post.membersOnly) return true;
  if (!isShutOut(actor, circle.communityId)) return inside !== null;
  return inside !== null && actor.accountId !== null && post.authorAccountId === actor.accountId;
}

/** What reading looks at; of a feed as a whole there is no writer. */
interface ReadPost {
  readonly membersOnly: boolean;
  readonly authorAccountId?: string | null;
}

/** Whether the reader may read the feed at all. */
export function canReadFeed(actor: Actor, circle: Pick<CircleRow, 'joining' | 'communityId'>, inside: Inside): boolean {
  return canReadPost(actor, circle, inside, { membersOnly: false });
}

/** SQL twin of `canReadPost`, over `p` (posts), `o` (their circles) and `w` (their writers). */
export function visiblePosts(actor: Actor, parameters: SqlParameters): string {
  const open = `(o.joining = 'OPEN' AND NOT p.members_only)`;
  if (actor.accountId === null) return open;
  const me = `${parameters.add(actor.accountId)}::uuid`;
  const inside = `EXISTS (SELECT FROM circle_members vk JOIN members vm ON vm.id = vk.member_id WHERE vk.circle_id = p.circle_id AND vm.account_id = ${me})`;
  const shutOut = (actor.restrictions ?? []).map((one) => one.communityId).filter((id) => isShutOut(actor, id));
  const welcome = shutOut.length === 0 ? '' : ` AND (p.community_id <> ALL (${parameters.add(shutOut)}::uuid[]) OR w.account_id = ${me})`;
  return `(${open} OR (${inside}${welcome}))`;
}

/** A post is its writer's, and nobody else's to word or take away. */
export function canChangePost(actor: Actor, post: { readonly authorAccountId: string | null; readonly deletedAt: Date | null }): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (post.deletedAt !== null) return refused('POST_DELETED');
  return post.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}
