import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { OwnVoteRow, SupportRow } from './vote.row.js';
import { VotesQueries } from './votes.queries.js';

/** Edges from ideas to their votes, batched per request. */
@Injectable()
export class VotesLoaders {
  /** Effective support (an idea's and its duplicates' people, each once) by idea; null for an idea nobody ever voted for. */
  readonly support = new Loader<SupportRow>((ids) => this.queries.supportOf(ids));
  /** The reader's own vote, by idea; a vote for what an idea is merged with is a vote for it. */
  readonly ownVote = new Loader<OwnVoteRow>((ids, context) => this.queries.ofActor(context.actor, ids));

  constructor(private readonly queries: VotesQueries) {}
}
