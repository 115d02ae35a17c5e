/** A community's votes as numbers, read page by page from wherever they are kept. */
import type { Community } from './judgement.js';

export interface VoteRow {
  readonly memberId: string;
  readonly ideaId: string;
  readonly castAt: Date;
}
export interface MemberRow {
  readonly id: string;
  /** 0 (nothing) to 3 (VERIFIED). */
  readonly level: number;
  readonly joinedAt: Date;
  readonly isStaff: boolean;
}
export interface AuthorRow {
  readonly id: string;
  readonly authorId: string | null;
}

/** Where votes are kept. */
export interface VotesSource {
  /** The latest so many of the votes before that one, by time, idea and member. */
  votesBefore(vote: VoteRow, most: number): Promise<readonly VoteRow[]>;
  members(ids: readonly string[]): Promise<readonly MemberRow[]>;
  authors(ideaIds: readonly string[]): Promise<readonly AuthorRow[]>;
}

/** A community in columns, and the way back to its ids. */
export interface ReadCommunity extends Community {
  readonly memberIds: readonly string[];
  readonly ideaIds: readonly string[];
}

/** Between nights only the latest votes are looked at; most communities have no more. */
export const LATEST = 200_000;
const PAGE = 20_000;
const IDS = 5_000;
const DAY = 86_400_000;
/** A member of one's own identity is a seed of trust after so long. */
const LONG_STANDING = 90 * DAY;
const LINKED = 2;

/**
 * Sixteen bytes a vote stay, and one text an account.
 * @param most so many of the latest votes at most. @param now for who is long-standing
 */
export async function readCommunity(source: VotesSource, most: number, now: Date): Promise<ReadCommunity> {
  const [members, ideas] = [new Numbers(), new Numbers()];
  const rows = { account: new Column(Int32Array), idea: new Column(Int32Array), time: new Column(Float64Array) };
  let [from, whole] = [LAST, false];
  while (rows.time.length < most && !whole) {
    const asked = Math.min(PAGE, most - rows.time.length);
    const page = await source.votesBefore(from, asked);
    for (const { memberId, ideaId, castAt } of page) {
      rows.account.push(members.of(memberId));
      rows.idea.push(ideas.of(ideaId));
      rows.time.push(castAt.getTime() / 1000);
    }
    whole = page.length < asked;
    from = page.at(-1) ?? from;
  }
  const people = await readPeople(source, members, now, whole ? null : from.castAt);
  const columns = { account: rows.account.values(), idea: rows.idea.values(), time: rows.time.values() };
  const counts = { accounts: members.ids.length, ideas: ideas.ids.length, memberIds: members.ids, ideaIds: ideas.ids };
  return { ...columns, ...counts, ...people, author: await readAuthors(source, ideas, members), whole };
}

/**
 * Where only votes since a moment were read, who joined before it has votes that are not among them: when they came cannot be
 * told, so they are no ring that comes now. The night, which reads everything, judges them as well.
 */
async function readPeople(source: VotesSource, members: Numbers, now: Date, since: Date | null): Promise<Pick<Community, 'identity' | 'vouched' | 'seeds'>> {
  const identity = new Uint8Array(members.ids.length);
  const vouched = new Uint8Array(members.ids.length);
  const seeds: number[] = [];
  for (let at = 0; at < members.ids.length; at += IDS) {
    for (const member of await source.members(members.ids.slice(at, at + IDS))) {
      const number = members.of(member.id);
      identity[number] = member.level;
      vouched[number] = member.level >= LINKED || (since !== null && member.joinedAt < since) ? 1 : 0;
      if (isSeed(member, now)) seeds.push(number);
    }
  }
  return { identity, vouched, seeds: Int32Array.from(seeds).sort() };
}

async function readAuthors(source: VotesSource, ideas: Numbers, members: Numbers): Promise<Int32Array> {
  const author = new Int32Array(ideas.ids.length).fill(-1);
  for (let at = 0; at < ideas.ids.length; at += IDS) {
    for (const { id, authorId } of await source.authors(ideas.ids.slice(at, at + IDS))) {
      author[ideas.of(id)] = authorId === null ? -1 : members.known(authorId);
    }
  }
  return author;
}

/** Staff, and long-standing members with an account or a website of their own: the brand's own evidence counts for nothing. */
function isSeed({ isStaff, level, joinedAt }: MemberRow, now: Date): boolean {
  return isStaff || (level >= LINKED && now.getTime() - joinedAt.getTime() >= LONG_STANDING);
}

const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const LAST: VoteRow = { memberId: HIGHEST, ideaId: HIGHEST, castAt: new Date('9999-01-01T00:00:00Z') };

/** Ids as numbers from 0. */
class Numbers {
  readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  /** −1 for an id that is not among them. */
  known(id: string): number {
    return this.numbers.get(id) ?? -1;
  }
}

/** A typed array that grows. */
class Column<Values extends Int32Array | Float64Array> {
  length = 0;
  private readonly type: new (length: number) => Values;
  private held: Values;

  constructor(type: new (length: number) => Values) {
    this.type = type;
    this.held = new type(1_024);
  }

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new this.type(2 * this.length);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  values(): Values {
    return this.held.slice(0, this.length) as Values;
  }
}
