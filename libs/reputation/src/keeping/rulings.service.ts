import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IdeasAccess, type IdeaRow } from '@fanfare/ideas';
import { type Actor, cleanText, Clock, enforce, MINUTE, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { StandingsService } from '@fanfare/votes';
import { VotesRuled } from './genuineness.events.js';
import { canRule } from './genuineness.policy.js';
import { parseRunId } from './run-id.js';
import { type RunFacts, RulingsStore } from './rulings.store.js';
import { SuspicionsStore } from './suspicions.store.js';

const REASON = { max: 2000 } as const;

export interface Ruling {
  /** Of the run, as `runId` names it. */
  readonly run: string;
  /** Whether its votes count, or wait. */
  readonly counts: boolean;
  readonly reason: string;
}

/** A moderator decides about people who came together; from then on estimates follow, until a moderator decides again. */
@Injectable()
export class RulingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ideas: IdeasAccess,
    private readonly members: MembersService,
    private readonly standings: StandingsService,
    private readonly rulings: RulingsStore,
    private readonly suspicions: SuspicionsStore,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Votes for the idea they came for move at once, unless some were moved within the minute; these, and what the same
   * people support elsewhere, move with the next estimate.
   *
   * @returns the idea they came for
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async rule(actor: Actor, { run, counts, reason }: Ruling): Promise<IdeaRow> {
    const said = cleanText('reason', reason, REASON);
    const [key, id, ruledAt] = [parseRunId(run), newId(), this.clock.now()];
    await this.activity.take(actor, 'judgeDuplicate');
    const resting = (await this.suspicions.movedSince([key.ideaId], new Date(ruledAt.getTime() - MINUTE))).size > 0;
    return this.transactor.run(async (tx) => {
      const idea = await this.ideas.requireVisible(tx, actor, key.ideaId);
      enforce(canRule(actor, idea));
      const member = await this.members.requireMember(tx, actor, idea.communityId);
      const found = await this.rulings.run(tx, key);
      if (!found) throw new Problem('NOT_FOUND', { what: 'run' });
      if (!resting) await this.move(tx, found, counts);
      await this.rulings.keep(tx, { id, ideaId: idea.id, communityId: idea.communityId, counts, reason: said, ruledBy: member.id, ruledAt }, found);
      const payload = { rulingId: id, counts, votes: found.memberIds.length };
      await this.events.append(tx, VotesRuled, { communityId: idea.communityId, actorId: actor.accountId, subjectId: idea.id, payload });
      return idea;
    });
  }

  private async move(tx: Tx, run: RunFacts, counts: boolean): Promise<void> {
    const now = this.clock.now();
    const held = await this.standings.holdSupport(tx, run.ideaId, run.memberIds);
    if (counts) {
      await this.standings.releaseHeld(tx, held, run.memberIds);
      return this.suspicions.clear(tx, run.ideaId, run.memberIds, now);
    }
    const supporters = await this.suspicions.supporters(tx, run.ideaId, run.memberIds);
    await this.standings.quarantineHeld(tx, held, run.memberIds);
    const suspected = supporters.map((memberId) => ({ ...run, memberId, runIdeaId: run.ideaId }));
    return this.suspicions.suspect(tx, run.ideaId, suspected, run.model, now);
  }
}
