import { nameSkeleton, readingsOf } from '../text/plain.js';
import { type Phase, type ProtectedName, verdict } from '../verdict.js';

/** Words by which a name claims to speak for the house, in English and French, without accents. */
const CLAIMS = new Set(
  `admin admins administrator administrators administrateur administratrice administration moderator moderators moderateur moderatrice moderateurs
  moderation mod mods official officiel officielle officiels team equipe staff support help helpdesk aide service assistance operator owner
  proprietaire verified verifie verifiee brand marque webmaster security securite`.split(/\s+/),
);

/** Words that go with a claim and change nothing about it. */
const FILLERS = new Set('the of by from le la les l de du des d et and client clients customer community communaute here ici your votre our notre hq care'.split(' '));

/** Shorter names are a letter apart by chance. */
const SHORTEST_ALIKE = 6;

/** A display name that passes for the brand, for its staff or for the house. Other texts may name whom they like. */
export const impersonationPhase: Phase = {
  name: 'IMPERSONATION',
  judge({ kind, title }, { byStaff, names }) {
    if (kind !== 'MEMBER' || byStaff || title === undefined) return null;
    const rows = readingsOf(title).map((reading) => reading.match(/[\p{L}\p{N}]+/gu) ?? []);
    const brand = names.find((one) => one.of === 'BRAND' && rows.some((words) => speaksFor(title, words, one)));
    if (brand) return verdict('IMPERSONATION', 'REFUSE', 'NAME_LIKE_BRAND', { name: brand.name });
    if (rows.some(isOnlyClaim)) return verdict('IMPERSONATION', 'REFUSE', 'NAME_LIKE_ROLE');
    const staff = names.find((one) => one.of === 'STAFF' && isAlike(nameSkeleton(title), nameSkeleton(one.name)));
    return staff ? verdict('IMPERSONATION', 'HOLD', 'NAME_LIKE_STAFF', { name: staff.name }) : null;
  },
};

/** The brand's name itself, or with nothing beside it but a claim: "Brindlebrick Support", not "Brindlebrick fan of old". */
function speaksFor(title: string, words: readonly string[], { name }: ProtectedName): boolean {
  if (isAlike(nameSkeleton(title), nameSkeleton(name))) return true;
  const others = words.filter((word) => !CLAIMS.has(word) && !FILLERS.has(word));
  return others.length < words.length && words.some((word) => CLAIMS.has(word)) && isAlike(nameSkeleton(others.join(' ')), nameSkeleton(name));
}

function isOnlyClaim(words: readonly string[]): boolean {
  return words.some((word) => CLAIMS.has(word)) && words.every((word) => CLAIMS.has(word) || FILLERS.has(word));
}

function isAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  return one === other || (Math.min(one.length, other.length) >= SHORTEST_ALIKE && isOneStepApart(one, other));
}

/** Whether one letter more, less, other or two neighbours changed places make the one of the other. */
function isOneStepApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  if (one.length > other.length) return rest(one, 1) === rest(other, 0);
  if (one.length < other.length) return rest(one, 0) === rest(other, 1);
  const areSwapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return rest(one, 1) === rest(other, 1) || (areSwapped && rest(one, 2) === rest(other, 2));
}
