import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

export type Kind = 'users' | 'items' | 'comments' | 'votes';

export interface KindSummary {
  read: number;
  added: number;
  /** Known from an earlier run. */
  known: number;
  /** Rows that a later row of the same file replaced (repeated votes), or that say "no vote". */
  superseded: number;
  refused: number;
}

/** What became of every row. Refused and mended rows are written, one JSON line each, to a report file. */
export class Summary {
  readonly kinds: Partial<Record<Kind, KindSummary>> = {};
  readonly refusals = new Map<string, number>();
  readonly mended = new Map<string, number>();
  readonly unusedColumns = new Map<Kind, readonly string[]>();
  private report: WriteStream | null = null;

  constructor(readonly reportPath: string) {}

  of(kind: Kind): KindSummary {
    return (this.kinds[kind] ??= { read: 0, added: 0, known: 0, superseded: 0, refused: 0 });
  }

  refuse(kind: Kind, line: number, reason: string, detail: string): void {
    this.of(kind).refused += 1;
    add(this.refusals, `${kind}: ${reason}`);
    this.write({ file: `${kind}.csv`, line, refused: reason, detail });
  }

  /** A row that was kept, but not as it stood. */
  mend(kind: Kind, line: number, what: string, detail: string): void {
    add(this.mended, `${kind}: ${what}`);
    this.write({ file: `${kind}.csv`, line, mended: what, detail });
  }

  async close(): Promise<void> {
    const { report } = this;
    if (report) await new Promise<void>((resolve) => report.end(() => resolve()));
  }

  get rows(): number {
    return Object.values(this.kinds).reduce((sum, kind) => sum + kind.read, 0);
  }

  get hasReport(): boolean {
    return this.report !== null;
  }

  private write(line: object): void {
    if (!this.report) {
      mkdirSync(dirname(this.reportPath), { recursive: true });
      this.report = createWriteStream(this.reportPath);
    }
    this.report.write(`${JSON.stringify(line)}\n`);
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
