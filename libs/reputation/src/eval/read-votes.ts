/** Reads a conversation's votes: who, on what, what (1, 0, −1), when. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Unreadable, instantOf, numberOf } from './read.js';
import { columnsNamed, tableOf } from './table.js';

export interface Stance {
  readonly voter: number;
  readonly item: number;
  /** 1 agrees, 0 passes, −1 disagrees. */
  readonly value: number;
  /** Seconds. */
  readonly time: number;
}
export interface Conversation {
  readonly name: string;
  readonly stances: readonly Stance[];
  readonly voters: number;
  readonly items: number;
  readonly refused: number;
}

/** `votes.csv` as in this project's data (user_id,item_id,value,ts), and as Polis exports it. */
const FILES = /^votes\.csv$|participant-votes\.csv$|^(.*[._-])?votes\.csv$/i;
const NAMES = { user: /user|voter|participant|^pid$/i, item: /item|comment|statement|^tid$/i, value: /^(value|vote|stance)$/i, time: /^(ts|timestamp|time|created|cast_at)/i };
const MILLISECONDS_FROM = 100_000_000_000; // seconds of that size lie three thousand years ahead

/**
 * A conversation in the folder, or one in each folder inside it, by name.
 * @throws Unreadable when there is none with votes in it
 */
export function readConversations(folder: string): Conversation[] {
  const itself = readConversation(folder);
  const all = itself ? [itself] : foldersIn(folder).map((name) => readConversation(join(folder, name))).filter((one) => one !== null);
  if (all.length === 0) throw new Unreadable(`${folder}: neither it nor a folder in it has a votes.csv`);
  return all;
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => entry.name).sort();
}

/** Null where the folder has no individual votes. A second stance of a voter on an item replaces the first. */
export function readConversation(folder: string): Conversation | null {
  const file = existsSync(folder) ? readdirSync(folder).sort().find((name) => FILES.test(name)) : undefined;
  return file === undefined ? null : conversationIn(join(folder, file), folder.split('/').filter(Boolean).at(-1) ?? folder);
}

function conversationIn(path: string, name: string): Conversation {
  const table = tableOf(path);
  const place = { user: 0, item: 1, value: 2, time: 3, ...columnsNamed(table, NAMES, ['user', 'item', 'value', 'time']) };
  const [voters, items] = [new Map<string, number>(), new Map<string, number>()];
  const stances = new Map<string, Stance>();
  let refused = 0;
  for (const line of table.lines) {
    const [user, item, value, ts] = [line[place.user], line[place.item], Number(line[place.value] || NaN), line[place.time] ?? ''];
    if (!user || !item || ts === '' || ![-1, 0, 1].includes(value) || Number.isNaN(instantOf(ts))) refused++;
    else stances.set(`${user} ${item}`, { voter: numberOf(user, voters), item: numberOf(item, items), value, time: seconds(instantOf(ts)) });
  }
  const agreed = new Set([...stances.values()].filter((one) => one.value === 1).map((one) => one.item));
  if (agreed.size < 2) throw new Unreadable(`${path}: fewer than two items that somebody agrees with at a known time (user_id,item_id,value,ts); ${refused} lines refused`);
  return { name, stances: [...stances.values()], voters: voters.size, items: items.size, refused };
}

function seconds(time: number): number {
  return time >= MILLISECONDS_FROM ? time / 1000 : time;
}
