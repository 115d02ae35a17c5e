import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { AppealMessageRow, AppealRow } from './appeal.row.js';
import { AppealsQueries } from './appeals.queries.js';

/** Edges to appeals, batched per request. They ask nothing about who reads. */
@Injectable()
export class AppealsLoaders {
  readonly byId = new Loader<AppealRow>((ids) => this.queries.byIds(ids));
  readonly ofDecision = new Loader<AppealRow[]>((ids) => this.queries.ofDecisions(ids));
  readonly ofItem = new Loader<AppealRow[]>((ids) => this.queries.ofItems(ids));
  readonly messages = new Loader<AppealMessageRow[]>((ids) => this.queries.messages(ids));

  constructor(private readonly queries: AppealsQueries) {}
}
