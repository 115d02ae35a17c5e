import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IdeasAccess, type IdeaRow } from '@fanfare/ideas';
import { type Actor, cleanText, Clock, enforce } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { MergeContestDecided, MergeContested } from './merge.events.js';
import { canContest, canDecide, canJudge } from './merge.policy.js';
import { MERGE_COLUMNS, type MergeRow } from './merge.row.js';
import { MergesService } from './merges.service.js';

const TEXT = { max: 2000 } as const;
/** A move's reason is one line of the story; the decision is kept whole beside it. */
const LONGEST_REASON = 500;

const IN_FORCE = `SELECT ${MERGE_COLUMNS} FROM merges g WHERE g.duplicate_id = $1 AND g.undone_at IS NULL FOR NO KEY UPDATE`;

const CONTEST = 'UPDATE merges SET contested_at = $2, contest_reason = $3 WHERE id = $1';

const DECIDE = 'UPDATE merges SET decided_at = $2, decided_by = $3, upheld = $4, decision = $5 WHERE id = $1';

export interface ContestDecision {
  readonly idea: string;
  /** Whether the author is right, and the merge is undone. */
  readonly uphold: boolean;
  readonly reason: string;
}

/** An author does not agree that their idea is a duplicate, and a moderator decides. */
@Injectable()
export class ContestsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ideas: IdeasAccess,
    private readonly members: MembersService,
    private readonly merges: MergesService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The author's word against a merge; once for each merge.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_MERGED`, `ALREADY_CONTESTED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async contest(actor: Actor, ideaId: string, reason: string): Promise<IdeaRow> {
    const said = cleanText('reason', reason, TEXT);
    await this.activity.take(actor, 'editIdea');
    return this.transactor.run(async (tx) => {
      const idea = await this.ideas.lockForVote(tx, actor, ideaId);
      const merge = await inForce(tx, idea);
      enforce(canContest(actor, idea, merge));
      await tx.query(CONTEST, [merge!.id, this.clock.now(), said]);
      await this.tell(tx, MergeContested, actor, idea, { mergeId: merge!.id });
      return idea;
    });
  }

  /**
   * Decides a contest; upholding it undoes the merge, and the same two are not merged again.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NO_OPEN_CONTEST`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async decide(actor: Actor, { idea: ideaId, uphold, reason }: ContestDecision): Promise<IdeaRow> {
    const decision = cleanText('reason', reason, TEXT);
    await this.activity.take(actor, 'judgeDuplicate');
    return this.transactor.run(async (tx) => {
      enforce(canJudge(actor, await this.ideas.requireVisible(tx, actor, ideaId))); // who may not decide holds up nobody who votes
      const idea = (await this.ideas.lockForMerge(tx, actor, [ideaId])).get(ideaId.toLowerCase())!;
      const merge = await inForce(tx, idea);
      enforce(canDecide(actor, idea, merge));
      const member = await this.members.requireMember(tx, actor, idea.communityId, 'ANYWAY');
      await tx.query(DECIDE, [merge!.id, this.clock.now(), member.id, uphold, decision]);
      await this.tell(tx, MergeContestDecided, actor, idea, { mergeId: merge!.id, upheld: uphold });
      if (uphold) await this.merges.undo(tx, actor, idea, { mover: 'MODERATOR', member, reason: shortened(decision) });
      return this.ideas.requireVisible(tx, actor, idea.id);
    });
  }

  private tell<Facts extends object>(tx: Tx, type: { type: string; payload?: Facts & { targetId: string } }, actor: Actor, idea: IdeaRow, facts: Facts) {
    const payload = { targetId: idea.mergedIntoId!, ...facts };
    return this.events.append(tx, type, { communityId: idea.communityId, actorId: actor.accountId, subjectId: idea.id, payload });
  }
}

async function inForce(tx: Tx, idea: IdeaRow): Promise<MergeRow | null> {
  const [merge] = await rowsOf<MergeRow>(tx, IN_FORCE, [idea.id]);
  return merge ?? null;
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_REASON ? text : `${letters.slice(0, LONGEST_REASON - 1).join('')}…`;
}
