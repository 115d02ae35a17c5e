import { BackupProblem } from '@fanfare/portability';
import { parseArgs } from 'node:util';
import { adviceFor } from '../boot/obstacles.js';

/** The one argument of a command. @throws BackupProblem with how to use it */
export function fileArgument(usage: string): string {
  const { positionals } = parseArgs({ allowPositionals: true, strict: true, options: {} });
  if (positionals.length !== 1) throw new BackupProblem(`Use: ${usage}`);
  return positionals[0]!;
}

export function sentenceFor(error: unknown): string {
  if (error instanceof BackupProblem) return error.message;
  if ((error as { code?: string }).code) return adviceFor(error, { port: 0, databaseUrl: process.env['DATABASE_URL'] ?? '' });
  return error instanceof Error ? error.message : String(error);
}
