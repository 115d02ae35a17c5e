import { newId, type StaffRole } from '@fanfare/kernel';
import { aCommunity, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';

const SUPPORT = 'support { raw verified quarantined imported }';
const BOTH = `idea { id status mergedInto { id } ${SUPPORT} merge { note by { handle } } } target { id merged { id } ${SUPPORT} }`;

let app: App;
let community: { id: string; slug: string };
let brand: Client;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

beforeEach(async () => {
  community = await aCommunity(app.database);
  brand = (await aFan('BRAND_MANAGER')).client;
});

async function aFan(role?: StaffRole) {
  const [fan] = await someFans(app.database, community.id, 1);
  const client = app.visitor();
  client.token = fan!.token;
  if (role) {
    await app.database.query(
      `INSERT INTO role_grants (id, community_id, account_id, role, granted_at) SELECT $1, community_id, account_id, $3, now() FROM members WHERE id = $2`,
      [newId(), fan!.memberId, role],
    );
  }
  return { client, memberId: fan!.memberId };
}

const idOf = async (columns: Record<string, unknown> = {}) => (await anIdea(app.database, community.id, columns)).id;
const vote = (client: Client, idea: string) => client.mutate('castVote', { idea }, 'idea { id }');
const merge = (duplicate: string, target: string) => brand.mutate('mergeIdea', { duplicate, target, note: 'Both ask for a longer bridge.' }, BOTH);

async function seenBy(client: Client, id: string) {
  const asked = `query ($id: ID!) { idea(id: $id) { status votingOpen ${SUPPORT} viewerVote { standing idea { id } } editedSinceVote viewerCan { vote { allowed } } } }`;
  return (await client.get(asked, { id })).idea;
}

describe('a merge, as a fan sees it', () => {
  it('counts everybody once; voting and withdrawing on either side is one vote; the undo restores both', async () => {
    const [duplicate, target] = [await idOf(), await idOf()];
    const [ada, ben, cleo] = [await aFan(), await aFan(), await aFan()];
    for (const { client } of [ada, ben]) await vote(client, duplicate);
    await vote(ben.client, target);

    const merged = await merge(duplicate, target);
    expect(merged).toMatchObject({
      idea: { status: 'MERGED', mergedInto: { id: target }, support: { raw: 2 }, merge: { note: 'Both ask for a longer bridge.' } },
      target: { merged: [{ id: duplicate }], support: { raw: 2, verified: 2 } },
    });

    expect(await seenBy(ada.client, target)).toMatchObject({ votingOpen: true, viewerVote: { idea: { id: duplicate } }, editedSinceVote: false });
    expect(await seenBy(ada.client, duplicate)).toMatchObject({ status: 'MERGED', votingOpen: true, viewerCan: { vote: { allowed: true } } });
    const { idea: voted } = await cleo.client.mutate('castVote', { idea: duplicate }, `idea { ${SUPPORT} mergedInto { ${SUPPORT} viewerVote { castAt } } }`);
    expect(voted).toMatchObject({ support: { raw: 3 }, mergedInto: { support: { raw: 3 }, viewerVote: expect.anything() } });
    await ada.client.mutate('withdrawVote', { idea: target }, 'idea { id }');
    expect(await seenBy(ada.client, duplicate)).toMatchObject({ support: { raw: 2 }, viewerVote: null });

    const { idea: restored } = await brand.mutate('unmergeIdea', { idea: duplicate, reason: 'They differ after all.' }, `idea { status merge { note } history { from to reason } ${SUPPORT} }`);
    expect(restored).toMatchObject({ status: 'OPEN', merge: null, support: { raw: 2 } });
    expect(restored.history.at(-1)).toEqual({ from: 'MERGED', to: 'OPEN', reason: 'They differ after all.' });
    expect(await seenBy(cleo.client, target)).toMatchObject({ support: { raw: 1 }, viewerVote: null });
  });

  it('shows one vote in a person’s list, and both ideas in their feed', async () => {
    const [duplicate, sibling, target] = [await idOf(), await idOf(), await idOf()];
    const [fan, other] = [await aFan(), await aFan()];
    for (const id of [duplicate, sibling]) await vote(fan.client, id);
    for (const id of [duplicate, target]) await vote(other.client, id);
    for (const id of [duplicate, sibling]) await merge(id, target);
    const asked = `query ($slug: String!) { viewer { votes(community: $slug) { totalCount nodes { idea { id } } } }
      community(slug: $slug) { backed: ideas(filter: { supportedByViewer: true }) { nodes { id } } rest: ideas(filter: { supportedByViewer: false }) { nodes { id } } } }`;
    const listOf = async (client: Client) => client.get(asked, { slug: community.slug });
    const mine = await listOf(fan.client);
    expect(mine['viewer'].votes).toEqual({ totalCount: 1, nodes: [{ idea: { id: [duplicate, sibling].sort()[0] } }] });
    expect(mine['community'].backed.nodes.map((node: { id: string }) => node.id).sort()).toEqual([duplicate, sibling, target].sort());
    expect(mine['community'].rest.nodes).toEqual([]);
    expect((await listOf(other.client))['viewer'].votes).toEqual({ totalCount: 1, nodes: [{ idea: { id: target } }] });
  });

  it('tells who came with a merge when the target is edited after it', async () => {
    const author = await aFan();
    const [duplicate, target] = [await idOf(), await idOf({ author_id: author.memberId })];
    const fan = await aFan();
    await vote(fan.client, duplicate);
    const edit = (title: string) => author.client.mutate('editIdea', { idea: target, title }, 'idea { id }');
    await edit('Edited before the merge');
    await merge(duplicate, target);
    expect((await seenBy(fan.client, target)).editedSinceVote).toBe(false);
    await edit('Edited after the merge');
    expect((await seenBy(fan.client, target)).editedSinceVote).toBe(true);
    expect((await seenBy(fan.client, duplicate)).editedSinceVote).toBe(false);
  });

  it('is told to whoever watches the target when somebody votes for the duplicate', async () => {
    const [duplicate, target] = [await idOf(), await idOf()];
    await merge(duplicate, target);
    await vote((await aFan()).client, duplicate);
    const top = `query ($slug: String!) { community(slug: $slug) { ideas(orderBy: TOP, first: 1) { nodes { id support { raw } } } } }`;
    const first = async () => (await brand.get(top, { slug: community.slug })).community.ideas.nodes[0];
    expect(await eventually(first, ({ id }) => id === target)).toEqual({ id: target, support: { raw: 1 } });
  });
});

describe('the brand', () => {
  it('sees what a merge comes to, and why it would be refused', async () => {
    const [duplicate, target, third] = [await idOf(), await idOf(), await idOf()];
    const [ada, ben] = [await aFan(), await aFan()];
    for (const { client } of [ada, ben]) await vote(client, duplicate);
    await vote(ben.client, target);
    const preview = `query ($id: ID!, $target: ID!) { idea(id: $id) { mergePreview(target: $target) { combined { raw verified quarantined imported } both refusal } } }`;
    const seen = async (id: string, other: string) => (await brand.get(preview, { id, target: other })).idea.mergePreview;
    expect(await seen(duplicate, target)).toEqual({ combined: { raw: 2, verified: 2, quarantined: 0, imported: 0 }, both: 1, refusal: null });
    await merge(third, target);
    expect(await seen(duplicate, third)).toMatchObject({ refusal: 'MERGE_TARGET_MERGED' });
    expect(await seen(duplicate, duplicate)).toMatchObject({ refusal: 'MERGE_WITH_ITSELF' });
    const refused = await ada.client.ask(preview, { id: duplicate, target });
    expect([refused.code, refused.data!['idea']]).toEqual(['NOT_ALLOWED', { mergePreview: null }]);
  });

  it('is told why not', async () => {
    const [a, b, c] = [await idOf(), await idOf(), await idOf()];
    const elsewhere = (await anIdea(app.database, (await aCommunity(app.database)).id)).id;
    const draft = await idOf({ status: 'DRAFT', deadline: null, author_id: (await aFan()).memberId });
    const removed = await idOf({ status: 'REMOVED', deadline: null });
    await merge(a, b);
    const code = (duplicate: string, target: string) => brand.refusal('mergeIdea', { duplicate, target }, BOTH);
    expect(await code(b, b)).toBe('MERGE_WITH_ITSELF');
    expect(await code(b, elsewhere)).toBe('MERGE_ACROSS_COMMUNITIES');
    expect(await code(c, a)).toBe('MERGE_TARGET_MERGED');
    expect(await code(a, c)).toBe('ALREADY_MERGED');
    expect(await code(c, removed)).toBe('MERGE_TARGET_CLOSED');
    expect(await code(c, draft)).toBe('NOT_FOUND');
    expect(await code(elsewhere, c)).toBe('NOT_ALLOWED');
    expect(await brand.refusal('unmergeIdea', { idea: c }, 'idea { id }')).toBe('NOT_MERGED');
    for (const who of [app.visitor(), (await aFan()).client, (await aFan('MODERATOR')).client]) {
      const refusals = [await who.refusal('mergeIdea', { duplicate: c, target: b }, BOTH), await who.refusal('unmergeIdea', { idea: a }, 'idea { id }')];
      expect(refusals).toEqual(Array(2).fill(who.token ? 'NOT_ALLOWED' : 'SIGN_IN_REQUIRED'));
    }
  });

  it('merges at the same moment in both directions: one is refused, and nothing points in a circle', async () => {
    const [a, b] = [await idOf(), await idOf()];
    const ask = (duplicate: string, target: string) =>
      brand.ask('mutation ($input: MergeIdeaInput!) { mergeIdea(input: $input) { idea { id } } }', { input: { duplicate, target } });
    const codes = (await Promise.all([ask(a, b), ask(b, a)])).map((answer) => answer.code);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code !== null)).toEqual([expect.stringMatching(/^(ALREADY_MERGED|MERGE_TARGET_MERGED)$/)]);
  });
});

