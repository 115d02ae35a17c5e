import { Injectable } from '@nestjs/common';
import { Loader, type RequestContext } from '@fanfare/graphql';
import type { AnswerRow, ApplicationRow, DecisionRow } from './applications/application.row.js';
import { ApplicationsQueries } from './applications/applications.queries.js';
import type { CallChangeRow, CallRow, CriterionRow, QuestionRow } from './calls/call.row.js';
import { CallsQueries } from './calls/calls.queries.js';
import { type NominationRow, PanelQueries, type ScoreRow, type StandingRow } from './panel/panel.queries.js';
import type { RankingRow } from './panel/ranking.js';
import type { AgreementRow } from './terms/agreement.row.js';
import { AgreementsService } from './terms/agreements.service.js';
import { type RevocationRow, RevocationsService } from './terms/revocations.service.js';
import type { TermRow } from './terms/term.row.js';
import { TermsQueries } from './terms/terms.queries.js';

const NONE = Promise.resolve(new Map());

/** Edges of calls, applications and terms, batched per request. */
@Injectable()
export class RecruitmentLoaders {
  readonly call = new Loader<CallRow>((ids) => this.calls.byIds(ids));
  readonly questions = new Loader<QuestionRow[]>((ids) => this.calls.questionsOf(ids));
  readonly criteria = new Loader<CriterionRow[]>((ids) => this.calls.criteriaOf(ids));
  readonly changes = new Loader<CallChangeRow[]>((ids) => this.calls.changesOf(ids));
  readonly reviewers = new Loader<string[]>((ids) => this.calls.reviewersOf(ids));
  readonly applicants = new Loader<number>((ids) => this.calls.applicantsOf(ids));
  /** Whether the reader was named to read a call's applications. */
  readonly reviewing = new Loader<true>((ids, { actor }) => (actor.accountId ? this.panel.reviewsFor(actor.accountId, ids) : NONE));

  readonly application = new Loader<ApplicationRow>((ids) => this.applications.byIds(ids));
  /** The reader's own, by call. */
  readonly own = new Loader<ApplicationRow>((ids, { actor }) => (actor.accountId ? this.applications.ownOf(actor.accountId, ids) : NONE));
  /** When the reader was last declined by another call of the same community, by call. */
  readonly declinedAt = new Loader<Date>((ids, { actor }) => (actor.accountId ? this.applications.declinedBefore(actor.accountId, ids) : NONE));
  /** Among those who still wait. */
  readonly waitingPlace = new Loader<number>((ids) => this.applications.waitingPlacesOf(ids));
  readonly answers = new Loader<AnswerRow[]>((ids) => this.applications.answersOf(ids));
  readonly decisions = new Loader<DecisionRow[]>((ids) => this.applications.decisionsOf(ids));
  readonly proved = new Loader<readonly string[]>((ids) => this.applications.provedOf(ids));
  readonly scores = new Loader<ScoreRow[]>((ids) => this.panel.scoresOf(ids));
  readonly ranking = new Loader<RankingRow>((ids) => this.panel.rankingOf(ids));
  readonly standing = new Loader<StandingRow>((ids) => this.panel.standingsOf(ids));
  readonly nominations = new Loader<NominationRow[]>((ids) => this.panel.nominationsOf(ids));
  readonly conflict = new Loader<true>((ids, { actor }) => (actor.accountId ? this.panel.conflictsOf(actor.accountId, ids) : NONE));
  readonly voted = new Loader<true>((ids, { actor }) => (actor.accountId ? this.panel.votesOf(actor.accountId, ids) : NONE));

  readonly term = new Loader<TermRow>((ids) => this.terms.byIds(ids));
  /** The term in force, by member. */
  readonly active = new Loader<TermRow>((ids) => this.terms.activeOf(ids));
  /** All that began, the latest first, by member. */
  readonly served = new Loader<TermRow[]>((ids) => this.terms.servedBy(ids));
  /** The offer that waits, else the term in force, else the last, by member. */
  readonly latest = new Loader<TermRow>((ids) => this.terms.latestOf(ids));
  /** How many missions a member has done, by member; none where there are none. */
  readonly missionsDone = new Loader<{ readonly done: number }>((ids) => this.terms.missionsDone(ids));
  /** The latest term that came of an application. */
  readonly ofApplication = new Loader<TermRow>((ids) => this.terms.ofApplications(ids));
  readonly agreement = new Loader<AgreementRow>((ids) => this.agreements.byIds(ids));
  /** In force, in every language it has, by community. */
  readonly agreementsNow = new Loader<AgreementRow[]>((ids) => this.agreements.current(ids));
  readonly revocation = new Loader<RevocationRow>((ids) => this.revocations.ofTerms(ids));

  constructor(
    private readonly calls: CallsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly panel: PanelQueries,
    private readonly terms: TermsQueries,
    private readonly agreements: AgreementsService,
    private readonly revocations: RevocationsService,
  ) {}

  /** Forgets what a change made untrue, for fields that are read again in the same request. */
  forget(context: RequestContext): void {
    for (const loader of Object.values(this)) if (loader instanceof Loader) loader.forget(context);
  }
}
