/** What people were told became of what they did: the truth that everything else is held against. */
export interface Told {
  /** By handle: the application's id. */
  readonly applied: Map<string, string>;
  readonly takenBack: Set<string>;
  readonly saw: Set<string>;
  /** By `application reviewer`: the three scores. */
  readonly marks: Map<string, readonly number[]>;
  /** By application: the answer that stands. */
  readonly answers: Map<string, { readonly state: string; readonly reason: string }>;
  /** Applications on the waiting list, in order. */
  readonly waiting: string[];
  /** Applications whose seat was given up, resigned, lapsed or revoked. */
  readonly leftSeats: Set<string>;
  /** By handle: the term, and how it is now. */
  readonly terms: Map<string, { readonly id: string; readonly application: string; readonly state: string }>;
  /** `mission handle`. */
  readonly joined: Set<string>;
  /** By entry. */
  readonly entries: Map<string, ToldEntry>;
  /** By budget: points put into it. */
  readonly funded: Map<string, number>;
  /** By entry: payouts that were taken back. */
  readonly reversals: Map<string, number>;
}

export interface ToldEntry {
  readonly handle: string;
  readonly mission: string;
  readonly state: string;
  /** What an acceptance brings. */
  readonly points: number;
  readonly budget: string;
}

export function nothingTold(): Told {
  return {
    applied: new Map(), takenBack: new Set(), saw: new Set(), marks: new Map(), answers: new Map(), waiting: [], leftSeats: new Set(), terms: new Map(), joined: new Set(),
    entries: new Map(), funded: new Map(), reversals: new Map(),
  };
}
