import { Injectable } from '@nestjs/common';
import { Loader, type RequestContext } from '@fanfare/graphql';
import { canReadMission } from './mission.policy.js';
import type { DisclosureRow, MissionRow, PeriodRow, RallyCount } from './mission.row.js';
import { MissionsQueries } from './missions.queries.js';

@Injectable()
export class MissionsLoaders {
  /** Those that the reader may read. */
  readonly byId = new Loader<MissionRow>(async (ids, { actor }) => {
    const rows = await this.queries.byIds(ids);
    return new Map([...rows].filter(([, row]) => canReadMission(actor, row)));
  });
  readonly period = new Loader<PeriodRow>((ids) => this.queries.periodsById(ids));
  readonly disclosures = new Loader<DisclosureRow[]>((ids) => this.queries.disclosuresOf(ids));
  readonly rally = new Loader<RallyCount>((ids) => this.queries.ralliesOf(ids));
  readonly joined = new Loader<true>(async (ids, { actor }) => (actor.accountId === null ? new Map() : this.queries.joinedBy(actor.accountId, ids)));

  constructor(private readonly queries: MissionsQueries) {}

  /** Forgets what a change made untrue. */
  forget(context: RequestContext, id: string): void {
    for (const loader of [this.byId, this.disclosures, this.rally, this.joined]) loader.clear(context, id);
  }
}
