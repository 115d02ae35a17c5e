import { Injectable } from '@nestjs/common';
import { Loader, type RequestContext } from '@fanfare/graphql';
import { AmbassadorAppealsQueries } from '../appeals/ambassador-appeals.queries.js';
import type { AmbassadorAppealRow } from '../appeals/ambassador-appeal.row.js';
import { canReadEntry } from './entry.policy.js';
import type { CheckRow, EntryReviewRow, EntryRow, EvidenceRow } from './entry.row.js';
import { EntriesQueries } from './entries.queries.js';

@Injectable()
export class EntriesLoaders {
  /** Those that the reader may read. */
  readonly byId = new Loader<EntryRow>(async (ids, { actor }) => {
    const rows = await this.queries.byIds(ids);
    return new Map([...rows].filter(([, row]) => canReadEntry(actor, row)));
  });
  readonly ofViewer = new Loader<EntryRow>(async (ids, { actor }) => (actor.accountId === null ? new Map() : this.queries.ofViewer(actor.accountId, ids)));
  readonly evidence = new Loader<EvidenceRow[]>((ids) => this.queries.evidenceOf(ids));
  /** By evidence, the latest first. */
  readonly checks = new Loader<CheckRow[]>((ids) => this.queries.checksOf(ids));
  readonly latestCheck = new Loader<CheckRow>((ids) => this.queries.latestChecks(ids));
  readonly reviews = new Loader<EntryReviewRow[]>((ids) => this.queries.reviewsOf(ids));
  readonly appeals = new Loader<AmbassadorAppealRow[]>((ids) => this.appealsQueries.ofSubjects(ids));

  constructor(
    private readonly queries: EntriesQueries,
    private readonly appealsQueries: AmbassadorAppealsQueries,
  ) {}

  /** Forgets what a change made untrue. */
  forget(context: RequestContext, { id, missionId }: Pick<EntryRow, 'id' | 'missionId'>): void {
    for (const loader of [this.byId, this.evidence, this.reviews, this.appeals]) loader.clear(context, id);
    this.ofViewer.clear(context, missionId);
  }
}
