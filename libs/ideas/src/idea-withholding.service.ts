import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, Clock, isId, Problem, VISITOR, type Withholding, withholdsAsMuch } from '@fanfare/kernel';
import { IdeaMoves } from './idea-moves.service.js';
import { IdeaReleased, IdeaWithheld } from './idea.events.js';
import { withholdingOf } from './idea.policy.js';
import { IDEA_COLUMNS, IDEA_TABLES, type IdeaRow } from './idea.row.js';

/** The clock stands still from the first moment on, whatever kind of withholding follows another. */
const WITHHOLD = 'UPDATE ideas SET withheld = $2, withheld_at = coalesce(withheld_at, $3) WHERE id = $1';

/** The time it was not shown is given back. */
const RELEASE = 'UPDATE ideas SET deadline = deadline + ($2::timestamptz - withheld_at), withheld = NULL, withheld_at = NULL WHERE id = $1';

/** Keeps ideas from being shown, and shows them again. It never decides: moderation does. */
@Injectable()
export class IdeaWithholding {
  constructor(
    private readonly moves: IdeaMoves,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps an idea from being shown; what is withheld as much or more already stays as it is. A removed idea goes to the status
   * REMOVED, whence votes and ledger follow; a duplicate keeps its status, since its votes are its target's too, and is hidden.
   *
   * @param actor who does it; null for a machine
   * @throws Problem `NOT_FOUND`
   */
  async withhold(tx: Tx, actor: Actor | null, id: string, kind: Withholding): Promise<void> {
    const idea = await this.lock(tx, id);
    const wanted = kind === 'REMOVED' && idea.status === 'MERGED' ? 'HIDDEN' : kind;
    if (withholdsAsMuch(withholdingOf(idea), wanted)) return;
    if (wanted === 'REMOVED') await this.remove(tx, actor, idea);
    else await tx.query(WITHHOLD, [idea.id, wanted, this.clock.now()]);
    await this.tell(tx, IdeaWithheld, actor, idea, wanted);
  }

  /**
   * Holds an idea that its author has just changed, in the transaction that holds its row. Votes under way meanwhile land: they
   * were cast when it was still shown.
   */
  async hold(tx: Tx, idea: IdeaRow): Promise<void> {
    if (withholdsAsMuch(withholdingOf(idea), 'HOLD')) return;
    await tx.query(WITHHOLD, [idea.id, 'HOLD', this.clock.now()]);
    await this.tell(tx, IdeaWithheld, null, idea, 'HOLD');
  }

  /**
   * Shows an idea again, with all it had: a removed one goes back to the status before, and the clock runs on with what was
   * left. One that was never shown begins: it is open, and its clock starts.
   *
   * @param only releases it from this withholding and from no other
   * @throws Problem `NOT_FOUND`
   */
  async release(tx: Tx, actor: Actor | null, id: string, only?: Withholding): Promise<void> {
    const idea = await this.lock(tx, id);
    const kind = withholdingOf(idea);
    if (kind === null || (only && only !== kind)) return;
    if (kind === 'REMOVED') await this.moves.restore(tx, actor ?? VISITOR, idea, { mover: 'MODERATOR', memberId: null });
    if (idea.withheld) await tx.query(RELEASE, [idea.id, this.clock.now()]);
    const now = await this.read(tx, idea.id);
    if (now.status === 'PENDING') await this.moves.move(tx, actor ?? VISITOR, now, { to: 'OPEN', mover: 'SYSTEM', memberId: null });
    await this.tell(tx, IdeaReleased, actor, idea, kind);
  }

  /** What it was withheld before counts as time given back before its clock is stopped. */
  private async remove(tx: Tx, actor: Actor | null, idea: IdeaRow): Promise<void> {
    if (idea.withheld) await tx.query(RELEASE, [idea.id, this.clock.now()]);
    await this.moves.move(tx, actor ?? VISITOR, idea, { to: 'REMOVED', mover: 'MODERATOR', memberId: null });
  }

  /** As `IdeasAccess.lockForMove`, whoever may know of it. */
  private async lock(tx: Tx, id: string): Promise<IdeaRow> {
    if (!isId(id)) throw notFound();
    await tx.query('SELECT close_gates(ARRAY[$1::uuid])', [id]);
    await rowsOf(tx, 'SELECT id FROM ideas WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.read(tx, id);
  }

  private async read(tx: Tx, id: string): Promise<IdeaRow> {
    const [idea] = await rowsOf<IdeaRow>(tx, `SELECT ${IDEA_COLUMNS} FROM ${IDEA_TABLES} WHERE i.id = $1 AND i.status <> 'DRAFT'`, [id]);
    if (!idea) throw notFound();
    return idea;
  }

  private async tell(tx: Tx, type: EventType<{ kind: Withholding }>, actor: Actor | null, { id, communityId }: IdeaRow, kind: Withholding): Promise<void> {
    await this.events.append(tx, type, { communityId, actorId: actor?.accountId ?? null, subjectId: id, payload: { kind } });
  }
}

function notFound(): Problem {
  return new Problem('NOT_FOUND', { what: 'idea' });
}
