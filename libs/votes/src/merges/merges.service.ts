import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IdeaMoves, IdeasAccess, type IdeaRow, type Mover } from '@fanfare/ideas';
import { type Actor, cleanText, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { IdeaMerged, IdeaUnmerged } from './merge.events.js';
import { canMerge, canUnmerge } from './merge.policy.js';
import { FamiliesService } from './families.service.js';

export interface MergeRequest {
  readonly duplicate: string;
  readonly target: string;
  /** Said in public. */
  readonly note?: string | null;
}

const NOTE = { max: 500 } as const;

const OVERRULED = 'SELECT 1 FROM merges WHERE duplicate_id = $1 AND target_id = $2 AND upheld LIMIT 1';

const REMEMBER = `
  INSERT INTO merges (id, community_id, duplicate_id, target_id, note, merged_at, merged_by, pointed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $6)`;

/** Duplicates that nobody remembers merging (written by hand) were merged with what they point at. */
const ADOPT = `
  INSERT INTO merges (id, community_id, duplicate_id, target_id, merged_at, pointed_at)
  SELECT gen_random_uuid(), community_id, id, merged_into_id, $2, $2 FROM ideas WHERE merged_into_id = ANY ($1::uuid[])
  ON CONFLICT DO NOTHING`;

/** Points an idea's duplicates, and theirs, at a root. */
const POINT = `
  WITH RECURSIVE below AS (
    SELECT duplicate_id FROM merges WHERE target_id = $1 AND undone_at IS NULL
    UNION SELECT g.duplicate_id FROM merges g JOIN below b ON g.target_id = b.duplicate_id WHERE g.undone_at IS NULL
  ), pointed AS (UPDATE ideas SET merged_into_id = $2 WHERE id IN (SELECT duplicate_id FROM below) RETURNING id)
  UPDATE merges SET pointed_at = $3 WHERE undone_at IS NULL AND duplicate_id IN (SELECT id FROM pointed)`;

const UNDO = `
  UPDATE merges SET undone_at = $2, undone_by = $3, undone_reason = $4 WHERE duplicate_id = $1 AND undone_at IS NULL RETURNING id`;

/**
 * Merging duplicates and restoring them. Votes stay where they were cast; what changes is whom the root counts. Each merge
 * is remembered with the target staff named, so that the duplicates of an idea come and go with it, whatever was merged
 * or restored in between.
 *
 * Locks: the gates of both, the ideas of both families, members under suspicion there, all parts of the tallies, unions,
 * ranks; each in the order of ids. Nobody takes any two of these in another order.
 */
@Injectable()
export class MergesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ideas: IdeasAccess,
    private readonly members: MembersService,
    private readonly moves: IdeaMoves,
    private readonly families: FamiliesService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Declares an idea a duplicate; its own duplicates are pointed at the target too.
   *
   * @returns both, as they are then
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_A_MEMBER`, `MERGE_WITH_ITSELF`, `MERGE_ACROSS_COMMUNITIES`,
   * `ALREADY_MERGED`, `MERGE_TARGET_MERGED` (with the `root` to merge with), `MERGE_TARGET_CLOSED`, `MERGE_OVERRULED`, `MOVE_REFUSED`, `TOO_LONG`,
   * `TOO_MANY_ATTEMPTS`
   */
  async merge(actor: Actor, request: MergeRequest): Promise<{ idea: IdeaRow; target: IdeaRow }> {
    const note = textOrNull('note', request.note);
    const mergeId = newId();
    const [duplicateId, targetId] = [request.duplicate.toLowerCase(), request.target.toLowerCase()];
    await this.activity.take(actor, 'mergeIdea');
    return this.transactor.run(async (tx) => {
      // Before any lock is taken, and again behind the gates: who may not merge holds up nobody who votes.
      await this.check(tx, actor, await this.ideas.requireVisible(tx, actor, duplicateId), await this.ideas.requireVisible(tx, actor, targetId));
      const found = await this.ideas.lockForMerge(tx, actor, [duplicateId, targetId]);
      const [idea, target] = [found.get(duplicateId)!, found.get(targetId)!];
      await this.check(tx, actor, idea, target);
      const member = await this.members.requireMember(tx, actor, idea.communityId);
      await this.write(tx, actor, member, { idea, target, note, mergeId });
      return { idea: await this.ideas.requireVisible(tx, actor, idea.id), target: await this.ideas.requireVisible(tx, actor, target.id) };
    });
  }

  /**
   * Restores a duplicate to what it was, with the duplicates it had.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `NOT_A_MEMBER`, `NOT_MERGED`, `MOVE_REFUSED`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async unmerge(actor: Actor, ideaId: string, reason?: string | null): Promise<IdeaRow> {
    const said = textOrNull('reason', reason);
    await this.activity.take(actor, 'mergeIdea');
    return this.transactor.run(async (tx) => {
      enforce(canUnmerge(actor, await this.ideas.requireVisible(tx, actor, ideaId)));
      const idea = (await this.ideas.lockForMerge(tx, actor, [ideaId])).get(ideaId.toLowerCase())!;
      enforce(canUnmerge(actor, idea));
      const member = await this.members.requireMember(tx, actor, idea.communityId);
      await this.undo(tx, actor, idea, { mover: 'STAFF', member, reason: said });
      return this.ideas.requireVisible(tx, actor, idea.id);
    });
  }

  /** Restores a duplicate that the caller holds by `IdeasAccess.lockForMerge` and has judged. */
  async undo(tx: Tx, actor: Actor, idea: IdeaRow, { mover, member, reason }: { mover: Mover; member: MemberRow; reason: string | null }) {
    const root = idea.mergedIntoId!;
    const now = this.clock.now();
    const held = await this.families.hold(tx, [idea.id, root]);
    await tx.query(ADOPT, [[root], now]);
    const moveId = await this.moves.restore(tx, actor, idea, { mover, memberId: member.id, reason });
    await tx.query(POINT, [idea.id, idea.id, now]);
    const [merge] = await rowsOf<{ id: string }>(tx, UNDO, [idea.id, now, member.id, reason]);
    await this.families.settle(tx, held);
    const payload = { targetId: root, mergeId: merge!.id, moveId };
    await this.events.append(tx, IdeaUnmerged, { communityId: idea.communityId, actorId: actor.accountId, subjectId: idea.id, payload });
  }

  private async check(tx: Tx, actor: Actor, idea: IdeaRow, target: IdeaRow): Promise<void> {
    const decision = canMerge(actor, idea, target);
    if (!decision.allowed && decision.reason === 'MERGE_TARGET_MERGED') throw new Problem(decision.reason, { root: target.mergedIntoId });
    if (!decision.allowed && decision.reason === 'MOVE_REFUSED') throw new Problem(decision.reason, { from: idea.status, to: 'MERGED' });
    enforce(decision);
    if ((await rowsOf(tx, OVERRULED, [idea.id, target.id])).length > 0) throw new Problem('MERGE_OVERRULED');
  }

  private async write(tx: Tx, actor: Actor, member: MemberRow, merge: { idea: IdeaRow; target: IdeaRow; note: string | null; mergeId: string }) {
    const { idea, target, note, mergeId } = merge;
    const now = this.clock.now();
    const held = await this.families.hold(tx, [idea.id, target.id]);
    await tx.query(ADOPT, [[idea.id, target.id], now]);
    await tx.query(POINT, [idea.id, target.id, now]);
    await tx.query(REMEMBER, [mergeId, idea.communityId, idea.id, target.id, note, now, member.id]);
    const move = { to: 'MERGED', mover: 'STAFF', memberId: member.id, reason: note, mergedIntoId: target.id } as const;
    const moveId = await this.moves.move(tx, actor, idea, move);
    await this.families.settle(tx, held);
    const payload = { targetId: target.id, mergeId, moveId };
    await this.events.append(tx, IdeaMerged, { communityId: idea.communityId, actorId: actor.accountId, subjectId: idea.id, payload });
  }
}

function textOrNull(field: string, text: string | null | undefined): string | null {
  return text?.trim() ? cleanText(field, text, NOTE) : null;
}
