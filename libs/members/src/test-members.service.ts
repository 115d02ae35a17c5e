import { Injectable } from '@nestjs/common';
import { TestAccountsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Clock, DAY, newId, Problem } from '@fanfare/kernel';
import { randomInt } from 'node:crypto';
import { MemberJoined, TestMembersEnded, TestMembersMade } from './member.events.js';

export const MOST_TEST_MEMBERS = 10_000;
export const MOST_TEST_DAYS = 180;
const AT_ONCE = 500;

/** A member made for a test, with the one token that opens its account. */
export interface TestMember {
  readonly id: string;
  readonly handle: string;
  readonly token: string;
}

interface Place {
  readonly id: string;
  readonly locale: string;
  readonly termsVersion: number;
  readonly minAge: number;
}

const PLACE = `SELECT c.id, c.locale, c.terms_version AS "termsVersion", c.min_age AS "minAge" FROM communities c WHERE c.id = $1 FOR SHARE`;

const JOIN = `
  INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level, joined_at, terms_version, age_declared)
  SELECT n.id, $1, n.account_id, n.handle, n.name, 'ANONYMOUS', $6, $7, $8
  FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS n (id, account_id, handle, name)`;

const NAMES: Readonly<Record<string, string>> = { en: 'Test member', fr: 'Membre d’essai' };

/** No two of these letters look alike, so that no two handles do. */
const LETTERS = 'abcdefghjkpqstuxyz';

/** Members for trying a community out, by whoever runs the deployment: a command on its machine makes and ends them. */
@Injectable()
export class TestMembersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly accounts: TestAccountsService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes members that end by themselves. The community's record says so before there is one.
   *
   * @param slug the community they are for, and no other takes them
   * @param onMade given those of each transaction, once it is over
   * @throws Problem `NOT_FOUND`, `INVALID_INPUT`
   */
  async make(slug: string, { count, days }: { readonly count: number; readonly days: number }, onMade: (members: readonly TestMember[]) => void): Promise<Date> {
    if (!Number.isInteger(count) || count < 1 || count > MOST_TEST_MEMBERS) throw new Problem('INVALID_INPUT', { field: 'count', max: MOST_TEST_MEMBERS });
    if (!(days > 0 && days <= MOST_TEST_DAYS)) throw new Problem('INVALID_INPUT', { field: 'days', max: MOST_TEST_DAYS });
    const { id } = await this.communities.requireBySlug(slug);
    const until = new Date(this.clock.now().getTime() + days * DAY);
    const payload = { count, until: until.toISOString() };
    await this.transactor.run((tx) => this.events.append(tx, TestMembersMade, { communityId: id, subjectId: id, payload }));
    const batch = word(randomInt(LETTERS.length ** 4), 4);
    for (let first = 1; first <= count; first += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, at) => first + at);
      onMade(await this.transactor.run((tx) => this.makeSome(tx, id, { batch, numbers, until })));
    }
    return until;
  }

  /** Ends all of a community's at once. What they wrote stays; they can do nothing more. @returns how many @throws Problem `NOT_FOUND` */
  async end(slug: string): Promise<number> {
    const { id } = await this.communities.requireBySlug(slug);
    return this.transactor.run(async (tx) => {
      const count = await this.accounts.end(tx, id);
      if (count > 0) await this.events.append(tx, TestMembersEnded, { communityId: id, subjectId: id, payload: { count } });
      return count;
    });
  }

  private async makeSome(tx: Tx, communityId: string, { batch, numbers, until }: { batch: string; numbers: readonly number[]; until: Date }): Promise<TestMember[]> {
    const [place] = (await rowsOf<Place>(tx, PLACE, [communityId])) as [Place];
    const named = NAMES[place.locale.slice(0, 2)] ?? NAMES['en'];
    const accounts = await this.accounts.make(tx, numbers.map((number) => `${named} ${number}`), { locale: place.locale, until });
    const members = accounts.map(({ id, displayName, token }, at) => ({ id: newId(), accountId: id, displayName, token, handle: `test-${batch}-${word(numbers[at]!, 4)}` }));
    const column = (name: 'id' | 'accountId' | 'handle' | 'displayName') => members.map((member) => member[name]);
    const age = place.minAge > 0 ? place.minAge : null;
    await tx.query(JOIN, [place.id, column('id'), column('accountId'), column('handle'), column('displayName'), this.clock.now(), place.termsVersion, age]);
    for (const { id, accountId } of members) {
      await this.events.append(tx, MemberJoined, { communityId, actorId: accountId, subjectId: id, payload: { terms: place.termsVersion, identity: 'ANONYMOUS' } });
    }
    return members.map(({ id, handle, token }) => ({ id, handle, token }));
  }
}

/** A number in letters, so many of them. */
function word(number: number, length: number): string {
  const digits = Array.from({ length }, (_, at) => LETTERS[Math.floor(number / LETTERS.length ** at) % LETTERS.length]);
  return digits.reverse().join('');
}
