import { ACTIVITY_LIMITS } from '@fanfare/access';
import { newId } from '@fanfare/kernel';
import { aRestriction } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { statementsOf } from '../support/statements.js';

const DAY = 86_400_000;
let app: App;
let brand: Brand;
/** Confirmed fans of the level that may apply. */
let fans: { client: Client; id: string; handle: string }[];

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  const made = (await someFans(app.database, brand.communityId, 10)).filter(({ isAnonymous }) => !isAnonymous);
  await app.database.query(`UPDATE members SET level = 'FAN', display_name = 'Secret ' || handle WHERE id = ANY ($1)`, [made.map(({ memberId }) => memberId)]);
  const handles = await app.database.query<{ id: string; handle: string }>('SELECT id, handle::text AS handle FROM members WHERE community_id = $1', [brand.communityId]);
  fans = made.map(({ token, memberId }) => ({
    client: Object.assign(app.visitor(), { token }), id: memberId, handle: handles.find(({ id }) => id === memberId)!.handle,
  }));
});
afterAll(() => app?.stop());
beforeEach(() => app.database.query('DELETE FROM rate_limits'));

const CALL = {
  title: 'A hundred agents', story: 'Six months, **one** car.', perks: 'The car, fuel and insurance.', receives: 'A car for six months', seats: 2, selection: 'PANEL', reapplyAfterDays: 0,
  opensAt: new Date(Date.now() - DAY), closesAt: new Date(Date.now() + 30 * DAY),
  questions: [{ kind: 'TEXT', text: 'Why you?', audience: 'COMMUNITY' }, { kind: 'LINK', text: 'Where do you write?', required: false }],
  criteria: [{ label: 'Motivation', weight: 2 }, { label: 'Reach' }],
};
type Made = { id: string; questions: { id: string }[] };
const open = async (more: object = {}) => (await brand.manager.mutate('openCall', { community: brand.slug, ...CALL, publish: true, ...more }, 'call { id questions { id } }')).call as Made;
const close = (call: string) => app.database.query(`UPDATE calls SET closes_at = now() - interval '1 hour', voting_until = CASE WHEN voting_until IS NULL THEN NULL ELSE now() - interval '1 hour' END WHERE id = $1`, [call]);
const apply = async (fan: (typeof fans)[number], { id, questions }: Made, more: object = {}) => {
  const answers = [{ question: questions[0]!.id, answer: 'I drive every day.' }, { question: questions[1]!.id, answer: `https://${fan.handle}.example.org/` }];
  const reach = [{ channel: `The blog of ${fan.handle}`, url: `https://${fan.handle}.example.org/`, followers: 300 }];
  return (await fan.client.mutate('applyToCall', { call: id, ofAge: true, answers, reach, ...more }, 'application { id state }')).application.id as string;
};
const decide = (applications: string[], outcome: string, more: object = {}) =>
  brand.manager.mutate('decideApplication', { applications, outcome, reason: 'Because of your lines.', ...more }, 'applications { id state waitingPlace }');

const WHO = 'member { id handle displayName avatarUrl }';
const DESK = `id state votes verifiedVotes ${WHO} country reach { channel url followers proved } answers { question answer } nominatedBy { slug }
  standing { level identityLevel score months merits { rule times } topics { category ideas } genuineness { kind value } heldVotes }
  ranking { place points panelPoints reviewers communityPoints verifiedVotes votes mostVotes selection } marks { criterion score reviewer { handle } }
  decisions { state reason reverses reviewAskedAt } viewerMayJudge { allowed reason } viewerMayDecide { allowed reason } viewerHasConflict`;
const desk = async (by: Client, call: string, more = '') =>
  (await by.get(`query ($id: ID!) { call(id: $id) { applications(first: 50${more}) { totalCount nodes { ${DESK} } } } }`, { id: call })).call.applications;

