import { type Actor, ALLOWED, canReadWithheld, type Decision, hasRole, isShutOut, mayUse, type MemberUse, needsRole, refused, type Withholding } from '@fanfare/kernel';
import { isModeratorOf, type SqlParameters } from '@fanfare/ideas';
import type { CircleMembershipRow, CircleRow } from './circle.row.js';
import type { CirclePostRow } from './circle-post.row.js';

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
 * of the community reads what everybody reads, and their own words. What is withheld is also for the moderators, who judge it; to
 * others it is a tombstone: see `postAsSeenBy`.
 *
 * SQL twin: `visiblePosts`.
 */
export function canSeePost(actor: Actor, circle: Pick<CircleRow, 'joining' | 'communityId'>, inside: Inside, post: ReadPost & Pick<CirclePostRow, 'withheld'>): boolean {
  return canReadPost(actor, circle, inside, post) || (post.withheld !== null && hasRole(actor, circle.communityId, 'MODERATOR'));
}

/** The same of what is not withheld. */
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

/** SQL twin of `canSeePost`, over `p` (posts), `o` (their circles) and `w` (their writers). */
export function visiblePosts(actor: Actor, parameters: SqlParameters): string {
  const open = `(o.joining = 'OPEN' AND NOT p.members_only)`;
  if (actor.accountId === null) return open;
  const me = `${parameters.add(actor.accountId)}::uuid`;
  const inside = `EXISTS (SELECT FROM circle_members vk JOIN members vm ON vm.id = vk.member_id WHERE vk.circle_id = p.circle_id AND vm.account_id = ${me})`;
  const shutOut = (actor.restrictions ?? []).map((one) => one.communityId).filter((id) => isShutOut(actor, id));
  const welcome = shutOut.length === 0 ? '' : ` AND (p.community_id <> ALL (${parameters.add(shutOut)}::uuid[]) OR w.account_id = ${me})`;
  const judged = `(p.withheld IS NOT NULL AND ${isModeratorOf(actor, parameters, 'p')})`;
  return `(${open} OR ${judged} OR (${inside}${welcome}))`;
}

/** Whether the actor may change the wording: its writer, unless moderators removed it. */
export function canEditPost(actor: Actor, post: ChangedPost & { readonly withheld: Withholding | null }): Decision {
  const own = canChangePost(actor, post);
  return own.allowed && post.withheld === 'REMOVED' ? refused('WITHHELD') : own;
}

/** Whether the actor may answer it: one that is there and shown. */
export function canAnswerPost({ deletedAt, withheld }: Pick<CirclePostRow, 'deletedAt' | 'withheld'>): Decision {
  if (deletedAt !== null) return refused('POST_DELETED');
  return withheld ? refused('WITHHELD') : ALLOWED;
}

/** What a reader is given: the post, or of a withheld one that it is there. */
export function postAsSeenBy(actor: Actor, post: CirclePostRow): CirclePostRow {
  return canReadWithheld(actor, post) ? post : { ...post, body: '', authorId: null, ideaId: null, editedAt: null };
}

type ChangedPost = { readonly authorAccountId: string | null; readonly deletedAt: Date | null };

/** A post is its writer's, and nobody else's to take away. */
export function canChangePost(actor: Actor, post: ChangedPost): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  if (post.deletedAt !== null) return refused('POST_DELETED');
  return post.authorAccountId === actor.accountId ? ALLOWED : refused('NOT_ALLOWED');
}
