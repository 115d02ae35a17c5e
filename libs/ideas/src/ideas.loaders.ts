import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import { IdeaDetailsQueries, type MoveRow, type ResponseRow, type StatusCountRow, type VersionRow } from './idea-details.queries.js';
import type { IdeaRow } from './idea.row.js';
import { IdeasQueries } from './ideas.queries.js';

/** Edges of and to ideas, batched per request. */
@Injectable()
export class IdeasLoaders {
  /** An idea as the asking actor may see it; null when they may not know of it. */
  readonly byId = new Loader<IdeaRow>((ids, context) => this.queries.byIds(ids, context.actor));
  /** By idea, from the first. */
  readonly versions = new Loader<VersionRow[]>((ids) => this.details.versionsOf(ids));
  /** By idea, from the first. */
  readonly moves = new Loader<MoveRow[]>((ids) => this.details.movesOf(ids));
  readonly response = new Loader<ResponseRow>((ids) => this.details.responsesById(ids));
  /** By idea. */
  readonly latestResponse = new Loader<ResponseRow>((ids) => this.details.latestResponses(ids));
  /** The duplicates of an idea. */
  readonly merged = new Loader<IdeaRow[]>((ids, context) => this.details.mergedInto(ids, context.actor));
  /** By community. */
  readonly statusCounts = new Loader<StatusCountRow[]>((ids) => this.details.statusCounts(ids));
  /** How many public ideas a member posted. */
  readonly authorCount = new Loader<number>((ids) => this.details.authorCounts(ids));

  constructor(
    private readonly queries: IdeasQueries,
    private readonly details: IdeaDetailsQueries,
  ) {}
}
