import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { Clock, DAY, HOUR } from '@fanfare/kernel';
import { AttemptsService } from './attempts.service.js';
import { CodesService } from './codes.service.js';
import { ChallengesService } from './second-factor/challenges.service.js';
import { SessionService } from './session.service.js';

/** Removes what has run out: sessions, codes, challenges, counters, requests for a reset, set-up tokens. */
@Injectable()
export class AccessHousekeeping {
  constructor(
    schedules: Schedules,
    private readonly sessions: SessionService,
    private readonly codes: CodesService,
    private readonly attempts: AttemptsService,
    private readonly challenges: ChallengesService,
    private readonly clock: Clock,
  ) {
    schedules.every(HOUR, 'access.housekeeping', (tx) => this.prune(tx));
  }

  async prune(tx: Tx): Promise<void> {
    const now = this.clock.now();
    await this.sessions.prune(tx);
    await this.codes.prune(tx);
    await this.attempts.prune(tx);
    await this.challenges.prune(tx);
    await tx.query('DELETE FROM password_reset_requests WHERE requested_at < $1', [new Date(now.getTime() - DAY)]);
    await tx.query('DELETE FROM setup_tokens WHERE expires_at <= $1', [now]);
  }
}
