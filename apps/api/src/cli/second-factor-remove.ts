import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SecondFactorRecovery } from '@fanfare/access';
import { loadConfig, Problem } from '@fanfare/kernel';
import { RoomsModule } from '../rooms.module.js';

const USAGE = 'npm run second-factor:remove -- ADDRESS [--yes]';

/**
 * For somebody who lost passkeys, authenticator app and recovery codes alike: leaves their password alone to open the account.
 * Without `--yes` it only says what the account has.
 */
async function main(args: readonly string[]): Promise<number> {
  const [address, ...more] = args.filter((arg) => arg !== '--yes');
  if (!address || more.length > 0 || address.startsWith('-')) throw new Error(`Whose? ${USAGE}`);
  const app = await NestFactory.createApplicationContext(RoomsModule.forRoot(loadConfig(process.env), 'fanfare second-factor-remove'), { logger: ['error'] });
  try {
    const recovery = app.get(SecondFactorRecovery, { strict: false });
    const isMeant = args.includes('--yes');
    const { passkeys, totpSince, recoveryCodes } = await (isMeant ? recovery.remove(address) : recovery.look(address));
    const had = `${passkeys} passkeys, ${totpSince ? 'an' : 'no'} authenticator app, ${recoveryCodes} recovery codes`;
    console.log(isMeant ? `Removed: ${had}. All sessions ended; a mail says so to ${address}.` : `The account has ${had}.`);
    if (!isMeant) console.log(`Be sure that it is its owner who asks. Then: ${USAGE.replace('ADDRESS [--yes]', `${address} --yes`)}`);
    return 0;
  } finally {
    await app.close();
  }
}

/** A refusal in a sentence. */
function reason(error: unknown): string {
  if (!(error instanceof Problem)) return (error as Error).message;
  if (error.code !== 'NOT_FOUND') return `${error.code}: ${USAGE}`;
  return error.params['what'] === 'account' ? 'No account confirmed this address.' : 'The account has no second factor: its password opens it.';
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(reason(error));
  process.exitCode = 1;
}
