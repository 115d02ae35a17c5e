import { DAY, newId } from '@fanfare/kernel';
import { type IdeaStatus } from '@fanfare/ideas';
import { aCategory, aComment, aMember, anIdea, aVote } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let brand: Brand;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  brand = await aBrand(app);
});
afterAll(() => app?.stop());

const WHY = 'Here is what we think of it, and why.';
const EVERYBODY_ELSE = ['moderator', 'fan', 'rival', 'operator'] as const;

const anIdeaIn = async (status: IdeaStatus, columns: object = {}) => (await anIdea(app.database, brand.communityId, { status, author_id: brand.fanId, ...columns })).id;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const answer = (idea: string, input: object = {}) => brand.manager.mutate('answerIdea', { idea, response: WHY, ...input }, 'idea { id status }');

async function ofCommunity(field: string, by: Client = brand.manager, variables: object = {}) {
  return (await by.get(`query ($c: String!) { community(slug: $c) { ${field} } }`, { c: brand.slug, ...variables })).community;
}

const idsOf = (list: { nodes: { id: string }[] }) => list.nodes.map((node) => node.id);

describe('what needs an answer', () => {
  const list = async (more = '') => idsOf((await ofCommunity(`needsAnswer${more} { nodes { id } }`)).needsAnswer);

  /** The last rung, as the system grants it. */
  async function completes(idea: string, days: number) {
    await app.database.query(`UPDATE ideas SET status = 'UNDER_REVIEW', deadline = NULL WHERE id = $1`, [idea]);
    await app.database.query(
      `INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at) VALUES ($1, $2, $3, 'OPEN', 'UNDER_REVIEW', 'SYSTEM', $4)`,
      [newId(), idea, brand.communityId, daysAgo(days)]);
  }

  it('is what is open or under review and was never answered, and again what completed the ladder since', async () => {
    const open = await anIdeaIn('OPEN', { created_at: daysAgo(9) });
    for (const status of ['PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'EXPIRED', 'DRAFT', 'PENDING'] as const) await anIdeaIn(status);
    const answered = await anIdeaIn('OPEN', { created_at: daysAgo(8) });
    expect(await list('(orderBy: LONGEST_WAITING)')).toEqual([open, answered]);
    await answer(answered);
    expect(await list()).toEqual([open]);
    await answer(open, { status: 'UNDER_REVIEW' });
    expect(await list()).toEqual([]);
    await app.database.query('UPDATE official_responses SET created_at = $1 WHERE idea_id = $2', [daysAgo(5), answered]);
    await completes(answered, 2);
    expect(await list()).toEqual([answered]);
    await answer(answered, { status: 'OPEN' });
    expect(await list()).toEqual([]);
  });

  it('comes by support, by waiting, and with the ladder completed first, in pages of any size', async () => {
    const [a, b, c, d] = await Promise.all([4, 3, 2, 1].map((days) => anIdeaIn('OPEN', { created_at: daysAgo(days) })));
    const voters = await Promise.all([1, 2, 3].map(() => aMember(app.database, brand.communityId)));
    for (const voter of voters) await aVote(app.database, { id: c!, community_id: brand.communityId }, voter.id);
    await aVote(app.database, { id: a!, community_id: brand.communityId }, voters[0]!.id);
    await app.database.query(`UPDATE idea_ranks SET verified = CASE idea_id WHEN $1 THEN 3 ELSE 1 END WHERE idea_id IN ($1, $2)`, [c, a]);
    await completes(d!, 0.5);
    await completes(b!, 0.1);
    const orders = { MOST_SUPPORT: [c, a, d, b], LONGEST_WAITING: [a, b, c, d], LADDER_COMPLETED: [d, b, a, c] };
    for (const [order, expected] of Object.entries(orders)) {
      expect(await list(`(orderBy: ${order})`)).toEqual(expected);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const { needsAnswer } = await ofCommunity(`needsAnswer(orderBy: ${order}, first: 1${after ? `, after: "${after}"` : ''}) { nodes { id } pageInfo { hasNextPage endCursor } totalCount }`);
        paged.push(...idsOf(needsAnswer));
        expect(needsAnswer.totalCount).toBe(4);
        after = needsAnswer.pageInfo.hasNextPage ? needsAnswer.pageInfo.endCursor : null;
      } while (after);
      expect(paged).toEqual(expected);
    }
  });

  it('can be filtered like any feed', async () => {
    const inCategory = await anIdeaIn('OPEN', { category_id: brand.category });
    const review = await anIdeaIn('UNDER_REVIEW', { title: 'A zeppelin above the harbour' });
    expect(await list(`(filter: { category: "${brand.category}" })`)).toEqual([inCategory]);
    expect(await list('(filter: { status: [UNDER_REVIEW] })')).toEqual([review]);
    expect(await list('(filter: { search: "zeppelin" })')).toEqual([review]);
  });

  it('says since when an idea waits', async () => {
    const posted = daysAgo(3);
    const id = await anIdeaIn('OPEN', { created_at: posted });
    const since = async () => (await app.visitor().get('query ($id: ID!) { idea(id: $id) { waitingSince } }', { id })).idea.waitingSince;
    expect(Date.parse(await since())).toBe(posted.getTime());
    await answer(id);
    expect(await since()).toBeNull();
  });

  it.each(EVERYBODY_ELSE)('is not shown to %s', async (who) => {
    const { data, code } = await brand[who].ask('query ($c: String!) { community(slug: $c) { slug needsAnswer { nodes { id } } } }', { c: brand.slug });
    expect([data!['community'], code]).toEqual([{ slug: brand.slug, needsAnswer: null }, 'NOT_ALLOWED']);
  });

  it('holds a query budget', async () => {
    for (let at = 0; at < 30; at += 1) await anIdeaIn('OPEN');
    const statements = await statementsOf(app, () => ofCommunity('needsAnswer(first: 30) { nodes { id title waitingSince estimate { from } answerStatuses category { name } author { handle } officialResponse { id } credits { id } support { verified } commentCount } }'));
    expect(statements).toBeGreaterThan(5);
    expect(statements).toBeLessThanOrEqual(14);
  });
});

describe('the roadmap', () => {
  const roadmap = async (args = '', by: Client = app.visitor()) => (await ofCommunity(`roadmap${args} { nodes { id status estimate { from until precision } } totalCount pageInfo { endCursor } }`, by)).roadmap;

  it('is what is planned, in progress and delivered, by when it is expected', async () => {
    const [later, sooner, undated, doing] = await Promise.all([1, 2, 3, 4].map(() => anIdeaIn('UNDER_REVIEW')));
    await answer(later!, { status: 'PLANNED', estimate: { from: '2027-05-20', precision: 'QUARTER' } });
    await answer(sooner!, { status: 'PLANNED', estimate: { from: '2027-02-11', precision: 'MONTH' } });
    await answer(undated!, { status: 'PLANNED' });
    await answer(doing!, { status: 'PLANNED', estimate: { from: '2027-07-01', precision: 'YEAR' } });
    await answer(doing!, { status: 'IN_PROGRESS' });
    const done = await anIdeaIn('IN_PROGRESS');
    const doneLater = await anIdeaIn('IN_PROGRESS');
    await answer(done, { status: 'DELIVERED' });
    await answer(doneLater, { status: 'DELIVERED' });
    await anIdeaIn('OPEN');
    const all = await roadmap();
    expect(idsOf(all)).toEqual([sooner, later, undated, doing, doneLater, done]);
    expect(all.totalCount).toBe(6);
    expect(all.nodes.map((node: { estimate: unknown }) => node.estimate)).toEqual([
      { from: '2027-02-01', until: '2027-02-28', precision: 'MONTH' },
      { from: '2027-04-01', until: '2027-06-30', precision: 'QUARTER' },
      null,
      { from: '2027-01-01', until: '2027-12-31', precision: 'YEAR' },
      null,
      null,
    ]);
    const first = await roadmap('(first: 2)');
    expect(idsOf(await roadmap(`(first: 3, after: "${first.pageInfo.endCursor}")`))).toEqual([undated, doing, doneLater]);
    expect(idsOf(await roadmap('(status: DELIVERED)'))).toEqual([doneLater, done]);
    expect((await app.visitor().ask('query ($c: String!) { community(slug: $c) { roadmap(status: OPEN) { nodes { id } } } }', { c: brand.slug })).code).toBe('INVALID_INPUT');
  });

  it('follows an estimate, and the idea off the plan', async () => {
    const id = await anIdeaIn('PLANNED');
    const set = (estimate: object | null, by = brand.owner) => by.mutate('setEstimate', { idea: id, estimate }, 'idea { estimate { from precision } }');
    expect((await set({ from: '2028-12-31', precision: 'QUARTER' })).idea.estimate).toEqual({ from: '2028-10-01', precision: 'QUARTER' });
    await answer(id, { status: 'IN_PROGRESS' });
    expect((await roadmap()).nodes).toMatchObject([{ id, status: 'IN_PROGRESS', estimate: { from: '2028-10-01' } }]);
    await answer(id, { status: 'DECLINED' });
    expect((await roadmap()).nodes).toEqual([]);
    const refusal = (estimate: object | null, by: Client = brand.manager) => by.refusal('setEstimate', { idea: id, estimate }, 'idea { id }');
    expect(await refusal({ from: '2027-01-01', precision: 'YEAR' })).toBe('NOT_PLANNED');
    await answer(id, { status: 'UNDER_REVIEW' });
    await answer(id, { status: 'PLANNED' });
    expect((await roadmap()).nodes).toMatchObject([{ id, estimate: null }]);
    for (const from of ['2027-02-30', '1999-01-01', '2200-01-01', 'soon', '2027-13-01']) expect(await refusal({ from, precision: 'MONTH' })).toBe('INVALID_INPUT');
    for (const who of EVERYBODY_ELSE) expect(await refusal(null, brand[who])).toBe('NOT_ALLOWED');
    expect(await refusal(null, app.visitor())).toBe('SIGN_IN_REQUIRED');
  });

  it('is remembered with the response that said so', async () => {
    const id = await anIdeaIn('OPEN');
    await answer(id, { status: 'PLANNED', estimate: { from: '2027-01-01', precision: 'YEAR' } });
    await answer(id, { estimate: { from: '2028-01-01', precision: 'YEAR' } });
    const { idea } = await app.visitor().get('query ($id: ID!) { idea(id: $id) { estimate { from } officialResponses { nodes { status estimate { from } } } history { to response { estimate { from } } } } }', { id });
    expect(idea.estimate).toEqual({ from: '2028-01-01' });
    expect(idea.officialResponses.nodes.map((node: { estimate: { from: string } }) => node.estimate.from)).toEqual(['2028-01-01', '2027-01-01']);
    expect(idea.history[1]).toEqual({ to: 'PLANNED', response: { estimate: { from: '2027-01-01' } } });
  });
});

describe('the changelog', () => {
  const changelog = async (args = '') => (await ofCommunity(`changelog${args} { nodes { from to idea { id } response { body } actor { handle } } pageInfo { endCursor } totalCount }`, app.visitor())).changelog;
  const told = (log: { nodes: { idea: { id: string }; to: string }[] }) => log.nodes.map((node) => [node.idea.id, node.to]);

  it('is every answered move, the latest first; not further responses, nor what was removed', async () => {
    const one = await anIdeaIn('OPEN', { category_id: brand.category });
    const two = await anIdeaIn('OPEN');
    await answer(one, { status: 'PLANNED' });
    await answer(two, { status: 'DECLINED', response: 'It would not float.' });
    await answer(one);
    await answer(one, { status: 'IN_PROGRESS' });
    const log = await changelog();
    expect(told(log)).toEqual([[one, 'IN_PROGRESS'], [two, 'DECLINED'], [one, 'PLANNED']]);
    expect(log.nodes[1]).toMatchObject({ from: 'OPEN', response: { body: 'It would not float.' }, actor: { handle: 'mia-answers' } });
    expect(log.totalCount).toBe(3);
    expect(told(await changelog(`(category: "${brand.category}")`))).toEqual([[one, 'IN_PROGRESS'], [one, 'PLANNED']]);
    const { pageInfo } = await changelog('(first: 1)');
    expect(told(await changelog(`(first: 5, after: "${pageInfo.endCursor}")`))).toEqual([[two, 'DECLINED'], [one, 'PLANNED']]);
    await app.database.query(`UPDATE ideas SET status = 'REMOVED' WHERE id = $1`, [two]);
    expect(told(await changelog())).toEqual([[one, 'IN_PROGRESS'], [one, 'PLANNED']]);
    const foreign = await aCategory(app.database, brand.nextDoor.id);
    expect((await app.visitor().ask(`{ community(slug: "${brand.slug}") { changelog(category: "${foreign.id}") { totalCount } } }`)).code).toBe('UNKNOWN_CATEGORY');
  });
});

describe('internal notes', () => {
  const NOTES = 'query ($id: ID!) { idea(id: $id) { id notes { nodes { id body bodyHtml author { handle } viewerCanChange editedAt } totalCount } } }';
  const add = (idea: string, body: string, by: Client = brand.manager, more: object = {}) => by.mutate('addIdeaNote', { idea, body, ...more }, 'note { id body idea { id } }');

  it('are written, reworded, removed and read by staff, moderators too', async () => {
    const id = await anIdeaIn('OPEN');
    const { note } = await add(id, 'Ask the **workshop**.');
    await add(id, 'Two complaints so far.', brand.moderator);
    const { idea } = await brand.owner.get(NOTES, { id });
    expect(idea.notes).toMatchObject({ totalCount: 2, nodes: [{ body: 'Two complaints so far.', viewerCanChange: false, author: { handle: 'max-reviews' } }, { id: note.id, editedAt: null }] });
    expect(idea.notes.nodes[1].bodyHtml).toContain('<strong>workshop</strong>');
    await brand.manager.mutate('editIdeaNote', { note: note.id, body: 'The workshop agrees.' }, 'note { editedAt }');
    expect(await brand.moderator.refusal('editIdeaNote', { note: note.id, body: 'No.' }, 'note { id }')).toBe('NOT_ALLOWED');
    expect(await brand.owner.refusal('removeIdeaNote', { note: note.id }, 'removed')).toBe('NOT_ALLOWED');
    await brand.manager.mutate('removeIdeaNote', { note: note.id }, 'removed');
    expect((await brand.manager.get(NOTES, { id })).idea.notes.totalCount).toBe(1);
    expect(await brand.manager.refusal('removeIdeaNote', { note: note.id }, 'removed')).toBe('NOT_FOUND');
  });

  it('are nobody else’s, by any way in; negative control: staff see them the same way', async () => {
    const id = await anIdeaIn('OPEN');
    const secret = `secret-${newId()}`;
    const { note } = await add(id, secret);
    const everywhere = `query ($id: ID!, $c: String!) { idea(id: $id) { id title bodyHtml excerpt history { reason } notes { nodes { body } } officialResponses { nodes { body } } }
      community(slug: $c) { ideas(filter: { search: "${secret}" }) { nodes { id } } } }`;
    const staff = await brand.owner.ask(everywhere, { id, c: brand.slug });
    expect(JSON.stringify(staff.data)).toContain(secret);
    for (const [who, code] of [['fan', 'NOT_ALLOWED'], ['rival', 'NOT_ALLOWED'], ['operator', 'NOT_ALLOWED'], ['visitor', 'SIGN_IN_REQUIRED']] as const) {
      const by = who === 'visitor' ? app.visitor() : brand[who];
      const { data, code: refusal } = await by.ask(everywhere, { id, c: brand.slug });
      expect(JSON.stringify(data)).not.toContain(secret);
      expect(refusal).toBe(code);
      expect(data!['idea'].notes).toBeNull();
      expect(await by.refusal('addIdeaNote', { idea: id, body: 'Hello?' }, 'note { id }')).toBe(code);
      const gone = who === 'visitor' ? code : 'NOT_FOUND';
      expect(await by.refusal('editIdeaNote', { note: note.id, body: 'Hello?' }, 'note { id body }')).toBe(gone);
      expect(await by.refusal('removeIdeaNote', { note: note.id }, 'removed')).toBe(gone);
    }
    const events = await app.database.query('SELECT payload::text FROM events WHERE subject_id = $1', [id]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('are one however often the same request arrives, and refused when empty or endless', async () => {
    const id = await anIdeaIn('OPEN');
    const notes = await Promise.all([1, 2, 3].map(() => add(id, 'Once.', brand.manager, { idempotencyKey: `note-${id}` })));
    expect(new Set(notes.map(({ note }) => note.id)).size).toBe(1);
    expect(await brand.manager.refusal('addIdeaNote', { idea: id, body: ' \n ' }, 'note { id }')).toBe('EMPTY_TEXT');
    expect(await brand.manager.refusal('addIdeaNote', { idea: id, body: 'x'.repeat(5_001) }, 'note { id }')).toBe('TOO_LONG');
    expect(await brand.manager.refusal('addIdeaNote', { idea: newId(), body: 'x' }, 'note { id }')).toBe('NOT_FOUND');
    const { draft } = await brand.manager.mutate('saveDraft', { community: brand.slug, title: 'One day' }, 'draft { id }');
    expect(await brand.manager.refusal('addIdeaNote', { idea: draft.id, body: 'To myself.' }, 'note { id }')).toBe('NOT_FOUND');
    await brand.manager.mutate('discardDraft', { draft: draft.id }, '__typename');
  });
});

describe('saved filters', () => {
  const save = (name: string, more: object = {}, by: Client = brand.manager) =>
    by.mutate('saveFilter', { community: brand.slug, name, filter: { status: ['OPEN'], search: 'boat' }, ...more }, 'filter { id name view filter { search status category author supportedByViewer } }');
  const mine = async (by: Client = brand.manager) => (await by.get('query ($c: String!) { viewer { savedFilters(community: $c) { id name view filter { search status } } } }', { c: brand.slug })).viewer.savedFilters;

  it('are kept by name, written over, removed, and each person’s own', async () => {
    const { filter } = await save('Boats', { view: 'order=LONGEST_WAITING' });
    expect(filter).toMatchObject({ name: 'Boats', view: 'order=LONGEST_WAITING', filter: { search: 'boat', status: ['OPEN'], category: null, author: null, supportedByViewer: null } });
    await save('boats', { filter: { status: ['PLANNED', 'IN_PROGRESS'] } });
    expect(await mine()).toEqual([{ id: filter.id, name: 'boats', view: null, filter: { search: null, status: ['PLANNED', 'IN_PROGRESS'] } }]);
    await save('Mine', {}, brand.moderator);
    expect(await mine(brand.owner)).toEqual([]);
    expect(await brand.owner.refusal('removeFilter', { filter: filter.id }, 'removed')).toBe('NOT_FOUND');
    expect(await brand.manager.mutate('removeFilter', { filter: filter.id }, 'removed')).toEqual({ removed: true });
    expect(await mine()).toEqual([]);
    const input = { community: brand.slug, name: 'Boats', filter: {} };
    for (const who of ['fan', 'rival', 'operator'] as const) expect(await brand[who].refusal('saveFilter', input, 'filter { id }')).toBe('NOT_ALLOWED');
    expect(await brand.manager.refusal('saveFilter', { ...input, name: '  ' }, 'filter { id }')).toBe('EMPTY_TEXT');
  });

  it('are fifty at most', async () => {
    await app.database.query(
      `INSERT INTO saved_filters (id, account_id, community_id, name, filter, created_at)
       SELECT gen_random_uuid(), m.account_id, m.community_id, 'filter ' || n, '{}', now() FROM members m, generate_series(1, 50) n WHERE m.community_id = $1 AND m.handle = 'mia-answers'`,
      [brand.communityId]);
    expect(await brand.manager.refusal('saveFilter', { community: brand.slug, name: 'One more', filter: {} }, 'filter { id }')).toBe('TOO_MANY_FILTERS');
    expect((await save('filter 7')).filter.name).toBe('filter 7');
  });
});

describe('the reach of an answer', () => {
  it('counts voters, commenters and everybody with an account once, of duplicates too', async () => {
    const id = await anIdeaIn('OPEN');
    const duplicate = await anIdeaIn('MERGED', { merged_into_id: id, author_id: null });
    const [both, voter] = await Promise.all([1, 2].map(() => aMember(app.database, brand.communityId)));
    const imported = await aMember(app.database, brand.communityId, { account_id: null });
    for (const member of [both, voter, imported]) await aVote(app.database, { id, community_id: brand.communityId }, member!.id);
    await aVote(app.database, { id: duplicate, community_id: brand.communityId }, both!.id);
    await aComment(app.database, { id, community_id: brand.communityId }, { author_id: both!.id });
    await brand.rival.mutate('follow', { subject: id }, '__typename');
    await brand.rival.mutate('follow', { subject: brand.communityId }, '__typename');
    const REACH = 'query ($id: ID!) { idea(id: $id) { id answerReach { voters commenters followers people } } }';
    expect((await brand.manager.get(REACH, { id })).idea.answerReach).toEqual({ voters: 3, commenters: 1, followers: 1, people: 4 });
    for (const who of EVERYBODY_ELSE) {
      const { data, code } = await brand[who].ask(REACH, { id });
      expect([data!['idea'], code]).toEqual([{ id, answerReach: null }, 'NOT_ALLOWED']);
    }
  });
});
