import type { Type } from '@nestjs/common';
import { EventLog, type EventType, Schedules } from '@fanfare/events';
import { type Actor, type Config, CONFIG, DAY, HOUR, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { WebClient, WebProblem } from '@fanfare/outbound';
import { aCommunity, aMember, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TermEnded, TermReinstated } from '../ambassadors.events.js';
import { AmbassadorsModule } from '../ambassadors.module.js';
import { ReachQueries } from './reach.queries.js';
import { SiteFeedsService } from './site-feeds.service.js';
import { TrackingLinksService } from './tracking-links.service.js';
import { MOST_PER_NETWORK, VisitsService } from './visits.service.js';

const NOON = new Date('2026-03-01T12:00:00Z');
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let rooms: Rooms;
let community: { id: string; slug: string };
let member: Awaited<ReturnType<typeof aMember>>;
let brand: Actor;

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule], { now: NOON });
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  rooms.clock.set(NOON);
  await rooms.database.query('DELETE FROM schedules');
  community = await aCommunity(rooms.database);
  member = await aMember(rooms.database, community.id);
  const { account_id: accountId } = await aMember(rooms.database, community.id);
  await aRole(rooms.database, community.id, accountId!, 'OWNER');
  brand = { ...VISITOR, accountId, grants: [{ communityId: community.id, role: 'OWNER' }] };
});

const me = (): Actor => ({ ...VISITOR, accountId: member.account_id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: Problem) => problem.code ?? String(problem));
const links = () => rooms.get(TrackingLinksService);
const visits = () => rooms.get(VisitsService);

/** An ambassador's term in force, with an agreement that nobody reads. */
async function aTerm(): Promise<string> {
  const [id, agreement] = [newId(), newId()];
  await rooms.database.query(
    `INSERT INTO agreements (id, community_id, version, locale, text, hash, since) VALUES ($1, $2, 1, 'en', 'Say what you get.', encode(sha256('Say what you get.'), 'hex'), $3)`,
    [agreement, community.id, NOON]);
  await rooms.database.query(
    `INSERT INTO terms (id, community_id, member_id, state, receives, months, offered_at, accept_until, agreement_id, agreement_hash, accepted_at, starts_at, ends_at)
     SELECT $1, $2, $3, 'ACTIVE', 'a car', 6, $4, $5, $6, hash, $4, $4, $5 FROM agreements WHERE id = $6`,
    [id, community.id, member.id, new Date(NOON.getTime() - DAY), new Date(NOON.getTime() + 100 * DAY), agreement]);
  return id;
}

/** A mission that the member joined, unless said otherwise. */
async function aMission(joined = true): Promise<string> {
  const id = newId();
  await rooms.database.query(
    `INSERT INTO missions (id, community_id, kind, state, title, brief, opens_at, closes_at, evidence, created_by, created_at, published_at)
     VALUES ($1, $2, 'CREATE', 'PUBLISHED', 'A mission', 'Do it.', $3, $4, '{LINK}', $5, $3, $3)`,
    [id, community.id, new Date(NOON.getTime() - DAY), new Date(NOON.getTime() + 100 * DAY), member.id]);
  if (joined) {
    await rooms.database.query('INSERT INTO mission_joins (mission_id, member_id, community_id, term_id, joined_at) VALUES ($1, $2, $3, $4, $5)',
      [id, member.id, community.id, await aTerm(), NOON]);
  }
  return id;
}

const tokenOf = async (id: string) => (await rooms.database.query<{ token: string }>('SELECT token FROM tracking_links WHERE id = $1', [id]))[0]!.token;
const days = async (id: string) => rooms.database.query(`SELECT to_char(day, 'MM-DD') AS day, visitors, robots FROM tracking_days WHERE link_id = $1 ORDER BY 1`, [id]);

