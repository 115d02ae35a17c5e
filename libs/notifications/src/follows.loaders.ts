import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import { FollowsQueries } from './follows.queries.js';

@Injectable()
export class FollowsLoaders {
  /** Whether the reader follows a subject. */
  readonly byViewer = new Loader<true>(async (ids, { actor }) => (actor.accountId === null ? new Map() : this.queries.followedBy(actor.accountId, ids)));
  /** How many follow a subject. */
  readonly count = new Loader<number>((ids) => this.queries.counts(ids));

  constructor(private readonly queries: FollowsQueries) {}
}
