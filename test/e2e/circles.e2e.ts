import { ElectionClosing } from '@fanfare/circles';
import { anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let brand: Brand;
/** Four confirmed fans of the community. */
let fans: { client: Client; id: string }[];

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  const made = await someFans(app.database, brand.communityId, 4); // the fifth of five is anonymous
  fans = made.map(({ token, memberId }) => ({ client: Object.assign(app.visitor(), { token }), id: memberId }));
});
afterAll(() => app?.stop());
beforeEach(() => app.database.query('DELETE FROM rate_limits'));

let count = 0;
const create = async (by: Client, more: object = {}) =>
  (await by.mutate('createCircle', {
    community: brand.slug, name: `Night builders ${(count += 1)}`, description: 'Those who build while others sleep.', joining: 'OPEN', ...more,
  }, 'circle { id slug name }')).circle as { id: string; slug: string; name: string };
const join = (by: Client, circle: string, message?: string) => by.mutate('joinCircle', { circle, message }, 'circle { viewerMembership { joinedAt } viewerRequest { id } memberCount }');
const post = async (by: Client, circle: string, body: string, more: object = {}) =>
  (await by.mutate('postInCircle', { circle, body, ...more }, 'post { id }')).post.id as string;

const CIRCLE = `id slug name descriptionHtml joining memberCount recognisedAt recognitionNote founder { id } spokesperson { id } keeper { id }
  viewerMembership { joinedAt } viewerRequest { message } viewerCan { join { allowed reason } post { allowed reason } keep { allowed } recognise { allowed } startElection { allowed reason } }
  members(first: 10) { totalCount nodes { member { id } joinedAt } } requests(first: 10) { totalCount nodes { id message member { id } } }
  feed(first: 10) { totalCount nodes { id body bodyHtml author { id } idea { id support { raw } } replyCount replies(first: 5) { nodes { id body author { id } } } } }
  election { id } elections(first: 5) { totalCount nodes { id outcome } } electionCalls { asked needed viewerAsked }`;
const read = async (by: Client, id: string) => (await by.get(`query ($id: ID!) { circle(id: $id) { ${CIRCLE} } }`, { id })).circle;

