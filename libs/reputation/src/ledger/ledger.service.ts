import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { LARGEST_READ, lastOfLog, type LogPosition, MORE, positionOf, readAfter, Schedules } from '@fanfare/events';
import { SECOND } from '@fanfare/kernel';
import { LevelsService } from '../levels/levels.service.js';
import { isAfter, RulesInForce } from '../rules/rules-in-force.js';
import { openBook } from './ledger.store.js';
import { closeBook } from './ledger.writer.js';
import { LEDGER_EVENTS, reduce } from './reducer.js';

/** The name of our work, as the database keeps it. */
export const READ_LOG = 'reputation.ledger';

const BEGIN = 'INSERT INTO reputation_ledger DEFAULT VALUES ON CONFLICT DO NOTHING';
const LOOK = 'SELECT read_to AS "readTo" FROM reputation_ledger';
const HOLD = `${LOOK} FOR UPDATE`;
const READ_TO = 'UPDATE reputation_ledger SET read_to = $1';

/** Before the first event. */
export const BEGINNING: LogPosition = { xid: '0', sequence: '0' };

type Read = Awaited<ReturnType<typeof readAfter>>;

/**
 * Keeps the ledger: reads the log in its final order, a batch at a time, and writes what the events mean. It takes no
 * deliveries, so no order of delivery can matter, and votes pay nothing for it. One process at a time reads; how far it came
 * is written by the same transaction.
 */
@Injectable()
export class LedgerService {
  constructor(
    schedules: Schedules,
    private readonly transactor: Transactor,
    private readonly levels: LevelsService,
  ) {
    schedules.every(SECOND, READ_LOG, (tx) => this.step(tx));
  }

  /** Reads on until nothing is left whose place is final. For tests and commands. */
  async catchUp(): Promise<void> {
    while ((await this.transactor.run((tx) => this.step(tx))) === MORE);
  }

  /** One batch. @param most how many events at most */
  async step(tx: Tx, most = LARGEST_READ): Promise<void | typeof MORE> {
    const readTo = await hold(tx);
    const last = await lastOfLog(tx);
    if (!last || last.id === readTo) return;
    const rules = await RulesInForce.enter(tx, readTo);
    const found = (await readAfter(tx, readTo ? await positionOf(tx, readTo) : BEGINNING, LEDGER_EVENTS)).slice(0, most);
    const changed = await writeEvents(tx, found, rules);
    await this.levels.follow(tx, changed);
    const end = found.length < Math.min(most, LARGEST_READ) ? later(found, last) : found.at(-1)!.event.id;
    await tx.query(READ_TO, [end]);
    return found.length === Math.min(most, LARGEST_READ) ? MORE : undefined;
  }
}

/** Holds the ledger for the transaction. @returns up to which event it has read; null for none */
export async function hold(tx: Tx): Promise<string | null> {
  await tx.query(BEGIN);
  const [row] = await rowsOf<{ readTo: string | null }>(tx, HOLD);
  return row!.readTo;
}

/** Up to which event the ledger has read, without holding it; null for none. */
export async function readToOf(tx: Tx): Promise<string | null> {
  return (await rowsOf<{ readTo: string | null }>(tx, LOOK))[0]?.readTo ?? null;
}

/** @returns the members whose score or identity may have changed */
export async function writeEvents(tx: Tx, found: Read, rules: RulesInForce): Promise<string[]> {
  if (found.length === 0) return [];
  const book = await openBook(tx, found.map(({ event }) => event));
  for (const { event, position } of found) reduce(book, event, rules.at(position));
  await closeBook(tx, book);
  return [...book.changedHolders].filter(({ id }) => !book.forgotten.has(id)).map(({ id }) => id);
}

/** What came to its place between two looks is read too. */
function later(found: Read, last: LogPosition & { readonly id: string }): string {
  const end = found.at(-1);
  return end && isAfter(end.position, last) ? end.event.id : last.id;
}
