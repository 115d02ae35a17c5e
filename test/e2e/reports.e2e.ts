import { aComment, aMember, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';

const NOTICE = { law: 'Code pénal, article 226-1', location: 'https://fans.example.org/i/1', name: 'Vera Visitor', email: 'vera@example.org', goodFaith: true };
const REPORT = 'report { reference state outcome category explanation reporter { handle } notice { email } record { weight } }';
const ITEM = `id subjectKind subjectId incident state categories hardContent author { handle } content { title text path }
  subject { __typename ... on Idea { id title } ... on Comment { id body } ... on Member { handle } }
  priority { value factors { kind value words fr: words(locale: "fr") } } reports { reference category explanation reporter { handle } record { weight established } }
  notes { body author { handle } } claim { mine until by { handle } } signals { code } earlier { id incident }`;

let app: App;
let brand: Brand;

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
});
afterAll(() => app?.stop());

const idea = async (columns: Record<string, unknown> = {}) => (await anIdea(app.database, brand.communityId, columns)).id;
const report = (by: Client, subject: string, more: object = {}) => by.mutate('report', { subject, category: 'SPAM', explanation: 'It sells watches.', ...more }, REPORT);
const refusal = (by: Client, subject: string, more: object = {}) => by.refusal('report', { subject, category: 'SPAM', ...more }, REPORT);

async function queue(by: Client, filter: object | null = null, first = 50) {
  const asked = `query ($slug: String!, $filter: ReviewFilter, $first: Int) { community(slug: $slug) { reviewQueue(filter: $filter, first: $first) { totalCount nodes { ${ITEM} } } } }`;
  return (await by.get(asked, { slug: brand.slug, filter, first })).community.reviewQueue;
}
const itemOf = async (subject: string) => (await queue(brand.moderator)).nodes.find((item: { subjectId: string }) => item.subjectId === subject);

describe('a report', () => {
  it('opens one item, which moderators see with everything and others not at all', async () => {
    const id = await idea({ title: 'Cheap watches for everybody' });
    const { report: filed } = await report(brand.fan, id);
    expect(filed).toMatchObject({ reference: expect.stringMatching(/^R-(\w{4}-){2}\w{4}$/), state: 'WAITING', outcome: null, category: 'SPAM', reporter: null, record: null });
    await report(brand.rival, id, { category: 'HATE' });
    const item = await itemOf(id);
    expect(item).toMatchObject({ subjectKind: 'IDEA', incident: 1, state: 'OPEN', categories: ['HATE', 'SPAM'], hardContent: true, subject: { __typename: 'Idea', title: 'Cheap watches for everybody' }, claim: null });
    expect(item.reports).toHaveLength(2);
    expect(item.reports).toContainEqual(expect.objectContaining({ explanation: 'It sells watches.', reporter: { handle: 'fay-builds' }, record: { weight: 0, established: false } }));
    expect(item.priority.factors.map(({ kind }: { kind: string }) => kind)).toEqual(['SEVERITY', 'REACH', 'REPORTS', 'WAITING']);
    expect(item.priority.factors[0]).toMatchObject({ value: 4, words: 'The worst it is called: hate', fr: 'Le motif le plus grave : haine' });
    for (const other of [brand.fan, brand.owner, brand.manager, brand.rival]) {
      const { data, code } = await other.ask<Record<string, any>>('query ($slug: String!) { community(slug: $slug) { name reviewQueue { totalCount } } }', { slug: brand.slug });
      expect([data!['community'], code]).toEqual([{ name: expect.any(String), reviewQueue: null }, 'NOT_ALLOWED']);
      expect((await other.get('query ($id: ID!) { reviewItem(id: $id) { id } }', { id: item.id })).reviewItem).toBeNull();
    }
  });

  it('is one of each person, item and incident; nobody reports their own; what one may not see does not exist', async () => {
    const id = await idea();
    await report(brand.fan, id);
    expect(await refusal(brand.fan, id)).toBe('ALREADY_REPORTED');
    expect(await refusal(brand.fan, await idea({ author_id: brand.fanId }))).toBe('OWN_CONTENT');
    expect(await refusal(brand.fan, brand.fanId)).toBe('OWN_CONTENT');
    for (const columns of [{ status: 'DRAFT' }, { status: 'REMOVED' }, { withheld: 'HOLD', withheld_at: new Date() }]) {
      const author = await aMember(app.database, brand.communityId);
      expect(await refusal(brand.fan, await idea({ author_id: author.id, ...columns }))).toBe('NOT_FOUND');
    }
    expect(await refusal(app.visitor(), id)).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(brand.operator, id)).toBe('NOT_A_MEMBER');
  });

  it('is about comments and members too', async () => {
    const on = { id: await idea(), community_id: brand.communityId };
    const written = await aComment(app.database, on, { author_id: (await aMember(app.database, brand.communityId)).id, body: 'You fool.' });
    await report(brand.fan, written.id, { category: 'HARASSMENT' });
    expect(await itemOf(written.id)).toMatchObject({ subjectKind: 'COMMENT', subject: { __typename: 'Comment', body: 'You fool.' } });
    const member = await aMember(app.database, brand.communityId);
    await report(brand.fan, member.id, { category: 'IMPERSONATION' });
    expect(await itemOf(member.id)).toMatchObject({ subjectKind: 'MEMBER', author: { handle: member.handle } });
  });

  it('says nothing about itself to who only has its reference', async () => {
    const { report: filed } = await report(brand.fan, await idea(), { explanation: 'Between us.' });
    const asked = 'query ($reference: String!) { report(reference: $reference) { state outcome category explanation subjectId reporter { handle } record { weight } } }';
    const seen = (await app.visitor().get(asked, { reference: filed.reference.toLowerCase() })).report;
    expect(seen).toEqual({ state: 'WAITING', outcome: null, category: null, explanation: null, subjectId: null, reporter: null, record: null });
    expect((await brand.fan.get(asked, { reference: filed.reference })).report).toMatchObject({ category: 'SPAM', explanation: 'Between us.' });
    expect((await brand.fan.get('{ viewer { reports(first: 1) { totalCount nodes { reference } } } }')).viewer.reports).toMatchObject({ nodes: [{ reference: filed.reference }] });
  });
});

