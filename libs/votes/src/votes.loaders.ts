import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { SupportRow, VoteRow } from './vote.row.js';
import { VotesQueries } from './votes.queries.js';

/** Edges from ideas to their votes, batched per request. */
@Injectable()
export class VotesLoaders {
  /** By idea; null for an idea nobody ever voted for. */
  readonly support = new Loader<SupportRow>((ids) => this.queries.supportOf(ids));
  /** The reader's own vote, by idea. */
  readonly ownVote = new Loader<VoteRow>((ids, context) => this.queries.ofActor(context.actor, ids));

  constructor(private readonly queries: VotesQueries) {}
}
