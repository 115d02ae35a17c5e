import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { MORE, Schedules, type Work } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { DecisionLog } from './decision.log.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsStore } from './decisions.store.js';
import { Enactment } from './enactment.service.js';
import { lockMatter } from './matter.js';

const EVERY_MS = 5_000;
const BATCH = 50;

const DUE = `SELECT id, item_id AS "itemId" FROM decisions WHERE state = 'IN_FORCE' AND ends_at <= $1 ORDER BY ends_at, id LIMIT ${BATCH}`;

/** Ends what was decided for a time, as of the moment it was to end, however late somebody looks. */
@Injectable()
export class DecisionEnds {
  constructor(
    schedules: Schedules,
    private readonly store: DecisionsStore,
    private readonly enactment: Enactment,
    private readonly log: DecisionLog,
    private readonly clock: Clock,
  ) {
    schedules.every(EVERY_MS, 'moderation.decisionEnds', (tx) => this.endDue(tx));
  }

  /** One batch of what is due. */
  async endDue(tx: Tx): Promise<Awaited<ReturnType<Work>>> {
    const due = await rowsOf<{ id: string; itemId: string }>(tx, DUE, [this.clock.now()]);
    const ended: DecisionRow[] = [];
    for (const { id, itemId } of due) ended.push(...(await this.endOne(tx, id, itemId)));
    await this.log.ended(tx, ended, 'TIME', (at) => ended[at]!.endsAt!); // last: whoever holds another item may wait for the log
    return due.length === BATCH ? MORE : undefined;
  }

  /** Unless it fell or was replaced while the item was waited for. @returns it, if it ended */
  private async endOne(tx: Tx, id: string, itemId: string): Promise<DecisionRow[]> {
    await lockMatter(tx, itemId);
    const decision = await this.store.lock(tx, id);
    if (decision.state !== 'IN_FORCE') return [];
    await this.enactment.end(tx, null, decision, decision.endsAt!);
    return [decision];
  }
}
