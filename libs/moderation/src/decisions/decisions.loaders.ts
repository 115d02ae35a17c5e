import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { DecisionRow } from './decision.row.js';
import { DecisionsQueries, keyOfSubject, type SubjectKey } from './decisions.queries.js';

/** Edges to decisions, batched per request. They ask nothing about who reads. */
@Injectable()
export class DecisionsLoaders {
  readonly byId = new Loader<DecisionRow>((ids) => this.queries.byIds(ids));
  /** By item, the first one first. */
  readonly ofItem = new Loader<DecisionRow[]>((ids) => this.queries.ofItems(ids));
  readonly withholding = new Loader<DecisionRow, SubjectKey>((keys) => this.queries.withholding(keys), keyOfSubject);
  readonly labelling = new Loader<DecisionRow, SubjectKey>((keys) => this.queries.labelling(keys), keyOfSubject);
  /** Whether the reader reported an item. */
  readonly reportedByViewer = new Loader<true>(async (ids, { actor }) => (actor.accountId === null ? new Map() : this.queries.reportedBy(actor.accountId, ids)));

  constructor(private readonly queries: DecisionsQueries) {}
}
