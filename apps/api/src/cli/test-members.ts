import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig, Problem } from '@fanfare/kernel';
import { MOST_TEST_DAYS, MOST_TEST_MEMBERS, type TestMember, TestMembersService } from '@fanfare/members';
import { parseArgs } from 'node:util';
import { RoomsModule } from '../rooms.module.js';

const USAGE = 'npm run test-members -- COMMUNITY --count N [--days N] --yes, or COMMUNITY --end';

interface Arguments {
  readonly community: string;
  readonly count: number;
  readonly days: number;
  readonly isMeant: boolean;
  readonly end: boolean;
}

function readArguments(): Arguments {
  const options = { count: { type: 'string' }, days: { type: 'string' }, yes: { type: 'boolean' }, end: { type: 'boolean' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  if (positionals.length !== 1 || (values.end === true) === (values.count !== undefined)) throw new Error(`Which community, and how many? ${USAGE}`);
  return { community: positionals[0]!, count: Number(values.count ?? 0), days: Number(values.days ?? 1), isMeant: values.yes ?? false, end: values.end ?? false };
}

/** Members for trying a community out. Without `--yes` it only says what it would do; the tokens are printed once and kept nowhere. */
async function main(): Promise<number> {
  const args = readArguments();
  const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(loadConfig(process.env), 'fanfare test-members'), { logger: ['error'], abortOnError: false });
  try {
    const members = app.get(TestMembersService, { strict: false });
    if (args.end) console.error(`Ended: ${await members.end(args.community)} test members. What they wrote stays.`);
    else if (args.isMeant) await make(members, args);
    else console.error(`Would make ${args.count} test members of ${args.community} for ${args.days} days; its record will say so. Then: the same with --yes`);
    return 0;
  } finally {
    await app.close();
  }
}

async function make(members: TestMembersService, { community, count, days }: Arguments): Promise<void> {
  const print = (made: readonly TestMember[]) => process.stdout.write(made.map(({ handle, token }) => `${JSON.stringify({ handle, token })}\n`).join(''));
  const until = await members.make(community, { count, days }, print);
  console.error(`They end at ${until.toISOString()}. Whoever has a token acts as that member until then.`);
}

/** A refusal in a sentence. */
function reason(error: unknown): string {
  if (!(error instanceof Problem)) return (error as Error).message;
  if (error.code === 'NOT_FOUND') return 'There is no such community.';
  return `${error.code}: --count is 1 to ${MOST_TEST_MEMBERS}, --days up to ${MOST_TEST_DAYS}. ${USAGE}`;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(reason(error));
  process.exitCode = 1;
}
