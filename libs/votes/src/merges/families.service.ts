import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { IdeasAccess, RanksService } from '@fanfare/ideas';
import { PlacementService } from '../placement.service.js';
import { StandingsService } from '../standings.service.js';

const SUSPECTS = `
  SELECT DISTINCT q.member_id AS id FROM vote_quarantines q JOIN ideas i ON i.id = q.idea_id
  WHERE i.id = ANY ($1::uuid[]) OR i.merged_into_id = ANY ($1) ORDER BY 1`;

/** What is held while families change: an idea and its duplicates are one. */
export interface HeldFamilies {
  readonly ideaIds: readonly string[];
  /** Members whose support of one of them is set aside: it is set aside for what that is merged with. */
  readonly suspects: readonly string[];
}

/** The part of a merge, or of its undoing, that is about votes. */
@Injectable()
export class FamiliesService {
  constructor(
    private readonly ideas: IdeasAccess,
    private readonly ranks: RanksService,
    private readonly standings: StandingsService,
    private readonly placement: PlacementService,
  ) {}

  /**
   * Holds everything that counts the votes of these ideas, and of their duplicates, until the transaction ends: after the
   * gates and the ideas' rows, before anything is written.
   */
  async hold(tx: Tx, rootIds: readonly string[]): Promise<HeldFamilies> {
    const ideaIds = await this.ideas.familiesOf(tx, rootIds);
    const suspects = (await rowsOf<{ id: string }>(tx, SUSPECTS, [rootIds])).map(({ id }) => id);
    await this.standings.hold(tx, suspects);
    await tx.query('SELECT hold_tallies($1)', [rootIds]);
    await this.ranks.lock(tx, ideaIds);
    return { ideaIds, suspects };
  }

  /** After the ideas point where they point now: standings and orders follow. Counts have, by the database. */
  async settle(tx: Tx, { ideaIds, suspects }: HeldFamilies): Promise<void> {
    await this.standings.restandFor(tx, suspects, ideaIds);
    await this.placement.place(tx, ideaIds);
  }
}
