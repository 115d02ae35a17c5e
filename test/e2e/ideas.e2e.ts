import { newId } from '@fanfare/kernel';
import { aCategory, aCommunity, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';

let app: App;
let ana: Client;
let ben: Client;
let stranger: Client;
let community: { id: string; slug: string };
let category: string;

const TEXT = { title: 'A lighthouse with a working lamp', body: 'It should **turn**, and shine, and be taller than any ship.' };

beforeAll(async () => {
  app = await startApp();
  [ana, ben, stranger] = await Promise.all([app.visitor().signUp(), app.visitor().signUp(), app.visitor().signUp()]);
});
beforeEach(async () => {
  community = await aCommunity(app.database);
  category = (await aCategory(app.database, community.id, { slug: 'sets', name: 'Sets' })).id;
  await ana.join(community.slug, 'ana');
  await ben.join(community.slug, 'ben');
});
afterAll(() => app?.stop());

const submit = async (more: object = {}, by = ana) =>
  (await by.mutate('submitIdea', { community: community.slug, ...TEXT, ...more }, 'idea { id }')).idea.id as string;
const refused = (name: string, input: object, by = ana, selection = 'idea { id }') => by.refusal(name, { ...input }, selection);
const read = async (id: string, selection: string, by: Client = app.visitor()) =>
  (await by.get(`query ($id: ID!) { idea(id: $id) { ${selection} } }`, { id })).idea;

describe('an idea', () => {
  it('is posted and read by anybody, whole', async () => {
    const id = await submit({ category, interest: { kind: 'EMPLOYEE', note: 'I work there' } });
    const idea = await read(id, `id title body bodyHtml excerpt status createdAt editedAt labels votingOpen deadline
      community { slug } category { slug } author { handle } interest { kind note } rung { position } nextRung { position support days }
      officialResponse { id } mergedInto { id } merged { id } similar { score }
      history { id from to actor { handle } response { id } reason } versions { number title titleDiff { kind text } }
      viewerCan { edit { allowed reason } vote { allowed reason } comment { allowed reason } }`);
    const signIn = { allowed: false, reason: 'SIGN_IN_REQUIRED' };
    expect(idea).toMatchObject({
      id, ...TEXT, status: 'OPEN', editedAt: null, labels: [], votingOpen: true,
      excerpt: 'It should turn, and shine, and be taller than any ship.',
      community: { slug: community.slug }, category: { slug: 'sets' }, author: { handle: 'ana' },
      interest: { kind: 'EMPLOYEE', note: 'I work there' }, rung: null, nextRung: { position: 1, support: 100, days: 60 },
      officialResponse: null, mergedInto: null, merged: [], similar: [],
      history: [{ id, from: null, to: 'OPEN', actor: { handle: 'ana' }, response: null, reason: null }],
      versions: [{ number: 1, title: TEXT.title, titleDiff: [{ kind: 'SAME', text: TEXT.title }] }],
      viewerCan: { edit: signIn, vote: signIn, comment: signIn },
    });
    expect(idea.bodyHtml).toContain('<strong>turn</strong>');
    expect(Date.parse(idea.deadline) - Date.parse(idea.createdAt)).toBe(60 * 86_400_000);
  });

  it('tells each reader what they may do and why not', async () => {
    const id = await submit();
    const can = (by: Client) => read(id, 'viewerCan { edit { allowed reason } vote { allowed reason } comment { allowed } }', by).then((idea) => idea.viewerCan);
    expect(await can(ana)).toEqual({ edit: { allowed: true, reason: null }, vote: { allowed: true, reason: null }, comment: { allowed: true } });
    expect(await can(ben)).toMatchObject({ edit: { allowed: false, reason: 'NOT_ALLOWED' }, vote: { allowed: true } });
    expect(await can(stranger)).toMatchObject({ vote: { allowed: false, reason: 'NOT_A_MEMBER' }, comment: { allowed: false } });
  });

  it('is refused with a code', async () => {
    const base = { community: community.slug, ...TEXT };
    const foreign = await aCategory(app.database, (await aCommunity(app.database)).id);
    expect(await refused('submitIdea', base, app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await refused('submitIdea', base, stranger)).toBe('NOT_A_MEMBER');
    expect(await refused('submitIdea', { ...base, community: 'nowhere' })).toBe('NOT_FOUND');
    expect(await refused('submitIdea', { ...base, category: foreign.id })).toBe('UNKNOWN_CATEGORY');
    expect(await refused('submitIdea', { ...base, category: 'nonsense' })).toBe('UNKNOWN_CATEGORY');
    expect(await refused('submitIdea', { ...base, title: '' })).toBe('EMPTY_TEXT');
    expect(await refused('submitIdea', { ...base, title: ' \u202e\u0007 ' })).toBe('EMPTY_TEXT');
    expect(await refused('submitIdea', { ...base, title: 'é'.repeat(121) })).toBe('TOO_LONG');
    expect(await refused('submitIdea', { ...base, body: 'x'.repeat(10_001) })).toBe('TOO_LONG');
    expect(await refused('submitIdea', { ...base, idempotencyKey: 'k'.repeat(201) })).toBe('TOO_LONG');
    expect(await refused('submitIdea', { ...base, draft: 'nonsense' })).toBe('NOT_FOUND');
    expect(await refused('submitIdea', { ...base, interest: { kind: 'PAID', note: 'x'.repeat(201) } })).toBe('TOO_LONG');
  });

  it('is one however often the same request arrives', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => submit({ idempotencyKey: 'once' })));
    expect(new Set(ids).size).toBe(1);
    expect(await refused('submitIdea', { community: community.slug, ...TEXT, title: 'Something else entirely', idempotencyKey: 'once' })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await submit({ idempotencyKey: 'once' }, ben)).not.toBe(ids[0]);
  });

  it('is null for ids that name nothing', async () => {
    for (const id of [newId(), 'nonsense', '', `${newId()}'`]) expect(await read(id, 'id')).toBeNull();
  });
});

