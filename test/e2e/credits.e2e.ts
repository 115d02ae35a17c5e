import { newId } from '@fanfare/kernel';
import { aMember, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';

let app: App;
let brand: Brand;
let delivered: string;
let source: { id: string; author: string };
let helper: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  brand = await aBrand(app);
  delivered = (await anIdea(app.database, brand.communityId, { status: 'IN_PROGRESS', author_id: brand.fanId })).id;
  const author = (await aMember(app.database, brand.communityId)).id;
  source = { id: (await anIdea(app.database, brand.communityId, { author_id: author })).id, author };
  helper = (await aMember(app.database, brand.communityId)).id;
});
afterAll(() => app?.stop());

const CREDIT = 'id note at withdrawnAt withdrawnReason idea { id } member { id } by { handle } delivered { id }';

const deliver = (credits?: object) =>
  brand.manager.mutate('answerIdea', { idea: delivered, status: 'DELIVERED', response: 'It is in the shops.', credits }, `idea { status credits { ${CREDIT} } }`);
const give = (input: object, by: Client = brand.manager) => by.mutate('giveCredit', { idea: delivered, ...input }, `idea { credits { ${CREDIT} } }`);
const refusal = (input: object, by: Client = brand.manager) => by.refusal('giveCredit', { idea: delivered, ...input }, 'idea { id }');
const creditsOf = async (id: string) => (await app.visitor().get(`query ($id: ID!) { idea(id: $id) { credits { ${CREDIT} } } }`, { id })).idea.credits;
const creditEvents = () =>
  app.database.query<{ type: string; payload: Record<string, unknown> }>(`SELECT type, payload FROM events WHERE subject_id = $1 AND type LIKE 'credit.%' ORDER BY sequence`, [delivered]);

describe('credit', () => {
  it('is given with the delivery: the idea itself first, others, and people for themselves', async () => {
    const { idea } = await deliver({ ideas: [delivered, source.id], members: [helper], note: 'The lamp and its mirror.' });
    expect(idea.status).toBe('DELIVERED');
    expect(idea.credits).toMatchObject([
      { idea: { id: delivered }, member: { id: brand.fanId }, note: 'The lamp and its mirror.', by: { handle: 'mia-answers' }, withdrawnAt: null, delivered: { id: delivered } },
      { idea: { id: source.id }, member: { id: source.author } },
      { idea: null, member: { id: helper } },
    ]);
    expect(await creditEvents()).toEqual(idea.credits.map((credit: { id: string; idea: { id: string } | null; member: { id: string } }) => ({
      type: 'credit.given', payload: { creditId: credit.id, memberId: credit.member.id, ideaId: delivered, sourceId: credit.idea?.id ?? null },
    })));
  });

  it('can be given later, to each once', async () => {
    await deliver();
    await give({ ideas: [source.id] });
    const { idea } = await give({ ideas: [source.id, source.id], members: [source.author, helper] });
    expect(idea.credits.map((credit: { member: { id: string } }) => credit.member.id)).toEqual([source.author, helper]);
    const rush = await Promise.all([1, 2, 3].map(() => give({ members: [brand.fanId] })));
    expect(rush.at(-1)!.idea.credits).toHaveLength(3);
    expect(await creditEvents()).toHaveLength(3);
  });

  it('is a delivered idea’s only', async () => {
    expect(await refusal({ ideas: [source.id] })).toBe('NOT_DELIVERED');
    const answer = { idea: delivered, status: 'PLANNED', response: 'Soon.', credits: { ideas: [source.id] } };
    expect(await brand.manager.refusal('answerIdea', answer, 'idea { id }')).toBe('NOT_DELIVERED');
    expect(await creditsOf(delivered)).toEqual([]);
  });

  it('names what is here and public', async () => {
    await deliver();
    const elsewhere = await anIdea(app.database, brand.nextDoor.id);
    const stranger = await aMember(app.database, brand.nextDoor.id);
    const draft = await anIdea(app.database, brand.communityId, { status: 'DRAFT', author_id: brand.fanId });
    for (const ideas of [[elsewhere.id], [draft.id], [newId()], ['nonsense']]) expect(await refusal({ ideas })).toBe('NOT_FOUND');
    for (const members of [[stranger.id], [newId()]]) expect(await refusal({ members })).toBe('NOT_FOUND');
    expect(await refusal({})).toBe('INVALID_INPUT');
    expect(await refusal({ ideas: [source.id], note: 'x'.repeat(501) })).toBe('TOO_LONG');
    expect(await refusal({ ideas: [source.id, elsewhere.id] })).toBe('NOT_FOUND');
    expect(await creditsOf(delivered)).toEqual([]);
  });

  it.each(['moderator', 'fan', 'rival', 'operator'] as const)('is not the %s’s to give or withdraw', async (who) => {
    const { idea } = await deliver({ ideas: [source.id] });
    expect(await refusal({ members: [helper] }, brand[who])).toBe('NOT_ALLOWED');
    expect(await brand[who].refusal('withdrawCredit', { credit: idea.credits[0].id, reason: 'No.' }, 'credit { id }')).toBe('NOT_ALLOWED');
  });

  it('offers the author first, then those of duplicates, to the brand', async () => {
    const author = (await aMember(app.database, brand.communityId)).id;
    const duplicate = (await anIdea(app.database, brand.communityId, { status: 'MERGED', merged_into_id: delivered, author_id: author })).id;
    const CANDIDATES = 'query ($id: ID!) { idea(id: $id) { creditCandidates { reason idea { id } member { id } } } }';
    expect((await brand.owner.get(CANDIDATES, { id: delivered })).idea.creditCandidates).toEqual([
      { reason: 'AUTHOR', idea: { id: delivered }, member: { id: brand.fanId } },
      { reason: 'DUPLICATE', idea: { id: duplicate }, member: { id: author } },
    ]);
    expect((await brand.fan.ask(CANDIDATES, { id: delivered })).code).toBe('NOT_ALLOWED');
  });
});

