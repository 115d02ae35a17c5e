import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { EvidenceRow } from './evidence.row.js';
import { type AttestorKey, EvidenceQueries, keyOfAttestor, keyOfMarks, type MarkRow, type MarksKey } from './evidence.queries.js';

@Injectable()
export class EvidenceLoaders {
  /** Whoever's they are: who may see one is the callers' policy. */
  readonly byId = new Loader<EvidenceRow>((ids) => this.queries.byIds(ids));
  /** What stands, by the account. */
  readonly standing = new Loader<EvidenceRow[]>((ids) => this.queries.standingOf(ids));
  readonly marks = new Loader<MarkRow[], MarksKey>((keys) => this.queries.marksOf(keys), keyOfMarks);
  readonly attestorCount = new Loader<number, AttestorKey>((keys) => this.queries.attestorCounts(keys), keyOfAttestor);

  constructor(private readonly queries: EvidenceQueries) {}
}
