import { rowsOf, type Tx } from '@fanfare/database';
import type { LogPosition } from '@fanfare/events';
import { type InForce, RULES } from './rules.js';

const KNOWN = `
  SELECT r.code, r.version, e.xid::text AS xid, e.sequence::text AS sequence, r.since_event IS NULL AS always
  FROM reputation_rules r LEFT JOIN events e ON e.id = r.since_event`;

const ENTER = `
  INSERT INTO reputation_rules (code, version, since_event) SELECT code, version, $3 FROM unnest($1::text[], $2::int[]) AS r (code, version)
  ON CONFLICT DO NOTHING`;

interface Since {
  readonly code: string;
  readonly version: number;
  readonly xid: string | null;
  readonly sequence: string | null;
  readonly always: boolean;
}

/**
 * From which place of the log on each version of a rule holds in this deployment. A version that the program brings along
 * holds for what is read from then on; a replay finds the same places.
 */
export class RulesInForce {
  private constructor(private readonly known: readonly Since[]) {}

  /** Notes versions that are new here as in force after `readTo`. */
  static async enter(tx: Tx, readTo: string | null): Promise<RulesInForce> {
    await tx.query(ENTER, [RULES.map(({ code }) => code), RULES.map(({ version }) => version), readTo]);
    return RulesInForce.read(tx);
  }

  static async read(tx: Tx): Promise<RulesInForce> {
    return new RulesInForce(await rowsOf<Since>(tx, KNOWN));
  }

  /** The rules for an event at this place. */
  at(position: LogPosition): InForce {
    return (code) => {
      const holding = this.known.filter((rule) => rule.code === code && holds(rule, position));
      const version = Math.max(...holding.map((rule) => rule.version));
      const rule = RULES.find((candidate) => candidate.code === code && candidate.version === version);
      if (!rule) throw new Error(`No version of the rule ${code} was in force`);
      return rule;
    };
  }
}

function holds({ always, xid, sequence }: Since, position: LogPosition): boolean {
  if (always) return true;
  if (xid === null || sequence === null) return false;
  return isAfter(position, { xid, sequence });
}

/** Whether one place of the log comes after another. */
export function isAfter(one: LogPosition, other: LogPosition): boolean {
  const [x, y] = [BigInt(one.xid), BigInt(other.xid)];
  return x === y ? BigInt(one.sequence) > BigInt(other.sequence) : x > y;
}