describe('a call', () => {
  it('is a page for everybody: what is asked, who may apply, who decides; a draft only for its team', async () => {
    const { id } = await open();
    const page = `query ($id: ID!) { call(id: $id) { title storyHtml perks receives seats seatsTaken state applicants selection blind community { slug }
      eligibility { leastLevel leastIdentity leastAge regions } questions { kind text required } criteria { label weight } changes { kind }
      viewerMayApply { allowed reason } viewerApplication { id } viewerIsOfPanel viewerRuns } }`;
    const { call } = await app.visitor().get(page, { id });
    expect(call.eligibility.leastLevel).toBe('FAN'); // the first that may apply to calls here
    expect(call).toMatchObject({ state: 'OPEN', seats: 2, applicants: 0, storyHtml: expect.stringContaining('<strong>one</strong>'), viewerMayApply: { allowed: false, reason: 'SIGN_IN_REQUIRED' } });
    expect((await fans[0]!.client.get(page, { id })).call.viewerMayApply).toEqual({ allowed: true, reason: null });
    expect((await brand.fan.get(page, { id })).call.viewerMayApply).toEqual({ allowed: false, reason: 'LEVEL_TOO_LOW' });
    expect((await brand.manager.get(page, { id })).call).toMatchObject({ viewerRuns: true, viewerIsOfPanel: true, viewerMayApply: { reason: 'STAFF_CANNOT_APPLY' } });
    const draft = await open({ publish: false });
    expect((await brand.fan.get(page, { id: draft.id })).call).toBeNull();
    expect((await brand.owner.get(page, { id: draft.id })).call).toMatchObject({ state: 'DRAFT' });
    expect(await brand.fan.refusal('openCall', { community: brand.slug, ...CALL }, 'call { id }')).toBe('NOT_ALLOWED');
    expect(await brand.rival.refusal('closeCall', { call: id, notice: 'Ours.' }, 'call { id }')).toBe('NOT_ALLOWED');
    await fans[0]!.client.mutate('seeCall', { call: id }, 'call { id }');
    expect(await app.database.query('SELECT count(*)::int AS n FROM call_views WHERE call_id = $1', [id])).toEqual([{ n: 1 }]);
    const { community } = await app.visitor().get('query ($c: String!) { community(slug: $c) { calls(first: 50, state: [OPEN]) { nodes { id state } } } }', { c: brand.slug });
    expect(community.calls.nodes).toContainEqual({ id, state: 'OPEN' });
  });

  it('refuses who is not eligible or comes late, by name', async () => {
    const call = await open({ leastAge: 18, regions: ['FR'], leastIdentity: 'LINKED' });
    const refusal = (more: object = {}) => fans[0]!.client.refusal('startApplication', { call: call.id, country: 'FR', ofAge: true, ...more }, 'application { id }');
    expect(await refusal()).toBe('IDENTITY_TOO_LOW');
    await app.database.query(`UPDATE calls SET least_identity = 'CONFIRMED' WHERE id = $1`, [call.id]);
    expect(await refusal({ ofAge: false })).toBe('UNDER_AGE');
    expect(await refusal({ country: 'GB' })).toBe('REGION_NOT_ELIGIBLE');
    await close(call.id);
    expect(await refusal()).toBe('CALL_NOT_OPEN');
    expect(await app.visitor().refusal('startApplication', { call: call.id }, 'application { id }')).toBe('SIGN_IN_REQUIRED');
  });
});

