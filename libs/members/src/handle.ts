import { Problem } from '@fanfare/kernel';

const HANDLE = /^[a-z0-9][a-z0-9_-]{2,29}$/;

/** Names that would pass for the site or for the people who run it. */
const RESERVED = [
  'about', 'admin', 'administrator', 'ambassador', 'anonymous', 'api', 'brand', 'community', 'deleted', 'everyone', 'fanfare', 'guest',
  'help', 'here', 'host', 'info', 'mail', 'manager', 'me', 'member', 'members', 'mod', 'moderation', 'moderator', 'moderators', 'new',
  'nobody', 'noreply', 'null', 'official', 'operator', 'owner', 'postmaster', 'root', 'security', 'settings', 'staff', 'support', 'system',
  'team', 'undefined', 'unknown', 'user', 'verified', 'visitor', 'webmaster',
];

/**
 * What a handle looks like to a hurried reader: separators go, 0 reads as o, 1 and i as l, rn as m, vv as w. A handle's
 * alphabet is a–z, 0–9, _ and -, so no other look-alike can be written. `handle_skeleton()` in the database is its twin.
 */
export function skeletonOf(handle: string): string {
  return handle
    .toLowerCase()
    .replace(/[_-]/g, '')
    .replaceAll('0', 'o')
    .replace(/[1i]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const RESERVED_SKELETONS = new Set(RESERVED.map(skeletonOf));

/**
 * The handle as it is kept: lower case, 3 to 30 of a–z, 0–9, _ and -, beginning with a letter or digit.
 *
 * @throws Problem `INVALID_HANDLE`, or `HANDLE_RESERVED` for a name of the house, the community's own name, or what looks like one
 */
export function newHandle(text: string, communitySlug: string): string {
  const handle = text.trim().toLowerCase();
  if (!HANDLE.test(handle)) throw new Problem('INVALID_HANDLE', { min: 3, max: 30 });
  const skeleton = skeletonOf(handle);
  if (RESERVED_SKELETONS.has(skeleton) || skeleton === skeletonOf(communitySlug)) throw new Problem('HANDLE_RESERVED');
  return handle;
}
