import { Injectable } from '@nestjs/common';
import { StaffSecondFactorService } from '@fanfare/access';
import { Loader } from '@fanfare/graphql';
import { CommunitiesQueries } from './communities.queries.js';
import type { CategoryRow, CommunityRow, RungRow, TermsRow } from './community.row.js';

@Injectable()
export class CommunitiesLoaders {
  readonly byId = new Loader<CommunityRow>((ids) => this.queries.byIds(ids));
  /** The terms in force, by community. */
  readonly terms = new Loader<TermsRow>((ids) => this.queries.currentTerms(ids));
  /** The rungs from the lowest, by community. */
  readonly ladder = new Loader<RungRow[]>((ids) => this.queries.laddersOf(ids));

  /** Days that staff may do without a second factor, by community. */
  readonly graceDays = new Loader<number>((ids) => this.secondFactor.graceDaysOf(ids));

  constructor(
    private readonly queries: CommunitiesQueries,
    private readonly secondFactor: StaffSecondFactorService,
  ) {}
}

@Injectable()
export class CategoriesLoaders {
  readonly byId = new Loader<CategoryRow>((ids) => this.queries.categoriesById(ids));
  /** In their order, by community. */
  readonly ofCommunity = new Loader<CategoryRow[]>((ids) => this.queries.categoriesOf(ids));

  constructor(private readonly queries: CommunitiesQueries) {}
}