describe('an application', () => {
  it('is left and taken up, and nobody else’s to read as long as it is a draft', async () => {
    const call = await open();
    const [fan, other] = [fans[0]!, fans[1]!];
    const { application } = await fan.client.mutate('startApplication', { call: call.id }, 'application { id state }');
    expect(application.state).toBe('DRAFT');
    await fan.client.mutate('saveApplication', { application: application.id, answers: [{ question: call.questions[0]!.id, answer: 'Half a' }] }, 'application { id }');
    const read = 'query ($id: ID!) { application(id: $id) { state answers { answer } } }';
    expect((await fan.client.get(read, { id: application.id })).application).toEqual({ state: 'DRAFT', answers: [{ answer: 'Half a' }] });
    for (const client of [other.client, brand.manager, app.visitor()]) expect((await client.get(read, { id: application.id })).application).toBeNull();
    await fan.client.mutate('submitApplication', { application: application.id }, 'application { state }');
    expect((await brand.manager.get(read, { id: application.id })).application.state).toBe('SUBMITTED');
    expect((await other.client.get(read, { id: application.id })).application).toBeNull();
    expect(await other.client.refusal('withdrawApplication', { application: application.id }, 'application { id }')).toBe('NOT_FOUND');
    expect((await fan.client.mutate('withdrawApplication', { application: application.id }, 'application { state }')).application.state).toBe('WITHDRAWN');
    expect((await brand.manager.get(read, { id: application.id })).application).toBeNull();
  });

  it('gives a blind panel nothing that names who applied, until it has decided', async () => {
    const call = await open({ blind: true });
    const ids = [await apply(fans[0]!, call), await apply(fans[1]!, call)];
    await brand.manager.mutate('nameCallReviewers', { call: call.id, members: [fans[2]!.id] }, 'call { reviewers { id } }');
    const secrets = [fans[0]!, fans[1]!].flatMap(({ id, handle }) => [id, handle]);
    for (const client of [brand.manager, brand.owner, fans[2]!.client]) {
      const answer = await client.ask(`query ($id: ID!) { call(id: $id) { applications(first: 10) { edges { cursor } pageInfo { startCursor endCursor } nodes { ${DESK} } } } }`, { id: call.id });
      const said = JSON.stringify(answer.data) + (answer.data!['call'].applications.edges as { cursor: string }[]).map(({ cursor }) => Buffer.from(cursor, 'base64url').toString()).join();
      expect(answer.data!['call'].applications.nodes).toHaveLength(2);
      for (const secret of secrets) expect(said).not.toContain(secret);
      expect(answer.data!['call'].applications.nodes[0]).toMatchObject({ member: null, nominatedBy: null, reach: [{ channel: null, url: null, followers: 300, proved: false }] });
    }
    const log = JSON.stringify(await brand.manager.get('query ($c: String!) { community(slug: $c) { auditLog(first: 20) { nodes { id kind facts { name value } call { id } } } } }', { c: brand.slug }));
    expect(log).toContain('call.reviewersNamed');
    for (const secret of secrets) expect(log).not.toContain(secret);
    await close(call.id);
    await decide([ids[0]!], 'DECLINED');
    const { nodes } = await desk(brand.manager, call.id);
    expect(nodes.find(({ id }: { id: string }) => id === ids[0])).toMatchObject({ member: { id: fans[0]!.id }, reach: [{ url: `https://${fans[0]!.handle}.example.org/` }] });
    expect(nodes.find(({ id }: { id: string }) => id === ids[1])).toMatchObject({ member: null }); // the negative control is the line above
  });

  it('is judged by the panel alone, and told nothing of its marks', async () => {
    const call = await open();
    const [fan, reader] = [fans[0]!, fans[2]!];
    const id = await apply(fan, call);
    const marks = [{ criterion: 0, score: 5 }, { criterion: 1, score: 2 }];
    expect(await reader.client.refusal('scoreApplication', { application: id, marks }, 'application { id }')).toBe('NOT_FOUND');
    expect(await fan.client.refusal('scoreApplication', { application: id, marks }, 'application { id }')).toBe('NOT_A_REVIEWER');
    await brand.manager.mutate('nameCallReviewers', { call: call.id, members: [reader.id, fan.id] }, 'call { reviewers { id } }');
    expect(await fan.client.refusal('scoreApplication', { application: id, marks }, 'application { id }')).toBe('OWN_APPLICATION');
    const { application } = await reader.client.mutate('scoreApplication', { application: id, marks }, 'application { ranking { place points reviewers } marks { score } }');
    expect(application).toEqual({ ranking: { place: 1, points: 4, reviewers: 1 }, marks: [{ score: 5 }, { score: 2 }] });
    expect((await desk(reader.client, call.id)).totalCount).toBe(1);
    await aRestriction(app.database, { id: reader.id, community_id: brand.communityId }, { kind: 'SUSPENSION' });
    expect(await desk(reader.client, call.id)).toBeNull(); // who is suspended reads no applications
    expect((await reader.client.get('query ($id: ID!) { application(id: $id) { id } }', { id })).application).toBeNull();
    await app.database.query('UPDATE restrictions SET lifted_at = now() WHERE member_id = $1', [reader.id]);
    const own = await fan.client.get('query ($id: ID!) { application(id: $id) { ranking { points } marks { score } standing { score } decisions { reason } } }', { id });
    expect(own.application).toEqual({ ranking: null, marks: null, standing: null, decisions: [] });
    await brand.manager.mutate('declareConflict', { application: id, reason: 'We are cousins.' }, 'application { viewerHasConflict }');
    await close(call.id);
    expect(await brand.manager.refusal('decideApplication', { applications: [id], outcome: 'SELECTED', reason: 'Yes.' }, 'applications { id }')).toBe('CONFLICT_DECLARED');
    expect(await reader.client.refusal('decideApplication', { applications: [id], outcome: 'SELECTED', reason: 'Yes.' }, 'applications { id }')).toBe('NOT_ALLOWED');
    expect((await desk(brand.fan, call.id))).toBeNull();
  });

  it('costs as many statements for many as for few', async () => {
    const call = await open();
    for (const fan of fans.slice(0, 2)) await apply(fan, call);
    const few = await statementsOf(app, () => desk(brand.manager, call.id));
    for (const fan of fans.slice(2)) await apply(fan, call);
    const many = await statementsOf(app, () => desk(brand.manager, call.id));
    expect(many).toBeLessThanOrEqual(few);
  });
});

