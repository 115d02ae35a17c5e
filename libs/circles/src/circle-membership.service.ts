import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanText, Clock, DAY, enforce, isId, newId, Problem, SECOND } from '@fanfare/kernel';
import { CircleJoined, CircleLeft, CircleMemberRemoved, CircleRequestDecided, CircleRequested } from './circle.events.js';
import { canJoinCircle, canKeep } from './circle.policy.js';
import { type CircleRequestRow, type CircleRow, REQUEST_COLUMNS } from './circle.row.js';
import { type AtCircle, CirclesAccess } from './circles.access.js';
import { by, enterCircle } from './circles.service.js';
import { ElectionClosing } from './election-closing.js';
import { ElectionsQueries } from './elections.queries.js';

const LONGEST_MESSAGE = 500;
const LONGEST_REASON = 500;
/** After a no, somebody may ask again. */
const ASK_AGAIN_MS = 7 * DAY;

const ASK = `
  INSERT INTO circle_requests (id, circle_id, member_id, community_id, message, requested_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (circle_id, member_id) WHERE decided_at IS NULL DO UPDATE SET message = excluded.message RETURNING id`;

const DECIDE = 'UPDATE circle_requests SET decided_at = $2, accepted = $3, decided_by = $4 WHERE id = $1';
const UNASK = 'DELETE FROM circle_requests WHERE circle_id = $1 AND member_id = $2 AND decided_at IS NULL';
const SETTLE = `
  UPDATE circle_requests SET decided_at = $3, accepted = true, decided_by = $2 WHERE circle_id = $1 AND member_id = $2 AND decided_at IS NULL`;
const LAST_NO = `
  SELECT max(decided_at) AS at FROM circle_requests WHERE circle_id = $1 AND member_id = $2 AND NOT accepted`;
const LEAVE = 'DELETE FROM circle_members WHERE circle_id = $1 AND member_id = $2 RETURNING member_id';
const KEEP_REASON = `
  INSERT INTO circle_removals (circle_id, member_id, community_id, reason, removed_by, removed_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (circle_id, member_id) DO UPDATE SET reason = excluded.reason, removed_by = excluded.removed_by, removed_at = excluded.removed_at`;
const FORGIVE = 'DELETE FROM circle_removals WHERE circle_id = $1 AND member_id = $2';

