/**
 * The built worker with another clock: time is what a file says, and days last a moment, so it looks for work that comes
 * round all the time. It is an entry of its own, so that no setting of the real worker can ever turn its clock.
 *
 * node simulated-worker.mjs CLOCK-FILE [careless]
 *
 * `careless`: takes no lock and leaves every look at the deadlines to every worker, for the proof that the locks are needed.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';

const dist = new URL('../../../dist/', import.meta.url);
/** @param {string} name */
const load = (name) => import(new URL(name, dist).href);
const { RoomsModule } = await load('apps/api/src/rooms.module.js');
const { Clock, loadConfig, VISITOR } = await load('libs/kernel/src/index.js');
const { Dispatcher, Schedules } = await load('libs/events/src/index.js');
const { Transactor } = await load('libs/database/src/index.js');
const { IdeasAccess, IdeasQueries } = await load('libs/ideas/src/index.js');
const { LadderQueries, LadderService } = await load('libs/ladder/src/index.js');

const [clockFile, mode] = process.argv.slice(2);

const LOOK_MS = 80;

class FileClock extends Clock {
  now() {
    return new Date(Number(readFileSync(clockFile, 'utf8')));
  }
}

process.once('disconnect', () => process.exit(0)); // whoever simulates is gone
const clock = new FileClock();
const module = RoomsModule.forRoot(loadConfig(process.env), 'simulated worker', clock);
const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
if (mode === 'careless') beCareless();
app.get(Dispatcher, { strict: false }).start();
const schedules = app.get(Schedules, { strict: false });
const comeRound = () => schedules.runDue().then(() => setTimeout(comeRound, LOOK_MS));
void comeRound();
process.send?.('ready');

function beCareless() {
  const queries = app.get(IdeasQueries, { strict: false });
  IdeasAccess.prototype.lockManyForMove = async (tx, _actor, ids) => [...(await queries.byIds(ids, VISITOR, tx)).values()];
  const [ladder, ladderQueries, transactor] = [LadderService, LadderQueries, Transactor].map((type) => app.get(type, { strict: false }));
  const look = () => transactor.run(async (tx) => ladder.settle(tx, await ladderQueries.due(tx, clock.now(), 50)));
  const again = () => look().catch(() => undefined).then(() => setTimeout(again, 20));
  void again();
}