describe('the community', () => {
  it('votes for who applied, and only verified votes count', async () => {
    const call = await open({ selection: 'COMMUNITY' });
    const id = await apply(fans[0]!, call);
    const seen = (await app.visitor().get(`query ($id: ID!) { call(id: $id) { applications(first: 5) { nodes { ${WHO} votes verifiedVotes answers { answer } reach { url } marks { score } country } } } }`, { id: call.id })).call.applications.nodes[0];
    expect(seen).toMatchObject({ member: { id: fans[0]!.id }, answers: [{ answer: 'I drive every day.' }], reach: null, marks: null, country: null });
    await brand.fan.mutate('voteForApplication', { application: id }, 'application { votes }'); // anonymous
    const { application } = await fans[1]!.client.mutate('voteForApplication', { application: id }, 'application { votes verifiedVotes viewerVoted }');
    expect(application).toEqual({ votes: 2, verifiedVotes: 1, viewerVoted: true });
    expect(await fans[0]!.client.refusal('voteForApplication', { application: id }, 'application { id }')).toBe('OWN_APPLICATION');
    expect(await brand.manager.refusal('decideApplication', { applications: [id], outcome: 'SELECTED', reason: 'Votes.' }, 'applications { id }')).toBe('CALL_STILL_OPEN');
    expect((await fans[1]!.client.mutate('withdrawApplicationVote', { application: id }, 'application { votes verifiedVotes }')).application).toEqual({ votes: 1, verifiedVotes: 0 });
  });
});

