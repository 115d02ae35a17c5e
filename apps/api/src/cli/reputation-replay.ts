import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@fanfare/kernel';
import { AuditService, type ReplayComparison, ReplayService } from '@fanfare/reputation';
import { RoomsModule } from '../rooms.module.js';

/**
 * `npm run reputation:replay`: builds the ledger of reputation again from the log of events, in temporary tables, and
 * compares it with the one there is, row by row. It changes nothing, and the site runs on meanwhile. Ends with 1 when
 * anything differs.
 */
async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error(`What is "${args[0]}"? npm run reputation:replay`);
  const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(loadConfig(process.env), 'fanfare replay'), { logger: ['error'] });
  try {
    const { events, entries, compared, differences } = await app.get(ReplayService, { strict: false }).replay();
    console.log(`${number(events)} events replayed, ${number(entries)} entries made. Compared with the ledger, row by row:`);
    for (const comparison of compared) console.log(`  ${lineOf(comparison)}`);
    const { identityUnheard: _, votesUnheard: __, ...audit } = await app.get(AuditService, { strict: false }).audit(); // what it has not read yet is no error
    const broken = Object.entries(audit).filter(([, count]) => count > 0);
    for (const [name, count] of broken) console.log(`  ${name}: ${number(count)}`);
    const equal = differences.length + broken.length === 0;
    console.log(equal ? 'The ledger is what the events make of it, and every score is the sum of its entries.' : 'The ledger is not what the events make of it. Nothing was changed.');
    return equal ? 0 : 1;
  } finally {
    await app.close();
  }
}

function lineOf({ table, kept, missing, surplus }: ReplayComparison): string {
  const name = `${table.padEnd(22)} ${number(kept).padStart(11)} rows`;
  return missing + surplus === 0 ? `${name}, equal` : `${name}; ${number(missing)} that the events do not make, ${number(surplus)} that they make are not there`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
