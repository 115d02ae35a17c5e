/** A head from a file, with where it stood there. */
export interface SavedHead {
  readonly file: string;
  readonly number: number;
  readonly head: Record<string, unknown>;
}

export interface Opening {
  readonly log: string | null;
  readonly index: number;
  readonly name: string;
  /** In hex. */
  readonly salt: string;
  readonly text: string;
}

export type FailedCheck = 'form' | 'index' | 'hash' | 'key' | 'signature' | 'root' | 'size' | 'log' | 'text';

/** What fails first: `entry` by its place, else a `head`, else an `opening`. */
export interface Failure {
  readonly entry?: number;
  readonly head?: { readonly file: string; readonly number: number; readonly size: number | null; readonly signedAt: string | null };
  readonly opening?: { readonly entry: number; readonly name: string };
  readonly check: FailedCheck;
  readonly why: string;
}

export interface Outcome {
  readonly ok: boolean;
  readonly log: string | null;
  readonly entries: number;
  readonly root: string;
  readonly keys: readonly { readonly keyId: string; readonly publicKey: string; readonly since: number }[];
  readonly heads: number;
  readonly openings: number;
  readonly failed: Failure | null;
}

/** The heads in a file: one, a list, or one on each line. */
export function headsIn(text: string, file: string): SavedHead[];

/** Checks a whole log, line by line. */
export function verifyLog(
  lines: AsyncIterable<string> | Iterable<string>,
  given?: { readonly keys?: readonly string[]; readonly heads?: readonly SavedHead[]; readonly openings?: readonly Opening[] },
): Promise<Outcome>;