describe('words of an applicant', () => {
  it('that are held are read by a moderator first, and those the community reads can be reported', async () => {
    const call = await open({ selection: 'HALF' });
    const [fan, other] = [fans[3]!, fans[4]!];
    await brand.owner.mutate('updateIntakeSettings', { community: brand.slug, words: ['snurk'] }, 'community { id }');
    const { application } = await fan.client.mutate('applyToCall', { call: call.id, ofAge: true, answers: [{ question: call.questions[0]!.id, answer: 'A snurk of mine.' }] }, 'application { id state withheld }');
    expect(application).toMatchObject({ state: 'SUBMITTED', withheld: 'HOLD' });
    const listed = async (by: Client) => (await desk(by, call.id)).nodes.length as number;
    expect([await listed(brand.manager), await listed(other.client)]).toEqual([0, 0]);
    expect(await other.client.refusal('report', { subject: application.id, category: 'SPAM' }, 'report { id }')).toBe('NOT_FOUND');
    const queue = 'query ($slug: String!) { community(slug: $slug) { reviewQueue(filter: { kind: [APPLICATION] }) { nodes { id subjectId content { text } subject { ... on Application { state } } } } } }';
    const { nodes } = await eventually(async () => (await brand.moderator.get(queue, { slug: brand.slug }))['community'].reviewQueue, (found) => found.nodes.length === 1);
    expect(nodes[0]).toMatchObject({ subjectId: application.id, content: { text: 'A snurk of mine.' }, subject: { state: 'SUBMITTED' } });
    await brand.moderator.mutate('decideReview', { item: nodes[0].id, action: 'KEEP' }, 'decision { id }');
    expect([await listed(brand.manager), await listed(other.client)]).toEqual([1, 1]);
    expect((await other.client.mutate('report', { subject: application.id, category: 'SPAM' }, 'report { id }')).report.id).toBeTruthy();
    const forPanel = await open();
    const hidden = await apply(fan, forPanel);
    expect(await other.client.refusal('report', { subject: hidden, category: 'SPAM' }, 'report { id }')).toBe('NOT_FOUND');
  });
});

describe('the ranking', () => {
  it('is answered from the top: as many as are asked for, who have points, by who runs the call', async () => {
    const call = await open({ title: 'By the ranking' });
    const ids = [await apply(fans[0]!, call), await apply(fans[1]!, call), await apply(fans[2]!, call)];
    for (const [at, score] of [2, 5].entries()) await brand.manager.mutate('scoreApplication', { application: ids[at], marks: [{ criterion: 0, score }, { criterion: 1, score }] }, 'application { id }');
    const asked = (count: number, outcome: string) => ({ call: call.id, count, outcome, reason: 'By your points.' });
    const answer = async (count: number, outcome: string) => (await brand.manager.mutate('decideByRanking', asked(count, outcome), 'applications { id state }')).applications;
    expect(await brand.manager.refusal('decideByRanking', asked(1, 'SELECTED'), 'applications { id }')).toBe('CALL_STILL_OPEN');
    await close(call.id);
    for (const client of [brand.fan, brand.rival, fans[0]!.client]) expect(await client.refusal('decideByRanking', asked(1, 'SELECTED'), 'applications { id }')).toBe('NOT_ALLOWED');
    expect(await answer(1, 'SELECTED')).toEqual([{ id: ids[1], state: 'SELECTED' }]);
    expect(await brand.manager.refusal('decideByRanking', asked(2, 'WAITING'), 'applications { id }')).toBe('INVALID_INPUT'); // the third has no points
    expect(await answer(2, 'DECLINED')).toEqual([{ id: ids[0], state: 'DECLINED' }, { id: ids[2], state: 'DECLINED' }]);
    const { community } = await brand.manager.get('query ($c: String!) { community(slug: $c) { auditLog(first: 3) { nodes { kind call { title } } } } }', { c: brand.slug });
    expect(community.auditLog.nodes).toEqual(Array.from({ length: 3 }, () => ({ kind: 'application.decided', call: { title: 'By the ranking' } })));
    const praise = { community: brand.slug, ...CALL, story: 'Say only positive things about us.' };
    expect(await brand.manager.refusal('openCall', praise, 'call { id }')).toBe('BRIEF_ASKS_FOR_PRAISE');
  });
});

