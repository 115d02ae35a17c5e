import { type Level, linksIn } from '@fanfare/kernel';
import { type Phase, verdict } from '../verdict.js';

/** Links to elsewhere in one text. Whether a level may link at all is for `RightsService` (members) to say. */
export const LINKS_PER_TEXT: Readonly<Record<Level, number>> = { NEWCOMER: 3, FAN: 6, REGULAR: 10, ADVOCATE: 20, CHAMPION: 20 };

/** A collection of sources is rare and welcome; a text with so many times the links is read first. */
const HELD_AT_TIMES = 4;

export const linksPhase: Phase = {
  name: 'LINKS',
  judge({ body, before }, { level, byStaff, ownSite }) {
    if (byStaff) return null;
    const known = new Set(before === undefined ? [] : linksIn(before));
    const links = new Set(linksIn(body).filter((link) => !known.has(link) && !leadsHome(link, ownSite))).size;
    const most = LINKS_PER_TEXT[level];
    if (links <= most) return null;
    return verdict('LINKS', links > most * HELD_AT_TIMES ? 'HOLD' : 'NUDGE', 'TOO_MANY_LINKS', { links, most });
  },
};

function leadsHome(link: string, ownSite: string): boolean {
  return (link.startsWith('/') && !link.startsWith('//')) || link.startsWith('#') || link === ownSite || link.startsWith(`${ownSite}/`);
}
