import { newId } from '@fanfare/kernel';
import { StandingsService } from '@fanfare/votes';
import { aCommunity, aMember, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';
import { type Fan, someFans } from '../support/fans.js';
import { expectedSupport, lies, VotingStorm } from '../support/voting-storm.js';

const VOTE = 'idea { support { raw verified quarantined imported } viewerVote { standing castAt idea { id } } editedSinceVote }';
const NOTHING = { raw: 0, verified: 0, quarantined: 0, imported: 0 };

let app: App;
let community: { id: string; slug: string };
let idea: { id: string; community_id: string };

beforeAll(async () => {
  app = await startApp();
  community = await aCommunity(app.database);
});
afterAll(() => app?.stop());

beforeEach(async () => {
  idea = await anIdea(app.database, community.id);
});

function clientOf(fan: Fan): Client {
  const client = app.visitor();
  client.token = fan.token;
  return client;
}

/** A CONFIRMED member who is signed in. */
async function aFan(communityId = community.id) {
  const [fan] = await someFans(app.database, communityId, 1);
  return Object.assign(clientOf(fan!), { fan: fan! });
}

async function supportSeenBy(client: Client, ideaId = idea.id) {
  const { idea: found } = await client.get('query ($id: ID!) { idea(id: $id) { support { raw verified quarantined imported } } }', { id: ideaId });
  return found.support;
}

describe('castVote and withdrawVote', () => {
  it('answer the idea as it is afterwards', async () => {
    const fan = await aFan();
    const cast = await fan.mutate('castVote', { idea: idea.id }, VOTE);
    expect(cast.idea).toMatchObject({
      support: { raw: 1, verified: 1, quarantined: 0, imported: 0 },
      viewerVote: { standing: 'VERIFIED', idea: { id: idea.id } },
      editedSinceVote: false,
    });
    const withdrawn = await fan.mutate('withdrawVote', { idea: idea.id }, VOTE);
    expect(withdrawn.idea).toMatchObject({ support: NOTHING, viewerVote: null });
  });

  it('twice are once', async () => {
    const fan = await aFan();
    const first = await fan.mutate('castVote', { idea: idea.id, idempotencyKey: 'a' }, VOTE);
    const again = await fan.mutate('castVote', { idea: idea.id, idempotencyKey: 'a' }, VOTE);
    const third = await fan.mutate('castVote', { idea: idea.id }, VOTE);
    expect(again).toEqual(first);
    expect(third).toEqual(first);
    await fan.mutate('withdrawVote', { idea: idea.id }, VOTE);
    expect((await fan.mutate('withdrawVote', { idea: idea.id }, VOTE)).idea.support).toEqual(NOTHING);
  });

  it('in one document are told in their order', async () => {
    const fan = await aFan();
    const both = `mutation ($id: ID!) {
      castVote(input: { idea: $id }) { idea { support { raw } } }
      withdrawVote(input: { idea: $id }) { idea { support { raw } } }
    }`;
    const { castVote, withdrawVote } = await fan.get(both, { id: idea.id });
    expect([castVote.idea.support.raw, withdrawVote.idea.support.raw]).toEqual([1, 0]);
  });

  it('count an anonymous account apart, and its past votes when its address is confirmed', async () => {
    const fan = await app.visitor().signUp();
    await fan.join(community.slug);
    const { idea: before } = await fan.mutate('castVote', { idea: idea.id }, VOTE);
    expect(before).toMatchObject({ support: { raw: 1, verified: 0 }, viewerVote: { standing: 'UNVERIFIED' } });
    await fan.confirm();
    const support = await eventually(() => supportSeenBy(fan), ({ verified }) => verified === 1);
    expect(support).toEqual({ raw: 1, verified: 1, quarantined: 0, imported: 0 });
  });

  it('never count staff as verified: past votes follow the role', async () => {
    const owner = await app.visitor().signUp();
    const ownerId = await owner.join(community.slug);
    await app.database.query(
      `INSERT INTO role_grants (id, community_id, account_id, role, granted_at) SELECT $1, community_id, account_id, 'OWNER', now() FROM members WHERE id = $2`,
      [newId(), ownerId],
    );
    const fan = await aFan();
    await fan.mutate('castVote', { idea: idea.id }, VOTE);
    const [member] = await fan.sql<{ handle: string }>('SELECT handle FROM members WHERE id = $1', [fan.fan.memberId]);
    const role = { community: community.slug, handle: member!.handle, role: 'BRAND_MANAGER' };
    await owner.mutate('grantRole', role, 'member { id }');
    expect(await eventually(() => supportSeenBy(fan), ({ verified }) => verified === 0)).toMatchObject({ raw: 1, verified: 0 });
    await owner.mutate('revokeRole', role, 'member { id }');
    expect(await eventually(() => supportSeenBy(fan), ({ verified }) => verified === 1)).toMatchObject({ raw: 1, verified: 1 });
  });
});

describe('refusals', () => {
  it.each(['castVote', 'withdrawVote'])('%s says why', async (mutation) => {
    const elsewhere = await aCommunity(app.database);
    const closed = await anIdea(app.database, community.id, { status: 'DELIVERED', deadline: null });
    const held = await anIdea(app.database, community.id, { status: 'PENDING', deadline: null });
    const fan = await aFan();
    const stranger = await aFan(elsewhere.id);
    expect(await app.visitor().refusal(mutation, { idea: idea.id }, VOTE)).toBe('SIGN_IN_REQUIRED');
    expect(await stranger.refusal(mutation, { idea: idea.id }, VOTE)).toBe('NOT_A_MEMBER');
    expect(await fan.refusal(mutation, { idea: closed.id }, VOTE)).toBe('VOTING_CLOSED');
    expect(await fan.refusal(mutation, { idea: held.id }, VOTE)).toBe('NOT_FOUND');
    expect(await fan.refusal(mutation, { idea: newId() }, VOTE)).toBe('NOT_FOUND');
    expect(await fan.refusal(mutation, { idea: fan.fan.memberId }, VOTE)).toBe('NOT_FOUND');
    expect(await fan.refusal(mutation, { idea: 'no id' }, VOTE)).toBe('NOT_FOUND');
  });

  it('a key used for another idea, an empty key, a long one', async () => {
    const fan = await aFan();
    const other = await anIdea(app.database, community.id);
    await fan.mutate('castVote', { idea: idea.id, idempotencyKey: 'k' }, VOTE);
    expect(await fan.refusal('castVote', { idea: other.id, idempotencyKey: 'k' }, VOTE)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await fan.refusal('castVote', { idea: other.id, idempotencyKey: '' }, VOTE)).toBe('EMPTY_TEXT');
    expect(await fan.refusal('castVote', { idea: other.id, idempotencyKey: 'x'.repeat(201) }, VOTE)).toBe('TOO_LONG');
  });
});

describe('edited since voted', () => {
  it('is told to those who voted before, and to nobody who votes after', async () => {
    const author = await aFan();
    const [early, late] = [await aFan(), await aFan()];
    const posted = await anIdea(app.database, community.id, { author_id: author.fan.memberId });
    await early.mutate('castVote', { idea: posted.id }, VOTE);
    await author.mutate('editIdea', { idea: posted.id, title: 'Another title for it', body: 'Quite another body, long enough.' }, 'idea { id }');
    await late.mutate('castVote', { idea: posted.id }, VOTE);
    const asked = 'query ($id: ID!) { idea(id: $id) { editedSinceVote } }';
    expect((await early.get(asked, { id: posted.id })).idea.editedSinceVote).toBe(true);
    expect((await late.get(asked, { id: posted.id })).idea.editedSinceVote).toBe(false);
    expect((await author.get(asked, { id: posted.id })).idea.editedSinceVote).toBe(false);
  });
});

describe('what somebody supports', () => {
  it('is paged, the latest first, each once, while more is voted for', async () => {
    const fan = await aFan();
    const ideas = [];
    for (let n = 0; n < 5; n += 1) {
      const next = await anIdea(app.database, community.id);
      await fan.mutate('castVote', { idea: next.id }, VOTE);
      ideas.push(next.id);
    }
    const page = `query ($slug: String!, $after: String) { viewer { votes(community: $slug, first: 2, after: $after) {
      totalCount nodes { idea { id } } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { viewer }: Record<string, any> = await fan.get(page, { slug: community.slug, after });
      seen.push(...viewer.votes.nodes.map((vote: { idea: { id: string } }) => vote.idea.id));
      more = viewer.votes.pageInfo.hasNextPage;
      after = viewer.votes.pageInfo.endCursor;
      if (seen.length === 2) await fan.mutate('castVote', { idea: idea.id }, VOTE);
    }
    expect(seen).toEqual(ideas.reverse());
  });

  it('is public, and leaves out what was removed', async () => {
    const fan = await aFan();
    const gone = await anIdea(app.database, community.id);
    for (const each of [idea, gone]) await fan.mutate('castVote', { idea: each.id }, VOTE);
    await app.database.query(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [gone.id]);
    const [member] = await fan.sql<{ handle: string }>('SELECT handle FROM members WHERE id = $1', [fan.fan.memberId]);
    const { community: found } = await app.visitor().get(
      'query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) { supportedIdeas { totalCount nodes { standing idea { id } } } } } }',
      { slug: community.slug, handle: member!.handle },
    );
    expect(found.member.supportedIdeas).toEqual({ totalCount: 1, nodes: [{ standing: 'VERIFIED', idea: { id: idea.id } }] });
  });

  it('tells of a suspicion only the voter and moderators', async () => {
    const fan = await aFan();
    await fan.mutate('castVote', { idea: idea.id }, VOTE);
    await app.transactor.run((tx) => app.get(StandingsService).quarantine(tx, idea.id, [fan.fan.memberId]));
    expect(await supportSeenBy(fan)).toEqual({ raw: 1, verified: 0, quarantined: 1, imported: 0 });
    const [member] = await fan.sql<{ handle: string }>('SELECT handle FROM members WHERE id = $1', [fan.fan.memberId]);
    const asked = 'query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) { supportedIdeas { nodes { standing } } } } }';
    const standing = async (client: Client) => {
      const { community: found } = await client.get(asked, { slug: community.slug, handle: member!.handle });
      return found.member.supportedIdeas.nodes[0].standing;
    };
    expect(await standing(fan)).toBe('QUARANTINED');
    expect(await standing(app.visitor())).toBe('UNVERIFIED');
    expect(await standing(await aFan())).toBe('UNVERIFIED');
  });

  it('filters the feed', async () => {
    const fan = await aFan();
    const here = await aCommunity(app.database);
    const [guest] = await someFans(app.database, here.id, 1);
    const [liked, other] = [await anIdea(app.database, here.id), await anIdea(app.database, here.id)];
    await clientOf(guest!).mutate('castVote', { idea: liked.id }, VOTE);
    const asked = `query ($slug: String!, $backed: Boolean) {
      community(slug: $slug) { ideas(orderBy: NEWEST, filter: { supportedByViewer: $backed }) { totalCount nodes { id } } } }`;
    const feed = async (client: Client, backed: boolean) => (await client.get(asked, { slug: here.slug, backed })).community.ideas;
    expect(await feed(clientOf(guest!), true)).toEqual({ totalCount: 1, nodes: [{ id: liked.id }] });
    expect(await feed(clientOf(guest!), false)).toEqual({ totalCount: 1, nodes: [{ id: other.id }] });
    expect((await feed(fan, true)).totalCount).toBe(0);
    expect((await feed(app.visitor(), true)).totalCount).toBe(0);
  });
});

describe('another community', () => {
  it('cannot be reached by its ids, whatever they are', async () => {
    const elsewhere = await aCommunity(app.database);
    const member = await aMember(app.database, elsewhere.id);
    const foreign = await anIdea(app.database, elsewhere.id, { author_id: member.id });
    const fan = await aFan();
    expect(await fan.refusal('castVote', { idea: foreign.id }, VOTE)).toBe('NOT_A_MEMBER');
    expect(await supportSeenBy(fan, foreign.id)).toEqual(NOTHING);
  });
});

/** A few seconds of `test/prove/voting-under-fire.prove.ts`: two APIs, and the database drops every connection again and again. */
describe('voting under fire', () => {
  let second: App;
  beforeAll(async () => {
    second = await startApp({ databaseUrl: app.config.databaseUrl });
  });
  afterAll(() => second?.stop());

  it('two APIs agree: every acknowledged vote counts, none twice', async () => {
    const fans = await someFans(app.database, community.id, 120);
    const storm = new VotingStorm({ ideaId: idea.id, fans, clients: 16, urls: () => [app.url, second.url] });
    for (let strike = 0; strike < 3; strike += 1) {
      await storm.until(20);
      await midVote();
      await cutConnections();
    }
    await storm.finish();
    expect(storm.interrupted).toBeGreaterThan(0);
    expect(await lies(app.database, idea.id, storm)).toEqual([]);
    for (const api of [app, second]) expect(await supportSeenBy(api.visitor())).toEqual(expectedSupport(storm.told, fans));
  });

  it('(control) is wrong without the trigger that counts', async () => {
    await app.database.query('ALTER TABLE votes DISABLE TRIGGER votes_tally_new');
    const fans = await someFans(app.database, community.id, 10);
    const storm = new VotingStorm({ ideaId: idea.id, fans, clients: 5, urls: () => [app.url, second.url], withdrawals: false });
    await storm.finish().finally(() => app.database.query('ALTER TABLE votes ENABLE TRIGGER votes_tally_new'));
    expect(await supportSeenBy(app.visitor())).not.toEqual(expectedSupport(storm.told, fans));
  });

  /** Waits until somebody's vote is under way in the database, so that a cut interrupts it. */
  async function midVote(): Promise<void> {
    const busy = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`;
    await expect.poll(() => app.database.query(busy).catch(() => []), { interval: 1 }).not.toEqual([]);
  }

  async function cutConnections(): Promise<void> {
    await app.database
      .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')
      .catch(() => undefined);
  }
});