describe('a term', () => {
  it('begins with the agreement, is shown with what it brings, and ends with its reasons', async () => {
    const call = await open({ seats: 1 });
    const [fan, next, third] = [fans[3]!, fans[4]!, fans[5]!];
    const ids = [await apply(fan, call), await apply(next, call), await apply(third, call)];
    await close(call.id);
    await decide([ids[0]!], 'SELECTED');
    expect(await brand.manager.refusal('decideApplication', { applications: [ids[1]], outcome: 'SELECTED', reason: 'Too.' }, 'applications { id }')).toBe('SEATS_TAKEN');
    await decide([ids[1]!], 'WAITING');
    await decide([ids[2]!], 'DECLINED');
    expect((await third.client.mutate('askForReview', { application: ids[2], text: 'Please look again.' }, 'application { decisions { reviewAskedAt } }')).application.decisions[0].reviewAskedAt).toBeTruthy();
    expect((await brand.owner.mutate('answerReview', { application: ids[2], answer: 'It stands: two wrote more.' }, 'application { decisions { reviewOutcome } }')).application.decisions).toEqual([{ reviewOutcome: 'KEPT' }]);
    const own = await fan.client.get('query ($id: ID!, $c: String!) { application(id: $id) { term { id state acceptUntil } } community(slug: $c) { agreement(locale: fr) { locale hash text version } en: agreement(locale: en) { hash } } }', { id: ids[0], c: brand.slug });
    const { id: term } = own.application.term;
    expect(own.application.term.state).toBe('OFFERED');
    expect(own.community.agreement).toMatchObject({ locale: 'fr', version: 1, text: expect.stringContaining('Vous n’achetez ni abonnés') });
    const look = 'query ($id: ID!) { term(id: $id) { state revocation { facts passage clause appealUntil } } }';
    expect((await next.client.get(look, { id: term })).term).toBeNull();
    expect(await next.client.refusal('acceptTerm', { term, agreementHash: own.community.en.hash }, 'term { id }')).toBe('NOT_FOUND');
    expect(await fan.client.refusal('acceptTerm', { term, agreementHash: '0'.repeat(64) }, 'term { id }')).toBe('AGREEMENT_CHANGED');
    await fan.client.mutate('acceptTerm', { term, agreementHash: own.community.agreement.hash }, 'term { state }');
    const profile = 'query ($c: String!, $h: String!) { community(slug: $c) { member(handle: $h) { ambassador { state receives since until agreement { version hash locale } call { title } } ambassadorTerms { state } } ambassadors(first: 10) { totalCount nodes { id } } alumni: ambassadors(first: 10, alumni: true) { nodes { id } } } }';
    const shown = async () => (await app.visitor().get(profile, { c: brand.slug, h: fan.handle })).community;
    expect(await shown()).toMatchObject({ member: { ambassador: { state: 'ACTIVE', receives: 'A car for six months', agreement: { locale: 'fr', hash: own.community.agreement.hash }, call: { title: CALL.title } } }, ambassadors: { totalCount: 1, nodes: [{ id: fan.id }] } });
    expect(await brand.fan.refusal('revokeTerm', { term, clause: 'Disclosure', facts: 'Three posts without it.', passage: 'Best car!' }, 'term { id }')).toBe('NOT_ALLOWED');
    await brand.manager.mutate('revokeTerm', { term, clause: 'Disclosure', facts: 'Three posts without it.', passage: 'Best car!' }, 'term { state }');
    expect((await fan.client.get(look, { id: term })).term).toMatchObject({ state: 'REVOKED', revocation: { passage: 'Best car!' } });
    expect((await app.visitor().get(look, { id: term })).term).toBeNull();
    const list = 'query ($c: String!) { community(slug: $c) { viewerTerm { id state } ambassadorTerms(first: 9, state: [REVOKED]) { nodes { id appeal { id } } } } }';
    expect((await brand.manager.get(list, { c: brand.slug })).community).toEqual({ viewerTerm: null, ambassadorTerms: { nodes: [{ id: term, appeal: null }] } });
    expect((await fan.client.ask(list, { c: brand.slug })).errors![0]!.extensions!['code']).toBe('NOT_ALLOWED');
    expect((await fan.client.get('query ($c: String!) { community(slug: $c) { viewerTerm { id state } } }', { c: brand.slug })).community.viewerTerm).toEqual({ id: term, state: 'REVOKED' });
    const { appeal } = await fan.client.mutate('appealTerm', { term, text: 'Each of them says it.' }, 'appeal { id outcome viewerMayDecide { allowed } }');
    expect(appeal).toMatchObject({ outcome: null, viewerMayDecide: { allowed: false } });
    const read = 'query ($id: ID!) { ambassadorAppeal(id: $id) { text decision { clause passage } member { id } viewerMayDecide { allowed } } }';
    expect((await brand.moderator.get(read, { id: appeal.id })).ambassadorAppeal).toEqual({ text: 'Each of them says it.', decision: { clause: 'Disclosure', passage: 'Best car!' }, member: { id: fan.id }, viewerMayDecide: { allowed: true } });
    for (const other of [next.client, brand.manager]) expect((await other.get(read, { id: appeal.id })).ambassadorAppeal).toBeNull();
    expect(await brand.manager.refusal('decideAmbassadorAppeal', { appeal: appeal.id, outcome: 'UPHELD', reasons: 'It stands.' }, 'appeal { id }')).toBe('NOT_IMPARTIAL');
    expect((await brand.moderator.mutate('decideAmbassadorAppeal', { appeal: appeal.id, outcome: 'UPHELD', reasons: 'Two of them do not.' }, 'appeal { outcome decidedAs }')).appeal).toEqual({ outcome: 'UPHELD', decidedAs: 'MODERATOR' });
    expect(await shown()).toMatchObject({ member: { ambassador: null, ambassadorTerms: [] }, ambassadors: { totalCount: 0 }, alumni: { nodes: [] } });
    const moved = await next.client.get('query ($id: ID!) { application(id: $id) { state term { id state } decisions { state reason } } }', { id: ids[1] });
    expect(moved.application).toMatchObject({ state: 'SELECTED', term: { state: 'OFFERED' }, decisions: [{ state: 'WAITING' }, { state: 'SELECTED', reason: expect.stringContaining('waiting list') }] });
    await next.client.mutate('acceptTerm', { term: moved.application.term.id, agreementHash: own.community.en.hash }, 'term { id }');
    await next.client.mutate('resignTerm', { term: moved.application.term.id }, 'term { state }');
    expect((await shown()).alumni.nodes).toEqual([{ id: next.id }]);
  });
});