describe('a credit withdrawn', () => {
  const withdraw = (credit: string, reason = 'It came from another idea.') => brand.owner.mutate('withdrawCredit', { credit, reason }, `credit { ${CREDIT} }`);

  it('stays, and says so and why; given again it is another one', async () => {
    const { idea } = await deliver({ ideas: [source.id] });
    const [{ id }] = idea.credits;
    const { credit } = await withdraw(id);
    expect(credit).toMatchObject({ id, withdrawnReason: 'It came from another idea.', member: { id: source.author } });
    expect(credit.withdrawnAt).not.toBeNull();
    expect(await brand.manager.refusal('withdrawCredit', { credit: id, reason: 'Again.' }, 'credit { id }')).toBe('CREDIT_WITHDRAWN');
    await give({ ideas: [source.id] });
    expect((await creditsOf(delivered)).map((one: { withdrawnReason: string | null }) => one.withdrawnReason)).toEqual(['It came from another idea.', null]);
    expect((await creditEvents()).map((event) => event.type)).toEqual(['credit.given', 'credit.withdrawn', 'credit.given']);
  });

  it('needs a reason, and something to withdraw', async () => {
    const { idea } = await deliver({ ideas: [source.id] });
    const refused = (credit: string, reason: string) => brand.owner.refusal('withdrawCredit', { credit, reason }, 'credit { id }');
    expect(await refused(idea.credits[0].id, '  ')).toBe('EMPTY_TEXT');
    expect(await refused(idea.credits[0].id, 'x'.repeat(1_001))).toBe('TOO_LONG');
    expect(await refused(newId(), 'Why not.')).toBe('NOT_FOUND');
    expect(await refused('nonsense', 'Why not.')).toBe('NOT_FOUND');
  });

  it('is withdrawn once, by whoever came first', async () => {
    const { idea } = await deliver({ ideas: [source.id] });
    const ask = (by: Client) => by.ask('mutation ($i: WithdrawCreditInput!) { withdrawCredit(input: $i) { credit { id } } }', { i: { credit: idea.credits[0].id, reason: 'A mistake.' } });
    const codes = (await Promise.all([ask(brand.owner), ask(brand.manager)])).map(({ code }) => code);
    expect(codes.sort()).toEqual(['CREDIT_WITHDRAWN', null]);
  });

  it('outlives the delivery: an idea that goes back to work keeps its trail', async () => {
    const { idea } = await deliver({ ideas: [source.id] });
    await brand.manager.mutate('answerIdea', { idea: delivered, status: 'IN_PROGRESS', response: 'It broke.' }, 'idea { id }');
    expect(await creditsOf(delivered)).toMatchObject([{ id: idea.credits[0].id }]);
    expect(await refusal({ members: [helper] })).toBe('NOT_DELIVERED');
    await deliver({ ideas: [source.id] });
    expect(await creditsOf(delivered)).toHaveLength(1);
  });

  it('is on the page of whoever was credited, the latest first, unless the idea is gone', async () => {
    const other = (await anIdea(app.database, brand.communityId, { status: 'DELIVERED' })).id;
    await deliver({ ideas: [delivered] });
    await give({ idea: other, members: [brand.fanId] });
    const CREDITS = 'query ($c: String!, $after: String) { community(slug: $c) { member(handle: "fay-builds") { credits(first: 1, after: $after) { nodes { delivered { id } withdrawnAt } totalCount pageInfo { endCursor hasNextPage } } } } }';
    const page = async (after: string | null = null) => (await app.visitor().get(CREDITS, { c: brand.slug, after })).community.member.credits;
    const first = await page();
    expect(first).toMatchObject({ nodes: [{ delivered: { id: other } }], totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await page(first.pageInfo.endCursor)).toMatchObject({ nodes: [{ delivered: { id: delivered } }], pageInfo: { hasNextPage: false } });
    await app.database.query(`UPDATE ideas SET status = 'REMOVED' WHERE id = $1`, [other]);
    expect((await page()).totalCount).toBe(1);
    expect(await creditsOf(other)).toEqual([]);
  });
});