/** Coming in, going, being let in and being sent away. */
@Injectable()
export class CircleMembershipService {
  constructor(
    private readonly transactor: Transactor,
    private readonly circles: CirclesAccess,
    private readonly elections: ElectionsQueries,
    private readonly closing: ElectionClosing,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Comes in, or asks to: a circle by request has somebody decide, and so has an open one about who was sent away from it.
   * Asking twice changes the message.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER`, `CIRCLE_EMPTY`, `TOO_LONG`, `TOO_MANY_ATTEMPTS` (a week after a no, too)
   */
  async join(actor: Actor, id: string, message?: string | null): Promise<void> {
    const words = cleanText('message', message ?? '', { min: 0, max: LONGEST_MESSAGE });
    await this.activity.take(actor, 'joinCircle');
    const fresh = newId();
    await this.transactor.run(async (tx) => {
      const at = await this.circles.lockAs(tx, actor, id);
      if (at.inside) return;
      enforce(canJoinCircle(actor, at.member, at.circle));
      const isFree = at.circle.memberCount === 0 || (at.circle.joining === 'OPEN' && !(await this.wasSentAway(tx, at)));
      await (isFree ? this.enter(tx, actor, at) : this.ask(tx, actor, at, fresh, words));
    });
  }

  /** Goes, or takes a request back. What they said stays. @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_A_MEMBER` */
  async leave(actor: Actor, id: string): Promise<void> {
    await this.activity.take(actor, 'joinCircle');
    await this.transactor.run(async (tx) => {
      const { circle, member } = await this.circles.lockAs(tx, actor, id, 'ANYWAY');
      await this.closing.closeIfDue(tx, circle.id);
      await tx.query(UNASK, [circle.id, member.id]);
      const gone = await rowsOf(tx, LEAVE, [circle.id, member.id]);
      if (gone.length > 0) await this.events.append(tx, CircleLeft, { ...by(actor, circle), payload: { memberId: member.id } });
    });
  }

  /**
   * Who looks after the circle lets somebody in, or not.
   *
   * @returns the circle's id
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (also when it is decided already), `NOT_ALLOWED`
   */
  async decide(actor: Actor, requestId: string, accept: boolean): Promise<string> {
    await this.activity.take(actor, 'runCircle');
    return this.transactor.run(async (tx) => {
      const asked = await this.request(tx, requestId);
      const { circle, member } = await this.circles.lockAs(tx, actor, asked.circleId);
      enforce(canKeep(actor, member, circle));
      const { memberId } = await this.request(tx, requestId); // behind the lock: decided once
      const now = this.clock.now();
      await tx.query(DECIDE, [requestId, now, accept, member.id]);
      if (accept) await this.let(tx, actor, circle, memberId, now);
      await this.events.append(tx, CircleRequestDecided, { ...by(actor, circle), payload: { requestId, memberId, accepted: accept } });
      return circle.id;
    });
  }

  /**
   * Who looks after the circle sends somebody away and tells them why; what they said stays. Not while an election runs.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED` (also oneself: leave instead), `ELECTION_RUNNING`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async remove(actor: Actor, id: string, memberId: string, reason: string): Promise<void> {
    const why = cleanText('reason', reason, { max: LONGEST_REASON });
    await this.activity.take(actor, 'runCircle');
    await this.transactor.run(async (tx) => {
      const { circle, member } = await this.circles.lockAs(tx, actor, id);
      enforce(canKeep(actor, member, circle));
      if (member.id === memberId.toLowerCase()) throw new Problem('NOT_ALLOWED');
      await this.closing.closeIfDue(tx, circle.id);
      if ((await this.elections.running([circle.id], tx)).has(circle.id)) throw new Problem('ELECTION_RUNNING');
      const gone = await rowsOf(tx, LEAVE, [circle.id, memberId]);
      if (gone.length === 0) throw new Problem('NOT_FOUND', { what: 'member' });
      await tx.query(KEEP_REASON, [circle.id, memberId, circle.communityId, why, member.id, this.clock.now()]);
      await this.events.append(tx, CircleMemberRemoved, { ...by(actor, circle), payload: { memberId: memberId.toLowerCase() } });
    });
  }

  private async enter(tx: Tx, actor: Actor, { circle, member }: AtCircle): Promise<void> {
    const now = this.clock.now();
    await tx.query(SETTLE, [circle.id, member.id, now]); // of a time when it was by request
    await this.let(tx, actor, circle, member.id, now);
  }

  private async let(tx: Tx, actor: Actor, circle: CircleRow, memberId: string, now: Date): Promise<void> {
    await tx.query(FORGIVE, [circle.id, memberId]);
    if (await enterCircle(tx, circle, memberId, now)) await this.events.append(tx, CircleJoined, { ...by(actor, circle), payload: { memberId } });
  }

  private async ask(tx: Tx, actor: Actor, { circle, member }: AtCircle, fresh: string, message: string): Promise<void> {
    const now = this.clock.now();
    const [no] = await rowsOf<{ at: Date | null }>(tx, LAST_NO, [circle.id, member.id]);
    const wait = no?.at ? no.at.getTime() + ASK_AGAIN_MS - now.getTime() : 0;
    if (wait > 0) throw new Problem('TOO_MANY_ATTEMPTS', { retryAfterSeconds: Math.ceil(wait / SECOND) });
    const [asked] = await rowsOf<{ id: string }>(tx, ASK, [fresh, circle.id, member.id, circle.communityId, message, now]);
    if (asked!.id !== fresh) return; // they had asked already
    await this.events.append(tx, CircleRequested, { ...by(actor, circle), payload: { requestId: fresh, memberId: member.id } });
  }

  private async wasSentAway(tx: Tx, { circle, member }: AtCircle): Promise<boolean> {
    return (await rowsOf(tx, 'SELECT FROM circle_removals WHERE circle_id = $1 AND member_id = $2', [circle.id, member.id])).length > 0;
  }

  private async request(tx: Tx, id: string): Promise<CircleRequestRow> {
    const sql = `SELECT ${REQUEST_COLUMNS} FROM circle_requests r WHERE r.id = $1 AND r.decided_at IS NULL`;
    const [row] = isId(id) ? await rowsOf<CircleRequestRow>(tx, sql, [id]) : [];
    if (!row) throw new Problem('NOT_FOUND', { what: 'request' });
    return row;
  }
}
