import { aCircle, aComment, aCreation, aMember, anIdea, aRole } from '@fanfare/testing';
import { newId } from '@fanfare/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { newcomers, someFans } from '../support/fans.js';
import { appeal, DECISION, decide, judge, seen, WHY } from '../support/judging.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let brand: Brand;
let mia: Client;
let author: Client;
let authorId: string;
let idea: { id: string; community_id: string };

const INSULT = 'A body long enough, by an utter fool.';

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  [mia, author] = (await newcomers(app, 2)) as [Client, Client];
  await mia.join(brand.slug, 'mia-reviews');
  await aRole(app.database, brand.communityId, await accountOf(mia), 'MODERATOR');
  authorId = await author.join(brand.slug, 'ann-writes');
  idea = await anIdea(app.database, brand.communityId, { author_id: authorId, title: 'A brass band of bricks', body: INSULT });
  await app.database.query(`INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, 1, 1, 'Be civil', 'Argue, and insult nobody.', now() - interval '1 day')`, [brand.communityId]);
});
afterAll(() => app?.stop());

const report = (subject: string, by = brand.fan) => by.mutate('report', { subject, category: 'HARASSMENT', explanation: 'Look.' }, 'report { id }');
const itemOf = async (subject: string) => (await app.database.query<{ id: string }>(`SELECT id FROM review_items WHERE subject_id = $1 AND state <> 'DECIDED'`, [subject]))[0]!.id;
const judged = async (subject: string, ruling: object = {}, by = brand.fan) => (await report(subject, by), decide(brand.moderator, await itemOf(subject), ruling));
const comment = async () => (await aComment(app.database, idea, { author_id: authorId, body: INSULT })).id;

async function inserted(table: string, columns: Record<string, unknown>): Promise<string> {
  const row = { id: newId(), community_id: brand.communityId, author_id: authorId, body: INSULT, created_at: new Date(), ...columns };
  await app.database.query(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row));
  return row.id;
}

describe('what somebody has reported', () => {
  it('they are told wherever it stands, as long as nobody has decided about it; others are not', async () => {
    const work = (await aCreation(app.database, brand.communityId, authorId)).id;
    const circle = await aCircle(app.database, brand.communityId, [authorId], { slug: 'a-circle' });
    const texts = {
      idea: idea.id, comment: await comment(), creation: work, creationResponse: await inserted('creation_responses', { creation_id: work, by_staff: false }),
      circlePost: await inserted('circle_posts', { circle_id: circle.id, members_only: false }),
    };
    const document = `{ ${Object.entries(texts).map(([field, id]) => `${field}(id: "${id}") { reportedByViewer }`).join(' ')} community(slug: "${brand.slug}") { member(handle: "ann-writes") { reportedByViewer } } }`;
    const marks = async (by: Client) => {
      const { community, ...others } = await by.get(document);
      return [...Object.values(others), community.member].map((one: { reportedByViewer: boolean }) => one.reportedByViewer);
    };
    const all = (mark: boolean) => Array.from({ length: 6 }, () => mark);
    expect(await marks(brand.fan)).toEqual(all(false));
    for (const subject of [...Object.values(texts), authorId]) await report(subject);
    expect(await marks(brand.fan)).toEqual(all(true));
    for (const other of [app.visitor(), author, brand.rival, mia]) expect(await marks(other)).toEqual(all(false));
    for (const subject of [...Object.values(texts), authorId]) await decide(brand.moderator, await itemOf(subject), { action: 'KEEP', rule: null, facts: null, passage: null, language: null });
    expect(await marks(brand.fan)).toEqual(all(false));
  });
});

describe('a decision', () => {
  it('that a tie is missing stands beside the text, for everybody, until it falls', async () => {
    const id = await comment();
    const read = async (by: Client) => (await by.get('query ($id: ID!) { comment(id: $id) { body labelledBy { id action ruleNumber facts } } }', { id })).comment;
    expect(await read(app.visitor())).toEqual({ body: INSULT, labelledBy: null });
    const label = await judged(id, { action: 'LABEL' });
    for (const [by, facts] of [[app.visitor(), null], [brand.owner, null], [author, WHY.facts], [mia, WHY.facts]] as const) {
      expect(await read(by)).toEqual({ body: INSULT, labelledBy: { id: label.id, action: 'LABEL', ruleNumber: 1, facts } });
    }
    await judge(mia, (await appeal(author, label.id)).id, 'REVERSED');
    expect(await read(app.visitor())).toEqual({ body: INSULT, labelledBy: null });
  });

  it('names its rule in the wording it was made under, whatever the rule says since, and its line in the log', async () => {
    const [byRule, byLaw] = [await judged(await comment()), await judged(await comment(), { rule: null, law: 'Code pénal, article R621-2' })];
    await app.database.query('UPDATE community_rules SET until = now() WHERE community_id = $1 AND number = 1', [brand.communityId]);
    await app.database.query(`INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, 1, 2, 'Be kind', 'Always.', now())`, [brand.communityId]);
    const fields = 'ground ruleNumber rule { number version title body } law logEntry { index kind leafHash decision { decision ruleNumber ruleVersion } }';
    const leaf = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await seen(app.visitor(), byRule.id, fields)).toMatchObject({
      ground: 'RULE', ruleNumber: 1, rule: { number: 1, version: 1, title: 'Be civil', body: 'Argue, and insult nobody.' }, law: null,
      logEntry: { kind: 'DECISION', leafHash: leaf, decision: { decision: byRule.id, ruleNumber: 1, ruleVersion: 1 } },
    });
    expect(await seen(app.visitor(), byLaw.id, fields)).toMatchObject({
      ground: 'LAW', ruleNumber: null, rule: null, law: 'Code pénal, article R621-2', logEntry: { leafHash: leaf, decision: { decision: byLaw.id, ruleNumber: null } },
    });
    expect(await judged(await comment())).toMatchObject({ rule: { version: 2, title: 'Be kind' } });
  });
});

