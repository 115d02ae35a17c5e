import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';

/** Who hears of an answer beside the author. Voters, commenters and followers are known to higher rooms, which register them. */
export const AUDIENCES = ['VOTERS', 'COMMENTERS', 'FOLLOWERS'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * SQL that selects the `member_id` of an audience, any number of times each.
 *
 * @param ideaIds the SQL expression of an array of uuid: the idea and its duplicates
 */
export type AudienceSql = (ideaIds: string) => string;

/** How many people an answer reaches. */
export interface Reach {
  readonly voters: number;
  readonly commenters: number;
  readonly followers: number;
  /** Everybody of these and the authors who has an account here, once each. */
  readonly people: number;
}

const NOBODY = 'SELECT NULL::uuid AS member_id WHERE false';

@Injectable()
export class AnswerAudiences {
  private readonly known = new Map<Audience, AudienceSql>();

  constructor(private readonly database: Database) {}

  register(audience: Audience, sql: AudienceSql): void {
    this.known.set(audience, sql);
  }

  async reachOf(ideaId: string): Promise<Reach> {
    const [reach] = await this.database.query<Reach>(this.sql(), [ideaId]);
    return reach!;
  }

  private sql(): string {
    const ideas = 'ARRAY(SELECT id FROM concerned)';
    const of = (audience: Audience) => (this.known.get(audience) ?? (() => NOBODY))(ideas);
    return `
      WITH concerned AS (SELECT id, author_id FROM ideas WHERE id = $1 OR merged_into_id = $1),
        voters AS (SELECT DISTINCT member_id FROM (${of('VOTERS')}) v),
        commenters AS (SELECT DISTINCT member_id FROM (${of('COMMENTERS')}) c WHERE member_id IS NOT NULL),
        followers AS (SELECT DISTINCT member_id FROM (${of('FOLLOWERS')}) f),
        everybody AS (
          SELECT member_id FROM voters UNION SELECT member_id FROM commenters UNION SELECT member_id FROM followers
          UNION SELECT author_id FROM concerned)
      SELECT (SELECT count(*)::int FROM voters) AS voters, (SELECT count(*)::int FROM commenters) AS commenters,
        (SELECT count(*)::int FROM followers) AS followers,
        (SELECT count(*)::int FROM everybody e JOIN members m ON m.id = e.member_id WHERE m.account_id IS NOT NULL) AS people`;
  }
}
