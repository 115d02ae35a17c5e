import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@fanfare/kernel';
import { DRIFT_KINDS, type Recount, RecountService } from '@fanfare/votes';
import { RoomsModule } from '../rooms.module.js';

/**
 * `npm run recount`: counts every vote anew and says what differs, while people vote. `--fix` mends it. Ends with 1 when
 * something differed (and still does).
 */
async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--fix');
  if (unknown) throw new Error(`What is "${unknown}"? npm run recount [-- --fix]`);
  const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(loadConfig(process.env), 'fanfare recount'), { logger: ['error'] });
  try {
    const service = app.get(RecountService, { strict: false });
    const found = await service.compare();
    print(found);
    if (sum(found) === 0 || !args.includes('--fix')) return sum(found) === 0 ? 0 : 1;
    await service.fix();
    const left = await service.compare();
    console.log('Mended. Again:');
    print(left);
    return sum(left) === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

function print({ votes, ideas, drift }: Recount): void {
  console.log(`${votes.toLocaleString('en')} votes for ${ideas.toLocaleString('en')} ideas counted. Drift:`);
  for (const kind of DRIFT_KINDS) console.log(`  ${kind.padEnd(12)} ${drift[kind]}`);
}

function sum({ drift }: Recount): number {
  return DRIFT_KINDS.reduce((total, kind) => total + drift[kind], 0);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
