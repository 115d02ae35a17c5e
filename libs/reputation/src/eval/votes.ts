/**
 * Part 3, in arithmetic: the votes of real conversations, and a ring that lifts one item. What the votes service does
 * with the result (standing, tallies, the order TOP) is exact and tested elsewhere; here only the judgement is measured.
 *
 * Supports are the agreements of a polis conversation. A ring of m fresh accounts, all CONFIRMED like everybody else,
 * supports an item that stands between the 50th and the 75th percentile: each with that one vote (`lazy`), or each also
 * supporting, out of a median number of random other items, those that the majority of their voters agrees with
 * (`camouflaged`). The ring arrives within the conversation's busiest half, spread over an hour, or with the gaps between
 * events of a real campaign of bought stars.
 */
import { readFileSync } from 'node:fs';
import { type Votes, suspectedVotes } from '../genuineness/coordination.js';
import { intervalOfMean, kendallTau, mean } from './measures.js';
import { Random } from './random.js';
import type { Conversation } from './read-votes.js';

export const SIZES = [5, 10, 20, 50] as const;
/** Shares of the honest who are LINKED or VERIFIED, met by a ring of so many who are not. */
export const IDENTIFIED = [0.1, 0.25, 0.5, 0.75] as const;
const IDENTIFIED_RING = 20;
const KINDS = ['lazy', 'camouflaged'] as const;
const DRAWS = 3;
type Kind = (typeof KINDS)[number];

export interface RingEffect {
  /** How many places the item rises by support that is not quarantined, as a share of the list. */
  readonly climb: number;
  readonly rawClimb: number;
  /** Kendall's tau of the other items, by support that counts with the ring, against support without it. */
  readonly tau: number;
  /** The same with nothing quarantined: what the ring's other votes do by themselves. */
  readonly rawTau: number;
  /** Honest voters who lose more than half of their votes. */
  readonly honestBelowHalf: number;
  /** Of the honest who gave one vote, those whose vote is quarantined. */
  readonly newcomerFalsePositive: number;
}
const MEASURES = ['climb', 'rawClimb', 'tau', 'rawTau', 'honestBelowHalf', 'newcomerFalsePositive'] as const satisfies (keyof RingEffect)[];

/** Means over conversations and draws, and where 95 % of such means lie when whole conversations are drawn anew. */
export interface MeanEffect extends RingEffect {
  readonly interval: Readonly<Record<keyof RingEffect, readonly [number, number]>>;
}
export const PARTS = ['lazy', 'camouflaged', 'lazyRealTiming', 'camouflagedRealTiming', 'lazyIdentified', 'camouflagedIdentified'] as const;
export type Part = (typeof PARTS)[number];
export type VotesResult = Readonly<Record<Part, Readonly<Record<string, MeanEffect>>>>;

/** Every ring's effect: by part, by its size or by the share of the identified, by conversation. */
export interface VotesMeasured {
  readonly conversations: readonly Conversation[];
  readonly effects: Readonly<Record<Part, Readonly<Record<string, readonly (readonly RingEffect[])[]>>>>;
}

/** @param events star events, for the ring's real timing. @param parts those to measure; the others stay empty */
export function measureVotes(conversations: readonly Conversation[], events?: string, parts: readonly Part[] = PARTS): VotesMeasured {
  const gaps = events ? realGaps(events) : null;
  const bySize = (kind: Kind, how: How) => Object.fromEntries(SIZES.map((m) => [String(m), conversations.map((one) => draws(one, kind, m, how))]));
  const byIdentified = (kind: Kind) =>
    Object.fromEntries(IDENTIFIED.map((identified) => [String(identified), conversations.map((one) => draws(one, kind, IDENTIFIED_RING, { gaps: null, identified }))]));
  const measure: Record<Part, () => Record<string, RingEffect[][]>> = {
    lazy: () => bySize('lazy', AT_ONCE),
    camouflaged: () => bySize('camouflaged', AT_ONCE),
    lazyRealTiming: () => (gaps ? bySize('lazy', { gaps, identified: 0 }) : {}),
    camouflagedRealTiming: () => (gaps ? bySize('camouflaged', { gaps, identified: 0 }) : {}),
    lazyIdentified: () => byIdentified('lazy'),
    camouflagedIdentified: () => byIdentified('camouflaged'),
  };
  const effects = Object.fromEntries(PARTS.map((part) => [part, parts.includes(part) ? measure[part]() : {}])) as unknown as VotesMeasured['effects'];
  return { conversations, effects };
}

