import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, isId, type MemberUse, Problem } from '@fanfare/kernel';
import { type MemberRow, MembersService } from '@fanfare/members';
import { CircleMembersQueries } from './circle-members.queries.js';
import type { CircleMembershipRow, CircleRow } from './circle.row.js';
import { CirclesQueries } from './circles.queries.js';

/** Somebody of a community before one of its circles. */
export interface AtCircle {
  readonly circle: CircleRow;
  readonly member: MemberRow;
  /** Null for who is not in it. */
  readonly inside: CircleMembershipRow | null;
}

/** Circles inside a transaction, for whoever is about to write something about them. */
@Injectable()
export class CirclesAccess {
  constructor(
    private readonly queries: CirclesQueries,
    private readonly people: CircleMembersQueries,
    private readonly members: MembersService,
  ) {}

  /**
   * The circle, held until the transaction ends: who joins, leaves, decides and elects takes turns. The first lock of any
   * transaction that takes one.
   *
   * @throws Problem `NOT_FOUND`
   */
  async lock(tx: Tx, id: string): Promise<CircleRow> {
    if (isId(id)) await rowsOf(tx, 'SELECT id FROM circles WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.require(tx, id); // a statement of its own: it sees what the lock waited for
  }

  /** @throws Problem `NOT_FOUND` */
  async require(tx: Tx, id: string): Promise<CircleRow> {
    const circle = isId(id) ? (await this.queries.byIds([id], tx)).get(id.toLowerCase()) : undefined;
    if (!circle) throw new Problem('NOT_FOUND', { what: 'circle' });
    return circle;
  }

  /** The actor before a circle, which is held. @throws Problem `NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_A_MEMBER`, `RESTRICTED` */
  async lockAs(tx: Tx, actor: Actor, id: string, use?: MemberUse | 'ANYWAY'): Promise<AtCircle> {
    return this.at(tx, actor, await this.lock(tx, id), use);
  }

  /**
   * The actor inside a circle. Until the transaction ends they stay in it, and it stays what it is; others who only speak or
   * vote share that.
   *
   * @throws Problem `NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_A_MEMBER`, `RESTRICTED`, `NOT_IN_CIRCLE`
   */
  async requireInside(tx: Tx, actor: Actor, id: string, use: MemberUse): Promise<AtCircle & { readonly inside: CircleMembershipRow }> {
    if (isId(id)) await rowsOf(tx, 'SELECT id FROM circles WHERE id = $1 FOR SHARE', [id]);
    const { circle, member, inside } = await this.at(tx, actor, await this.require(tx, id), use);
    if (inside === null) throw new Problem('NOT_IN_CIRCLE');
    return { circle, member, inside };
  }

  private async at(tx: Tx, actor: Actor, circle: CircleRow, use?: MemberUse | 'ANYWAY'): Promise<AtCircle> {
    const member = await this.members.requireMember(tx, actor, circle.communityId, use);
    return { circle, member, inside: await this.people.membership(tx, circle.id, member.id) };
  }
}