describe('a tracking link', () => {
  it('is made by who joined, one for each channel however often it is asked for, and leads where the brand says', async () => {
    const mission = await aMission();
    const ids = await Promise.all(['Bluesky', 'bluesky', ' Bluesky '].map((channel) => links().create(me(), mission, channel)));
    expect(await links().create(me(), mission, 'My site')).not.toBe(ids[0]);
    const token = await tokenOf(ids[0]!);
    expect(token).toMatch(/^[A-Za-z0-9_-]{12}$/);
    const visit = { ip: '203.0.113.1', userAgent: FIREFOX, purpose: '' };
    expect(await visits().follow(token, visit)).toBe(`/c/${community.slug}`);
    expect(await codeOf(links().aim(me(), mission, 'https://brand.example/'))).toBe('NOT_FOUND');
    for (const target of ['javascript:alert(1)', 'brand.example', 'https://user:secret@brand.example/', 'ftp://brand.example/']) expect(await codeOf(links().aim(brand, mission, target))).toBe('INVALID_INPUT');
    const site = rooms.get(CONFIG as unknown as Type<Config>).publicUrl;
    for (const loop of [`${site}/r/${token}`, `${site}/%72/${token}`, `${site}//r/`, `${site}/x/../r/${token}?again`]) expect(await codeOf(links().aim(brand, mission, loop)), loop).toBe('INVALID_INPUT');
    await links().aim(brand, mission, `${site}/rules`); // a page of this site is as good as any other
    await links().aim(brand, mission, 'https://brand.example/new set');
    expect([await visits().follow(token, visit), await visits().follow('nobodysToken', visit)]).toEqual(['https://brand.example/new%20set', null]);
    expect(await rooms.transactor.run((tx) => links().tokensOf(tx, mission, member.id))).toContain(token);
    expect(await codeOf(links().create(me(), await aMission(false), 'Bluesky'))).toBe('MISSION_NOT_JOINED');
    expect(await codeOf(links().create(me(), newId(), 'Bluesky'))).toBe('NOT_FOUND');
  });

  it('counts each person once a day, programs apart, and nobody for a browser that looks ahead', async () => {
    const id = await links().create(me(), await aMission(), 'Bluesky');
    const token = await tokenOf(id);
    const come = (ip: string, userAgent = FIREFOX, purpose = '') => visits().follow(token, { ip, userAgent, purpose });
    // The same person many times at once, two more, two programs.
    await Promise.all([...Array.from({ length: 20 }, () => come('203.0.113.1')), come('203.0.113.2'), come('203.0.113.1', `${FIREFOX} Other`), come('203.0.113.3', 'Googlebot/2.1'), come('203.0.113.4', 'curl/8.5.0')]);
    await come('203.0.113.9', FIREFOX, 'prefetch;prerender');
    expect(await days(id)).toEqual([{ day: '03-01', visitors: 3, robots: 2 }]);
    rooms.clock.advance(DAY);
    await come('203.0.113.1');
    expect(await days(id)).toEqual([{ day: '03-01', visitors: 3, robots: 2 }, { day: '03-02', visitors: 1, robots: 0 }]);
  });

  it('counts a network as a crowd up to a bound', async () => {
    const id = await links().create(me(), await aMission(), 'Bluesky');
    const token = await tokenOf(id);
    for (let at = 0; at < MOST_PER_NETWORK + 10; at += 1) await visits().follow(token, { ip: `2001:db8:1:2::${at.toString(16)}`, userAgent: `${FIREFOX} ${at}`, purpose: '' });
    expect(await days(id)).toEqual([{ day: '03-01', visitors: MOST_PER_NETWORK, robots: 0 }]);
  });

  it('keeps no address, and forgets by the next day who came', async () => {
    const id = await links().create(me(), await aMission(), 'Bluesky');
    await visits().follow(await tokenOf(id), { ip: '203.0.113.77', userAgent: FIREFOX, purpose: '' });
    const kept = async () => (await rooms.database.query<{ seen: number; salts: number }>('SELECT (SELECT count(*)::int FROM tracking_seen) AS seen, (SELECT count(*)::int FROM tracking_salts) AS salts'))[0]!;
    expect((await kept()).seen).toBeGreaterThan(0);
    const rows = await rooms.database.query<{ row: string }>(`SELECT to_jsonb(s)::text AS row FROM tracking_seen s UNION ALL SELECT to_jsonb(d)::text FROM tracking_days d`);
    for (const { row } of rows) expect(row).not.toMatch(/203\.0\.113|Firefox/);
    rooms.clock.advance(3 * DAY); // other tests' visitors came a day later
    await rooms.get(Schedules).runDue();
    expect(await kept()).toEqual({ seen: 0, salts: 0 });
    expect(await days(id)).toMatchObject([{ visitors: 1 }]);
  });
});

