/** Reads a conversation's `votes.csv` (user_id,item_id,value,ts). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Stance {
  readonly voter: number;
  readonly item: number;
  /** 1 agrees, 0 passes, −1 disagrees. */
  readonly value: number;
  /** Seconds. */
  readonly time: number;
}
export interface Conversation {
  readonly stances: readonly Stance[];
  readonly voters: number;
  readonly items: number;
  readonly refused: number;
}

/** Null where the folder has no individual votes. A second stance of a voter on an item replaces the first. */
export function readConversation(folder: string): Conversation | null {
  const path = join(folder, 'votes.csv');
  if (!existsSync(path)) return null;
  const [voters, items] = [new Map<string, number>(), new Map<string, number>()];
  const stances = new Map<string, Stance>();
  let refused = 0;
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/).slice(1).filter(Boolean)) {
    const [user, item, value, ts] = line.split(',');
    const stance = { value: Number(value), time: Number(ts) / 1000 };
    if (!user || !item || !ts || ![-1, 0, 1].includes(stance.value) || !Number.isFinite(stance.time)) refused++;
    else stances.set(`${user} ${item}`, { voter: numberOf(user, voters), item: numberOf(item, items), ...stance });
  }
  return { stances: [...stances.values()], voters: voters.size, items: items.size, refused };
}

function numberOf(name: string, numbers: Map<string, number>): number {
  if (!numbers.has(name)) numbers.set(name, numbers.size);
  return numbers.get(name)!;
}
