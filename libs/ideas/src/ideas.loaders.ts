import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { IdeaRow } from './idea.row.js';
import { IdeasQueries } from './ideas.queries.js';

/** Edges of and to ideas, batched per request. */
@Injectable()
export class IdeasLoaders {
  constructor(private readonly queries: IdeasQueries) {}

  /** An idea as the asking actor may see it; null when they may not know of it. */
  readonly byId = new Loader<IdeaRow>((ids, context) => this.queries.byIds(ids, context.actor));
}
