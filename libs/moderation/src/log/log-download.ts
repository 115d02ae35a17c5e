import { Injectable } from '@nestjs/common';
import { entryLine, headLine } from './entry.js';
import type { KeyBody } from './log-body.js';
import { LogQueries } from './log.queries.js';

const BATCH = 500;

/** The log as files that `fanfare-verify` reads: a line for each entry or head, of canonical JSON, the oldest first. */
@Injectable()
export class LogDownload {
  constructor(private readonly queries: LogQueries) {}

  /** The whole log as it is when the reading begins, some hundred lines at a time. */
  async *entries(communityId: string): AsyncGenerator<string> {
    const size = await this.queries.size(communityId);
    for (let from = 0; from < size; from += BATCH) {
      const rows = await this.queries.forward(communityId, from, size, BATCH);
      yield rows.map((row) => `${entryLine(row)}\n`).join('');
    }
  }

  /** Every signed head. */
  async *heads(communityId: string): AsyncGenerator<string> {
    for (let size = 0; ; ) {
      const rows = await this.queries.headsForward(communityId, size, BATCH);
      if (rows.length === 0) return;
      yield rows.map((row) => `${headLine(row)}\n`).join('');
      size = rows.at(-1)!.size;
    }
  }

  /** The latest head as a line; null until there is one. */
  async head(communityId: string): Promise<string | null> {
    const head = await this.queries.head(communityId);
    return head && `${headLine(head)}\n`;
  }

  /** The keys that signed, with the entry from which each did. */
  async keys(communityId: string): Promise<{ keyId: string; publicKey: string; since: number; recordedAt: string }[]> {
    const entries = await this.queries.keyEntries(communityId);
    return entries.map(({ body, index, recordedAt }) => {
      const { keyId, publicKey } = body as unknown as KeyBody;
      return { keyId, publicKey, since: index, recordedAt: recordedAt.toISOString() };
    });
  }
}
