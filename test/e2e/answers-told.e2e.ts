import { anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';

let app: App;
let brand: Brand;
beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
});
afterAll(() => app?.stop());

interface Notice {
  readonly kind: string;
  readonly reason: string;
  readonly status: string | null;
  readonly idea: { id: string } | null;
}

async function inbox(by: Client, idea: string): Promise<Notice[]> {
  await app.dispatcher.drain();
  const { viewer } = await by.get('query ($c: String!) { viewer { inbox(community: $c, first: 50) { nodes { kind reason status idea { id } } } } }', { c: brand.slug });
  return (viewer.inbox.nodes as Notice[]).filter((notice) => notice.idea?.id === idea);
}

const told = (by: Client, idea: string, count: number) => eventually(() => inbox(by, idea), (notices) => notices.length >= count);
const answer = (idea: string, input: object) => brand.manager.mutate('answerIdea', { idea, response: 'Here is how it goes.', ...input }, 'idea { credits { id } }');

describe('whoever cares is told', () => {
  it('of a move by the move, of a further response by itself, once each', async () => {
    const { id } = await anIdea(app.database, brand.communityId, { author_id: brand.fanId });
    await brand.rival.mutate('castVote', { idea: id }, 'idea { id }');
    await answer(id, { status: 'PLANNED' });
    await answer(id, {});
    expect(await told(brand.fan, id, 2)).toMatchObject([{ kind: 'ANSWERED', reason: 'AUTHOR', status: null }, { kind: 'ANSWERED', reason: 'AUTHOR', status: 'PLANNED' }]);
    expect(await told(brand.rival, id, 2)).toMatchObject([{ kind: 'ANSWERED', reason: 'BACKED' }, { kind: 'ANSWERED', reason: 'BACKED' }]);
    expect(await inbox(brand.manager, id)).toEqual([]);
    expect(await inbox(brand.owner, id)).toEqual([]);
  });

  it('of their credit, and of none that was withdrawn at once', async () => {
    const { id } = await anIdea(app.database, brand.communityId, { author_id: brand.fanId, status: 'IN_PROGRESS' });
    await answer(id, { status: 'DELIVERED', credits: { ideas: [id] } });
    const notices = await told(brand.fan, id, 2);
    expect(notices.map(({ kind, reason }) => `${kind} ${reason}`).sort()).toEqual(['ANSWERED AUTHOR', 'CREDITED YOU']);
    const other = (await anIdea(app.database, brand.communityId, { status: 'DELIVERED' })).id;
    await app.database.query(
      `INSERT INTO credits (id, idea_id, community_id, member_id, given_at, withdrawn_at, withdrawn_reason) VALUES ($1, $1, $2, $3, now(), now(), 'A mistake.')`,
      [other, brand.communityId, brand.fanId]);
    await app.database.query(
      `WITH e AS (INSERT INTO events (id, type, community_id, subject_id, payload, occurred_at) VALUES ($1, 'credit.given', $2, $1, $3::jsonb, now()) RETURNING id)
       INSERT INTO deliveries (event_id, handler) SELECT id, 'notifications.creditGiven' FROM e`,
      [other, brand.communityId, JSON.stringify({ creditId: other, memberId: brand.fanId, ideaId: other, sourceId: null })]);
    expect(await inbox(brand.fan, other)).toEqual([]);
  });
});

describe('the mail of an answer before it is out', () => {
  const PREVIEW = 'query ($id: ID!, $input: AnswerPreviewInput!) { idea(id: $id) { id answerPreview(input: $input) { subject text html locale } } }';
  const response = 'We start in **spring**, with the drawbridge first.';
  /** What stands above the signature, whoever is greeted. */
  const body = (text: string) => text.split('\n-- \n')[0]!.split('\n').slice(1).join('\n');

  it.each(['en', 'fr'])('is the very letter that whoever backs the idea gets, in %s', async (locale) => {
    const backer = await app.visitor().signUp({ locale });
    await backer.confirm();
    await backer.join(brand.slug);
    await backer.mutate('setNotificationPreference', { community: brand.slug, kind: 'ANSWERED', mail: 'AT_ONCE' }, '__typename');
    const { id } = await anIdea(app.database, brand.communityId, { author_id: brand.fanId, title: `A castle that opens (${locale})` });
    await backer.mutate('castVote', { idea: id }, 'idea { id }');
    const input = { status: 'PLANNED', response, locale };
    const { answerPreview: preview } = (await brand.manager.get(PREVIEW, { id, input }))['idea'];
    await answer(id, { status: 'PLANNED', response });
    const mail = await eventually(() => app.dispatcher.drain().then(() => backer.mailTo(backer.person!.email, 'A castle that opens')), Boolean);
    expect(preview.locale).toBe(locale);
    expect(preview.subject).toBe(mail.subject);
    expect(body(preview.text)).toBe(body(mail.text));
    expect(body(preview.text)).toContain('We start in spring');
  });

  it('says nothing of a move where there is none', async () => {
    const { id } = await anIdea(app.database, brand.communityId, { title: 'A bridge that stays' });
    const { answerPreview: preview } = (await brand.manager.get(PREVIEW, { id, input: { status: 'OPEN', response, locale: 'fr' } }))['idea'];
    expect(preview.subject).toMatch(/^A bridge that stays : .* a répondu\.$/);
    expect(preview.text).toContain('«\u00A0We start in spring, with the drawbridge first.\u00A0»');
  });

  it('is shown to the brand alone, and stops nobody’s mails', async () => {
    const { id } = await anIdea(app.database, brand.communityId);
    const input = { status: 'OPEN', response };
    const { answerPreview: preview } = (await brand.owner.get(PREVIEW, { id, input }))['idea'];
    expect(preview.html).not.toContain('unsubscribe');
    for (const who of ['fan', 'moderator', 'rival', 'operator'] as const) {
      const { data, code } = await brand[who].ask(PREVIEW, { id, input });
      expect([data!['idea'], code]).toEqual([{ id, answerPreview: null }, 'NOT_ALLOWED']);
    }
    expect((await app.visitor().ask(PREVIEW, { id, input })).code).toBe('SIGN_IN_REQUIRED');
    expect((await brand.owner.ask(PREVIEW, { id, input: { ...input, status: 'MERGED' } })).code).toBe('INVALID_INPUT');
  });
});
