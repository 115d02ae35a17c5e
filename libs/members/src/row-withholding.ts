import { rowsOf, type Tx } from '@fanfare/database';
import type { EventLog, EventType } from '@fanfare/events';
import { type Actor, type Clock, isId, Problem, type Withholding, withholdsAsMuch } from '@fanfare/kernel';

/** A table of texts, and what is told of their withholding. */
export interface WithheldRows {
  readonly table: string;
  /** As `NOT_FOUND` says it. */
  readonly what: string;
  /** SQL: whether there is nothing left to show, since its author took it back. */
  readonly gone: string;
  /** SQL: facts of the row that its events tell too, as jsonb. */
  readonly about?: string;
  readonly withheld: EventType<{ kind: Withholding }>;
  readonly released: EventType<{ kind: Withholding }>;
  /** SQL given the id: a row that is held before, where counts there change with this. */
  readonly holdBefore?: string;
}

interface Held {
  readonly communityId: string;
  readonly about: object;
  readonly withheld: Withholding | null;
  readonly gone: boolean;
}

/** Keeps texts of one kind from being shown, and shows them again. It never decides: moderation does. */
export abstract class RowWithholding {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly rows: WithheldRows,
  ) {}

  /**
   * Keeps a text from being shown; what is withheld as much or more already stays as it is, and so does what its author erased.
   *
   * @param actor who does it; null for a machine
   * @throws Problem `NOT_FOUND`
   */
  async withhold(tx: Tx, actor: Actor | null, id: string, kind: Withholding): Promise<void> {
    const held = await this.hold(tx, id);
    if (held.gone || withholdsAsMuch(held.withheld, kind)) return;
    const sql = `UPDATE ${this.rows.table} SET withheld = $2, withheld_at = coalesce(withheld_at, $3) WHERE id = $1`;
    await tx.query(sql, [id, kind, this.clock.now()]);
    await this.tell(tx, this.rows.withheld, actor, id, { ...held, kind });
  }

  /** Shows it again. @param only releases it from this withholding and from no other @throws Problem `NOT_FOUND` */
  async release(tx: Tx, actor: Actor | null, id: string, only?: Withholding): Promise<void> {
    const held = await this.hold(tx, id);
    const kind = held.withheld;
    if (kind === null || (only && only !== kind)) return;
    await tx.query(`UPDATE ${this.rows.table} SET withheld = NULL, withheld_at = NULL WHERE id = $1`, [id]);
    await this.tell(tx, this.rows.released, actor, id, { ...held, kind });
  }

  private async hold(tx: Tx, id: string): Promise<Held> {
    const { table, gone, what, holdBefore, about = `'{}'::jsonb` } = this.rows;
    if (isId(id) && holdBefore) await tx.query(holdBefore, [id]);
    const sql = `SELECT community_id AS "communityId", withheld, ${gone} AS gone, ${about} AS about FROM ${table} WHERE id = $1 FOR NO KEY UPDATE`;
    const [held] = isId(id) ? await rowsOf<Held>(tx, sql, [id]) : [];
    if (!held) throw new Problem('NOT_FOUND', { what });
    return held;
  }

  private async tell(
    tx: Tx,
    type: EventType<{ kind: Withholding }>,
    actor: Actor | null,
    id: string,
    { communityId, about, kind }: Pick<Held, 'communityId' | 'about'> & { kind: Withholding },
  ): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor?.accountId ?? null, subjectId: id.toLowerCase(), payload: { ...about, kind } });
  }
}