describe('a contest', () => {
  const CONTEST = 'mergeContest { reason decidedAt upheld decision decidedBy { handle } }';

  it('goes from the author to a moderator, who decides it', async () => {
    const [author, moderator] = [await aFan(), await aFan('MODERATOR')];
    const [duplicate, target] = [await idOf({ author_id: author.memberId }), await idOf()];
    await merge(duplicate, target);
    const asked = `query ($id: ID!) { idea(id: $id) { status viewerCanContest { allowed reason } ${CONTEST} } }`;
    expect((await author.client.get(asked, { id: duplicate })).idea).toMatchObject({ viewerCanContest: { allowed: true }, mergeContest: null });
    await author.client.mutate('contestMerge', { idea: duplicate, reason: 'Mine is about bridges for trains.' }, 'idea { id }');

    const list = `query ($slug: String!) { community(slug: $slug) { mergeContests { totalCount nodes { reason note idea { id } target { id } } } } }`;
    const { community: found } = await moderator.client.get(list, { slug: community.slug });
    expect(found.mergeContests).toMatchObject({ totalCount: 1, nodes: [{ reason: 'Mine is about bridges for trains.', idea: { id: duplicate }, target: { id: target } }] });
    const stranger = await aFan();
    expect((await stranger.client.ask(list, { slug: community.slug })).code).toBe('NOT_ALLOWED');
    expect((await stranger.client.get(asked, { id: duplicate })).idea).toMatchObject({ viewerCanContest: { allowed: false, reason: 'NOT_ALLOWED' }, mergeContest: null });

    const decision = { idea: duplicate, uphold: true, reason: 'Trains need other bridges.' };
    expect(await brand.refusal('decideMergeContest', decision, 'idea { id }')).toBe('NOT_ALLOWED');
    await moderator.client.mutate('decideMergeContest', decision, 'idea { id }');
    const { idea } = await author.client.get(asked, { id: duplicate });
    expect(idea).toMatchObject({ status: 'OPEN', mergeContest: { upheld: true, decision: 'Trains need other bridges.', decidedBy: { handle: expect.any(String) } } });
    expect(await brand.refusal('mergeIdea', { duplicate, target }, BOTH)).toBe('MERGE_OVERRULED');
  });
});
