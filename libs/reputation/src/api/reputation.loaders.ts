import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import { type LevelRights, LevelRightsTable } from '@fanfare/communities';
import { type MeritRow, ReputationQueries, type EntryRow, type ReputationRow } from './reputation.queries.js';

@Injectable()
export class ReputationLoaders {
  readonly ofMember = new Loader<ReputationRow>((ids) => this.queries.ofMembers(ids));
  readonly merits = new Loader<MeritRow[]>((ids) => this.queries.meritsOf(ids));
  readonly hidden = new Loader<true>((ids) => this.queries.hiddenAmong(ids));
  readonly entry = new Loader<EntryRow>((ids) => this.queries.entriesById(ids));
  /** By community, from the lowest level up. */
  readonly levels = new Loader<readonly LevelRights[]>((ids) => this.rights.of(ids));

  constructor(
    private readonly queries: ReputationQueries,
    private readonly rights: LevelRightsTable,
  ) {}
}
