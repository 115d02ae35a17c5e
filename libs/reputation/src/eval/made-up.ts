/**
 * A large community that nobody was in, the same every time: people arrive over a year and vote, most once or twice and a few
 * hundreds of times, mostly for ideas that are new and for those that many like; and rings of fifty arrive within an hour each.
 */
import { setImmediate as breath } from 'node:timers/promises';
import type { AuthorRow, MemberRow, VoteRow, VotesSource } from '../keeping/reading.js';
import { inOrderOf } from '../genuineness/order.js';
import { Random } from './random.js';

export const RINGS = 20;
export const RING = 50;
const IDEAS_OF_MEMBERS = 50; // one idea for so many members
const DAY = 86_400;
const YEAR = 365 * DAY;
const BEGIN = Date.parse('2025-01-01T00:00:00Z') / 1000;
const NEW = 0.1; // of the ideas a year brings: about five weeks
const MOST = 2_000; // votes of one
const LONGEST_STAY = 200 * DAY;

export class MadeUp implements VotesSource {
  readonly now = new Date((BEGIN + YEAR) * 1000);
  readonly accounts: number;
  readonly ideas: number;
  /** In the order of time. */
  readonly account: Int32Array;
  readonly idea: Int32Array;
  readonly time: Float64Array;
  readonly author: Int32Array;
  private readonly honest: number;
  private readonly liking: Float64Array;

  /** @param votes about so many; nobody votes for an idea twice */
  constructor(accounts: number, votes: number) {
    this.accounts = accounts;
    this.honest = accounts - RINGS * RING;
    this.ideas = Math.max(200, Math.floor(accounts / IDEAS_OF_MEMBERS));
    const random = new Random(11);
    this.liking = new Float64Array(this.ideas).map(() => random.next() ** 3);
    const rows = this.cast(votes, random);
    const order = inOrderOf(rows.time);
    this.account = order.map((row) => rows.account[row]!);
    this.idea = order.map((row) => rows.idea[row]!);
    this.time = new Float64Array(order.length).map((_, i) => rows.time[order[i]!]!);
    this.author = new Int32Array(this.ideas).map(() => random.below(this.honest));
  }

  isOfRing(memberId: string): boolean {
    return numberOf(memberId) >= this.honest;
  }

  private cast(votes: number, random: Random) {
    const rows = { account: new Int32Array(votes), idea: new Int32Array(votes), time: new Float64Array(votes) };
    let row = 0;
    const put = (account: number, idea: number, time: number) => {
      if (row === votes) return;
      [rows.account[row], rows.idea[row], rows.time[row]] = [account, idea, Math.round(time * 1000) / 1000];
      row++;
    };
    for (let ring = 0; ring < RINGS; ring++) this.castRing(ring, random, put);
    for (let who = 0; who < this.honest; who++) this.castOne(who, Math.min(MOST, manyOf((votes - row) / (this.honest - who), random)), random, put);
    return { account: rows.account.subarray(0, row), idea: rows.idea.subarray(0, row), time: rows.time.subarray(0, row) };
  }

  private castOne(who: number, many: number, random: Random, put: (account: number, idea: number, time: number) => void): void {
    const arrival = (who / this.honest) * YEAR;
    const stay = many === 1 ? 0 : Math.min(LONGEST_STAY, YEAR - arrival) * random.next();
    const chosen = new Set<number>();
    for (let k = 0; k < many; k++) {
      const time = arrival + (k === 0 ? 0 : random.next() * stay);
      const idea = this.chosen(time, random);
      if (chosen.has(idea)) continue;
      chosen.add(idea);
      put(who, idea, BEGIN + time);
    }
  }

  /** Half of all votes go to the newest ideas there are, the rest to any; the liked among them are chosen more often. */
  private chosen(time: number, random: Random): number {
    const open = this.openAt(time);
    const among = random.next() < 0.5 ? Math.max(20, Math.floor(this.ideas * NEW)) : open;
    for (let attempt = 0; ; attempt++) {
      const idea = open - 1 - random.below(Math.min(open, among));
      if (random.next() < this.liking[idea]! || attempt > 50) return idea;
    }
  }

  /** How many ideas there are: some from the beginning on, and more every day. */
  private openAt(time: number): number {
    return Math.max(20, Math.floor(this.ideas * (NEW + (1 - NEW) * (time / YEAR))));
  }

  private castRing(ring: number, random: Random, put: (account: number, idea: number, time: number) => void): void {
    const time = ((ring + 0.5) / RINGS) * YEAR;
    const idea = random.below(this.openAt(time));
    for (let n = 0; n < RING; n++) put(this.honest + ring * RING + n, idea, BEGIN + time + random.next() * 3_600);
  }

  /** A page, after a breath, as a database takes one: whoever shares the process gets its turn. */
  async votesBefore(vote: VoteRow, most: number): Promise<VoteRow[]> {
    await breath();
    const end = vote.memberId === LAST_ID ? this.time.length : this.placeBefore(vote);
    const begin = Math.max(0, end - most);
    return Array.from({ length: end - begin }, (_, i) => this.row(end - 1 - i));
  }

  /** How many votes come before that one, in the order of time. */
  private placeBefore({ castAt, memberId, ideaId }: VoteRow): number {
    let [low, high] = [0, this.time.length];
    const time = castAt.getTime() / 1000;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.time[middle]! < time) low = middle + 1;
      else high = middle;
    }
    while (idOf(this.account[low]!) !== memberId || idOf(this.idea[low]!) !== ideaId) low++;
    return low;
  }

  private row(at: number): VoteRow {
    return { memberId: idOf(this.account[at]!), ideaId: idOf(this.idea[at]!), castAt: new Date(this.time[at]! * 1000) };
  }

  members(ids: readonly string[]): Promise<MemberRow[]> {
    return Promise.resolve(ids.map((id) => this.member(id, numberOf(id))));
  }

  /** One in ten of the honest is LINKED or VERIFIED. */
  private member(id: string, number: number): MemberRow {
    const joinedAt = new Date((BEGIN + (Math.min(number, this.honest) / this.honest) * YEAR) * 1000);
    const level = number < this.honest && number % 10 === 0 ? 2 + ((number / 10) % 2) : 1;
    return { id, level, joinedAt, isStaff: number < 5 };
  }

  authors(ideaIds: readonly string[]): Promise<AuthorRow[]> {
    return Promise.resolve(ideaIds.map((id) => ({ id, authorId: idOf(this.author[numberOf(id)]!) })));
  }
}

/** A Pareto law of exponent 1.2 with about that mean: half cast one or two, one in a hundred about twenty times the mean. */
function manyOf(mean: number, random: Random): number {
  return Math.max(1, Math.round(1 + ((mean - 1) / 4) * ((1 - random.next()) ** (-1 / 1.2) - 1)));
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The number at both ends: the first decides the order, the last the part of a tally. */
export function idOf(number: number): string {
  const hex = (number + 1).toString(16).padStart(8, '0');
  return `${hex}-0000-7000-8000-0000${hex}`;
}

function numberOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) - 1;
}
