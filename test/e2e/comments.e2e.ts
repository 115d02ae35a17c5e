import { aComment, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let ana: Client;
let ben: Client;
let stranger: Client;
let communityId: string;
let idea: string;

beforeAll(async () => {
  app = await startApp();
  [ana, ben, stranger] = await Promise.all([app.visitor().signUp(), app.visitor().signUp(), app.visitor().signUp()]);
  await ana.sql('UPDATE accounts SET is_operator = true WHERE email = $1', [ana.person!.email]);
  for (const slug of ['bricks', 'cars']) await ana.mutate('createCommunity', { slug, name: slug, terms: 'x' }, 'community { id }');
  await ana.join('bricks', 'ana');
  await ben.join('bricks', 'ben-b');
  await stranger.join('cars', 'carl');
  communityId = (await ana.get('{ community(slug: "bricks") { id } }')).community.id;
});
beforeEach(async () => {
  idea = (await anIdea(app.database, communityId)).id;
});
afterAll(() => app?.stop());

const COMMENT = `id body bodyHtml author { handle } parent { id } inReplyTo { id } byStaff deletedAt editedAt helpfulCount
  viewerMarkedHelpful interest { kind note } versions { number body } idea { id }`;

const add = async (client: Client, body: string, more: object = {}) =>
  (await client.mutate('addComment', { idea, body, ...more }, `comment { ${COMMENT} }`)).comment;

const wordings = (client: Client, id: string) =>
  client.get('query ($id: ID!) { comment(id: $id) { id versions { number body bodyDiff { kind text } } } }', { id }).then((data) => data.comment);

const thread = (client: Client, args = '') =>
  client
    .get(
      `query ($id: ID!) { idea(id: $id) { commentCount comments${args} { totalCount pageInfo { hasNextPage endCursor }
        nodes { ${COMMENT} viewerCan { edit { allowed reason } delete { allowed } markHelpful { allowed reason } }
          replies { totalCount nodes { ${COMMENT} } } } } } }`,
      { id: idea },
    )
    .then((data) => data.idea);

describe('a discussion', () => {
  it('has two levels, with whom each reply answers', async () => {
    const root = await add(ana, 'What about **wheels**?', { interest: { kind: 'PROFESSIONAL', note: 'I design wheels' } });
    const reply = await add(ben, 'Round ones!', { parent: root.id });
    const deeper = await add(ana, 'Obviously.', { parent: reply.id });
    const { commentCount, comments } = await thread(app.visitor());
    expect([commentCount, comments.totalCount]).toEqual([3, 1]);
    expect(comments.nodes[0]).toMatchObject({
      body: 'What about **wheels**?', author: { handle: 'ana' }, parent: null, inReplyTo: null, byStaff: true,
      interest: { kind: 'PROFESSIONAL', note: 'I design wheels' }, versions: [{ number: 1 }], idea: { id: idea },
    });
    expect(comments.nodes[0].bodyHtml).toContain('<strong>wheels</strong>');
    expect(comments.nodes[0].replies.totalCount).toBe(2);
    expect(comments.nodes[0].replies.nodes).toMatchObject([
      { id: reply.id, parent: { id: root.id }, inReplyTo: { id: root.id }, byStaff: false, interest: null },
      { id: deeper.id, parent: { id: root.id }, inReplyTo: { id: reply.id } },
    ]);
  });

  it('is written by members, within limits', async () => {
    const refusal = (client: Client, change: object = {}) => client.refusal('addComment', { idea, body: 'x', ...change }, 'comment { id }');
    expect(await refusal(app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(stranger)).toBe('NOT_A_MEMBER');
    expect(await refusal(ana, { body: '  ' })).toBe('EMPTY_TEXT');
    expect(await refusal(ana, { body: 'x'.repeat(5_001) })).toBe('TOO_LONG');
    expect(await refusal(ana, { idea: '00000000-0000-7000-8000-000000000000' })).toBe('NOT_FOUND');
    expect(await refusal(ana, { idea: 'nonsense' })).toBe('NOT_FOUND');
    expect(await refusal(ana, { parent: '00000000-0000-7000-8000-000000000000' })).toBe('NOT_FOUND');
    await ana.sql(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea]);
    expect(await refusal(ana)).toBe('COMMENTS_CLOSED');
  });

  it('is hidden with an idea that was removed', async () => {
    await add(ana, 'Hidden soon');
    await ana.sql(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea]);
    for (const client of [app.visitor(), ben]) {
      const seen = await thread(client);
      expect([seen.commentCount, seen.comments.totalCount, seen.comments.nodes]).toEqual([0, 0, []]);
    }
  });

  it('answers a retry with the same comment', async () => {
    const input = { idempotencyKey: `retry-${idea}` };
    expect((await add(ana, 'Once', input)).id).toBe((await add(ana, 'Once', input)).id);
    expect((await thread(ana)).commentCount).toBe(1);
    expect(await ana.refusal('addComment', { idea, body: 'Twice', ...input }, 'comment { id }')).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('shows each reader what they may do', async () => {
    await add(ben, 'Mine');
    const can = async (client: Client) => (await thread(client)).comments.nodes[0].viewerCan;
    expect(await can(ben)).toMatchObject({ edit: { allowed: true }, delete: { allowed: true }, markHelpful: { allowed: false, reason: 'OWN_COMMENT' } });
    expect(await can(ana)).toMatchObject({ edit: { allowed: false, reason: 'NOT_ALLOWED' }, delete: { allowed: false }, markHelpful: { allowed: true } });
    expect(await can(stranger)).toMatchObject({ markHelpful: { allowed: false, reason: 'NOT_A_MEMBER' } });
    expect(await can(app.visitor())).toMatchObject({ edit: { reason: 'SIGN_IN_REQUIRED' }, markHelpful: { reason: 'SIGN_IN_REQUIRED' } });
  });
});

describe('a comment of one’s own', () => {
  it('is edited with its history', async () => {
    const { id } = await add(ben, 'Frist');
    const { comment } = await ben.mutate('editComment', { comment: id, body: 'First' }, `comment { ${COMMENT} }`);
    expect(comment).toMatchObject({ body: 'First', editedAt: expect.any(String), versions: [{ number: 1, body: 'Frist' }, { number: 2, body: 'First' }] });
    expect(await ana.refusal('editComment', { comment: id, body: 'Mine' }, 'comment { id }')).toBe('NOT_ALLOWED');
    expect(await app.visitor().refusal('editComment', { comment: id, body: 'Mine' }, 'comment { id }')).toBe('SIGN_IN_REQUIRED');
  });

  it('shows each wording against the one before', async () => {
    const { id } = await add(ben, 'It has two wheels.');
    await ben.mutate('editComment', { comment: id, body: 'It has three wheels.' }, 'comment { id }');
    const { versions } = await wordings(app.visitor(), id);
    expect(versions[0].bodyDiff).toEqual([{ kind: 'SAME', text: 'It has two wheels.' }]);
    expect(versions[1].bodyDiff).toEqual([
      { kind: 'SAME', text: 'It has ' },
      { kind: 'REMOVED', text: 'two' },
      { kind: 'ADDED', text: 'three' },
      { kind: 'SAME', text: ' wheels.' },
    ]);
  });

  it('is found by its id, by whoever may read its idea, and by nobody once it is erased', async () => {
    const { id } = await add(ben, 'Frist');
    await ben.mutate('editComment', { comment: id, body: 'First' }, 'comment { id }');
    expect(await wordings(app.visitor(), id.toUpperCase())).toMatchObject({ versions: [{ body: 'Frist' }, { body: 'First' }] });
    for (const unknown of ['x', idea]) expect(await wordings(ben, unknown)).toBeNull();
    await ben.sql(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea]);
    expect(await wordings(stranger, id)).toBeNull();
    expect(await wordings(app.visitor(), id)).toBeNull();
    expect(await wordings(ben, id)).toMatchObject({ id });
    await ben.mutate('deleteComment', { comment: id }, 'comment { id }');
    expect(await wordings(ben, id)).toBeNull();
  });

  it('is erased to a tombstone that keeps the thread', async () => {
    const { id } = await add(ben, 'Regret');
    await ben.mutate('editComment', { comment: id, body: 'Regret it' }, 'comment { id }');
    await add(ana, 'Answer', { parent: id });
    expect(await ana.refusal('deleteComment', { comment: id }, 'comment { id }')).toBe('NOT_ALLOWED');
    const gone = { body: '', author: null, deletedAt: expect.any(String), versions: [], helpfulCount: 0 };
    expect((await ben.mutate('deleteComment', { comment: id }, `comment { ${COMMENT} }`)).comment).toMatchObject(gone);
    const seen = await thread(ben);
    expect(seen.commentCount).toBe(1);
    expect(seen.comments.nodes[0]).toMatchObject({ ...gone, id, replies: { nodes: [{ body: 'Answer', inReplyTo: { id } }] } });
    expect(await ben.refusal('deleteComment', { comment: id }, 'comment { id }')).toBe('COMMENT_DELETED');
    expect(await ana.refusal('addComment', { idea, parent: id, body: 'x' }, 'comment { id }')).toBe('COMMENT_DELETED');
  });

  it('is found again by its writer alone', async () => {
    await add(ben, 'Ben was here');
    const ask = 'query { viewer { comments(community: "bricks", first: 1) { nodes { body idea { id } } } } }';
    expect((await ben.get(ask)).viewer.comments.nodes).toEqual([{ body: 'Ben was here', idea: { id: idea } }]);
    expect((await stranger.get(ask)).viewer.comments.nodes).toEqual([]);
    expect((await app.visitor().get(ask)).viewer).toBeNull();
  });
});

describe('helpful marks', () => {
  it('count one per member and order the discussion', async () => {
    const [one, two] = [await add(ana, 'One'), await add(ana, 'Two')];
    for (let times = 0; times < 2; times += 1) {
      const { comment } = await ben.mutate('markHelpful', { comment: two.id }, 'comment { helpfulCount viewerMarkedHelpful }');
      expect(comment).toEqual({ helpfulCount: 1, viewerMarkedHelpful: true });
    }
    expect(await ana.refusal('markHelpful', { comment: two.id }, 'comment { id }')).toBe('OWN_COMMENT');
    expect(await stranger.refusal('markHelpful', { comment: two.id }, 'comment { id }')).toBe('NOT_A_MEMBER');
    const ids = async (order: string) => (await thread(ana, `(orderBy: ${order})`)).comments.nodes.map((node: { id: string }) => node.id);
    expect(await ids('HELPFUL')).toEqual([two.id, one.id]);
    expect(await ids('OLDEST')).toEqual([one.id, two.id]);
    expect(await ids('NEWEST')).toEqual([two.id, one.id]);
    const { comment } = await ben.mutate('unmarkHelpful', { comment: two.id }, 'comment { helpfulCount viewerMarkedHelpful }');
    expect(comment).toEqual({ helpfulCount: 0, viewerMarkedHelpful: false });
  });
});

describe('pages', () => {
  it('have every comment once in every order, also where times are equal', async () => {
    const at = new Date('2026-02-03T04:05:06.789Z');
    for (let n = 0; n < 5; n += 1) await aComment(app.database, { id: idea, community_id: communityId }, { created_at: at });
    for (const order of ['OLDEST', 'NEWEST', 'HELPFUL']) {
      const seen: string[] = [];
      for (let after = 'null', more = true; more; ) {
        const { comments } = await thread(app.visitor(), `(first: 2, orderBy: ${order}, after: ${after})`);
        seen.push(...comments.nodes.map((node: { id: string }) => node.id));
        more = comments.pageInfo.hasNextPage;
        after = JSON.stringify(comments.pageInfo.endCursor);
      }
      expect(seen, order).toHaveLength(5);
      expect(new Set(seen).size, order).toBe(5);
    }
  });

  it('that cannot be asked for are refused', async () => {
    const ask = (args: string) => app.visitor().ask(`query ($id: ID!) { idea(id: $id) { comments${args} { totalCount } } }`, { id: idea });
    const cursor = (value: unknown) => JSON.stringify(Buffer.from(JSON.stringify(value)).toString('base64url'));
    const time = '2026-01-01T00:00:00.000Z';
    const id = '01900000-0000-7000-8000-000000000000';
    for (const args of ['(first: 0)', '(first: 1000)', '(first: -1)']) expect((await ask(args)).code, args).toBe('INVALID_PAGE_SIZE');
    for (const after of ['"x"', cursor(['NEWEST', time, id]), cursor(['OLDEST', 'soon', id]), cursor(['OLDEST', time, 'id'])]) {
      expect((await ask(`(after: ${after})`)).code, after).toBe('INVALID_CURSOR');
    }
    for (const helpful of [1.5, 1e300, '1']) {
      expect((await ask(`(orderBy: HELPFUL, after: ${cursor(['HELPFUL', time, id, helpful])})`)).code).toBe('INVALID_CURSOR');
    }
  });

  it('are read together: a thread costs no query per comment', async () => {
    for (let n = 0; n < 6; n += 1) {
      const root = await add(ana, `Root ${n}`);
      for (let r = 0; r < 3; r += 1) await add(r % 2 ? ana : ben, `Reply ${n}.${r}`, { parent: root.id });
    }
    const statements = async (first: number) => {
      const read = async () => {
        const { comments } = await thread(ben, `(first: ${first})`);
        expect(comments.nodes).toHaveLength(first);
        expect(comments.nodes.at(-1).replies.nodes).toHaveLength(3);
      };
      return statementsOf(app, read, /\b(comments|comment_versions|comment_tallies|helpful_marks|members m)\b/);
    };
    const [few, many] = [await statements(2), await statements(6)];
    expect(many).toBe(few);
    expect(many).toBeGreaterThan(5);
    expect(many).toBeLessThanOrEqual(12);
  });
});