describe('a feed of one’s own site', () => {
  const feeds = () => rooms.get(SiteFeedsService);
  const RSS = (items: string) => `<rss version="2.0"><channel><title>Ana</title>${items}</channel></rss>`;
  const ITEM = (name: string, link = `/${name}`) => `<item><guid>${name}</guid><title>On ${name}</title><link>${link}</link><pubDate>Sat, 28 Feb 2026 10:00:00 GMT</pubDate></item>`;
  let web: Record<string, { type: string; body: string } | null>;

  beforeEach(async () => {
    vi.spyOn(rooms.get(WebClient), 'get').mockImplementation(async (url) => {
      const page = web[url];
      if (!page) throw new WebProblem('NETWORK');
      return { url, contentType: page.type, body: Buffer.from(page.body) };
    });
    const evidence = newId();
    await rooms.database.query(
      `INSERT INTO evidence (id, account_id, kind, subject_hash, label, public, obtained_at) VALUES ($1::uuid, $2, 'WEBSITE', sha256(convert_to($1::uuid::text, 'UTF8')), 'https://ana.example/', false, $3)`,
      [evidence, member.account_id, NOON]);
    await rooms.database.query(
      `INSERT INTO evidence_pages (evidence_id, url, site, profile_url, checked_at, next_check_at) VALUES ($1, 'https://ana.example/', 'ana.example', 'https://here.example/', $2, $2)`,
      [evidence, NOON]);
    await aTerm();
    return () => vi.restoreAllMocks();
  });

  const follow = (url: string) => feeds().follow(me(), community.slug, url);
  const items = async (id: string) => (await rooms.database.query<{ title: string; url: string }>('SELECT title, url FROM site_feed_items WHERE feed_id = $1 ORDER BY title', [id])).map(({ title }) => title);
  const state = async (id: string) => (await rooms.database.query(`SELECT url, title, problem, failures FROM site_feeds WHERE id = $1`, [id]))[0];
  const comeRound = async () => {
    rooms.clock.advance(6 * HOUR);
    await rooms.get(Schedules).runDue();
    await rooms.dispatcher.drain();
  };

  it('is found from the page, read at once and on schedule, each item once', async () => {
    web = {
      'https://ana.example/': { type: 'text/html', body: '<link rel="alternate" type="application/rss+xml" href="/feed.xml">' },
      'https://ana.example/feed.xml': { type: 'application/rss+xml; charset=utf-8', body: RSS(ITEM('lamps') + ITEM('elsewhere', 'https://shop.example/buy')) },
    };
    const id = await follow('ana.example');
    await rooms.dispatcher.drain();
    expect([await items(id), await state(id)]).toEqual([['On lamps'], { url: 'https://ana.example/feed.xml', title: 'Ana', problem: null, failures: 0 }]);
    web['https://ana.example/feed.xml']!.body = RSS(ITEM('towers') + ITEM('lamps'));
    await comeRound();
    expect(await items(id)).toEqual(['On lamps', 'On towers']);
    await feeds().unfollow(me(), id);
    expect([await items(id), await codeOf(feeds().unfollow(me(), id))]).toEqual([[], 'NOT_FOUND']);
  });

  it('is of a site that was proved, and of an ambassador', async () => {
    web = { 'https://ana.example/': { type: 'text/html', body: '<link rel="alternate" type="application/rss+xml" href="https://ben.example/feed">' }, 'https://ben.example/feed': { type: 'application/rss+xml', body: RSS(ITEM('theft')) } };
    expect(await codeOf(follow('https://ben.example/feed'))).toBe('SITE_NOT_PROVED');
    expect(await codeOf(feeds().follow(brand, community.slug, 'ana.example'))).toBe('TERM_ENDED');
    const id = await follow('ana.example');
    await rooms.dispatcher.drain();
    expect([await items(id), await state(id)]).toMatchObject([[], { problem: 'NOT_YOURS' }]);
  });

  it('is read for as long as its writer serves; what was read stays, but not of who was sent away', async () => {
    web = { 'https://ana.example/feed.xml': { type: 'application/rss+xml', body: RSS(ITEM('lamps')) } };
    const id = await follow('https://ana.example/feed.xml');
    await rooms.dispatcher.drain();
    const ends = async (how: 'ENDED' | 'REVOKED') => {
      await rooms.database.query('UPDATE terms SET state = $2, ended_at = $3 WHERE member_id = $1', [member.id, how, rooms.clock.now()]);
      await tell(TermEnded, { memberId: member.id, how });
    };
    const tell = async <Payload extends object>(type: EventType<Payload>, payload: Payload) => {
      await rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, type, { communityId: community.id, subjectId: newId(), payload }));
      await rooms.dispatcher.drain();
    };
    const shown = async () => (await rooms.get(ReachQueries).items(community.id, { first: 9 } as never)).nodes.map(({ title }) => title);
    await ends('ENDED');
    web['https://ana.example/feed.xml']!.body = RSS(ITEM('later') + ITEM('lamps'));
    await comeRound();
    expect([await state(id), await shown()]).toMatchObject([{ problem: 'TERM_ENDED' }, ['On lamps']]);
    await rooms.database.query(`UPDATE terms SET state = 'REVOKED' WHERE member_id = $1`, [member.id]);
    expect(await shown()).toEqual([]);
    await rooms.database.query(`UPDATE terms SET state = 'ACTIVE', ended_at = NULL WHERE member_id = $1`, [member.id]);
    await tell(TermReinstated, { memberId: member.id, revocationId: newId() });
    await comeRound();
    expect([await state(id), await shown()]).toMatchObject([{ problem: null }, expect.arrayContaining(['On lamps', 'On later'])]);
  });

  it('that cannot be read says so, and is given up after a week', async () => {
    web = {};
    const id = await follow('ana.example/feed.xml');
    await rooms.dispatcher.drain();
    expect(await state(id)).toMatchObject({ problem: 'UNREACHABLE', failures: 1 });
    await rooms.database.query('UPDATE site_feeds SET failures = 27 WHERE id = $1', [id]);
    await comeRound();
    const [{ next }] = (await rooms.database.query<{ next: Date | null }>('SELECT next_read_at AS next FROM site_feeds WHERE id = $1', [id])) as [{ next: Date | null }];
    expect(next).toBeNull();
    web = { 'https://ana.example/feed.xml': { type: 'application/rss+xml', body: RSS(ITEM('back')) } };
    await follow('https://ana.example/feed.xml');
    await rooms.dispatcher.drain();
    expect(await items(id)).toEqual(['On back']);
  });
});
