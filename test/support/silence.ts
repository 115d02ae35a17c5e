import { ConsoleLogger, Logger } from '@nestjs/common';
import { afterAll, beforeAll } from 'vitest';

/** Where what fails is meant to: no log during a file or a `describe`. Files share a process, so the log is given back. */
export function silence(): void {
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(new ConsoleLogger({ logLevels: ['error', 'warn'] })));
}
