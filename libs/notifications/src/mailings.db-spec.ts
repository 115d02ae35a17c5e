import { CommentsService } from '@fanfare/comments';
import { Schedules } from '@fanfare/events';
import { DAY, HOUR, MINUTE, VISITOR } from '@fanfare/kernel';
import { MAIL_LANGUAGES } from '@fanfare/mail';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotificationsModule } from './notifications.module.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import { PreferencesService } from './preferences.service.js';
import { UnsubscribeService } from './unsubscribe.service.js';

type Member = Awaited<ReturnType<typeof aMember>>;

interface Received {
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server; `answer` says what becomes of a recipient. */
class PostOffice {
  readonly received: Received[] = [];
  answer: (to: string) => number = () => 250;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = this.answer(address);
      return code === 250 ? done() : done(Object.assign(new Error(`answer ${code}`), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        this.received.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.server.address() as { port: number };
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const header = (raw: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' '))?.[1]?.trim();
/** All parts of a mail, decoded. */
const words = (raw: string) => raw
  .replace(/=\r\n/g, '')
  .replace(/((?:=[0-9A-F]{2})+)/g, (coded) => Buffer.from(coded.replaceAll('=', ''), 'hex').toString('utf8'))
  .replace(/\r\n\r\n([A-Za-z0-9+/=\r\n]{40,})\r\n/g, (all, coded: string) => `${all}${Buffer.from(coded, 'base64').toString('utf8')}`);

let post: PostOffice;
let rooms: Rooms;
let community: { id: string; slug: string };
let idea: { id: string; community_id: string };
let author: Member;
let ben: Member;

// 06:30 in the morning in UTC, 07:30 in Paris, on the day before the clocks go forward there.
const START = new Date('2026-03-28T06:30:00Z');

beforeEach(async () => {
  post = new PostOffice();
  rooms = await bootRooms([NotificationsModule], { now: START, env: { SMTP_URL: await post.open(), PUBLIC_URL: 'https://fans.example', MAIL_FROM: 'Fans <hello@fans.example>' } });
  community = await aCommunity(rooms.database, { slug: 'bricks', name: 'Bricks' });
  [author, ben] = [await aMember(rooms.database, community.id), await aMember(rooms.database, community.id)];
  idea = await anIdea(rooms.database, community.id, { author_id: author.id, title: 'A castle with a drawbridge' });
});
afterEach(async () => {
  await rooms.close();
  await post.close();
});

async function say(body = 'What about a moat?'): Promise<{ id: string }> {
  const comment = await rooms.get(CommentsService).add({ ...VISITOR, accountId: ben.account_id }, { idea: idea.id, body });
  await rooms.dispatcher.drain();
  return comment;
}
const set = (member: Member, change: object) =>
  rooms.get(PreferencesService).set({ ...VISITOR, accountId: member.account_id }, { community: community.slug, ...change });
const emailOf = async (member: Member) =>
  (await rooms.database.query<{ email: string }>('SELECT email::text FROM accounts WHERE id = $1', [member.account_id]))[0]!.email;
const change = (member: Member, column: string, value: unknown) => rooms.database.query(`UPDATE accounts SET ${column} = $2 WHERE id = $1`, [member.account_id, value]);

/** Tells, makes what is due and sends it; answers what arrived since. */
async function pass(): Promise<Received[]> {
  const before = post.received.length;
  await rooms.dispatcher.drain();
  await rooms.get(Schedules).runDue();
  await rooms.dispatcher.drain();
  return post.received.slice(before);
}

async function at(time: string): Promise<Received[]> {
  rooms.clock.set(new Date(time));
  return pass();
}

describe('a digest', () => {
  it('comes once at eight in the morning, with all that happened', async () => {
    await say();
    await anotherIdeaCommented();
    expect(await pass()).toEqual([]);
    expect(await at('2026-03-28T07:59:00Z')).toEqual([]);
    const [mail, ...others] = await at('2026-03-28T08:00:30Z');
    expect(others).toEqual([]);
    expect(mail!.to).toBe(await emailOf(author));
    expect(words(mail!.raw)).toContain('A castle with a drawbridge');
    expect(words(mail!.raw)).toContain('A second idea');
    expect(words(mail!.raw)).toContain('What about a moat?');
    expect(await at('2026-03-28T12:00:00Z')).toEqual([]);
    expect(await at('2026-03-29T12:00:00Z')).toEqual([]);
  });

  const anotherIdeaCommented = async () => {
    const second = await anIdea(rooms.database, community.id, { author_id: author.id, title: 'A second idea' });
    await rooms.get(CommentsService).add({ ...VISITOR, accountId: ben.account_id }, { idea: second.id, body: 'Another word.' });
  };

  it('comes in the reader’s morning, on both sides of summer time', async () => {
    await change(author, 'time_zone', 'Europe/Paris');
    await say();
    expect(await at('2026-03-28T06:59:00Z')).toEqual([]);
    expect(await at('2026-03-28T07:01:00Z')).toHaveLength(1); // 08:01 by winter time
    await readAll();
    await say('And a flag?');
    expect(await at('2026-03-29T05:59:00Z')).toEqual([]);
    expect(await at('2026-03-29T06:01:00Z')).toHaveLength(1); // 08:01 by summer time
  });

  it('comes in the morning also when a worker tells of the matter only later that day', async () => {
    await rooms.get(CommentsService).add({ ...VISITOR, accountId: ben.account_id }, { idea: idea.id, body: 'While nobody worked.' });
    expect(await at('2026-03-28T15:00:00Z')).toHaveLength(1);
  });

  it('comes late after a night without a worker, and the next one on time', async () => {
    await say();
    expect(await at('2026-03-30T15:00:00Z')).toHaveLength(1);
    await readAll();
    await say('Later.');
    expect(await at('2026-03-30T16:00:00Z')).toEqual([]);
    expect(await at('2026-03-31T08:01:00Z')).toHaveLength(1);
  });

  it('is one a day, also for who moves to another zone', async () => {
    await change(author, 'time_zone', 'Asia/Tokyo');
    await say();
    expect(await at('2026-03-28T23:01:00Z')).toHaveLength(1); // 08:01 of the 29th there
    await readAll();
    await change(author, 'time_zone', 'UTC');
    await say('More.');
    expect(await at('2026-03-29T08:01:00Z')).toEqual([]);
    expect(await at('2026-03-30T08:01:00Z')).toHaveLength(1);
  });

  it('leaves out what was read, deleted or hidden, and does not come for nothing', async () => {
    const { id } = await say();
    await rooms.get(CommentsService).delete({ ...VISITOR, accountId: ben.account_id }, id);
    expect(await at('2026-03-28T08:01:00Z')).toEqual([]);
    await say('Read on the site.');
    await readAll();
    expect(await at('2026-03-29T08:01:00Z')).toEqual([]);
    await say('Then hidden.');
    await rooms.database.query(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea.id]);
    // its author may still read it; whoever follows it may not
    await rooms.database.query('UPDATE ideas SET author_id = NULL WHERE id = $1', [idea.id]);
    expect(await at('2026-03-30T08:01:00Z')).toEqual([]);
    expect(await outcomes()).toEqual(['MOOT', 'MOOT']);
  });

  it('goes to confirmed addresses only, and to nobody who refuses it', async () => {
    await change(author, 'email_confirmed_at', null);
    await say();
    await change(author, 'email_confirmed_at', START);
    expect(await at('2026-03-28T08:01:00Z')).toEqual([]);
    for (const refusal of [{ mails: false }, { mails: true, kind: 'COMMENTED', mail: 'OFF' }]) {
      await readAll();
      await set(author, { kind: 'COMMENTED', mail: 'DIGEST' });
      await say();
      await rooms.dispatcher.drain();
      await set(author, refusal);
      rooms.clock.advance(DAY);
      expect(await pass()).toEqual([]);
    }
  });

  it('to an address that its server refuses is given up; a server in trouble is asked again, for that mail only', async () => {
    const others = await Promise.all([1, 2, 3, 4].map(() => aMember(rooms.database, community.id)));
    for (const other of others) await rooms.database.query(`INSERT INTO follows (follower_id, kind, subject_id, community_id, followed_at) VALUES ($1, 'IDEA', $2, $3, $4)`, [other.id, idea.id, community.id, START]);
    const [gone, busy] = [await emailOf(others[0]!), await emailOf(others[1]!)];
    post.answer = (to) => (to === gone ? 550 : to === busy ? 451 : 250);
    await say();
    await at('2026-03-28T08:01:00Z');
    post.answer = (to) => (to === gone ? 550 : 250);
    await rooms.database.query('UPDATE deliveries SET run_at = now()');
    await pass();
    expect(post.received).toHaveLength(4);
    expect(new Set(post.received.map(({ to }) => to)).size).toBe(4);
    expect(await outcomes()).toEqual(['REFUSED', 'SENT', 'SENT', 'SENT', 'SENT']);
  });

  it('that its server never takes holds back nobody else’s', async () => {
    const others = await Promise.all([1, 2, 3, 4, 5, 6].map(() => aMember(rooms.database, community.id)));
    for (const other of others) await rooms.database.query(`INSERT INTO follows (follower_id, kind, subject_id, community_id, followed_at) VALUES ($1, 'IDEA', $2, $3, $4)`, [other.id, idea.id, community.id, START]);
    let first: string | null = null;
    post.answer = (to) => (to === (first ??= to) ? 554 : 250);
    await say();
    expect(await at('2026-03-28T08:01:00Z')).toHaveLength(6);
    await rooms.database.query('UPDATE deliveries SET run_at = now()');
    expect(await pass()).toEqual([]);
    expect(await outcomes()).toEqual(Array(6).fill('SENT'));
    await rooms.database.query('UPDATE deliveries SET run_at = now()');
    expect(await at('2026-04-02T08:02:00Z')).toEqual([]);
    expect((await outcomes()).filter((outcome) => outcome === 'REFUSED')).toHaveLength(1); // five days are enough
    expect(await rooms.database.query('SELECT FROM deliveries')).toEqual([]);
  });

  it('that could not leave for days is followed by one that holds all the rest', async () => {
    const ideas = await Promise.all([2, 3, 4, 5].map((day) => anIdea(rooms.database, community.id, { author_id: author.id, title: `Thought of on day ${day}` })));
    post.answer = () => 451;
    await say();
    for (const [day, { id }] of ideas.entries()) {
      await at(`2026-03-${28 + day}T08:01:00Z`);
      await rooms.get(CommentsService).add({ ...VISITOR, accountId: ben.account_id }, { idea: id, body: 'Well thought.' });
    }
    post.answer = () => 250;
    const tried = () => rooms.database.query('UPDATE deliveries SET run_at = now()');
    await tried();
    const [late, ...more] = await at('2026-03-31T22:00:00Z');
    expect([words(late!.raw).includes('A castle with a drawbridge'), more]).toEqual([true, []]);
    await tried();
    const [rest, ...others] = await at('2026-04-01T08:01:00Z');
    expect(others).toEqual([]);
    for (const day of [2, 3, 4, 5]) expect([words(late!.raw), words(rest!.raw)].filter((said) => said.includes(`Thought of on day ${day}`))).toHaveLength(1);
    expect(words(rest!.raw)).not.toContain('A castle with a drawbridge');
    expect(await outcomes()).toEqual(['SENT', 'SENT']);
  });

  it('leaves no errand behind: a month later what was said for us alone is forgotten, what happened and what still waits is kept', async () => {
    const kinds = async () => (await rooms.database.query<{ type: string }>(`SELECT type FROM events WHERE type IN ('comment.added', 'notifications.mailingsMade') ORDER BY sequence`)).map(({ type }) => type);
    await say();
    expect(await at('2026-03-28T08:01:00Z')).toHaveLength(1);
    await readAll();
    post.answer = () => 451;
    await say('And the next day.');
    await at('2026-03-29T08:01:00Z');
    await rooms.database.query(`UPDATE deliveries SET run_at = '2099-01-01'`);
    expect(await kinds()).toEqual(['comment.added', 'notifications.mailingsMade', 'comment.added', 'notifications.mailingsMade']);
    await at('2026-04-29T09:00:00Z');
    expect(await kinds()).toEqual(['comment.added', 'comment.added', 'notifications.mailingsMade']);
  });

  it('and what it was about are forgotten, however many there are', async () => {
    await rooms.database.query(
      `INSERT INTO notifications (id, recipient_id, community_id, kind, reason, matter, idea_id, happened_at, read_at, in_app)
       SELECT gen_random_uuid(), $1, $2, 'POSTED', 'FOLLOWED_CATEGORY', gen_random_uuid(), $3, $4, $4, true FROM generate_series(1, 5100)`,
      [author.id, community.id, idea.id, new Date(START.getTime() - 181 * DAY)]);
    await pass();
    expect(await rooms.database.query('SELECT FROM notifications')).toEqual([]);
  });

  it('comes for every matter of a kind that is wanted by mail alone, and what comes after is in the inbox of who wants it there again', async () => {
    await set(author, { kind: 'COMMENTED', inApp: false });
    await say();
    expect(await at('2026-03-28T08:01:00Z')).toHaveLength(1);
    await say('Nobody could read the first on the site.');
    expect(words((await at('2026-03-29T08:01:00Z'))[0]!.raw)).toContain('Nobody could read');
    await say('Hidden, until another one comes.');
    await set(author, { kind: 'COMMENTED', inApp: true });
    await say('Wanted in the inbox again.');
    expect(await rooms.get(NotificationsQueries).unread(author.id)).toBe(1);
  });

  const readAll = () => {
    rooms.clock.advance(MINUTE);
    return rooms.get(NotificationsService).markRead({ ...VISITOR, accountId: author.account_id }, { community: community.slug, upTo: rooms.clock.now() });
  };
  const outcomes = async () => (await rooms.database.query<{ outcome: string }>('SELECT outcome FROM mailings WHERE ended_at IS NOT NULL ORDER BY outcome')).map(({ outcome }) => outcome);
});

describe('a mail at once', () => {
  it('comes at once, for each matter', async () => {
    await set(author, { kind: 'COMMENTED', mail: 'AT_ONCE' });
    await say('One.');
    expect(post.received).toHaveLength(1);
    await say('Two.');
    expect(post.received).toHaveLength(2);
    expect(await at('2026-03-28T08:01:00Z')).toEqual([]);
  });
});

describe('what a mail says', () => {
  it.each(MAIL_LANGUAGES)('it says in the reader’s language: %s', async (language) => {
    await change(author, 'locale', language);
    await rooms.database.query(`INSERT INTO notifications (id, recipient_id, community_id, kind, reason, matter, idea_id, rung, happened_at, in_app, mail_due_at)
      VALUES (gen_random_uuid(), $1, $2, 'RUNG', 'AUTHOR', gen_random_uuid(), $3, 1, $4, true, $4)`, [author.id, community.id, idea.id, START]);
    rooms.clock.advance(HOUR);
    const [mail] = await pass();
    expect(header(mail!.raw, 'Content-Language')).toBe(language);
    expect(header(mail!.raw, 'Content-Type')).toContain('multipart/alternative');
    const said = words(mail!.raw);
    expect(said).toContain(language === 'fr' ? 'Bonjour Member' : 'Hello Member');
    expect(said).toContain(language === 'fr' ? '0 soutiens vérifiés, prochaine étape à 100' : '0 verified supporters, next step at 100');
    expect(said).toContain('░'.repeat(20));
    expect(said).toContain('<table role="img"');
    expect(said).toContain(`https://fans.example/c/bricks/ideas/${idea.id}`);
  });

  it('is escaped, whoever wrote it', async () => {
    await rooms.database.query('UPDATE members SET display_name = $2 WHERE id = $1', [ben.id, '<img src=x>']);
    await say('<script>alert(1)</script>');
    const [mail] = await at('2026-03-28T08:01:00Z');
    expect(words(mail!.raw).split('text/html')[1]).not.toMatch(/<script|<img/);
  });

  it('stops at one press, without signing in: the header says how, and only our own links do', async () => {
    await say();
    const [mail] = await at('2026-03-28T08:01:00Z');
    expect(header(mail!.raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(mail!.raw, 'List-Id')).toBe('<bricks.fans.example>');
    const token = /<https:\/\/fans\.example\/mail\/unsubscribe\/([^>]+)>/.exec(header(mail!.raw, 'List-Unsubscribe')!)![1]!;
    expect(words(mail!.raw)).toContain(token);
    const unsubscribe = rooms.get(UnsubscribeService);
    const [said, signature] = token.split('.') as [string, string];
    const forged = Buffer.from(`${ben.id} ALL`).toString('base64url');
    for (const bad of ['', 'x', said, `${forged}.${signature}`, `${said}.${signature.slice(1)}A`]) {
      expect([await unsubscribe.read(bad), await unsubscribe.stop(bad)]).toEqual([null, false]);
    }
    expect(await unsubscribe.read(token)).toEqual({ memberId: author.id, communityId: community.id, kind: null, active: true });
    expect(await unsubscribe.stop(token)).toBe(true);
    expect(await unsubscribe.stop(token)).toBe(true);
    expect(await unsubscribe.read(token)).toMatchObject({ active: false });
    await say('Nobody hears.');
    expect(await at('2026-03-29T08:01:00Z')).toEqual([]);
  });
});