describe('a circle', () => {
  it('is made by a member, found by its address, listed, and kept by its founder', async () => {
    const { id, slug, name } = await create(brand.fan);
    const { circle } = await app.visitor().get('query ($c: String!, $s: String!) { circle(community: $c, slug: $s) { id memberCount keeper { id } founder { id } } }', { c: brand.slug, s: slug });
    expect(circle).toEqual({ id, memberCount: 1, keeper: { id: brand.fanId }, founder: { id: brand.fanId } });
    for (const orderBy of ['LARGEST', 'NEWEST', 'NAME']) {
      const pages = 'query ($c: String!, $o: CircleOrder, $q: String) { community(slug: $c) { circles(first: 100, orderBy: $o, search: $q) { totalCount nodes { id } } } }';
      const { community } = await app.visitor().get(pages, { c: brand.slug, o: orderBy, q: name.toUpperCase() });
      expect(community.circles).toEqual({ totalCount: 1, nodes: [{ id }] });
    }
    const { community } = await brand.fan.get('query ($c: String!) { community(slug: $c) { member(handle: "fay-builds") { circles { nodes { id } } } } }', { c: brand.slug });
    expect(community.member.circles.nodes[0]).toEqual({ id });
  });

  it('is not made by outsiders, under a name of another or of the brand', async () => {
    const { name } = await create(brand.fan);
    const refusal = (by: Client, more: object = {}) => by.refusal('createCircle', { community: brand.slug, name: 'Something new', description: 'Long enough to be read.', joining: 'OPEN', ...more }, 'circle { id }');
    expect(await refusal(app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(brand.operator)).toBe('NOT_A_MEMBER');
    expect(await refusal(fans[0]!.client, { name: name.toUpperCase() })).toBe('CIRCLE_NAME_TAKEN');
    expect(await refusal(fans[0]!.client, { name: name.replace('i', '1').replaceAll(' ', '-') })).toBe('CIRCLE_NAME_TAKEN');
    expect(await refusal(fans[0]!.client, { name: 'Staff' })).toBe('CIRCLE_NAME_RESERVED');
    expect(await refusal(fans[0]!.client, { name: 'Official builders' })).toBe('CIRCLE_NAME_RESERVED');
    expect(await refusal(fans[0]!.client, { description: 'Short' })).toBe('EMPTY_TEXT');
    const key = { idempotencyKey: 'a-circle', name: 'Once only' };
    expect((await create(brand.fan, key)).id).toBe((await create(brand.fan, key)).id);
  });

  it('by request lets its keeper decide, who reads, and who stays', async () => {
    const { id } = await create(brand.fan, { joining: 'BY_REQUEST' });
    const [ana, ben] = [fans[0]!, fans[1]!];
    expect((await join(ana.client, id, 'I build at night, too.')).circle).toMatchObject({ viewerMembership: null, viewerRequest: { id: expect.any(String) }, memberCount: 1 });
    await join(ben.client, id);
    await post(brand.fan, id, 'Nobody else reads **this**.');
    for (const client of [app.visitor(), ana.client, brand.manager, brand.moderator]) {
      const seen = await read(client, id);
      expect([seen.feed, seen.requests, seen.members.totalCount]).toEqual([null, null, 1]);
    }
    const [first, second] = (await read(brand.fan, id)).requests.nodes;
    expect(first).toMatchObject({ message: 'I build at night, too.', member: { id: ana.id } });
    expect(await ana.client.refusal('decideCircleRequest', { request: first.id, accept: true }, 'circle { id }')).toBe('NOT_ALLOWED');
    await brand.fan.mutate('decideCircleRequest', { request: first.id, accept: true }, 'circle { id }');
    await brand.fan.mutate('decideCircleRequest', { request: second.id, accept: false }, 'circle { id }');
    expect(await brand.fan.refusal('decideCircleRequest', { request: first.id, accept: false }, 'circle { id }')).toBe('NOT_FOUND');
    expect(await ben.client.refusal('joinCircle', { circle: id }, 'circle { id }')).toBe('TOO_MANY_ATTEMPTS');
    expect((await read(ana.client, id)).feed.nodes[0].bodyHtml).toContain('<strong>this</strong>');
    // Opening it later shows what is said from then on.
    await brand.fan.mutate('updateCircle', { circle: id, joining: 'OPEN' }, 'circle { id }');
    const open = await post(ana.client, id, 'Everybody reads this.');
    expect((await read(app.visitor(), id)).feed).toMatchObject({ totalCount: 1, nodes: [{ id: open }] });
    expect(await ana.client.refusal('removeFromCircle', { circle: id, member: brand.fanId, reason: 'x' }, 'circle { id }')).toBe('NOT_ALLOWED');
    await brand.fan.mutate('removeFromCircle', { circle: id, member: ana.id, reason: 'Too loud at night.' }, 'circle { id }');
    expect((await read(app.visitor(), id)).feed.totalCount).toBe(1); // what they said stays
    expect((await join(ana.client, id)).circle).toMatchObject({ viewerMembership: null, viewerRequest: { id: expect.any(String) } });
    await ana.client.mutate('leaveCircle', { circle: id }, 'circle { id }');
    expect((await read(ana.client, id)).viewerRequest).toBeNull();
  });

  it('goes on without its founder, and ends with its last member', async () => {
    const { id, name } = await create(brand.fan, { joining: 'BY_REQUEST' });
    await brand.fan.mutate('leaveCircle', { circle: id }, 'circle { id }');
    expect(await read(brand.fan, id)).toMatchObject({ memberCount: 0, keeper: null, viewerCan: { join: { reason: 'CIRCLE_EMPTY' } } });
    expect(await brand.fan.refusal('joinCircle', { circle: id }, 'circle { id }')).toBe('CIRCLE_EMPTY');
    const { community } = await brand.fan.get('query ($c: String!, $q: String) { community(slug: $c) { circles(search: $q) { totalCount } } }', { c: brand.slug, q: name });
    expect(community.circles.totalCount).toBe(0);
    const other = await create(brand.fan);
    await join(fans[0]!.client, other.id);
    await brand.fan.mutate('leaveCircle', { circle: other.id }, 'circle { id }');
    expect((await read(brand.fan, other.id)).keeper).toEqual({ id: fans[0]!.id });
  });

  it('is recognised by the brand, for everybody to see and in its log', async () => {
    const { id } = await create(brand.fan);
    for (const client of [brand.fan, brand.moderator, brand.rival, brand.operator]) {
      expect(await client.refusal('recogniseCircle', { circle: id, recognised: true }, 'circle { id }')).toBe('NOT_ALLOWED');
    }
    await brand.manager.mutate('recogniseCircle', { circle: id, recognised: true, note: 'Our oldest night shift.' }, 'circle { id }');
    expect(await read(app.visitor(), id)).toMatchObject({ recognisedAt: expect.any(String), recognitionNote: 'Our oldest night shift.' });
    expect(await brand.fan.refusal('updateCircle', { circle: id, name: 'Another name' }, 'circle { id }')).toBe('CIRCLE_RECOGNISED');
    await brand.owner.mutate('recogniseCircle', { circle: id, recognised: false }, 'circle { id }');
    expect((await read(app.visitor(), id)).recognisedAt).toBeNull();
    const log = await brand.moderator.get('query ($c: String!) { community(slug: $c) { auditLog(first: 2) { nodes { kind circle { id } actor { handle } } } } }', { c: brand.slug });
    expect(log.community.auditLog.nodes).toEqual([
      { kind: 'circle.unrecognised', circle: { id }, actor: { handle: 'ada-owns' } },
      { kind: 'circle.recognised', circle: { id }, actor: { handle: 'mia-answers' } },
    ]);
  });
});

describe('a feed', () => {
  it('holds posts, answers on one level and shared ideas, whose support stays as it is', async () => {
    const { id } = await create(brand.fan);
    const ana = fans[0]!;
    await join(ana.client, id);
    const idea = await anIdea(app.database, brand.communityId, { author_id: brand.fanId });
    const shared = (await ana.client.mutate('shareIntoCircle', { circle: id, idea: idea.id, note: 'Look!' }, 'post { id idea { id support { raw } } }')).post;
    expect(shared.idea).toEqual({ id: idea.id, support: { raw: 0 } });
    expect(await brand.fan.refusal('shareIntoCircle', { circle: id, idea: idea.id }, 'post { id }')).toBe('ALREADY_SHARED');
    const reply = await post(brand.fan, id, 'I see it.', { parent: shared.id });
    const deeper = await post(ana.client, id, 'Do you?', { parent: reply });
    const { feed } = await read(app.visitor(), id);
    expect(feed).toMatchObject({ totalCount: 1, nodes: [{ id: shared.id, body: 'Look!', idea: { id: idea.id, support: { raw: 0 } }, replyCount: 2 }] });
    expect(feed.nodes[0].replies.nodes.map((one: { id: string }) => one.id)).toEqual([reply, deeper]);
  });

  it('takes words of those inside only, and only what is everybody’s to read', async () => {
    const { id } = await create(brand.fan);
    const elsewhere = await create(brand.fan);
    const there = await post(brand.fan, elsewhere.id, 'Over there.');
    const draft = await anIdea(app.database, brand.communityId, { author_id: brand.fanId, status: 'DRAFT' });
    const nextDoor = await anIdea(app.database, brand.nextDoor.id);
    const refusal = (by: Client, more: object = {}) => by.refusal('postInCircle', { circle: id, body: 'x', ...more }, 'post { id }');
    expect(await refusal(app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await refusal(brand.operator)).toBe('NOT_A_MEMBER');
    expect(await refusal(brand.manager)).toBe('NOT_IN_CIRCLE');
    expect(await refusal(brand.fan, { body: ' ' })).toBe('EMPTY_TEXT');
    expect(await refusal(brand.fan, { body: 'x'.repeat(5_001) })).toBe('TOO_LONG');
    expect(await refusal(brand.fan, { parent: there })).toBe('NOT_FOUND');
    for (const { id: idea } of [draft, nextDoor]) expect(await brand.fan.refusal('shareIntoCircle', { circle: id, idea }, 'post { id }')).toBe('NOT_FOUND');
  });

  it('lets writers change and erase their own; a tombstone stays where somebody answered', async () => {
    const { id } = await create(brand.fan);
    const ana = fans[0]!;
    await join(ana.client, id);
    const first = await post(ana.client, id, 'Frist');
    const alone = await post(ana.client, id, 'Alone');
    await brand.fan.mutate('postInCircle', { circle: id, body: 'First?', parent: first }, 'post { id }');
    expect(await brand.fan.refusal('editCirclePost', { post: first, body: 'x' }, 'post { id }')).toBe('NOT_ALLOWED');
    expect(await brand.fan.refusal('removeCirclePost', { post: first }, 'post { id }')).toBe('NOT_ALLOWED');
    expect((await ana.client.mutate('editCirclePost', { post: first, body: 'First' }, 'post { body editedAt }')).post).toEqual({ body: 'First', editedAt: expect.any(String) });
    for (const one of [first, alone]) await ana.client.mutate('removeCirclePost', { post: one }, 'post { deletedAt }');
    expect(await ana.client.refusal('postInCircle', { circle: id, body: 'x', parent: first }, 'post { id }')).toBe('POST_DELETED');
    expect((await read(ana.client, id)).feed.nodes).toMatchObject([{ id: first, body: '', author: null, replies: { nodes: [{ body: 'First?' }] } }]);
  });

  it('costs the same for many circles and posts as for few', async () => {
    const LIST = `query ($c: String!, $n: Int!) { community(slug: $c) { circles(first: $n) { nodes {
      name memberCount spokesperson { handle } keeper { handle } viewerMembership { joinedAt } viewerRequest { id } election { id candidates { member { id } } } electionCalls { asked }
      viewerCan { join { allowed } startElection { allowed } } } } } }`;
    const list = (n: number) => statementsOf(app, () => fans[0]!.client.get(LIST, { c: brand.slug, n }));
    await list(2);
    expect(await list(8)).toBe(await list(2));
    const { id } = await create(brand.fan);
    const feed = () => statementsOf(app, () => fans[0]!.client.get(`query ($id: ID!) { circle(id: $id) { ${CIRCLE} } }`, { id }));
    const say = async () => post(brand.fan, id, 'An answer.', { parent: await post(brand.fan, id, `Hello @fay-builds.`) });
    await say();
    const few = await feed();
    for (let n = 0; n < 4; n += 1) await say();
    expect(await feed()).toBe(few);
  });
});

describe('an election', () => {
  const ELECTION = `id closedAt outcome turnout electorate winner { id } viewerVote { id } candidates { member { id } statement votes } viewerCan { stand { allowed reason } vote { allowed reason } }`;
  const running = async (by: Client, circle: string) => (await by.get(`query ($id: ID!) { circle(id: $id) { election { ${ELECTION} } spokesperson { id } elections { nodes { ${ELECTION} } } } }`, { id: circle })).circle;
  const kinds = async (by: Client) => {
    await app.dispatcher.drain();
    const { viewer } = await by.get('query ($c: String!) { viewer { inbox(community: $c, first: 50) { nodes { kind reason circle { id } excerpt actor { id } } } } }', { c: brand.slug });
    return viewer.inbox.nodes as { kind: string; reason: string; circle: { id: string } | null; excerpt: string | null; actor: { id: string } | null }[];
  };

  it('goes from the first word to the result, secret until the close and after it', async () => {
    const [ana, ben, cleo, dan] = fans as [(typeof fans)[0], (typeof fans)[0], (typeof fans)[0], (typeof fans)[0]];
    const { id } = await create(ana.client);
    expect((await read(ana.client, id)).viewerCan.startElection).toEqual({ allowed: false, reason: 'TOO_FEW_MEMBERS' });
    for (const { client } of [ben, cleo, { client: brand.fan }]) await join(client, id);
    expect(await brand.fan.refusal('startElection', { circle: id }, 'circle { id }')).toBe('CONFIRM_EMAIL_FIRST'); // anonymous
    const { circle } = await ben.client.mutate('startElection', { circle: id }, 'circle { election { id } }');
    const election = circle.election.id as string;
    expect(await cleo.client.refusal('startElection', { circle: id }, 'circle { id }')).toBe('ELECTION_RUNNING');
    await join(dan.client, id);
    const vote = (by: Client, candidate: string | null) => by.mutate('voteInElection', { election, candidate }, `election { ${ELECTION} }`);
    const refusal = (by: Client, candidate: string) => by.refusal('voteInElection', { election, candidate }, 'election { id }');
    await ana.client.mutate('standForElection', { election, statement: 'I know every brick.' }, 'election { id }');
    await cleo.client.mutate('standForElection', { election }, 'election { id }');
    expect(await refusal(dan.client, ana.id)).toBe('NOT_ELIGIBLE');
    expect(await refusal(brand.manager, ana.id)).toBe('NOT_IN_CIRCLE');
    expect(await refusal(brand.fan, ana.id)).toBe('CONFIRM_EMAIL_FIRST');
    expect(await refusal(ben.client, ben.id)).toBe('NOT_A_CANDIDATE');
    await vote(ben.client, ana.id);
    expect((await vote(ben.client, cleo.id)).election).toMatchObject({ viewerVote: { id: cleo.id }, turnout: null, candidates: [{ votes: null }, { votes: null }] });
    await vote(ana.client, ana.id);
    await vote(cleo.client, cleo.id);
    expect((await running(ana.client, id)).election).toMatchObject({ viewerVote: { id: ana.id }, turnout: null });
    expect((await running(app.visitor(), id)).election).toMatchObject({ viewerVote: null });
    expect(await ana.client.refusal('removeFromCircle', { circle: id, member: ben.id, reason: 'x' }, 'circle { id }')).toBe('ELECTION_RUNNING');
    await app.database.query(
      `UPDATE circle_elections SET started_at = started_at - interval '7 days', standing_until = standing_until - interval '7 days', closes_at = closes_at - interval '7 days' WHERE id = $1`, [election]);
    expect(await refusal(ben.client, ana.id)).toBe('ELECTION_OVER');
    await app.transactor.run((tx) => app.get(ElectionClosing).closeAllDue(tx));
    const over = await running(ben.client, id);
    expect(over).toMatchObject({ election: null, spokesperson: { id: cleo.id } });
    expect(over.elections.nodes[0]).toMatchObject({
      outcome: 'ELECTED', turnout: 3, winner: { id: cleo.id }, viewerVote: null,
      candidates: [{ member: { id: cleo.id }, votes: 2 }, { member: { id: ana.id }, votes: 1, statement: 'I know every brick.' }],
    });
    expect((await read(cleo.client, id)).viewerCan.keep.allowed).toBe(true);
    expect((await read(ana.client, id)).viewerCan.keep.allowed).toBe(false); // its founder
    const votes = await app.database.query('SELECT type FROM events WHERE subject_id = $1 AND payload::text LIKE $2', [id, '%candidate%']);
    expect(votes).toEqual([]);
    const told = await eventually(() => kinds(ana.client), (notices) => notices.some(({ kind }) => kind === 'CIRCLE_ELECTED'));
    const mine = told.filter(({ circle: about }) => about?.id === id).toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(mine).toMatchObject([{ kind: 'CIRCLE_ELECTED', reason: 'CIRCLE', actor: { id: cleo.id } }, { kind: 'CIRCLE_ELECTION', reason: 'CIRCLE' }]);
  });

  it('and the rest is told to whom it concerns: requests, decisions, replies, mentions', async () => {
    const [ana, ben, cleo] = fans as [(typeof fans)[0], (typeof fans)[0], (typeof fans)[0]];
    const { id } = await create(ana.client, { joining: 'BY_REQUEST' });
    await join(ben.client, id, 'May I?');
    const about = async (by: Client, size: number) =>
      (await eventually(() => kinds(by), (notices) => notices.filter(({ circle }) => circle?.id === id).length >= size)).filter(({ circle }) => circle?.id === id);
    expect(await about(ana.client, 1)).toMatchObject([{ kind: 'CIRCLE_REQUESTED', excerpt: 'May I?', actor: { id: ben.id } }]);
    const [request] = (await read(ana.client, id)).requests.nodes;
    await ana.client.mutate('decideCircleRequest', { request: request.id, accept: true }, 'circle { id }');
    const [handle] = await app.database.query<{ handle: string }>('SELECT handle::text FROM members WHERE id = $1', [cleo.id]);
    const first = await post(ben.client, id, `Hello @${handle!.handle}, who is not in here.`);
    await post(ana.client, id, 'Welcome!', { parent: first });
    await about(ben.client, 2); // who is in here no more is told nothing new
    await ana.client.mutate('removeFromCircle', { circle: id, member: ben.id, reason: 'It was a mistake.' }, 'circle { id }');
    const told = await about(ben.client, 3);
    expect(told.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([['CIRCLE_REMOVED', 'It was a mistake.'], ['REPLIED', null], ['CIRCLE_ACCEPTED', null]]);
    expect(await about(cleo.client, 0)).toEqual([]);
  });
});

it('next door nobody changes anything, whatever id they know', async () => {
  const { id } = await create(fans[0]!.client, { joining: 'BY_REQUEST' });
  await join(fans[1]!.client, id);
  const said = await post(fans[0]!.client, id, 'Between us.');
  const [request] = (await read(fans[0]!.client, id)).requests.nodes;
  const stranger = await app.visitor().signUp();
  await stranger.join(brand.nextDoor.slug);
  expect(await stranger.refusal('joinCircle', { circle: id }, 'circle { id }')).toBe('NOT_A_MEMBER');
  expect(await stranger.refusal('decideCircleRequest', { request: request.id, accept: true }, 'circle { id }')).toBe('NOT_A_MEMBER');
  expect(await stranger.refusal('editCirclePost', { post: said, body: 'x' }, 'post { id }')).toBe('NOT_FOUND');
  expect((await stranger.get('query ($id: ID!) { circlePost(id: $id) { id } }', { id: said })).circlePost).toBeNull();
  expect((await fans[0]!.client.get('query ($id: ID!) { circlePost(id: $id) { body } }', { id: said })).circlePost).toEqual({ body: 'Between us.' });
});
