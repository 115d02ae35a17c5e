import { bootRooms, type Rooms } from '@fanfare/testing';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { DevMailbox, type Letters, mailboxPage, Mailer, MailModule } from './index.js';

const letters: Letters<{ name: string }> = {
  en: ({ name }) => ({ subject: `Welcome ${name}`, greeting: `Hello ${name},`, paragraphs: ['good to see you.'] }),
  fr: ({ name }) => ({ subject: `Bienvenue ${name}`, greeting: `Bonjour ${name},`, paragraphs: ['quel plaisir de vous voir.'] }),
};

let rooms: Rooms | undefined;
let server: SMTPServer | undefined;
afterEach(async () => {
  await rooms?.close();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  [rooms, server] = [undefined, undefined];
});

interface Received {
  readonly to: string[];
  readonly from: string;
  readonly raw: string;
}

/** A real SMTP server; `refuse` makes it answer the first mails with a temporary error. */
async function postOffice({ refuse = 0 } = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  let refusals = refuse;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => {
        if (refusals-- > 0) return done(Object.assign(new Error('later'), { responseCode: 451 }));
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), from, raw });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received };
}

function header(raw: string, name: string): string | undefined {
  const [head = ''] = raw.split('\r\n\r\n');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head.replace(/\r\n[ \t]+/g, ' '))?.[1]?.trim();
}

const toAda = { to: 'ada@example.org', locale: 'en', deliveryId: 'event-1:access.mail' };

describe('mail by SMTP', () => {
  it('arrives as text and HTML, marked as written by a machine', async () => {
    const { url, received } = await postOffice();
    rooms = await bootRooms([MailModule], { env: { SMTP_URL: url, PUBLIC_URL: 'https://fans.example', MAIL_FROM: 'Fans <hello@fans.example>' } });
    await rooms.get(Mailer).send({ ...toAda, locale: 'fr-CA' }, letters, { name: 'Zoé' });
    const [{ to, from, raw }] = received as [Received];
    expect([to, from]).toEqual([['ada@example.org'], 'hello@fans.example']);
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(raw, 'Content-Language')).toBe('fr');
    expect(header(raw, 'From')).toBe('Fans <hello@fans.example>');
    expect(header(raw, 'Subject')).toMatch(/^=\?UTF-8\?/);
    expect(header(raw, 'Content-Type')).toContain('multipart/alternative');
    expect(raw).toContain('text/plain');
    expect(await rooms.get(DevMailbox).list()).toEqual([]);
  });

  it('has the same Message-ID each time one delivery is tried, and another for another', async () => {
    const { url, received } = await postOffice({ refuse: 1 });
    rooms = await bootRooms([MailModule], { env: { SMTP_URL: url } });
    const mailer = rooms.get(Mailer);
    await expect(mailer.send(toAda, letters, { name: 'Ada' })).rejects.toThrow('later');
    await mailer.send(toAda, letters, { name: 'Ada' });
    await mailer.send(toAda, letters, { name: 'Ada' });
    await mailer.send({ ...toAda, deliveryId: 'event-2:access.mail' }, letters, { name: 'Ada' });
    const ids = received.map(({ raw }) => header(raw, 'Message-ID'));
    expect(ids).toHaveLength(3);
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@localhost>$/);
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false]);
  });
});

describe('without SMTP', () => {
  it('mail lands once per delivery in a mailbox, the newest first', async () => {
    rooms = await bootRooms([MailModule]);
    const mailer = rooms.get(Mailer);
    await mailer.send(toAda, letters, { name: 'Ada' });
    await mailer.send(toAda, letters, { name: 'Ada' });
    rooms.clock.advance(1000);
    await mailer.send({ to: 'zoe@example.org', locale: 'fr', deliveryId: 'event-2' }, letters, { name: '<Zoé>' });
    const mails = await rooms.get(DevMailbox).list();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([['zoe@example.org', 'Bienvenue <Zoé>'], ['ada@example.org', 'Welcome Ada']]);
    expect(Object.keys(mails[0]!).sort()).toEqual(['at', 'from', 'headers', 'html', 'id', 'subject', 'text', 'to']);
    expect(mails[0]!.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'Message-ID': expect.stringContaining('@localhost>') });
    const page = mailboxPage(mails);
    expect(page).toContain('Bienvenue &#60;Zoé&#62;');
    expect(page).not.toContain('<Zoé>');
    expect(page).not.toContain('<script');
    expect(mailboxPage([])).toContain('No mail yet');
  });

  it('production keeps mail waiting instead of keeping people’s codes in a table', async () => {
    rooms = await bootRooms([MailModule], { env: { NODE_ENV: 'production', SEED_DEMO: '0' } });
    await expect(rooms.get(Mailer).send(toAda, letters, { name: 'Ada' })).rejects.toThrow('SMTP_URL is not set');
    expect(await rooms.get(DevMailbox).list()).toEqual([]);
  });
});