describe('a notice of illegal content', () => {
  it('is anybody’s, with the fields of Article 16', async () => {
    const id = await idea();
    const notify = (notice: object | null, by = app.visitor()) => report(by, id, { category: 'ILLEGAL_CONTENT', notice });
    const { report: filed } = await notify(NOTICE);
    expect(filed).toMatchObject({ state: 'WAITING', category: null });
    expect((await itemOf(id)).reports[0]).toMatchObject({ category: 'ILLEGAL_CONTENT', reporter: null });
    const refused = (notice: object | null) => refusal(app.visitor(), id, { category: 'ILLEGAL_CONTENT', explanation: 'It shows me.', notice });
    expect(await refused(null)).toBe('INVALID_INPUT');
    expect(await refused({ ...NOTICE, goodFaith: false })).toBe('INVALID_INPUT');
    expect(await refused({ ...NOTICE, law: ' ' })).toBe('EMPTY_TEXT');
    expect(await refused({ ...NOTICE, name: null })).toBe('EMPTY_TEXT');
    expect(await refused({ ...NOTICE, email: 'nowhere' })).toBe('INVALID_EMAIL');
    await notify({ law: NOTICE.law, location: NOTICE.location, nameWithheld: true, goodFaith: true });
    await notify({ law: NOTICE.law, location: NOTICE.location, goodFaith: true }, brand.fan); // who has an account has said who they are
  });
});

describe('the desk', () => {
  it('gives an item to one moderator at a time', async () => {
    const id = await idea();
    await report(brand.fan, id);
    const { id: item } = await itemOf(id);
    const { item: claimed } = await brand.moderator.mutate('claimReview', { item }, `item { ${ITEM} }`);
    expect(claimed.claim).toMatchObject({ mine: true, by: { handle: 'max-reviews' } });
    expect((await queue(brand.moderator, { claimedByViewer: true })).nodes).toMatchObject([{ id: item }]);
    expect(await brand.fan.refusal('claimReview', { item }, 'item { id }')).toBe('NOT_FOUND');
    await brand.moderator.mutate('addReviewNote', { item, body: 'Seen this before.' }, 'note { body }');
    expect((await itemOf(id)).notes).toEqual([{ body: 'Seen this before.', author: { handle: 'max-reviews' } }]);
    const { item: released } = await brand.moderator.mutate('releaseReview', { item }, 'item { claim { mine } }');
    expect(released.claim).toBeNull();
  });
});
