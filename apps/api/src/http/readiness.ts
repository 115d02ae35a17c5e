import { Injectable } from '@nestjs/common';
import { Database, isMigrated } from '@fanfare/database';

/** Whether to send people here. */
@Injectable()
export class Readiness {
  private leaving = false;

  constructor(private readonly database: Database) {}

  /** From now on others take over; what is open here finishes. */
  leave(): void {
    this.leaving = true;
  }

  /** Null when ready, else the reason. */
  async obstacle(): Promise<string | null> {
    if (this.leaving) return 'leaving';
    try {
      return (await isMigrated(this.database.source)) ? null : 'migrations';
    } catch {
      return 'database';
    }
  }
}
