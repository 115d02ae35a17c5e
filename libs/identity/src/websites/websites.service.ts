import { Injectable } from '@nestjs/common';
import { AttemptsService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { Clock, DAY, Problem } from '@fanfare/kernel';
import { WebProblem } from '@fanfare/outbound';
import type { EvidenceRow } from '../evidence.row.js';
import { EvidenceService } from '../evidence.service.js';
import { ProfileUrls } from './profile-urls.js';
import { MOST_PER_SITE } from './site.js';
import { type ReadPage, WebsiteReader } from './website-reader.js';

/** How often a page is looked at again. */
export const RECHECK_MS = 30 * DAY;
const LONGEST_PAGE = 300;

const LOCK_SITE = `SELECT pg_advisory_xact_lock(hashtextextended('website:' || $1, 0))`;

const OTHERS = `
  SELECT count(DISTINCT e.account_id)::int AS accounts FROM evidence_pages p JOIN evidence e ON e.id = p.evidence_id
  WHERE p.site = $1 AND p.next_check_at IS NOT NULL AND e.ended_at IS NULL AND e.account_id <> $2`;

const KEEP = `
  INSERT INTO evidence_pages (evidence_id, url, site, profile_url, checked_at, next_check_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (evidence_id) DO UPDATE SET url = excluded.url, profile_url = excluded.profile_url, checked_at = excluded.checked_at,
    next_check_at = excluded.next_check_at, failures = 0`;

/** Websites as evidence: a page links to its owner's profile with `rel="me"`, which only its owner can make it do. */
@Injectable()
export class WebsitesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly attempts: AttemptsService,
    private readonly reader: WebsiteReader,
    private readonly profiles: ProfileUrls,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a page and lets it prove the actor's account when it links to one of their profiles.
   *
   * @throws Problem `NOT_A_MEMBER` (there is no profile to link to), `TOO_MANY_ATTEMPTS`, `WEBSITE_REFUSED`, `WEBSITE_UNREACHABLE`,
   * `WEBSITE_LINK_MISSING`, `EVIDENCE_NOT_USABLE`
   */
  async link({ actor, http }: RequestContext, address: string): Promise<EvidenceRow> {
    const accountId = actor.accountId!;
    const profileUrls = await this.profiles.of(accountId);
    if (profileUrls.length === 0) throw new Problem('NOT_A_MEMBER');
    await this.attempts.take({ operation: 'linkWebsite', subject: accountId, ip: http.ip });
    const page = await this.read(address, profileUrls);
    return this.transactor.run((tx) => this.establish(tx, accountId, page));
  }

  private async read(address: string, profileUrls: readonly string[]): Promise<ReadPage & { profileUrl: string }> {
    const page = await this.reader.read(withScheme(address), profileUrls).catch(refuse);
    if (page.url.length > LONGEST_PAGE) throw new Problem('WEBSITE_REFUSED');
    if (page.profileUrl === null) throw new Problem('WEBSITE_LINK_MISSING', { profile: profileUrls[0]! });
    return { ...page, profileUrl: page.profileUrl };
  }

  private async establish(tx: Tx, accountId: string, page: ReadPage & { profileUrl: string }): Promise<EvidenceRow> {
    if (page.limited) await this.keepSiteSmall(tx, accountId, page.site);
    const evidence = await this.evidence.establish(tx, { accountId, kind: 'WEBSITE', subject: page.subject, label: page.url });
    const now = this.clock.now();
    await tx.query(KEEP, [evidence.id, page.url, page.site, page.profileUrl, now, new Date(now.getTime() + RECHECK_MS)]);
    return evidence;
  }

  private async keepSiteSmall(tx: Tx, accountId: string, site: string): Promise<void> {
    await tx.query(LOCK_SITE, [site]);
    const [others] = await rowsOf<{ accounts: number }>(tx, OTHERS, [site, accountId]);
    if (others!.accounts >= MOST_PER_SITE) throw new Problem('EVIDENCE_NOT_USABLE');
  }
}

/** People type `ana.example`, and mean the site. */
function withScheme(address: string): string {
  const typed = address.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]+:\d+(\/|$)/.test(typed) ? typed : `https://${typed}`;
}

/** What looks like no public page is said so; why a page could not be read is not: it would tell what our network holds. */
function refuse(error: unknown): never {
  if (error instanceof WebProblem) throw new Problem(error.reason === 'URL' ? 'WEBSITE_REFUSED' : 'WEBSITE_UNREACHABLE', {}, { cause: error });
  throw error;
}
