import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Dispatcher, Schedules } from '@fanfare/events';
import { loadConfig } from '@fanfare/kernel';
import { RoomsModule } from '../../api/src/rooms.module.js';

/** Delivers events and runs schedules, for deployments whose api runs with WORKER=0. */
const config = loadConfig(process.env);
const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(config, 'fanfare worker'), { logger: ['error', 'warn'], abortOnError: false });
const dispatcher = app.get(Dispatcher);
const schedules = app.get(Schedules);
dispatcher.start();
schedules.start();
console.log('The worker delivers events and runs schedules. Ctrl-C stops it.');

async function end(): Promise<void> {
  await Promise.all([dispatcher.stop(), schedules.stop()]);
  await app.close();
  process.exit(0);
}
process.once('SIGTERM', () => void end());
process.once('SIGINT', () => void end());
process.once('disconnect', () => void end());
