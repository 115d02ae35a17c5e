import { AccountsService } from '@fanfare/access';
import { RequestContext } from '@fanfare/graphql';
import { DAY, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { WebClient, WebProblem } from '@fanfare/outbound';
import { aCommunity, aMember, anAccount, asSomebodyElse, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { Schedules } from '@fanfare/events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EvidenceService, type OwnProof } from './evidence.service.js';
import { IdentityModule } from './identity.module.js';
import { MyEvidenceService } from './my-evidence.service.js';
import { WebsitesService } from './websites/websites.service.js';

let rooms: Rooms;
let evidence: EvidenceService;
beforeAll(async () => {
  rooms = await bootRooms([IdentityModule]);
  evidence = rooms.get(EvidenceService);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rooms?.close();
});

const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);
const website = (accountId: string, subject: string): OwnProof => ({ accountId, kind: 'WEBSITE', subject, label: subject });
const establish = (...proof: Parameters<EvidenceService['establish']> extends [unknown, infer P] ? [P] : never) => rooms.transactor.run((tx) => evidence.establish(tx, ...proof));
const revoke = (row: Parameters<EvidenceService['revoke']>[1]) => rooms.transactor.run((tx) => evidence.revoke(tx, row, row.accountId));
const levelOf = async (accountId: string) => (await rooms.database.query<{ level: string }>('SELECT identity_level AS level FROM accounts WHERE id = $1', [accountId]))[0]!.level;
const memberLevel = async (id: string) => (await rooms.database.query<{ level: string }>('SELECT identity_level AS level FROM members WHERE id = $1', [id]))[0]!.level;
const standing = (accountId: string) => rooms.database.query<{ id: string; kind: 'EMAIL' }>('SELECT id, kind FROM evidence WHERE account_id = $1 AND ended_at IS NULL', [accountId]);

describe('levels', () => {
  it('are cumulative: an account elsewhere adds nothing until the address is confirmed', async () => {
    const { id } = await anAccount(rooms.database, { identity_level: 'ANONYMOUS' });
    await establish(website(id, 'https://early.example/'));
    expect(await levelOf(id)).toBe('ANONYMOUS');
    expect(await rooms.transactor.run((tx) => rooms.get(AccountsService).confirmAddress(tx, id))).toBe(true);
    expect(await levelOf(id)).toBe('LINKED');
  });

  it('rise in the brand’s community only with what the brand vouches for, and fall with it', async () => {
    const [here, there] = [await aCommunity(rooms.database), await aCommunity(rooms.database)];
    const member = await aMember(rooms.database, here.id);
    const elsewhere = await aMember(rooms.database, there.id, { account_id: member.account_id });
    const staff = await anAccount(rooms.database);
    const accountId = member.account_id!;
    const name = await establish({ accountId, kind: 'REAL_NAME', communityId: here.id, subject: newId(), label: 'x', attestedBy: staff.id, note: 'Met at the fair.' });
    expect(await memberLevel(member.id)).toBe('CONFIRMED'); // no account of their own yet
    const page = await establish(website(accountId, 'https://ana.example/'));
    await rooms.dispatcher.drain();
    expect([await memberLevel(member.id), await memberLevel(elsewhere.id), await levelOf(accountId)]).toEqual(['VERIFIED', 'LINKED', 'LINKED']);
    await revoke(page);
    await rooms.dispatcher.drain();
    expect([await memberLevel(member.id), await memberLevel(elsewhere.id)]).toEqual(['CONFIRMED', 'CONFIRMED']);
    await establish(website(accountId, 'https://ana.example/'));
    await rooms.dispatcher.drain();
    await revoke(name);
    expect(await memberLevel(member.id)).toBe('LINKED');
    const moves = await rooms.database.query(`SELECT payload FROM events WHERE type = 'member.identityChanged' AND subject_id = $1 ORDER BY sequence`, [member.id]);
    expect(moves.map((move) => (move as { payload: { to: string } }).payload.to)).toEqual(['VERIFIED', 'CONFIRMED', 'VERIFIED', 'LINKED']);
  });

  it('fall to ANONYMOUS when the address is given up, which everybody may', async () => {
    const { id } = await anAccount(rooms.database);
    const [email] = await standing(id);
    await rooms.get(MyEvidenceService).revoke({ ...VISITOR, accountId: id }, email!.id);
    expect([await levelOf(id), await standing(id)]).toEqual(['ANONYMOUS', []]);
  });
});

describe('a piece', () => {
  it('proves one account, whoever races, and is free again once revoked', async () => {
    const racers = await Promise.all(Array.from({ length: 6 }, () => anAccount(rooms.database)));
    const results = await Promise.all(racers.map(({ id }) => codeOf(establish(website(id, 'https://raced.example/')))));
    expect(results.sort()).toEqual([...Array(5).fill('EVIDENCE_NOT_USABLE'), 'nothing']);
    const [winner] = await rooms.database.query<{ id: string; accountId: string; kind: 'WEBSITE' }>(`SELECT id, account_id AS "accountId", kind FROM evidence WHERE label = 'https://raced.example/'`);
    expect(await revoke(winner!)).toBe(true);
    expect(await revoke(winner!)).toBe(false);
    const loser = racers.find(({ id }) => id !== winner!.accountId)!;
    expect(await codeOf(establish(website(loser.id, 'https://raced.example/')))).toBe('nothing');
  });

  it('rests on an index: without it two accounts have it', async () => {
    const [one, other] = [await anAccount(rooms.database), await anAccount(rooms.database)];
    const both = rooms.transactor.run(async (tx) => {
      await tx.query('DROP INDEX evidence_standing');
      for (const { id } of [one, other]) await evidence.establish(tx, website(id, 'https://both.example/'));
      throw new Error('both have it');
    });
    await expect(both).rejects.toThrow('both have it');
  });

  it('stands for each community by itself when a brand vouches', async () => {
    const staff = await anAccount(rooms.database);
    const proof = async (communityId: string) => ({ accountId: (await aMember(rooms.database, communityId)).account_id!, kind: 'PURCHASE' as const, communityId, subject: 'code', label: 'x', attestedBy: staff.id });
    const [here, there] = [await aCommunity(rooms.database), await aCommunity(rooms.database)];
    expect(await codeOf(establish(await proof(here.id)))).toBe('nothing');
    expect(await codeOf(establish(await proof(there.id)))).toBe('nothing');
    expect(await codeOf(establish(await proof(here.id)))).toBe('EVIDENCE_NOT_USABLE');
  });

  it('is never attested by oneself', async () => {
    const community = await aCommunity(rooms.database);
    const { account_id: accountId } = await aMember(rooms.database, community.id);
    const own = { accountId: accountId!, kind: 'REAL_NAME' as const, communityId: community.id, subject: 'me', label: 'x', attestedBy: accountId!, note: 'Trust me.' };
    await expect(establish(own)).rejects.toThrow('evidence_not_of_oneself');
  });

  it('changes in turn: two that come at once both count', async () => {
    const { id } = await anAccount(rooms.database);
    const [email] = await standing(id);
    const { later } = await rooms.transactor.run(async (tx) => {
      await evidence.establish(tx, website(id, 'https://first.example/'));
      const waiting = asSomebodyElse(() => revoke({ id: email!.id, accountId: id, kind: 'EMAIL' }));
      await somebodyWaits(rooms.database);
      return { later: waiting };
    });
    await later;
    expect(await levelOf(id)).toBe('ANONYMOUS');
    expect((await standing(id)).map(({ kind }) => kind)).toEqual(['WEBSITE']);
  });

  it('ends when its time is over, and says so without saying what it was', async () => {
    const { id } = await anAccount(rooms.database);
    const day = new Date(rooms.clock.now().getTime() + DAY);
    await establish({ ...website(id, 'https://short.example/secret'), expiresAt: day });
    await rooms.get(Schedules).runDue();
    expect(await levelOf(id)).toBe('LINKED');
    rooms.clock.advance(DAY + 1);
    await rooms.get(Schedules).runDue();
    expect(await levelOf(id)).toBe('CONFIRMED');
    const events = await rooms.database.query(`SELECT type, payload FROM events WHERE subject_id = $1 AND type LIKE 'evidence.%' ORDER BY sequence`, [id]);
    expect(events).toMatchObject([{ type: 'evidence.established' }, { type: 'evidence.endsSoon' }, { type: 'evidence.expired', payload: { kind: 'WEBSITE', ending: 'EXPIRED' } }]);
    expect(JSON.stringify(events)).not.toContain('short.example');
  });
});

describe('a page', () => {
  /** What its server says from now on: the link, nothing of it, or nothing at all. */
  let page: 'links' | 'does not' | 'down';
  let reads = 0;

  async function aLinkedFan(handle: string) {
    const community = await aCommunity(rooms.database);
    const { account_id: accountId } = await aMember(rooms.database, community.id, { handle });
    vi.spyOn(rooms.get(WebClient), 'get').mockImplementation(async (url) => {
      reads += 1;
      if (page === 'down') throw new WebProblem('NETWORK');
      const link = page === 'links' ? `<a rel="me" href="http://localhost:3000/c/${community.slug}/members/${handle}">me</a>` : '';
      return { url, contentType: 'text/html', body: Buffer.from(link) };
    });
    page = 'links';
    const context = new RequestContext({ headers: {}, ip: '192.0.2.1' });
    context.actor = { ...VISITOR, accountId: accountId! };
    await rooms.get(WebsitesService).link(context, `https://${handle}.example/`);
    reads = 0;
    return accountId!;
  }

  /** Lets so many days pass, after each `step` of which a worker looks. */
  async function days(count: number, step = 1): Promise<void> {
    for (let day = 0; day < count; day += step) {
      rooms.clock.advance(step * DAY);
      await rooms.get(Schedules).runDue();
      await rooms.dispatcher.drain();
    }
  }

  const said = async (accountId: string) =>
    (await rooms.database.query<{ type: string }>(`SELECT type FROM events WHERE subject_id = $1 AND type LIKE 'evidence.e%' ORDER BY sequence`, [accountId])).map(({ type }) => type.replace('evidence.', ''));

  it('is looked at each month, and counts until its link is gone', async () => {
    const accountId = await aLinkedFan('monthly');
    await days(29, 29);
    expect(reads).toBe(0);
    await days(2);
    expect([reads, await levelOf(accountId)]).toEqual([1, 'LINKED']);
    page = 'does not';
    await days(28, 28);
    expect([reads, await levelOf(accountId)]).toEqual([1, 'LINKED']);
    await days(3);
    expect([reads, await levelOf(accountId)]).toEqual([2, 'CONFIRMED']);
    await days(31, 31);
    expect([reads, await said(accountId)]).toEqual([2, ['established', 'expired']]);
  });

  it('that is down is looked at each day: after three its person is told, after seven it counts no more', async () => {
    const accountId = await aLinkedFan('downtime');
    await days(29, 29);
    page = 'down';
    await days(4);
    expect([await levelOf(accountId), await said(accountId)]).toEqual(['LINKED', ['established', 'endsSoon']]);
    page = 'links'; // back again: all is forgotten
    await days(2);
    page = 'down';
    await days(28, 28);
    expect(await said(accountId)).toEqual(['established', 'endsSoon']);
    await days(9);
    expect([await levelOf(accountId), await said(accountId)]).toEqual(['CONFIRMED', ['established', 'endsSoon', 'endsSoon', 'expired']]);
  });
});
