import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { makeOnce, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, enforce, enforceHidden, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import type { EntryOutcome } from '../ambassadors.enums.js';
import { EntryReviewed } from '../ambassadors.events.js';
import { canRunProgramme } from '../missions/mission.policy.js';
import type { RubricLine } from '../missions/mission.row.js';
import { requireNoPraise } from '../missions/mission.text.js';
import { MissionsQueries } from '../missions/missions.queries.js';
import { EntryAcceptance } from './entry-acceptance.service.js';
import { canReadProgress, canReviewEntry } from './entry.policy.js';
import type { EntryRow, RubricScore } from './entry.row.js';
import { EntriesQueries } from './entries.queries.js';

export interface NewReview {
  readonly entry: string;
  /** What was read: a newer one must be read first. The current one when left out. */
  readonly revision?: number | null;
  readonly outcome: EntryOutcome;
  readonly scores?: readonly { readonly criterion: string; readonly score: number }[] | null;
  /** Its author reads it. */
  readonly reason?: string | null;
  /** Of pages that could not be read: that the reviewer opened them and saw the disclosure. */
  readonly sawDisclosure?: boolean | null;
  readonly idempotencyKey?: string | null;
}

const INSERT = `
  INSERT INTO entry_reviews (id, entry_id, member_id, revision, outcome, scores, reason, saw_disclosure, reviewed_by, reviewed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const SEND_BACK = 'UPDATE entries SET state = $2, published_at = NULL, disclosure_lost_at = NULL WHERE id = $1';
const LONGEST_REASON = 2_000;

/** The brand says of each entry whether it is what the mission asked for, and why. Opinions are no reason. */
@Injectable()
export class EntryReviewsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly queries: EntriesQueries,
    private readonly missions: MissionsQueries,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersService,
    private readonly acceptance: EntryAcceptance,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts an entry, asks for a change, or refuses it. Accepting pays in the same transaction; asking and refusing after an
   * acceptance take it back.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `OWN_ENTRY`, `ENTRY_NOT_REVIEWABLE`, `EMPTY_TEXT` (a change or a refusal
   * without a reason), `TOO_LONG`, `INVALID_INPUT` (scores), `BRIEF_ASKS_FOR_PRAISE` (a reason that does), `DISCLOSURE_MISSING`,
   * `DISCLOSURE_UNCHECKED`, `WITHHELD`, `BUDGET_EMPTY`
   */
  async review(actor: Actor, input: NewReview): Promise<EntryRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'reviewEntry');
    const fresh = newId();
    const retryable = { accountId: actor.accountId, key: input.idempotencyKey, operation: 'reviewEntry', input };
    await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.judge(tx, actor, fresh, input)));
    return (await this.queries.byIds([input.entry])).get(input.entry.toLowerCase())!;
  }

  private async judge(tx: Tx, actor: Actor, id: string, input: NewReview): Promise<void> {
    const entry = await this.queries.lock(tx, input.entry);
    if (!canReadProgress(actor, entry) && entry.state !== 'ACCEPTED') enforceHidden(canRunProgramme(actor, entry.communityId), { what: 'entry' });
    enforce(canReviewEntry(actor, entry));
    const isOld = input.revision != null && input.revision !== entry.revision;
    if (isOld || (entry.state === 'ACCEPTED' && input.outcome === 'ACCEPT')) throw new Problem('ENTRY_NOT_REVIEWABLE', { state: entry.state });
    const reviewer = await this.members.requireMember(tx, actor, entry.communityId);
    const reason = await this.reasonOf(tx, entry, input);
    const scores = await this.scoresOf(tx, entry, input);
    const saw = input.sawDisclosure ?? false;
    await tx.query(INSERT, [id, entry.id, entry.memberId, entry.revision, input.outcome, JSON.stringify(scores), reason, saw, reviewer.id, this.clock.now()]);
    await this.settle(tx, actor, entry, input.outcome, { saw, reason });
    const payload = { missionId: entry.missionId, memberId: entry.memberId, reviewId: id, outcome: input.outcome };
    await this.events.append(tx, EntryReviewed, { communityId: entry.communityId, actorId: actor.accountId, subjectId: entry.id, payload });
  }

  private async settle(tx: Tx, actor: Actor, entry: EntryRow, outcome: EntryOutcome, { saw, reason }: { readonly saw: boolean; readonly reason: string }): Promise<void> {
    if (outcome === 'ACCEPT') {
      await this.requireDisclosed(tx, entry, saw);
      return this.acceptance.accept(tx, entry, actor);
    }
    if (entry.state === 'ACCEPTED') await this.acceptance.undo(tx, entry, actor, reason);
    await tx.query(SEND_BACK, [entry.id, outcome === 'CHANGE' ? 'CHANGE_ASKED' : 'REFUSED']);
  }

  /** Nothing is paid for a page that hides what its author receives. */
  private async requireDisclosed(tx: Tx, entry: EntryRow, saw: boolean): Promise<void> {
    const links = ((await this.queries.evidenceOf([entry.id], tx)).get(entry.id) ?? []).filter(({ kind }) => kind === 'LINK');
    const checks = await this.queries.latestChecks(links.map(({ id }) => id), tx);
    for (const { id } of links) {
      const check = checks.get(id);
      const isPrivate = check?.reason === 'ADDRESS' || check?.reason === 'URL';
      if (check?.verdict === 'MISSING' || isPrivate) throw new Problem('DISCLOSURE_MISSING');
      if (!check || (check.verdict === 'UNREACHABLE' && !saw)) throw new Problem('DISCLOSURE_UNCHECKED', { pending: !check });
    }
  }

  private async reasonOf(tx: Tx, entry: EntryRow, { outcome, reason }: NewReview): Promise<string> {
    const clean = cleanText('reason', reason ?? '', { min: outcome === 'ACCEPT' ? 0 : 3, max: LONGEST_REASON });
    if (outcome === 'ACCEPT' || clean === '') return clean;
    const community = (await this.communities.byIds([entry.communityId], tx)).get(entry.communityId)!;
    requireNoPraise({ reason: clean }, community.locale);
    return clean;
  }

  private async scoresOf(tx: Tx, { missionId }: EntryRow, { scores }: NewReview): Promise<RubricScore[]> {
    const { rubric } = (await this.missions.byIds([missionId], tx)).get(missionId)!;
    return (scores ?? []).map((one) => scored(one, rubric));
  }
}

function scored({ criterion, score }: { readonly criterion: string; readonly score: number }, rubric: readonly RubricLine[]): RubricScore {
  const line = rubric.find((known) => known.criterion === criterion);
  if (!line || !Number.isInteger(score) || score < 0 || score > line.points) throw new Problem('INVALID_INPUT', { field: 'scores' });
  return { criterion, score, of: line.points };
}
