import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from './communities.queries.js';
import type { AddressCheckModel } from './community.model.js';
import { slugFrom, slugObstacle } from './slug.js';

/** How many numbered neighbours of a taken address are looked at. */
const NEIGHBOURS = 9;

/** Addresses that a new community could have. */
@Injectable()
export class CommunityAddresses {
  constructor(private readonly queries: CommunitiesQueries) {}

  /** Says whether an address is free now; the last word is the unique key when the community is made. */
  async check(text: string): Promise<AddressCheckModel> {
    const slug = text.trim().toLowerCase().slice(0, 100);
    const obstacle = slugObstacle(slug);
    const candidates = neighboursOf(slug);
    const taken = await this.queries.takenSlugs([slug, ...candidates]);
    const reason = obstacle ?? (taken.has(slug) ? 'SLUG_TAKEN' : null);
    const suggestion = candidates.find((one) => !taken.has(one)) ?? null;
    return { slug, available: reason === null, reason, suggestion: reason ? suggestion : null };
  }
}

/** What could be meant instead: the same words spelled as an address, then with a number. */
function neighboursOf(slug: string): string[] {
  const plain = slugFrom(slug);
  if (!plain) return [];
  const numbered = Array.from({ length: NEIGHBOURS }, (_, at) => slugFrom(`${plain.slice(0, 57)}-${at + 2}`));
  return [plain, ...numbered].filter((one) => one !== slug && slugObstacle(one) === null);
}
