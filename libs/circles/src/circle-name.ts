import { plainSlug, slugFrom } from '@fanfare/communities';
import { cleanLine, Problem } from '@fanfare/kernel';
import { skeletonOf } from '@fanfare/members';

export const LONGEST_NAME = 60;
const SHORTEST_NAME = 3;

/** Addresses the site uses itself, and names that would pass for the site or for who runs it. */
const RESERVED = [
  'admin', 'administrators', 'all', 'ambassadors', 'brand', 'circle', 'circles', 'community', 'everyone', 'fanfare', 'members', 'mine',
  'moderation', 'moderators', 'new', 'operators', 'owners', 'search', 'settings', 'staff', 'support', 'team', 'the-team', 'l-equipe', 'equipe',
];

/** Recognition is the brand's to give: no name takes it. */
const CLAIMS = ['official', 'officially', 'officiel', 'officielle', 'officiels', 'officielles'];

const RESERVED_SKELETONS = new Set(RESERVED.map(skeletonOf));
const CLAIMED_SKELETONS = new Set(CLAIMS.map(skeletonOf));

/** The name as it is kept: one line of 3 to 60 characters. @throws Problem `EMPTY_TEXT`, `TOO_LONG`, `CIRCLE_NAME_RESERVED` */
export function circleName(text: string, community: { readonly slug: string; readonly name: string }): string {
  const name = cleanLine('name', text, { min: SHORTEST_NAME, max: LONGEST_NAME });
  refuseReserved(slugFrom(name), community);
  return name;
}

/**
 * The address of a circle: as asked for, else made from its name.
 *
 * @throws Problem `INVALID_INPUT` when it can be none, `CIRCLE_NAME_RESERVED`
 */
export function circleSlug(text: string | null | undefined, name: string, community: { readonly slug: string; readonly name: string }): string {
  const slug = plainSlug('slug', text?.trim() || slugFrom(name));
  refuseReserved(slug, community);
  return slug;
}

function refuseReserved(slug: string, { slug: home, name }: { readonly slug: string; readonly name: string }): void {
  const skeleton = skeletonOf(slug);
  const own = [skeletonOf(home), skeletonOf(slugFrom(name))];
  const claims = slug.split('-').some((word) => CLAIMED_SKELETONS.has(skeletonOf(word)));
  if (skeleton && (claims || own.includes(skeleton) || RESERVED_SKELETONS.has(skeleton))) throw new Problem('CIRCLE_NAME_RESERVED');
}
