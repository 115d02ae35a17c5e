import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Config, CONFIG } from '@fanfare/kernel';

const PROFILES = `
  SELECT c.slug, m.handle::text AS handle FROM members m JOIN communities c ON c.id = m.community_id
  WHERE m.account_id = $1 AND m.former_since IS NULL ORDER BY m.joined_at, m.id`;

/** Where a person's profiles are: what their site links to. */
@Injectable()
export class ProfileUrls {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The addresses of all of an account's profiles, the first joined first. */
  async of(accountId: string): Promise<string[]> {
    const rows = await this.database.query<{ slug: string; handle: string }>(PROFILES, [accountId]);
    return rows.map(({ slug, handle }) => `${this.config.publicUrl}/c/${slug}/members/${handle}`);
  }
}