/** @param included the conversations, by number, over which to take means; all when nothing is said */
export function meansOf({ effects }: VotesMeasured, included: (conversation: number) => boolean = () => true): VotesResult {
  const of = (part: Part) => Object.fromEntries(Object.entries(effects[part]).map(([size, lists]) => [size, meanOf(lists.filter((_, i) => included(i)))]));
  return Object.fromEntries(PARTS.map((part) => [part, of(part)])) as unknown as VotesResult;
}

function meanOf(lists: readonly (readonly RingEffect[])[]): MeanEffect {
  const values = (key: keyof RingEffect) => lists.map((list) => list.map((effect) => effect[key]).filter((value) => !Number.isNaN(value)));
  const all = <Value>(of: (key: keyof RingEffect) => Value) => Object.fromEntries(MEASURES.map((key) => [key, of(key)])) as Record<keyof RingEffect, Value>;
  return { ...all((key) => mean(values(key).flat())), interval: all((key) => intervalOfMean(values(key))) };
}

/** How a ring comes, and among whom. */
export interface How {
  readonly gaps: number[][] | null;
  readonly identified: number;
}
export const AT_ONCE: How = { gaps: null, identified: 0 };

/** The seconds between successive events of each repository's campaign, those of at least 20 events. */
export function realGaps(path: string): number[][] {
  const times = new Map<string, number[]>();
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/).slice(1).filter(Boolean)) {
    const [repo = '', , at = ''] = line.split(',');
    if (!Number.isNaN(Date.parse(at))) times.set(repo, [...(times.get(repo) ?? []), Date.parse(at) / 1000]);
  }
  const campaigns = [...times.values()].filter((list) => list.length >= 20).map((list) => list.sort((a, b) => a - b));
  return campaigns.map((list) => list.slice(1).map((time, i) => time - list[i]!));
}

function draws(conversation: Conversation, kind: Kind, m: number, how: How): RingEffect[] {
  return Array.from({ length: DRAWS }, (_, draw) => oneRing(conversation, kind, m, how, new Random(100 * m + draw)));
}

export type Row = readonly [account: number, idea: number, time: number];

/** What is judged: the honest votes first, then the ring's. */
export interface Attack {
  readonly honest: readonly Row[];
  readonly rows: readonly Row[];
  readonly target: number;
  readonly votes: Votes;
}

export function attackOn(conversation: Conversation, kind: Kind, m: number, { gaps, identified }: How, random: Random): Attack {
  const honest = conversation.stances.filter((stance) => stance.value === 1).map((s): Row => [s.voter, s.item, s.time]);
  const target = targetOf(counted(honest, conversation.items), random);
  const rows = [...honest, ...ringOf(conversation, kind, target, arrivals(honest, m, gaps, random), random)];
  const accounts = conversation.voters + m;
  const vouched = Uint8Array.from({ length: accounts }, (_, account) => (account < conversation.voters && random.next() < identified ? 1 : 0));
  return { honest, rows, target, votes: { ...asVotes(rows, accounts, conversation.items), vouched } };
}

function oneRing(conversation: Conversation, kind: Kind, m: number, how: How, random: Random): RingEffect {
  const attack = attackOn(conversation, kind, m, how, random);
  return effectOf(attack, conversation.items, suspectedVotes(attack.votes));
}

/** @param suspected by row: 1 where the vote is held */
export function effectOf({ honest, rows, target }: Attack, items: number, suspected: Uint8Array): RingEffect {
  const before = counted(honest, items);
  const standing = counted(rows.filter((_, i) => suspected[i] === 0), items);
  const raw = counted(rows, items);
  const others = [...before.keys()].filter((item) => item !== target);
  const tau = (counts: readonly number[]) => kendallTau(others.map((item) => before[item]!), others.map((item) => counts[item]!));
  return {
    climb: climbOf(before, standing, target),
    rawClimb: climbOf(before, raw, target),
    tau: tau(standing),
    rawTau: tau(raw),
    ...harm(honest, suspected),
  };
}