it('bounds what one account does here in an hour', async () => {
  const call = await open({ selection: 'COMMUNITY' });
  const id = await apply(fans[6]!, call);
  const judged = await apply(fans[7]!, await open());
  const tries = [
    ['runCall', brand.manager, 'closeCall', { call: newId(), notice: 'Enough.' }, 'call { id }'],
    ['applyToCall', fans[6]!.client, 'saveApplication', { application: id }, 'application { id }'],
    ['judgeApplications', brand.manager, 'scoreApplication', { application: judged, marks: [{ criterion: 0, score: 1 }, { criterion: 1, score: 1 }] }, 'application { id }'],
    ['voteForApplication', fans[5]!.client, 'voteForApplication', { application: id }, 'application { id }'],
  ] as const;
  for (const [activity, client, name, input, payload] of tries) {
    await client.ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${payload} } }`, { input });
    expect(ACTIVITY_LIMITS[activity].points).toBeGreaterThan(0);
    const used = await app.database.query('UPDATE rate_limits SET points = 1000000 WHERE key LIKE $1 RETURNING key', [`${activity}:account:%`]);
    expect(used.flat().length).toBeGreaterThan(0);
    expect(await client.refusal(name, input, payload)).toBe('TOO_MANY_ATTEMPTS');
  }
});
