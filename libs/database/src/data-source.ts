import pg from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrations } from './migrations/index.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections this process holds. */
  readonly poolSize?: number;
  /** Shows in pg_stat_activity. */
  readonly name?: string;
  /** Longest a statement may take; 0 for migrations, which take as long as they take. */
  readonly statementTimeoutMs?: number;
}

const STATEMENT_TIMEOUT_MS = 20_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * A connection that the server cuts says so as an event, and an event that nobody hears ends the process. There are moments
 * when neither the pool nor TypeORM listens, so every connection has a listener of its own; the next query tells.
 */
class ListeningClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Every entity class that has been imported is known; migrations are listed, never found. */
export function createDataSource(options: DatabaseOptions): DataSource {
  const { url, poolSize = 20, name = 'fanfare', statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    entities: getMetadataArgsStorage().tables.map((table) => table.target as new () => object),
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    useUTC: true,
    poolErrorHandler: () => undefined, // a broken idle connection is replaced by the pool; the next query tells
    extra: {
      Client: ListeningClient,
      max: poolSize,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: statementTimeoutMs,
      // said once per connection, so that BEGIN needs no words of its own
      options: '-c default_transaction_isolation=read\\ committed',
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      keepAlive: true,
    },
  } as ConstructorParameters<typeof DataSource>[0]);
}