describe('an edit', () => {
  it('keeps versions with what changed', async () => {
    const id = await submit();
    const { idea } = await ana.mutate('editIdea', { idea: id, title: 'A lighthouse with two working lamps', category }, 'idea { title editedAt category { slug } }');
    expect(idea).toMatchObject({ title: 'A lighthouse with two working lamps', category: { slug: 'sets' } });
    expect(idea.editedAt).not.toBeNull();
    const { versions } = await read(id, 'versions { number title at titleDiff { kind text } bodyDiff { kind } }');
    expect(versions.map((version: { number: number }) => version.number)).toEqual([1, 2]);
    expect(versions[1].titleDiff).toEqual([
      { kind: 'SAME', text: 'A lighthouse with ' },
      { kind: 'REMOVED', text: 'a' },
      { kind: 'ADDED', text: 'two' },
      { kind: 'SAME', text: ' working ' },
      { kind: 'REMOVED', text: 'lamp' },
      { kind: 'ADDED', text: 'lamps' },
    ]);
    expect(versions[1].bodyDiff).toEqual([{ kind: 'SAME' }]);
  });

  it('that changes nothing leaves no trace', async () => {
    const id = await submit();
    await ana.mutate('editIdea', { idea: id, ...TEXT }, 'idea { id }');
    expect(await read(id, 'editedAt versions { number }')).toEqual({ editedAt: null, versions: [{ number: 1 }] });
  });

  it('is the author’s, while the idea is open or under review', async () => {
    const id = await submit();
    const title = 'Somebody else’s title here';
    expect(await refused('editIdea', { idea: id, title }, ben)).toBe('NOT_ALLOWED');
    expect(await refused('editIdea', { idea: id, title }, app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await refused('editIdea', { idea: newId(), title })).toBe('NOT_FOUND');
    expect(await refused('editIdea', { idea: 'nonsense', title })).toBe('NOT_FOUND');
    expect(await refused('editIdea', { idea: id, title, version: 7 })).toBe('STALE_VERSION');
    await ana.sql(`UPDATE ideas SET status = 'DECLINED', deadline = NULL WHERE id = $1`, [id]);
    expect(await refused('editIdea', { idea: id, title })).toBe('IDEA_NOT_EDITABLE');
  });
});

describe('a draft', () => {
  const save = async (more: object = {}) => (await ana.mutate('saveDraft', { community: community.slug, ...more }, 'draft { id title body status }')).draft;
  const drafts = async (by: Client) => (await by.get('query ($c: String!) { viewer { drafts(community: $c) { id title } } }', { c: community.slug })).viewer.drafts;

  it('is kept, found again, posted, and gone from the drafts', async () => {
    const draft = await save({ title: 'A light' });
    expect(draft).toMatchObject({ title: 'A light', body: '', status: 'DRAFT' });
    await save({ draft: draft.id, ...TEXT });
    expect(await drafts(ana)).toEqual([{ id: draft.id, title: TEXT.title }]);
    expect(await submit({ draft: draft.id })).toBe(draft.id);
    expect(await drafts(ana)).toEqual([]);
    expect(await read(draft.id, 'status')).toEqual({ status: 'OPEN' });
  });

  it('is nobody else’s, by id or in any list', async () => {
    const draft = await save(TEXT);
    expect(await read(draft.id, 'id', ben)).toBeNull();
    expect(await read(draft.id, 'id')).toBeNull();
    expect(await drafts(ben)).toEqual([]);
    expect(await refused('saveDraft', { community: community.slug, draft: draft.id, title: 'Mine' }, ben, 'draft { id }')).toBe('NOT_FOUND');
    expect(await refused('discardDraft', { draft: draft.id }, ben, 'discarded')).toBe('NOT_FOUND');
    const { community: found } = await ana.get(
      `query ($c: String!) { community(slug: $c) { ideas { nodes { id } totalCount } statusCounts { status } similarIdeas(title: "${TEXT.title}") { score } member(handle: "ana") { ideaCount ideas { nodes { id } } } } }`,
      { c: community.slug },
    );
    expect(found).toEqual({ ideas: { nodes: [], totalCount: 0 }, statusCounts: [], similarIdeas: [], member: { ideaCount: 0, ideas: { nodes: [] } } });
  });

  it('is discarded', async () => {
    const draft = await save({ title: 'A light' });
    expect(await ana.mutate('discardDraft', { draft: draft.id }, 'discarded')).toEqual({ discarded: true });
    expect(await refused('discardDraft', { draft: draft.id }, ana, 'discarded')).toBe('NOT_FOUND');
    const posted = await submit();
    expect(await refused('discardDraft', { draft: posted }, ana, 'discarded')).toBe('IDEA_NOT_DRAFT');
  });
});

describe('what became of an idea', () => {
  it('shows its moves, the answer and its duplicates', async () => {
    const id = await submit();
    const duplicate = await submit({}, ben);
    const [response, move] = [newId(), newId()];
    await ana.sql(`UPDATE ideas SET status = 'PLANNED', deadline = NULL WHERE id = $1`, [id]);
    await ana.sql(`INSERT INTO official_responses VALUES ($1, $2, $3, NULL, 'PLANNED', 'We **will**.', now())`, [response, id, community.id]);
    await ana.sql(
      `INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, response_id) VALUES ($1, $2, $3, 'OPEN', 'PLANNED', 'STAFF', now(), $4)`,
      [move, id, community.id, response],
    );
    await ana.sql(`UPDATE ideas SET status = 'MERGED', deadline = NULL, merged_into_id = $2 WHERE id = $1`, [duplicate, id]);
    const idea = await read(id, 'history { from to response { id bodyHtml } } officialResponse { id status author { handle } } merged { id } votingOpen');
    expect(idea).toMatchObject({
      history: [{ from: null, to: 'OPEN', response: null }, { from: 'OPEN', to: 'PLANNED', response: { id: response, bodyHtml: expect.stringContaining('<strong>will</strong>') } }],
      officialResponse: { id: response, status: 'PLANNED', author: null },
      merged: [{ id: duplicate }],
      votingOpen: false,
    });
    expect(await read(duplicate, 'mergedInto { id }')).toEqual({ mergedInto: { id } });
  });

  it('a removed idea is a tombstone, to all but its author', async () => {
    const id = await submit({ interest: { kind: 'PAID', note: 'Paid to say so' } });
    await ana.mutate('editIdea', { idea: id, title: 'Another title to be removed' }, 'idea { id }');
    await ana.sql(
      `WITH said AS (
         INSERT INTO official_responses (id, idea_id, community_id, status, body, created_at)
         SELECT gen_random_uuid(), id, community_id, 'UNDER_REVIEW', 'You write that we lie.', now() FROM ideas WHERE id = $1 RETURNING id, idea_id, community_id)
       INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, response_id)
       SELECT gen_random_uuid(), idea_id, community_id, 'OPEN', 'UNDER_REVIEW', 'STAFF', now(), id FROM said`,
      [id],
    );
    await ana.sql(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [id]);
    const selection = 'status title body bodyHtml excerpt author { handle } interest { note } versions { title } officialResponse { body } history { response { body } }';
    const nothing = { status: 'REMOVED', title: '', body: '', bodyHtml: '', excerpt: '', author: null, interest: null, versions: [], officialResponse: null, history: [{ response: null }, { response: null }] };
    expect(await read(id, selection)).toEqual(nothing);
    expect(await read(id, selection, ben)).toEqual(nothing);
    expect(await read(id, selection, ana)).toMatchObject({ title: 'Another title to be removed', author: { handle: 'ana' }, officialResponse: { body: 'You write that we lie.' } });
  });

  it('what is held for review is its author’s', async () => {
    const id = (await anIdea(app.database, community.id, { status: 'PENDING' })).id;
    expect(await read(id, 'id', ana)).toBeNull();
    expect(await read(id, 'id')).toBeNull();
  });
});

describe('similar ideas', () => {
  it('are shown while one types and beside an idea', async () => {
    const id = await submit();
    const other = await submit({ title: 'Lighthouse whose lamp really works' }, ben);
    const { community: found } = await app.visitor().get(
      'query ($c: String!) { community(slug: $c) { similarIdeas(title: "lighthouse lamp", first: 3) { score idea { id } } } }',
      { c: community.slug },
    );
    expect(found.similarIdeas.map((row: { idea: { id: string } }) => row.idea.id).sort()).toEqual([id, other].sort());
    expect(await read(id, 'similar(first: 1) { idea { id } }')).toEqual({ similar: [{ idea: { id: other } }] });
    const { code } = await app.visitor().ask('query ($id: ID!) { idea(id: $id) { similar(first: 11) { score } } }', { id });
    expect(code).toBe('INVALID_PAGE_SIZE');
  });
});
