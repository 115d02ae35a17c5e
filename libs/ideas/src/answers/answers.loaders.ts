import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Loader } from '@fanfare/graphql';
import type { CreditRow } from './credit.model.js';
import { CreditsQueries } from './credits.queries.js';

const WAITS = 'SELECT idea_id AS id, waiting_since AS since FROM idea_ranks WHERE idea_id = ANY ($1) AND waiting_since IS NOT NULL';

/** What answers add to ideas, batched per request. */
@Injectable()
export class AnswersLoaders {
  /** By delivered idea, in the order they were given. */
  readonly credits = new Loader<CreditRow[]>((ids) => this.queries.ofIdeas(ids));
  /** Since when an idea has waited for the brand; null when it does not. */
  readonly waitingSince = new Loader<Date>((ids) => this.waits(ids));

  constructor(
    private readonly queries: CreditsQueries,
    private readonly database: Database,
  ) {}

  private async waits(ids: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.database.query<{ id: string; since: Date }>(WAITS, [ids]);
    return new Map(rows.map(({ id, since }) => [id, since]));
  }
}
