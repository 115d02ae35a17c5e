import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { IDENTITY_LEVELS, type IdentityLevel, loadConfig, Problem } from '@fanfare/kernel';
import { createDataSource, migrate } from '@fanfare/database';
import { ImportService, Summary } from '@fanfare/portability';
import { Presets, SingleBar } from 'cli-progress';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { adviceFor } from '../boot/obstacles.js';
import { RoomsModule } from '../rooms.module.js';
import { printSummary } from './import-summary.js';

const USAGE = 'Use: npm run import -- DIR --community SLUG [--create] [--identity CONFIRMED] [--source NAME]';

interface Arguments {
  readonly folder: string;
  readonly community: string;
  readonly create: boolean;
  readonly identity: IdentityLevel;
  readonly source: string;
}

function readArguments(): Arguments {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { community: { type: 'string' }, create: { type: 'boolean' }, identity: { type: 'string' }, source: { type: 'string' } },
  });
  const folder = resolve(positionals[0] ?? '');
  const identity = (values.identity ?? 'ANONYMOUS') as IdentityLevel;
  if (positionals.length !== 1 || !values.community) throw new Error(USAGE);
  if (!IDENTITY_LEVELS.includes(identity)) throw new Error(`--identity is one of ${IDENTITY_LEVELS.join(', ')}.`);
  if (!existsSync(join(folder, 'items.csv'))) throw new Error(`There is no items.csv in ${folder}.`);
  return { folder, community: values.community, create: values.create ?? false, identity, source: values.source ?? basename(folder) };
}

/** The language the data say they are in: the first of META.json's. */
function localeOf(folder: string): string {
  const path = join(folder, 'META.json');
  if (!existsSync(path)) return 'en';
  const { lang } = JSON.parse(readFileSync(path, 'utf8')) as { lang?: string };
  return /^[a-z]{2,3}/.exec(lang ?? '')?.[0] ?? 'en';
}

async function run(): Promise<void> {
  const { folder, community, create, identity, source } = readArguments();
  const config = loadConfig(process.env);
  await migrated(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(config, 'fanfare import'), { logger: ['error', 'warn'], abortOnError: false });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const summary = new Summary(join(config.dataDir, 'imports', `${community}-${stamp}.ndjson`));
  const bar = new SingleBar({ format: '{bar} {percentage}% {eta_formatted}', noTTYOutput: false, clearOnComplete: true }, Presets.shades_classic);
  const began = performance.now();
  try {
    bar.start(1, 0);
    const locale = localeOf(folder);
    const onProgress = (done: number, total: number) => void (bar.setTotal(total), bar.update(done));
    await app.get(ImportService).import({ folder, community, identity, source, onProgress, ...(create ? { create: { locale } } : {}) }, summary);
    bar.stop();
    await summary.close();
    printSummary(summary, (performance.now() - began) / 1000);
  } finally {
    bar.stop();
    await app.close();
  }
}

async function migrated(url: string): Promise<void> {
  const source = await createDataSource({ url, poolSize: 2, name: 'fanfare migrations', statementTimeoutMs: 0 }).initialize();
  await migrate(source).finally(() => source.destroy());
}

function sentence(error: unknown): string {
  if (error instanceof Problem && error.code === 'NOT_FOUND') return 'There is no such community: name another, or add --create.';
  if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.params)}`;
  if ((error as { code?: string }).code) return adviceFor(error, { port: 0, databaseUrl: process.env['DATABASE_URL'] ?? '' });
  return error instanceof Error ? error.message : String(error);
}

run().catch((error: unknown) => {
  console.error(sentence(error));
  process.exitCode = 1;
});
