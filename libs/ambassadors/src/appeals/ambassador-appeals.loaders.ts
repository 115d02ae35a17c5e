import { Injectable } from '@nestjs/common';
import { Loader, type RequestContext } from '@fanfare/graphql';
import { Benches } from '@fanfare/moderation';
import { type AmbassadorAppealRow, judgedIn } from './ambassador-appeal.row.js';
import { AmbassadorAppealsQueries, type AppealedDecisionRow } from './ambassador-appeals.queries.js';

@Injectable()
export class AmbassadorAppealsLoaders {
  readonly byId = new Loader<AmbassadorAppealRow>((ids) => this.queries.byIds(ids));
  /** The latest first, by what they are about. */
  readonly ofSubject = new Loader<AmbassadorAppealRow[]>((ids) => this.queries.ofSubjects(ids));
  /** By the review or revocation. */
  readonly against = new Loader<AppealedDecisionRow>((ids) => this.queries.against(ids));

  constructor(
    private readonly queries: AmbassadorAppealsQueries,
    private readonly benches: Benches,
  ) {}

  /** The appeal, for whoever made it and whoever has an office in which it is decided; null to others. */
  async readable(context: RequestContext, id: string): Promise<AmbassadorAppealRow | null> {
    const { actor } = context;
    const appeal = actor.accountId === null ? null : await this.byId.load(context, id);
    if (!appeal || appeal.accountId === actor.accountId) return appeal;
    return (await this.benches.refusal(context, judgedIn(appeal), true)) === null ? appeal : null;
  }
}
