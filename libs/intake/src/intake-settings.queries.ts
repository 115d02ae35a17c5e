import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { Loader } from '@fanfare/graphql';
import type { ProtectedName } from './verdict.js';

/** How a community receives texts. */
export interface IntakeSettings {
  readonly communityId: string;
  /** Whether everything that anonymous members write is read before it is shown. */
  readonly holdAnonymous: boolean;
  /** Words and phrases of the community's own: a text with one is held. */
  readonly words: readonly string[];
}

const OF = `SELECT community_id AS "communityId", hold_anonymous AS "holdAnonymous", words FROM community_intake WHERE community_id = ANY ($1::uuid[])`;

// Where a name comes too close to several, its author is told the one that people know: the slug after the name.
const NAMES = `
  SELECT name, of FROM (
    SELECT name, 'BRAND' AS of, 1 AS place FROM communities WHERE id = $1
    UNION SELECT slug, 'BRAND', 2 FROM communities WHERE id = $1
    UNION SELECT m.display_name, 'STAFF', 3 FROM role_grants g
      JOIN members m ON m.community_id = g.community_id AND m.account_id = g.account_id
      WHERE g.community_id = $1 AND g.revoked_at IS NULL AND m.id <> $2
  ) known ORDER BY place, name`;

@Injectable()
export class IntakeSettingsQueries {
  readonly byCommunity = new Loader<IntakeSettings>((ids) => this.ofAll(ids));

  constructor(private readonly database: Database) {}

  async of(tx: Tx, communityId: string): Promise<IntakeSettings> {
    return (await this.ofAll([communityId], tx)).get(communityId)!;
  }

  /** Names that nobody but staff may bear in a community: its own, and those of its staff but the member at hand. */
  protectedNames(tx: Tx, communityId: string, memberId: string): Promise<ProtectedName[]> {
    return rowsOf<ProtectedName>(tx, NAMES, [communityId, memberId]);
  }

  private async ofAll(communityIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, IntakeSettings>> {
    const rows = new Map((await rowsOf<IntakeSettings>(tx, OF, [communityIds])).map((row) => [row.communityId, row]));
    return new Map(communityIds.map((id) => [id, rows.get(id) ?? { communityId: id, holdAnonymous: false, words: [] }]));
  }
}
