import { ConfigError } from '@fanfare/kernel';

interface SystemError {
  readonly code?: string;
  readonly message?: string;
}

/** One line that says what to do, for what a person can mend. */
export function adviceFor(error: unknown, where: { port: number; databaseUrl: string }): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as SystemError;
  const database = databaseName(where.databaseUrl);
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${where.port} is taken by another program: stop it, or choose another with PORT=3001.`;
    case 'EACCES':
      return `Port ${where.port} is not ours to open: choose one above 1024 with PORT=3000.`;
    case 'ENOSPC':
    case '53100':
      return 'The disk is full: make some room, then start again.';
    case '28P01':
    case '28000':
      return `The database ${database} refuses the user or password of DATABASE_URL: check them.`;
    case '3D000':
      return `The database ${database} does not exist: create it, or correct DATABASE_URL.`;
    case '42501':
      return `The user of DATABASE_URL may not create tables or extensions in ${database}: grant it CREATE on the database.`;
  }
  if (isUnreachable(code, message)) return `The database at ${database} does not answer: start it, or correct DATABASE_URL.`;
  return `Fanfare could not start: ${message ?? String(error)}`;
}

function isUnreachable(code = '', message = ''): boolean {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EAI_AGAIN', 'ENOENT'];
  return codes.includes(code) || /timeout|terminated/i.test(message);
}

/** Host and name without the password. */
function databaseName(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return '(unreadable DATABASE_URL)';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
