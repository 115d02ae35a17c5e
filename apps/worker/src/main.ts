import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Database, isMigrated } from '@fanfare/database';
import { Dispatcher, Schedules } from '@fanfare/events';
import { loadConfig } from '@fanfare/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { RoomsModule } from '../../api/src/rooms.module.js';

/** Delivers events and runs schedules, for deployments whose api runs with WORKER=0. */
const LAST_MOMENT_MS = 9_500;
const LOOK_AGAIN_MS = 1_000;

const config = loadConfig(process.env);
const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(config, 'fanfare worker'), { logger: ['error', 'warn'], abortOnError: false });
const dispatcher = app.get(Dispatcher);
const schedules = app.get(Schedules);
let ending = false;

for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void end());

if (!(await migrated())) console.log('The database waits for its migrations: start the api, it runs them.');
while (!ending && !(await migrated())) await delay(LOOK_AGAIN_MS);
if (!ending) {
  dispatcher.start();
  schedules.start();
  console.log('The worker delivers events and runs schedules. Ctrl-C stops it.');
}

function migrated(): Promise<boolean> {
  return isMigrated(app.get(Database).source).catch(() => false);
}

/** What is under way may finish, for as long as the api would wait. */
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), LAST_MOMENT_MS).unref();
  await Promise.all([dispatcher.stop(), schedules.stop()]);
  await app.close();
  process.exit(0);
}
