import { Injectable } from '@nestjs/common';
import { Transactor } from '@fanfare/database';
import { type Actor, Clock, Problem } from '@fanfare/kernel';
import { DecisionLog } from './decision.log.js';
import { DecisionsStore } from './decisions.store.js';
import { Enactment } from './enactment.service.js';
import { lockMatter } from './matter.js';

/** Warnings wait until whoever is warned has read them. */
@Injectable()
export class WarningsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly store: DecisionsStore,
    private readonly enactment: Enactment,
    private readonly log: DecisionLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Says that one has read a warning: one may write again. Twice is once.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND` (also for anybody else's, and what is no warning)
   */
  async acknowledge(actor: Actor, id: string): Promise<string> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    return this.transactor.run(async (tx) => {
      const { itemId, action, affectedAccountId } = await this.store.find(tx, id);
      if (action !== 'WARN' || affectedAccountId !== actor.accountId) throw new Problem('NOT_FOUND', { what: 'decision' });
      await lockMatter(tx, itemId);
      const warning = await this.store.lock(tx, id);
      if (warning.state !== 'IN_FORCE') return warning.id;
      const now = this.clock.now();
      await this.store.acknowledge(tx, warning.id, now);
      await this.enactment.end(tx, actor, warning, now);
      await this.log.ended(tx, [warning], 'ACKNOWLEDGEMENT', () => now);
      return warning.id;
    });
  }
}
