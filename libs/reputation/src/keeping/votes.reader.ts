import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Clock, DAY, type IdentityLevel } from '@fanfare/kernel';
import type { Community } from './judgement.js';

const PAGE = 20_000;
const IDS = 5_000;
/** A member of one's own identity is a seed of trust after so long. */
const LONG_STANDING = 90 * DAY;

const VOTES = `
  SELECT member_id AS "memberId", idea_id AS "ideaId", cast_at AS "castAt" FROM votes
  WHERE community_id = $1 AND (cast_at, idea_id, member_id) < ($2, $3, $4) ORDER BY cast_at DESC, idea_id DESC, member_id DESC LIMIT $5`;
const MEMBERS = `
  SELECT m.id, m.identity_level AS "identityLevel", m.joined_at AS "joinedAt",
    EXISTS (SELECT FROM role_grants g WHERE g.community_id = m.community_id AND g.account_id = m.account_id AND g.revoked_at IS NULL) AS "isStaff"
  FROM members m WHERE m.id = ANY ($1::uuid[])`;
const IDEAS = 'SELECT id, author_id AS "authorId" FROM ideas WHERE id = ANY ($1::uuid[])';
const LEVELS: readonly IdentityLevel[] = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'];

interface VoteRow {
  readonly memberId: string;
  readonly ideaId: string;
  readonly castAt: Date;
}
interface MemberRow {
  readonly id: string;
  readonly identityLevel: IdentityLevel;
  readonly joinedAt: Date;
  readonly isStaff: boolean;
}

/** A community in columns, and the way back to its ids. */
export interface ReadCommunity extends Community {
  readonly memberIds: readonly string[];
  readonly ideaIds: readonly string[];
  /** Whether these are all of its votes, and not the latest only. */
  readonly whole: boolean;
}

/** Reads a community's votes page by page, outside any transaction: sixteen bytes a vote stay, and one text an account. */
@Injectable()
export class VotesReader {
  constructor(private readonly database: Database) {}

  /** @param most so many of the latest votes at most. @param now for who is long-standing */
  async read(communityId: string, most: number, now: ReturnType<Clock['now']>): Promise<ReadCommunity> {
    const [members, ideas] = [new Numbers(), new Numbers()];
    const rows = { account: new Column(Int32Array), idea: new Column(Int32Array), time: new Column(Float64Array) };
    let whole = false;
    for (let from: VoteRow = LAST; rows.time.length < most && !whole; ) {
      const page = await this.page(communityId, from, Math.min(PAGE, most - rows.time.length));
      for (const { memberId, ideaId, castAt } of page) {
        rows.account.push(members.of(memberId));
        rows.idea.push(ideas.of(ideaId));
        rows.time.push(castAt.getTime() / 1000);
      }
      whole = page.length < PAGE && rows.time.length < most;
      from = page.at(-1) ?? from;
    }
    const people = await this.people(members, now);
    const columns = { account: rows.account.values(), idea: rows.idea.values(), time: rows.time.values() };
    const counts = { accounts: members.ids.length, ideas: ideas.ids.length, memberIds: members.ids, ideaIds: ideas.ids };
    return { ...columns, ...counts, ...people, author: await this.authors(ideas, members), whole };
  }

  private page(communityId: string, from: VoteRow, size: number): Promise<VoteRow[]> {
    return this.database.query<VoteRow>(VOTES, [communityId, from.castAt, from.ideaId, from.memberId, size]);
  }

  private async people(members: Numbers, now: Date): Promise<Pick<Community, 'identity' | 'vouched' | 'seeds'>> {
    const identity = new Uint8Array(members.ids.length);
    const seeds: number[] = [];
    for (let at = 0; at < members.ids.length; at += IDS) {
      for (const member of await this.database.query<MemberRow>(MEMBERS, [members.ids.slice(at, at + IDS)])) {
        const number = members.of(member.id);
        identity[number] = LEVELS.indexOf(member.identityLevel);
        if (isSeed(member, now)) seeds.push(number);
      }
    }
    return { identity, vouched: identity.map((level) => (level >= LEVELS.indexOf('LINKED') ? 1 : 0)), seeds: Int32Array.from(seeds).sort() };
  }

  private async authors(ideas: Numbers, members: Numbers): Promise<Int32Array> {
    const author = new Int32Array(ideas.ids.length).fill(-1);
    for (let at = 0; at < ideas.ids.length; at += IDS) {
      const found = await this.database.query<{ id: string; authorId: string | null }>(IDEAS, [ideas.ids.slice(at, at + IDS)]);
      for (const { id, authorId } of found) author[ideas.of(id)] = authorId === null ? -1 : members.known(authorId);
    }
    return author;
  }
}

/** Staff, and long-standing members with an account or a website of their own: the brand's own evidence counts for nothing. */
function isSeed({ isStaff, identityLevel, joinedAt }: MemberRow, now: Date): boolean {
  const own = LEVELS.indexOf(identityLevel) >= LEVELS.indexOf('LINKED');
  return isStaff || (own && now.getTime() - joinedAt.getTime() >= LONG_STANDING);
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
  private held: Values;

  constructor(private readonly type: new (length: number) => Values) {
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
