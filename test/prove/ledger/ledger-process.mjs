/**
 * The built rooms in a process of their own, of which nothing works but the ledger: four at once, in batches of any size.
 * An entry of its own, since the real worker reads in batches of one size and takes turns with everybody else.
 */
import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';

const dist = new URL('../../../dist/', import.meta.url);
/** @param {string} name */
const load = (name) => import(new URL(name, dist).href);
const { RoomsModule } = await load('apps/api/src/rooms.module.js');
const { loadConfig } = await load('libs/kernel/src/index.js');
const { LARGEST_READ } = await load('libs/events/src/index.js');
const { Transactor } = await load('libs/database/src/index.js');
const { LedgerService } = await load('libs/reputation/src/index.js');

const AT_ONCE = 4;
const LONGEST_REST_MS = 40;

process.once('disconnect', () => process.exit(0)); // whoever proves is gone
const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(loadConfig(process.env), 'ledger of a proof'), { logger: false, abortOnError: false });
const [transactor, ledger] = [app.get(Transactor, { strict: false }), app.get(LedgerService, { strict: false })];

async function read() {
  for (;;) {
    const most = 1 + Math.floor(Math.random() * LARGEST_READ);
    await transactor.run((tx) => ledger.step(tx, most)).catch((error) => process.send?.({ failed: error.message }));
    await delay(Math.random() * LONGEST_REST_MS);
  }
}

for (let n = 0; n < AT_ONCE; n += 1) void read();
process.send?.('ready');
