import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { MergeRow } from './merge.row.js';
import { MergesQueries } from './merges.queries.js';

/** Edges from ideas to how they were merged, batched per request. */
@Injectable()
export class MergesLoaders {
  readonly byId = new Loader<MergeRow>((ids) => this.queries.byIds(ids));
  /** By duplicate: the merge in force. */
  readonly inForce = new Loader<MergeRow>((ids) => this.queries.inForce(ids));
  /** By duplicate: the latest merge that was contested. */
  readonly contested = new Loader<MergeRow>((ids) => this.queries.contested(ids));

  constructor(private readonly queries: MergesQueries) {}
}
