import { Injectable } from '@nestjs/common';
import { Database, isMigrated } from '@fanfare/database';
import type { FastifyInstance } from 'fastify';
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** A database that takes longer to say that it is there serves nobody. */
const PATIENCE_MS = 2_000;

/** Whether to send people here. */
@Injectable()
export class Readiness {
  private leaving = false;
  private open = 0;

  constructor(private readonly database: Database) {}

  /** Counts open requests, and tells clients to connect elsewhere once we are leaving. */
  watch(server: FastifyInstance): void {
    server.addHook('onRequest', async (_request, reply) => {
      this.open += 1;
      reply.raw.once('close', () => (this.open -= 1)); // also when the client goes away before the end
    });
    server.addHook('onSend', async (_request, reply) => void (this.leaving && reply.header('connection', 'close')));
  }

  /**
   * From now on others take over. Settles when nothing is open here any more, so that until then we still answer, also to
   * who asks whether we are ready.
   *
   * @param least how long others have to notice, in milliseconds
   * @param most when to stop waiting
   */
  async leave(least: number, most: number): Promise<void> {
    this.leaving = true;
    const left = performance.now();
    await delay(least);
    while (this.open > 0 && performance.now() - left < most) await delay(LOOK_EVERY_MS);
  }

  /** Null when ready, else the reason. */
  async obstacle(): Promise<string | null> {
    if (this.leaving) return 'leaving';
    const late = delay(PATIENCE_MS, 'database', { ref: false });
    return Promise.race([this.databaseObstacle(), late]);
  }

  private async databaseObstacle(): Promise<string | null> {
    try {
      return (await isMigrated(this.database.source)) ? null : 'migrations';
    } catch {
      return 'database';
    }
  }
}
