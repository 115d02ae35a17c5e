import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@fanfare/kernel';
import { AuditService, ReplayService } from '@fanfare/reputation';
import { RoomsModule } from '../rooms.module.js';

/**
 * `npm run reputation:replay`: builds the ledger of reputation again from the log of events, in temporary tables, and
 * compares it with the one there is, row by row. The site runs on meanwhile. Ends with 1 when anything differs.
 */
async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error(`What is "${args[0]}"? npm run reputation:replay`);
  const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(loadConfig(process.env), 'fanfare replay'), { logger: ['error'] });
  try {
    const { events, entries, differences } = await app.get(ReplayService, { strict: false }).replay();
    console.log(`${events.toLocaleString('en')} events replayed, ${entries.toLocaleString('en')} entries made.`);
    for (const { table, missing, surplus } of differences) console.log(`  ${table}: ${missing} rows that the events do not make, ${surplus} rows that are missing`);
    const { identityUnheard: _, votesUnheard: __, ...audit } = await app.get(AuditService, { strict: false }).audit();
    const broken = Object.entries(audit).filter(([, count]) => count > 0);
    for (const [name, count] of broken) console.log(`  ${name}: ${count}`);
    if (differences.length + broken.length === 0) console.log('The ledger is what the events make of it, and every score is the sum of its entries.');
    return differences.length + broken.length === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
