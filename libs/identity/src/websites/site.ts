import { parse } from 'tldts';

/** Sites that give each of their many people a profile page; whose page it is, the path says. */
const PROFILE_SITES: ReadonlySet<string> = new Set([
  'about.me', 'codeberg.org', 'fosstodon.org', 'framapiaf.org', 'github.com', 'gitlab.com', 'hachyderm.io', 'keybase.io', 'linktr.ee', 'mamot.fr', 'mas.to',
  'mastodon.online', 'mastodon.social', 'mastodon.world', 'micro.blog', 'mstdn.social', 'piaille.fr', 'pixelfed.social', 'sr.ht', 'tooting.ch',
]);

/** How many accounts one site of unknown people may prove: a family or a club, not a domain with a thousand pages. */
export const MOST_PER_SITE = 5;

/** A page as a piece of evidence. */
export interface Page {
  /** Host and path in the one spelling in which they are compared. */
  readonly subject: string;
  /** What somebody registered: the domain under a public suffix, or the host where there is none. */
  readonly site: string;
  /** Whether only so many accounts may be proved by the site. */
  readonly limited: boolean;
}

/**
 * What a page is as evidence. Scheme, `www.`, case, doubled and trailing slashes, escapes and the query are aside: nobody gets
 * a second page by spelling the first one otherwise.
 */
export function pageOf(address: string): Page {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/\.$/, '').replace(/^www\./, '');
  const site = parse(host, { allowPrivateDomains: true }).domain ?? host;
  return { subject: `${host}${plain(pathname)}`, site, limited: !PROFILE_SITES.has(site) };
}

function plain(path: string): string {
  return unescaped(path).replace(/\/{2,}/g, '/').replace(/\/(index\.(html?|php))?$/i, '').toLowerCase();
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // an escape that is none
  }
}
