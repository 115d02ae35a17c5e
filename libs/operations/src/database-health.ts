import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import type { DatabaseHealthModel, ProgramProcessModel } from './deployment-health.model.js';

const FACTS = `
  SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS bytes,
    (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
    current_setting('max_connections')::int AS "mostConnections"`;

const PROCESSES = `
  SELECT application_name AS name, count(*)::int AS connections FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'fanfare%' GROUP BY 1 ORDER BY 1`;

/** What PostgreSQL says of itself. */
@Injectable()
export class DatabaseHealth {
  constructor(private readonly database: Database) {}

  async report(): Promise<DatabaseHealthModel> {
    const [facts] = await this.database.query<Omit<DatabaseHealthModel, 'migrations'>>(FACTS);
    return { ...facts!, migrations: await this.migrations() };
  }

  /** Our programs that are connected, whatever machine they run on. */
  processes(): Promise<ProgramProcessModel[]> {
    return this.database.query<ProgramProcessModel>(PROCESSES);
  }

  private async migrations(): Promise<DatabaseHealthModel['migrations']> {
    const rows = await this.database.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    const applied = new Set(rows.map((row) => row.name));
    const known = this.database.source.migrations.map((migration) => migration.name ?? migration.constructor.name);
    return known.map((name) => ({ name, applied: applied.has(name) }));
  }
}