describe('the database is asked as often for many as for few', () => {
  const DECIDED = 'withheld reportedByViewer labelledBy { id } decision { id action ruleNumber rule { title } logEntry { index } appeals { id } viewerMayAppeal }';
  const LINE = `id state incident categories hardContent content { title text path withheld } author { handle } authorLocale priority { value factors { kind value words } }
    subject { __typename ... on Idea { title } ... on Comment { body } ... on Member { handle } } reportCount claim { mine until by { handle } } criticism { critical }
    viewerMayDecide viewerMayNotDecideBecause viewerDecidesLightlyOnly`;
  const ITEM = `${LINE} reports { id category explanation reporter { handle } record { weight } } verdicts { phase outcome } signals { code words }
    notes { body author { handle } } earlier { id } decisions { ${DECISION} } appeals { id state messages { body } }`;
  const MANY = 6;

  beforeAll(async () => {
    idea = await anIdea(app.database, brand.communityId);
    const fans = (await someFans(app.database, brand.communityId, MANY)).map(({ token }) => Object.assign(app.visitor(), { token }));
    for (const [n, fan] of fans.entries()) {
      const one = (await anIdea(app.database, brand.communityId, { author_id: authorId, title: `A kazoo, number ${n}`, body: INSULT })).id;
      await judged(one, { action: 'HIDE' }, fan);
      await judged(await comment(), { action: 'HIDE' }, fan);
      const waiting = (await anIdea(app.database, brand.communityId, { author_id: (await aMember(app.database, brand.communityId)).id, title: `A tuba, number ${n}`, body: INSULT })).id;
      await report(waiting, fan);
      await mia.mutate('addReviewNote', { item: await itemOf(waiting), body: 'Seen before.' }, 'note { id }');
    }
  });

  const asked = (by: Client, document: string, first: number) => statementsOf(app, () => by.get(document, { slug: brand.slug, idea: idea.id, first }));

  it.each([
    ['a list of ideas with withheld ones', () => author, `query ($slug: String!, $first: Int) { community(slug: $slug) { ideas(first: $first, orderBy: NEWEST) { nodes { title ${DECIDED} } } } }`],
    ['a thread with withheld comments', () => author, `query ($idea: ID!, $first: Int) { idea(id: $idea) { comments(first: $first) { nodes { body ${DECIDED} } } } }`],
    ['the queue', () => mia, `query ($slug: String!, $first: Int) { community(slug: $slug) { reviewQueue(first: $first) { nodes { ${LINE} reports { id category } decisions { id action } notes { body } } } } }`],
    ['what was decided about oneself', () => author, `query ($slug: String!, $first: Int) { viewer { decisions(community: $slug, first: $first) { nodes { ${DECISION} subject { __typename } community { name } } } } }`],
    ['the log', () => app.visitor(), `query ($slug: String!, $first: Int) { community(slug: $slug) { moderationLog(first: $first) { nodes { index kind leafHash decision { decision action } } } } }`],
  ] as const)('for %s', async (_list, by, document) => {
    await asked(by(), document, 1); // whatever is learnt once
    const [two, many] = [await asked(by(), document, 2), await asked(by(), document, MANY)];
    expect(many).toBe(two);
    expect(many).toBeLessThanOrEqual(16);
  });

  it('and a decision’s page, and an item’s, ask little', async () => {
    const [one] = (await author.get('query ($slug: String!) { viewer { decisions(community: $slug, first: 1) { nodes { id } } } }', { slug: brand.slug })).viewer.decisions.nodes;
    expect(await statementsOf(app, () => seen(author, one.id))).toBeLessThanOrEqual(10);
    const [item] = (await mia.get('query ($slug: String!) { community(slug: $slug) { reviewQueue(first: 1) { nodes { id } } } }', { slug: brand.slug })).community.reviewQueue.nodes;
    expect(await statementsOf(app, () => mia.get(`query ($id: ID!) { reviewItem(id: $id) { ${ITEM} } }`, { id: item.id }))).toBeLessThanOrEqual(22);
  });
});
