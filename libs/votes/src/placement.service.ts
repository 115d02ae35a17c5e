import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { RanksService } from '@fanfare/ideas';
import { VotesQueries } from './votes.queries.js';

/** Tells the feed's orders how much support ideas have. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly ranks: RanksService,
    private readonly queries: VotesQueries,
  ) {}

  /** Writes the ranks of these ideas and of what they are duplicates of, waiting for whoever else does. Bulk loaders of votes call it when a batch is in. */
  async place(tx: Tx, ideaIds: readonly string[]): Promise<void> {
    if (ideaIds.length === 0) return;
    const ids = await this.queries.withRoots(ideaIds, tx);
    await this.ranks.lock(tx, ids);
    await this.write(tx, ids);
  }

  /** `place` for an idea that nobody else is placing and nobody has been placing often; on such a busy one the event of the vote sees to it soon after. */
  async tryPlace(tx: Tx, ideaId: string): Promise<void> {
    if (await this.ranks.tryLockCalm(tx, ideaId)) await this.write(tx, [ideaId]);
  }

  /** Counts after the lock, in a statement of its own: an older count never overwrites a newer one. */
  private async write(tx: Tx, ideaIds: readonly string[]): Promise<void> {
    const support = await this.queries.supportOf(ideaIds, tx);
    await this.ranks.place(tx, ideaIds.map((ideaId) => support.get(ideaId) ?? { ideaId, raw: 0, verified: 0, heat: null }));
  }
}
