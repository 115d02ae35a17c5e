import { isRefusal } from '@fanfare/database';
import type { DataSource } from 'typeorm';
import { ImportSession } from './import-session.js';
import type { KindImport, Line } from './kind-import.js';
import type { Kind, Summary } from './summary.js';

/** PostgreSQL works for a connection on one core, and two is what small servers have. */
const CONNECTIONS = 2;

/** A smaller batch is written by one connection: two statements for a few rows cost more than they save. */
const WORTH_PARTING = 100;

/**
 * Writes batches in parts, each a transaction on a connection of its own, all at once. A part fails by itself: what the
 * others wrote stays written and counted, and since each row is known again by its origin, a run that was killed between
 * two parts is completed by the next.
 */
export class BatchWriter {
  private constructor(
    private readonly sessions: readonly ImportSession[],
    private readonly summary: Summary,
  ) {}

  static async open(source: DataSource, summary: Summary): Promise<BatchWriter> {
    const sessions: ImportSession[] = [];
    while (sessions.length < CONNECTIONS) sessions.push(await ImportSession.open(source));
    return new BatchWriter(sessions, summary);
  }

  /** The first connection, for what cannot be parted. */
  get main(): ImportSession {
    return this.sessions[0]!;
  }

  async write<Row>(kind: Kind, reader: KindImport<Row>, lines: readonly Line<Row>[]): Promise<void> {
    const ready: Line<Row>[] = [];
    await this.sparing(kind, reader.accept?.(lines) ?? lines, async (some) => {
      await reader.prepare?.(this.main, some);
      ready.push(...some);
    });
    const parts = partsOf(ready, this.sessions.length, reader);
    await allDone(parts.map((part, at) => this.sparing(kind, part, (some) => reader.write(this.sessions[at]!, some))));
  }

  async close(): Promise<void> {
    await allDone(this.sessions.map((session) => session.close()));
  }

  /** What the database refuses is tried again in halves, down to the row at fault, so that one odd row stops nothing. */
  private async sparing<Row>(kind: Kind, lines: readonly Line<Row>[], work: (some: readonly Line<Row>[]) => Promise<void>): Promise<void> {
    if (lines.length === 0) return;
    try {
      await work(lines);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (lines.length === 1) return this.summary.refuse(kind, lines[0]!.line, 'REFUSED_BY_DATABASE', (error as Error).message);
      const middle = Math.ceil(lines.length / 2);
      await this.sparing(kind, lines.slice(0, middle), work);
      await this.sparing(kind, lines.slice(middle), work);
    }
  }
}

/** Parts of about the same weight, each in the order of the file. What belongs together is in the same part. */
function partsOf<Row>(lines: readonly Line<Row>[], most: number, reader: KindImport<Row>): Line<Row>[][] {
  if (lines.length < WORTH_PARTING) return [[...lines]];
  const parts = Array.from({ length: most }, () => ({ lines: [] as Line<Row>[], weight: 0 }));
  const places = new Map<string, (typeof parts)[number]>();
  for (const line of lines) {
    const name = reader.together(line.value);
    const part = places.get(name) ?? parts.reduce((lightest, one) => (one.weight < lightest.weight ? one : lightest));
    places.set(name, part);
    part.lines.push(line);
    part.weight += reader.weight?.(line.value) ?? 1;
  }
  return parts.map((part) => part.lines);
}

/** Waits for all of them, also when one fails: its connection is not to be closed under another's feet. */
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
