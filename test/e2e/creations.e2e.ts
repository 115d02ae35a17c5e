import { CreationWithholding } from '@fanfare/creations';
import { aCreation, anIdea, aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { accountOf } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { newcomers } from '../support/fans.js';
import { aPicture } from '../support/pictures.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let ana: Client;
let ben: Client;
let carl: Client;
let communityId: string;
let anaId: string;
let idea: string;

beforeAll(async () => {
  app = await startApp();
  [ana, ben, carl] = await Promise.all([app.visitor().signUp(), app.visitor().signUp(), app.visitor().signUp()]);
  await ana.sql('UPDATE accounts SET is_operator = true WHERE email = $1', [ana.person!.email]);
  for (const slug of ['bricks', 'cars']) await ana.mutate('createCommunity', { slug, name: slug, terms: 'x' }, 'community { id }');
  anaId = await ana.join('bricks', 'ana');
  await ben.join('bricks', 'ben-b');
  await carl.join('cars', 'carl');
  communityId = (await ana.get('{ community(slug: "bricks") { id } }')).community.id;
  idea = (await anIdea(app.database, communityId, { title: 'A lighthouse that turns' })).id;
});
afterAll(() => app?.stop());

const CARD = `id title excerpt product createdAt editedAt withdrawnAt depth appreciations responseCount remixCount viewerAppreciates
  cover { id alt width height color srcset plainUrl } author { handle } remixOf { id title withdrawnAt author { handle } }`;
const WHOLE = `${CARD} story html pictures { id alt } ideas { id title } community { slug } chain { id title withdrawnAt author { handle } }
  remixes { totalCount nodes { id } } viewerCan { edit { allowed reason } appreciate { allowed reason } remix { allowed reason } }
  responses { totalCount nodes { id body html byStaff author { handle } viewerCan { edit { allowed } remove { allowed } }
    replies { totalCount nodes { id body inReplyTo { id } author { handle } } } } }`;

const show = async (client: Client, more: Record<string, unknown> = {}) => {
  const pictures = more['pictures'] ?? [{ picture: (await aPicture(client, 'CREATION')).id, alt: 'From the front' }];
  return (await client.mutate('showCreation', { community: 'bricks', title: 'A lighthouse', ...more, pictures }, `creation { ${WHOLE} }`)).creation;
};
const refused = (client: Client, more: Record<string, unknown>) =>
  client.refusal('showCreation', { community: 'bricks', title: 'A lighthouse', ...more }, 'creation { id }');
const read = (client: Client, id: string) => client.get(`query ($id: ID!) { creation(id: $id) { ${WHOLE} } }`, { id }).then((data) => data.creation);
const notices = `{ viewer { unreadCount(community: "bricks") inbox(community: "bricks", unreadOnly: true) { nodes {
  kind amount excerpt actor { handle } creation { id title } creationResponse { id body } } } } }`;
/** The notices of these kinds about works of this name, once there are all and nothing more is on its way. */
const told = async (client: Client, name: string, kinds: string[]) => {
  const about = async () => {
    await app.dispatcher.drain();
    return ((await client.get(notices)).viewer.inbox.nodes as Record<string, any>[]).filter(({ creation }) => creation?.title.includes(name));
  };
  return eventually(about, (nodes) => kinds.every((kind) => nodes.some((one) => one['kind'] === kind)));
};

describe('the life of a creation', () => {
  it('is shown, liked, talked about, built on, changed and taken back; the chain stays', async () => {
    const [front, back] = [await aPicture(ana, 'CREATION'), await aPicture(ana, 'CREATION')];
    const first = await show(ana, {
      story: 'Of **4,000** bricks, after @ben-b.',
      product: 'Set 6080',
      ideas: [idea],
      pictures: [{ picture: front.id, alt: 'From the front' }, { picture: back.id }],
    });
    expect(first).toMatchObject({
      title: 'A lighthouse', product: 'Set 6080', author: { handle: 'ana' }, cover: { id: front.id, alt: 'From the front' }, chain: [], remixOf: null,
      pictures: [{ id: front.id }, { id: back.id, alt: '' }], ideas: [{ title: 'A lighthouse that turns' }], community: { slug: 'bricks' },
      viewerCan: { edit: { allowed: true }, appreciate: { allowed: false, reason: 'OWN_CREATION' }, remix: { allowed: true } },
    });
    expect(first.html).toMatch(/<strong>4,000<\/strong>.*\/c\/bricks\/members\/ben-b/);

    expect((await ben.mutate('appreciateCreation', { creation: first.id }, `creation { ${CARD} }`)).creation).toMatchObject({ appreciations: 1, viewerAppreciates: true });
    const { response } = await ben.mutate('respondToCreation', { creation: first.id, body: 'Does it *turn*?' }, 'response { id html creation { responseCount } }');
    expect(response).toMatchObject({ html: '<p>Does it <em>turn</em>?</p>\n', creation: { responseCount: 1 } });
    const { response: reply } = await ana.mutate('respondToCreation', { creation: first.id, parent: response.id, body: 'It does.' }, 'response { id inReplyTo { id } }');
    expect(reply.inReplyTo.id).toBe(response.id);
    const second = await show(ben, { title: 'A lighthouse with a keeper', remixOf: first.id });
    const third = await show(ana, { title: 'And with a cat', remixOf: second.id });
    expect(third.chain.map(({ title }: { title: string }) => title)).toEqual(['A lighthouse', 'A lighthouse with a keeper']);
    expect(await read(app.visitor(), first.id)).toMatchObject({
      appreciations: 1, viewerAppreciates: false, remixCount: 1, remixes: { totalCount: 1, nodes: [{ id: second.id }] },
      responses: { totalCount: 1, nodes: [{ id: response.id, author: { handle: 'ben-b' }, replies: { totalCount: 1, nodes: [{ body: 'It does.' }] } }] },
      viewerCan: { remix: { allowed: false, reason: 'SIGN_IN_REQUIRED' } },
    });
    const further = 'query ($id: ID!, $after: String) { creationResponse(id: $id) { id replies(first: 1, after: $after) { nodes { body } pageInfo { endCursor hasNextPage } } } }';
    const { creationResponse: thread } = await app.visitor().get(further, { id: response.id });
    expect(thread).toMatchObject({ id: response.id, replies: { nodes: [{ body: 'It does.' }], pageInfo: { hasNextPage: false } } });
    expect((await app.visitor().get(further, { id: response.id, after: thread.replies.pageInfo.endCursor })).creationResponse.replies.nodes).toEqual([]);

    const { creation: edited } = await ana.mutate('editCreation', { creation: first.id, title: 'A tall lighthouse', pictures: [{ picture: back.id, alt: 'Back' }] }, `creation { ${WHOLE} }`);
    expect(edited).toMatchObject({ title: 'A tall lighthouse', product: 'Set 6080', cover: { id: back.id, alt: 'Back' }, editedAt: expect.any(String) });
    await ben.mutate('editCreationResponse', { response: response.id, body: 'Does it shine?' }, 'response { id }');
    await ben.mutate('withdrawCreation', { creation: second.id }, 'creation { id withdrawnAt }');
    const chained = await read(app.visitor(), third.id);
    expect(chained.chain).toMatchObject([{ title: 'A tall lighthouse', author: { handle: 'ana' } }, { title: '', author: null, withdrawnAt: expect.any(String) }]);
    expect(chained.remixOf).toMatchObject({ id: second.id, title: '', author: null });
    expect(await read(app.visitor(), second.id)).toMatchObject({ title: '', story: '', cover: null, pictures: [], author: null, remixes: { totalCount: 1 } });
    expect((await read(app.visitor(), first.id)).remixCount).toBe(0);
    await ben.mutate('removeCreationResponse', { response: response.id }, 'response { id deletedAt }');
    await ben.mutate('unappreciateCreation', { creation: first.id }, 'creation { id }');
    expect(await read(ben, first.id)).toMatchObject({ appreciations: 0, responseCount: 1, responses: { nodes: [{ body: '', author: null, replies: { totalCount: 1 } }] } });
  });

  it('is told to whom it concerns, quietly', async () => {
    const creation = await show(ana, { title: 'A drawbridge' });
    await ben.mutate('follow', { subject: anaId }, 'member { id }');
    for (const body of ['Up!', 'And down!']) await ben.mutate('respondToCreation', { creation: creation.id, body }, 'response { id }');
    await ben.mutate('appreciateCreation', { creation: creation.id }, 'creation { id }');
    await show(ben, { title: 'A double drawbridge', remixOf: creation.id });
    const heard = await told(ana, 'drawbridge', ['RESPONDED', 'APPRECIATED', 'REMIXED']);
    const of = (kind: string) => heard.find((one) => one['kind'] === kind);
    expect(of('RESPONDED')).toMatchObject({ amount: 2, excerpt: 'And down!', actor: { handle: 'ben-b' }, creation: { title: 'A drawbridge' } });
    expect(of('APPRECIATED')).toMatchObject({ amount: 1, excerpt: null });
    expect(of('REMIXED')).toMatchObject({ creation: { title: 'A double drawbridge' } });
    const next = await show(ana, { title: 'A portcullis' });
    expect(await told(ben, 'portcullis', ['CREATION_SHOWN'])).toMatchObject([{ kind: 'CREATION_SHOWN', creation: { id: next.id } }]);
    await ana.mutate('withdrawCreation', { creation: next.id }, 'creation { id }');
    expect(await told(ben, 'portcullis', [])).toEqual([]);
  });
});

describe('the files of a work that is withheld', () => {
  it('are given to its author and the moderators, to be kept by nobody, and to everybody once it is shown again', async () => {
    const picture = await aPicture(ben, 'CREATION');
    const { id } = await show(ben, { title: 'A watchtower', pictures: [{ picture: picture.id }] });
    const [moderator] = await newcomers(app, 1);
    await moderator!.join('bricks', 'max-reviews');
    await aRole(app.database, communityId, await accountOf(moderator!), 'MODERATOR');
    const change = (how: 'withhold' | 'release') => app.transactor.run((tx) => app.get(CreationWithholding)[how](tx, null, id, 'HOLD'));
    const fetched = async (path: string, client: Client, more: Record<string, string> = {}) => {
      const answer = await fetch(app.url + path, { headers: client.token ? { cookie: `fanfare_session=${client.token}`, ...more } : more });
      const { byteLength } = await answer.arrayBuffer();
      return answer.status === 200 && byteLength > 500 ? answer.headers.get('cache-control') : answer.status;
    };
    await change('withhold');
    for (const path of [picture.url, picture.plainUrl, picture.url.replace(picture.id, picture.id.toUpperCase())]) {
      for (const other of [app.visitor(), carl, ana]) expect(await fetched(path, other)).toBe(404); // also the owner, who runs the deployment
      for (const reader of [ben, moderator!]) expect(await fetched(path, reader)).toBe('private, no-store');
    }
    expect(await fetched(picture.url, ben, { 'sec-fetch-site': 'cross-site' })).toBe(404);
    await change('release');
    expect(await fetched(picture.url, app.visitor())).toContain('immutable');
  });
});

describe('a creation is refused', () => {
  it('with pictures that are not one’s own, not for this, or not of the right number', async () => {
    const own = { picture: (await aPicture(ana, 'CREATION')).id };
    expect(await refused(ana, { pictures: [own, { picture: (await aPicture(ben, 'CREATION')).id }] })).toBe('NOT_FOUND');
    expect(await refused(ana, { pictures: [{ picture: (await aPicture(ana, 'AVATAR')).id }] })).toBe('NOT_FOUND');
    for (const pictures of [[], [own, own], Array.from({ length: 11 }, () => own)]) expect(await refused(ana, { pictures })).toBe('INVALID_INPUT');
    expect(await refused(ana, { pictures: [own], ideas: [idea, idea] })).toBe('INVALID_INPUT');
  });

  it('over the border of a community', async () => {
    const pictures = [{ picture: (await aPicture(carl, 'CREATION')).id }];
    const { creation } = await carl.mutate('showCreation', { community: 'cars', title: 'A van', pictures }, 'creation { id }');
    expect(await refused(ana, { pictures: [{ picture: (await aPicture(ana, 'CREATION')).id }], remixOf: creation.id })).toBe('NOT_FOUND');
    expect(await refused(carl, { pictures })).toBe('NOT_A_MEMBER');
    expect(await ana.refusal('appreciateCreation', { creation: creation.id }, 'creation { id }')).toBe('NOT_A_MEMBER');
    expect(await carl.refusal('editCreation', { creation: creation.id, ideas: [idea] }, 'creation { id }')).toBe('NOT_FOUND');
    const wall = '{ bricks: community(slug: "bricks") { creations { nodes { title } } } cars: community(slug: "cars") { creations(idea: "' + idea + '") { totalCount } } }';
    const { bricks, cars } = await ana.get(wall);
    expect(bricks.creations.nodes.map(({ title }: { title: string }) => title)).not.toContain('A van');
    expect(cars.creations.totalCount).toBe(0);
  });
});

describe('the wall', () => {
  const WALL = `query ($orderBy: CreationOrder, $first: Int, $after: String, $idea: ID) { community(slug: "bricks") {
    creations(first: $first, after: $after, orderBy: $orderBy, idea: $idea) { totalCount pageInfo { hasNextPage endCursor } nodes { ${CARD} } } } }`;
  const wall = (variables: object) => app.visitor().get(WALL, { ...variables }).then((data) => data.community.creations);

  it('is paged in three orders, and by idea', async () => {
    for (const orderBy of ['NEW', 'MOST_APPRECIATED', 'MOST_REMIXED']) {
      const all = await wall({ orderBy, first: 50 });
      const [start] = [await wall({ orderBy, first: 2 })];
      const rest = await wall({ orderBy, first: 50, after: start.pageInfo.endCursor });
      expect([...start.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(all.nodes.map(({ id }: { id: string }) => id));
      expect(all.totalCount).toBe(all.nodes.length);
    }
    expect((await wall({ idea })).nodes.map(({ title }: { title: string }) => title)).toEqual(['A tall lighthouse']);
    expect((await app.visitor().ask(WALL, { after: 'nonsense' })).code).toBe('INVALID_CURSOR');
    const of = '{ idea(id: "' + idea + '") { creations { totalCount nodes { title } } } community(slug: "bricks") { member(handle: "ana") { creations { totalCount } } } }';
    const found = await app.visitor().get(of);
    expect([found.idea.creations.totalCount, found.community.member.creations.totalCount > 2]).toEqual([1, true]);
  });

  it('asks the database as often for many as for few', async () => {
    for (let n = 0; n < 12; n += 1) await aCreation(app.database, communityId, anaId);
    const statements = (first: number) => statementsOf(app, () => wall({ first }), /creation/);
    const [few, many] = [await statements(2), await statements(12)];
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(5);
    const page = await statementsOf(app, () => app.visitor().get(`{ community(slug: "bricks") { creations(first: 5) { nodes { ${WHOLE} } } } }`), /creation/);
    expect(page).toBeLessThanOrEqual(16);
  });
});
