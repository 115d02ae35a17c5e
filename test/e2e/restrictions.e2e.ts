import { RestrictionsService } from '@fanfare/access';
import { DAY, MEMBER_RIGHTS, type MemberUse } from '@fanfare/kernel';
import { aCircle, aComment, aCommunity, anIdea, aRestriction, aRole, asSomebodyElse, somebodyWaits } from '@fanfare/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { type Act, aDoer, aGround, type Doer, type Ground } from '../support/restricted.js';

let app: App;
let community: { id: string; slug: string };
let ground: Ground;
beforeAll(async () => {
  app = await startApp();
  community = await aCommunity(app.database, { slug: 'here' });
  ground = await aGround(app, community);
});
afterAll(() => app.stop());

const asMember = ({ fan }: Doer) => ({ id: fan.memberId, community_id: community.id });
const doing = (client: Client, { name, input }: Act) =>
  client.ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`, { input });

/** What becomes of each act of somebody new, restricted like this. */
async function outcomes(restrict: (doer: Doer) => Promise<unknown>): Promise<{ act: Act; code: string | null; params: unknown }[]> {
  const doer = await aDoer(app, ground);
  await restrict(doer);
  const told = [];
  for (const act of doer.acts) {
    const { code, errors } = await doing(doer.client, act);
    told.push({ act, code, params: errors[0]?.extensions.params });
  }
  return told;
}

const named = (told: { act: Act; code: string | null }[]) => told.map(({ act, code }) => `${act.name} (${act.use}): ${code}`);
const expected = (told: { act: Act }[], refused: readonly (MemberUse | 'ANYWAY')[], code = 'RESTRICTED') =>
  told.map(({ act }) => `${act.name} (${act.use}): ${refused.includes(act.use) ? code : null}`);

describe('what a member does', () => {
  it('is all open to who is not restricted, or was restricted until yesterday', async () => {
    const free = await outcomes(async () => undefined);
    expect(named(free)).toEqual(expected(free, []));
    const over = await outcomes((doer) => aRestriction(app.database, asMember(doer), { starts_at: new Date(Date.now() - 2 * DAY), ends_at: new Date(Date.now() - DAY) }));
    expect(named(over)).toEqual(expected(over, []));
  });

  it.each(MEMBER_RIGHTS)('without %s, is refused where it uses that and nowhere else', async (right) => {
    const ends_at = new Date(Date.now() + DAY);
    let decision = '';
    const told = await outcomes(async (doer) => {
      decision = (await aRestriction(app.database, asMember(doer), { kind: 'MUTE', muted_right: right, ends_at })).decision_id;
    });
    expect(named(told)).toEqual(expected(told, [right]));
    const params = new Set(told.filter(({ code }) => code !== null).map((one) => JSON.stringify(one.params)));
    expect([...params]).toEqual([JSON.stringify({ right, until: ends_at.toISOString(), decision })]);
  });

  it('waits for a warning to be acknowledged, as far as it is written', async () => {
    const told = await outcomes((doer) => aRestriction(app.database, asMember(doer), { kind: 'WARNING' }));
    expect(named(told)).toEqual(expected(told, ['POSTING', 'COMMENTING'], 'ACKNOWLEDGE_WARNING'));
  });

  it.each(['SUSPENSION', 'BAN'] as const)('is all refused by a %s, but for what leads out', async (kind) => {
    const told = await outcomes((doer) => aRestriction(app.database, asMember(doer), { kind }));
    expect(named(told)).toEqual(expected(told, [...MEMBER_RIGHTS, 'TAKING_PART']));
  });

  it('goes on in the community next door, and here once it is lifted', async () => {
    const doer = await aDoer(app, ground);
    const next = await aCommunity(app.database);
    const [elsewhere] = await someFans(app.database, next.id, 1);
    await app.database.query('UPDATE members SET account_id = NULL WHERE id = $1', [elsewhere!.memberId]);
    await app.database.query('UPDATE members SET account_id = $2 WHERE id = $1', [elsewhere!.memberId, doer.fan.accountId]);
    const { decision_id } = await aRestriction(app.database, asMember(doer));
    const idea = await anIdea(app.database, next.id);
    expect((await doing(doer.client, { name: 'castVote', use: 'VOTING', input: { idea: idea.id } })).code).toBeNull();
    const vote: Act = { name: 'castVote', use: 'VOTING', input: { idea: ground.idea.id } };
    expect((await doing(doer.client, vote)).code).toBe('RESTRICTED');
    await app.transactor.run((tx) => app.get(RestrictionsService).lift(tx, decision_id));
    expect((await doing(doer.client, vote)).code).toBeNull();
  });

  it('is told beforehand by what they may', async () => {
    const doer = await aDoer(app, ground);
    const ask = async () => (await doer.client.get('query ($id: ID!) { idea(id: $id) { viewerCan { vote { reason } comment { reason } } } }', { id: ground.idea.id }))['idea'].viewerCan;
    expect(await ask()).toEqual({ vote: { reason: null }, comment: { reason: null } });
    await aRestriction(app.database, asMember(doer), { kind: 'MUTE', muted_right: 'VOTING' });
    expect(await ask()).toEqual({ vote: { reason: 'RESTRICTED' }, comment: { reason: null } });
  });

  it('is no joining again, and no office', async () => {
    const doer = await aDoer(app, ground);
    await aRestriction(app.database, asMember(doer));
    expect(await doer.client.refusal('joinCommunity', { community: 'here', handle: 'somebody-new' }, 'member { id }')).toBe('RESTRICTED');
  });
});

describe('what is read', () => {
  it('stays open where it is public, and closes where it is for members', async () => {
    const doer = await aDoer(app, ground);
    const circle = await aCircle(app.database, community.id, [ground.member, doer.fan.memberId], { joining: 'BY_REQUEST' });
    for (const author of [ground.member, doer.fan.memberId]) {
      await app.database.query(
        `INSERT INTO circle_posts (id, circle_id, community_id, author_id, body, members_only, created_at) VALUES (gen_random_uuid(), $1, $2, $3, 'Among us.', true, now())`,
        [circle.id, community.id, author],
      );
    }
    const query = 'query ($slug: String!, $circle: ID!) { community(slug: $slug) { ideas { totalCount } } circle(id: $circle) { feed { nodes { author { id } } } } }';
    const read = () => doer.client.get(query, { slug: 'here', circle: circle.id });
    const before = await read();
    expect(before['circle'].feed.nodes).toHaveLength(2);
    await aRestriction(app.database, asMember(doer), { kind: 'SUSPENSION', ends_at: new Date(Date.now() + DAY) });
    expect(await read()).toEqual({ ...before, circle: { feed: null } });
  });

  it('by a moderator who is banned is what everybody reads, at once', async () => {
    const doer = await aDoer(app, ground);
    await aRole(app.database, community.id, doer.fan.accountId, 'MODERATOR');
    const pending = await anIdea(app.database, community.id, { author_id: ground.member, status: 'PENDING', deadline: null });
    const read = async () => (await doer.client.ask('query ($id: ID!) { idea(id: $id) { title } viewer { roles(community: "here") } }', { id: pending.id })).data!;
    expect(await read()).toEqual({ idea: { title: pending.title }, viewer: { roles: ['MODERATOR'] } });
    await aRestriction(app.database, asMember(doer));
    expect(await read()).toEqual({ idea: null, viewer: { roles: [] } });
    const log = await doer.client.ask('{ community(slug: "here") { auditLog { totalCount } } }');
    expect([log.code, log.data!['community'].auditLog]).toEqual(['RESTRICTED', null]);
  });
});

describe('on an open socket', () => {
  it('a ban ends what is not public within a second: a pending idea, and the queue of reviews', async () => {
    const doer = await aDoer(app, ground);
    await aRole(app.database, community.id, doer.fan.accountId, 'MODERATOR');
    const pending = await anIdea(app.database, community.id, { author_id: ground.member, status: 'PENDING', deadline: null });
    const socket = createClient({ url: `${app.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${doer.client.token}` } });
    const heard: Record<string, number> = {};
    const ended: string[] = [];
    const watch = (name: string, query: string, variables: Record<string, unknown>) =>
      socket.subscribe({ query, variables }, { next: () => (heard[name] = (heard[name] ?? 0) + 1), error: () => undefined, complete: () => void ended.push(name) });
    watch('idea', 'subscription ($idea: ID!) { ideaChanged(idea: $idea) { title } }', { idea: pending.id });
    watch('queue', 'subscription ($slug: String!) { reviewQueueChanged(community: $slug) { id } }', { slug: 'here' });
    // nothing says when the queue is listened to: it is stirred until it was heard
    await eventually(async () => {
      if (!heard['queue']) await somethingToReview();
      return heard['queue'];
    }, Boolean);
    await eventually(async () => heard['idea'], (count) => count === 1);
    await imposeOn(doer);
    expect((await eventually(async () => ended, ({ length }) => length === 2, 5_000)).sort()).toEqual(['idea', 'queue']);
    const before = { ...heard };
    await somethingToReview();
    expect((await doer.client.ask('{ community(slug: "here") { reviewQueue { totalCount } } }')).code).toBe('RESTRICTED');
    expect([heard, heard['idea']]).toEqual([before, 1]);
    await socket.dispose();
  });
});

/** Somebody reports a comment. */
async function somethingToReview(): Promise<void> {
  const [reporter] = await someFans(app.database, community.id, 1);
  const comment = await aComment(app.database, ground.idea, { author_id: ground.member });
  const client = Object.assign(app.visitor(), { token: reporter!.token });
  await client.mutate('report', { subject: comment.id, category: 'SPAM' }, 'report { reference }');
}

/** By the service, as a decision does: the row and the event. */
async function imposeOn(doer: Doer): Promise<void> {
  const { decision_id: decisionId } = await aRestriction(app.database, asMember(doer), { kind: 'HOLD' });
  const imposition = { communityId: community.id, memberId: doer.fan.memberId, decisionId, kind: 'BAN', startsAt: new Date(Date.now() - 1), endsAt: null } as const;
  await app.transactor.run((tx) => app.get(RestrictionsService).impose(tx, imposition));
}

describe('a ban that commits while somebody acts', () => {
  it('lets no vote in behind it, however they race', async () => {
    const doers = await Promise.all(Array.from({ length: 12 }, () => aDoer(app, ground)));
    const idea = await anIdea(app.database, community.id);
    const results = await Promise.all(
      doers.map(async (doer) => {
        const votes = Promise.all([0, 1, 2].map(() => doing(doer.client, { name: 'castVote', use: 'VOTING', input: { idea: idea.id } })));
        const [codes] = await Promise.all([votes, imposeOn(doer)]);
        const after = await doing(doer.client, { name: 'withdrawVote', use: 'ANYWAY', input: { idea: idea.id } });
        return { codes: codes.map(({ code }) => code), again: (await doing(doer.client, { name: 'castVote', use: 'VOTING', input: { idea: idea.id } })).code, after: after.code };
      }),
    );
    for (const { codes, again, after } of results) {
      expect(codes.every((code) => code === null || code === 'RESTRICTED')).toBe(true);
      expect([again, after]).toEqual(['RESTRICTED', null]);
    }
    const [left] = await app.database.query<{ count: number }>('SELECT count(*)::int AS count FROM votes WHERE idea_id = $1', [idea.id]);
    expect(left!.count).toBe(0);
  });

  it('is waited for by what began before it: the act is refused when it has committed', async () => {
    const doer = await aDoer(app, ground);
    const { decision_id: decisionId } = await aRestriction(app.database, asMember(doer), { kind: 'HOLD' });
    const imposition = { communityId: community.id, memberId: doer.fan.memberId, decisionId, kind: 'BAN', startsAt: new Date(Date.now() - 1), endsAt: null } as const;
    let comment: ReturnType<typeof doing> | undefined;
    await app.transactor.run(async (tx) => {
      await app.get(RestrictionsService).impose(tx, imposition);
      comment = doing(doer.client, { name: 'addComment', use: 'COMMENTING', input: { idea: ground.idea.id, body: 'Sent just before.' } });
      await asSomebodyElse(() => somebodyWaits(app.database));
    });
    expect((await comment!).code).toBe('RESTRICTED');
  });
});
