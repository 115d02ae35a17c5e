import { pageOf } from './site.js';

/** A page that proves an account: where it is, and the domain somebody registered. */
export interface ProvedPage {
  readonly url: string;
  readonly site: string;
}

/**
 * Whether an address lies on what the pages prove to be somebody's: the whole site where it is their own, and on a site that
 * gives each of many people a page only what lies below theirs.
 */
export function siteProves(pages: readonly ProvedPage[], address: string): boolean {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return false;
  const { site, subject, limited } = pageOf(address);
  return pages.some((page) => page.site === site && (limited || isBelow(subject, pageOf(page.url).subject)));
}

function isBelow(subject: string, above: string): boolean {
  return subject.startsWith(above) && ['', '/', '.'].includes(subject.charAt(above.length));
}
