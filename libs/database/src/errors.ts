/** What pg reports, wherever TypeORM put it. */
interface PostgresError {
  readonly code?: string;
  readonly constraint?: string;
}

function postgresError(error: unknown): PostgresError {
  const wrapped = error as { driverError?: PostgresError } | null;
  return wrapped?.driverError ?? (error as PostgresError | null) ?? {};
}

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const CHECK_VIOLATION = '23514';
const RETRYABLE = new Set(['40001', '40P01']);
const CONNECTION_LOST = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

/** Serialization failure or deadlock: nothing was written, doing it again may succeed. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(postgresError(error).code ?? '');
}

/** Whether a race ended at this unique constraint (or at any, without a name). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return violates(error, UNIQUE_VIOLATION, constraint);
}

export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return violates(error, FOREIGN_KEY_VIOLATION, constraint);
}

/** The server would not take these values: a datum out of range or shape (class 22), or a broken constraint (class 23). */
export function isRefusal(error: unknown): boolean {
  return /^2[23]/.test(postgresError(error).code ?? '');
}

export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return violates(error, CHECK_VIOLATION, constraint);
}

/** The server or the way to it went away. TypeORM calls a transaction "already released" whose connection broke between two statements. */
export function isConnectionLost(error: unknown): boolean {
  const { code } = postgresError(error);
  const { message = '' } = (error ?? {}) as { message?: string };
  return CONNECTION_LOST.has(code ?? '') || /connection terminated|connection ended|timeout exceeded when trying to connect|already released/i.test(message);
}

/** Too many connections, out of memory or disk, a statement or lock that took too long, a race lost too often, no way to the host. */
const UNAVAILABLE = new Set(['53100', '53200', '53300', '57014', '55P03', '25P03', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether the database cannot serve now while the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  return isConnectionLost(error) || isRetryable(error) || UNAVAILABLE.has(postgresError(error).code ?? '');
}

function violates(error: unknown, code: string, constraint?: string): boolean {
  const found = postgresError(error);
  return found.code === code && (constraint === undefined || found.constraint === constraint);
}