function asVotes(rows: readonly Row[], accounts: number, ideas: number): Votes {
  const column = (i: 0 | 1) => Int32Array.from(rows, (row) => row[i]);
  return { accounts, ideas, account: column(0), idea: column(1), time: Float64Array.from(rows, (row) => row[2]) };
}

function counted(rows: readonly Row[], items: number): number[] {
  const counts = Array.from({ length: items }, () => 0);
  for (const [, item] of rows) counts[item]!++;
  return counts;
}

/** A random item of those between the 50th and the 75th percentile of support. */
function targetOf(counts: readonly number[], random: Random): number {
  const order = [...counts.keys()].sort((a, b) => counts[a]! - counts[b]!);
  const [low, high] = [Math.floor(order.length * 0.5), Math.floor(order.length * 0.75)];
  return order[low + random.below(Math.max(1, high - low))]!;
}

/** The share of the list that the item passes; what shares its count stands half above it. */
export function climbOf(before: readonly number[], after: readonly number[], target: number): number {
  const above = (counts: readonly number[]) =>
    counts.reduce((sum, count, item) => sum + (item === target ? 0 : count > counts[target]! ? 1 : count === counts[target]! ? 0.5 : 0), 0);
  return (above(before) - above(after)) / before.length;
}

/** When the m accounts come: from somewhere in the middle half of all votes on. */
function arrivals(honest: readonly Row[], m: number, gaps: number[][] | null, random: Random): number[] {
  const times = honest.map((row) => row[2]).sort((a, b) => a - b);
  let time = times[Math.floor(times.length * (0.25 + random.next() / 2))]!;
  if (!gaps) return Array.from({ length: m }, () => time + random.next() * 3600);
  const campaign = gaps[random.below(gaps.length)]!;
  const start = random.below(campaign.length);
  return Array.from({ length: m }, (_, i) => (time += campaign[(start + i) % campaign.length]!));
}

function ringOf(conversation: Conversation, kind: Kind, target: number, times: readonly number[], random: Random): Row[] {
  return times.flatMap((time, i) => {
    const account = conversation.voters + i;
    const cover = kind === 'lazy' ? [] : coverOf(conversation, target, random);
    const items = random.shuffled([target, ...cover]);
    return items.map((item, k): Row => [account, item, Math.round((time + k * 5) * 1000) / 1000]); // as the database keeps time
  });
}

/** Of a median number of random items, those most of whose voters agree. */
function coverOf({ stances, voters, items }: Conversation, target: number, random: Random): number[] {
  const perVoter = Array.from({ length: voters }, () => 0);
  const balance = Array.from({ length: items }, () => 0);
  for (const { voter, item, value } of stances) {
    perVoter[voter]!++;
    balance[item]! += value;
  }
  const median = perVoter.sort((a, b) => a - b)[Math.floor(voters / 2)]!;
  return random.shuffled(balance.keys()).filter((item) => item !== target).slice(0, median).filter((item) => balance[item]! > 0);
}

/** What honest voters lose; `suspected` begins with their votes. The second is NaN where nobody gave one vote only. */
function harm(honest: readonly Row[], suspected: Uint8Array) {
  const voters = new Map<number, { votes: number; lost: number }>();
  honest.forEach(([account], row) => {
    const known = voters.get(account) ?? { votes: 0, lost: 0 };
    voters.set(account, { votes: known.votes + 1, lost: known.lost + suspected[row]! });
  });
  const all = [...voters.values()];
  const once = all.filter(({ votes }) => votes === 1);
  return {
    honestBelowHalf: all.filter(({ votes, lost }) => lost > votes / 2).length / all.length,
    newcomerFalsePositive: once.filter(({ lost }) => lost === 1).length / once.length,
  };
}
