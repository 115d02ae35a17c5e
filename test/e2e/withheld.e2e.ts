import { aCircle, aComment, aCommunity, aCreation, aMember, anIdea, aRole } from '@fanfare/testing';
import { newId } from '@fanfare/kernel';
import { type ReviewSubjectKind, ReviewSubjects } from '@fanfare/moderation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { eventually, type Client } from '../support/client.js';
import { crawl, documentsOf } from '../support/crawl.js';

/** Stands in every text of the author, and nowhere else. */
const MARK = 'zorbleflux';

interface Planted {
  readonly slug: string;
  readonly subjects: readonly (readonly [ReviewSubjectKind, string])[];
  readonly ids: Readonly<Record<'idea' | 'planned' | 'comment' | 'creation' | 'response' | 'post' | 'member', string>>;
}

let app: App;
let author: Client;
let stranger: Client;
let brand: Client;
let moderator: Client;
let planted: Planted;

beforeAll(async () => {
  app = await startApp({ web: true });
  const community = await aCommunity(app.database, { slug: 'here' });
  [author, stranger, brand, moderator] = (await Promise.all([1, 2, 3, 4].map(async () => (await app.visitor().signUp()).confirm()))) as [Client, Client, Client, Client];
  const memberId = await author.join('here', 'the-author');
  for (const client of [stranger, brand, moderator]) await client.join('here');
  await aRole(app.database, community.id, await accountOf(brand), 'BRAND_MANAGER');
  await aRole(app.database, community.id, await accountOf(moderator), 'MODERATOR');
  planted = await plant(community, memberId);
  await takePart();
  await app.dispatcher.drain();
});
afterAll(() => app?.stop());

const accountOf = async (client: Client) => (await client.get('{ viewer { account { id } } }'))['viewer'].account.id as string;

/** The word in a text of every kind, each where others see it. */
async function plant(community: { id: string; slug: string }, memberId: string): Promise<Planted> {
  const db = app.database;
  const words = `${MARK} in the making`;
  const open = await anIdea(db, community.id, { title: 'An open idea of somebody else', author_id: (await aMember(db, community.id)).id });
  const idea = await anIdea(db, community.id, { author_id: memberId, title: `A ${words}`, body: `Build a ${words}.` });
  const planned = await anIdea(db, community.id, { author_id: memberId, title: `Planned: ${words}`, body: words, status: 'PLANNED' });
  const answer = newId();
  await db.query(`INSERT INTO official_responses (id, idea_id, community_id, status, body, created_at) VALUES ($1, $2, $3, 'PLANNED', 'We will build it.', now())`, [answer, planned.id, community.id]);
  await db.query(`INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, response_id) VALUES (gen_random_uuid(), $1, $2, 'OPEN', 'PLANNED', 'STAFF', now(), $3)`, [planned.id, community.id, answer]);
  const comment = await aComment(db, open, { author_id: memberId, body: words });
  await aComment(db, open, { author_id: null, parent_id: comment.id, reply_to_id: comment.id, body: 'A reply of somebody else' });
  const creation = await aCreation(db, community.id, memberId, { title: `A ${words}`, story: words, product: MARK });
  const shown = await aCreation(db, community.id, (await aMember(db, community.id)).id);
  const response = newId();
  await db.query(`INSERT INTO creation_responses (id, creation_id, community_id, author_id, body, by_staff, created_at) VALUES ($1, $2, $3, $4, $5, false, now())`, [response, shown.id, community.id, memberId, words]);
  const circle = await aCircle(db, community.id, [memberId], { slug: 'circle-of-marks' });
  const post = newId();
  await db.query(`INSERT INTO circle_posts (id, circle_id, community_id, author_id, body, members_only, created_at) VALUES ($1, $2, $3, $4, $5, false, now())`, [post, circle.id, community.id, memberId, words]);
  await author.mutate('updateMember', { community: 'here', displayName: `Ada ${MARK}`, bio: words }, 'member { id }');
  return {
    slug: community.slug,
    ids: { idea: idea.id, planned: planned.id, comment: comment.id, creation: creation.id, response, post, member: memberId },
    subjects: [['IDEA', idea.id], ['IDEA', planned.id], ['COMMENT', comment.id], ['CREATION', creation.id], ['CREATION_RESPONSE', response], ['CIRCLE_POST', post], ['MEMBER', memberId]],
  };
}

/** What brings texts into other people's inboxes, lists and downloads. */
async function takePart(): Promise<void> {
  const { ids } = planted;
  await stranger.mutate('castVote', { idea: ids.idea }, 'idea { id }');
  await stranger.mutate('follow', { subject: ids.idea }, 'idea { id }');
  await stranger.mutate('follow', { subject: ids.member }, 'idea { id }');
  await stranger.sql('INSERT INTO helpful_marks (comment_id, member_id, community_id) SELECT $1, m.id, m.community_id FROM members m WHERE m.account_id = $2', [ids.comment, await accountOf(stranger)]);
  await stranger.mutate('appreciateCreation', { creation: ids.creation }, 'creation { id }');
  await stranger.mutate('respondToCreation', { creation: ids.creation, body: 'What a fine thing to look at' }, 'response { id }');
  await stranger.mutate('follow', { subject: (await openIdea()).id }, 'idea { id }');
  await author.mutate('addComment', { idea: (await openIdea()).id, body: `Look at this ${MARK} as well` }, 'comment { id }');
}

const openIdea = async () => (await app.database.query<{ id: string }>(`SELECT id FROM ideas WHERE title = 'An open idea of somebody else'`))[0]!;

const inTx = async (work: (rooms: ReviewSubjects, kind: ReviewSubjectKind, id: string) => (tx: never) => Promise<void>) => {
  const extra = await app.database.query<{ id: string }>(`SELECT id FROM comments WHERE body LIKE '%as well'`);
  const all = [...planted.subjects, ...extra.map(({ id }) => ['COMMENT', id] as const)];
  for (const [kind, id] of all) await app.transactor.run((tx) => work(app.get(ReviewSubjects), kind, id)(tx as never));
};
const withholdAll = () => inTx((rooms, kind, id) => (tx) => rooms.of(kind).withhold(tx, null, id, 'HIDDEN'));
const releaseAll = () => inTx((rooms, kind, id) => (tx) => rooms.of(kind).release(tx, null, id));

/** Every document a reader may send about this community, and about each of the texts. */
function documents(): string[] {
  const { ids, slug } = planted;
  const page = '(first: 20)';
  const deeper = {
    'Community.ideas': page, 'Community.similarIdeas': `(title: "A ${MARK} in the making")`, 'Community.member': '(handle: "the-author")', 'Community.members': page,
    'Community.creations': page, 'Community.circles': page, 'Community.roadmap': page, 'Community.changelog': page, 'Circle.feed': page,
    'Viewer.inbox': `(community: "${slug}", first: 20)`, 'Viewer.follows': `(community: "${slug}", first: 20)`, 'Viewer.votes': `(community: "${slug}", first: 20)`,
  };
  return [
    ...documentsOf('community', `(slug: "${slug}")`, deeper),
    ...documentsOf('community', `(slug: "${slug}")`, { ...deeper, 'Community.ideas': `(first: 20, filter: { search: "${MARK}" })` }).filter((one) => one.includes('search')),
    ...[ids.idea, ids.planned].flatMap((id) => documentsOf('idea', `(id: "${id}")`, deeper)),
    ...documentsOf('comment', `(id: "${ids.comment}")`, deeper),
    ...documentsOf('creation', `(id: "${ids.creation}")`, deeper),
    ...documentsOf('creationResponse', `(id: "${ids.response}")`, deeper),
    ...documentsOf('circle', `(community: "${slug}", slug: "circle-of-marks")`, deeper),
    ...documentsOf('circlePost', `(id: "${ids.post}")`, deeper),
    ...documentsOf('viewer', '', deeper),
  ];
}

/** Pages and texts for machines. */
function addresses(): string[] {
  const { ids, slug } = planted;
  const below = ['', '?order=new', `/search?q=${MARK}`, '/creations', '/circles', '/circles/circle-of-marks', '/members', '/members/the-author', '/members/the-author?tab=creations', '/roadmap', '/changelog'];
  const things = [`/ideas/${ids.idea}`, `/ideas/${ids.planned}`, `/creations/${ids.creation}`, `/circles/circle-of-marks?post=${ids.post}`];
  const feeds = ['/feed.atom', '/delivered.atom', '/changelog.atom', '/creations.atom'];
  return [...below, ...things, ...feeds].map((one) => `/c/${slug}${one}`);
}

async function pagesFor(client: Client): Promise<string[]> {
  const headers = client.token ? { cookie: `fanfare_session=${client.token}` } : undefined;
  const open = (await openIdea()).id;
  const all = [...addresses(), `/c/${planted.slug}/ideas/${open}`, ...(client.token ? [`/c/${planted.slug}/inbox`, `/c/${planted.slug}/me`, `/c/${planted.slug}/me?tab=votes`] : [])];
  return Promise.all(all.map(async (path) => `${path} ${await (await fetch(app.url + path, { headers })).text()}`));
}

async function download(client: Client): Promise<string> {
  const { viewer } = await client.get('{ viewer { dataExport { url } } }');
  const headers = { authorization: `Bearer ${client.token}` };
  const archive = Buffer.from(await (await fetch(new URL(viewer.dataExport.url, app.url), { headers })).arrayBuffer());
  return `download ${(await filesOf(archive)).join('\n')}`;
}

/** The texts in a zip. */
async function filesOf(archive: Buffer): Promise<string[]> {
  const { inflateRawSync } = await import('node:zlib');
  const files: string[] = [];
  for (let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [method, size, local] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + size);
    files.push((method === 8 ? inflateRawSync(body) : body).toString('utf8'));
  }
  return files;
}

/** Where the word stands, for somebody. What they asked with does not count. */
async function found(client: Client): Promise<string[]> {
  const answers = await crawl(client, documents());
  const said = answers.filter((answer) => holds(JSON.stringify(JSON.parse(answer).slice(1))));
  const pages = (await pagesFor(client)).filter((page) => holds(withoutQuery(page)));
  const file = client.token ? [await download(client)].filter(holds) : [];
  return [...said.map((answer) => JSON.parse(answer)[0] as string), ...pages.map((page) => page.split(' ')[0]!), ...file.map(() => 'download')];
}

const holds = (text: string) => text.toLowerCase().includes(MARK);
/** Where somebody looked for the word, it is said back; the texts have more than it. */
const withoutQuery = (page: string) => {
  const [address, ...rest] = page.split(' ');
  const html = rest.join(' ');
  return address!.includes(MARK) ? html.replace(new RegExp(`${MARK}(?!.in.the.making)`, 'gi'), '') : html;
};

describe('what is withheld', () => {
  it('is found everywhere while it is not: so the search means something', async () => {
    const seen = await found(stranger);
    const kinds = ['{ community(', '{ idea(', '{ comment(', '{ creation(', '{ creationResponse(', '{ circle(', '{ circlePost(', '{ viewer', 'download'];
    expect(kinds.filter((kind) => !seen.some((place) => place.startsWith(kind)))).toEqual([]);
    const pages = ['', '/creations', '/circles/circle-of-marks', '/members', '/members/the-author', '/roadmap', '/changelog', '/feed.atom', '/changelog.atom', '/creations.atom', `/ideas/${planted.ids.idea}`, '/inbox', '/me?tab=votes'];
    expect(pages.map((page) => `/c/here${page}`).filter((page) => !seen.includes(page))).toEqual([]);
    expect(await (await fetch(`${app.url}/c/here/sitemap.xml`)).text()).toContain(MARK); // and is kept from now on, for some minutes
  });

  it('is shown by no query, feed, page, search or file, to visitors, members and the brand', async () => {
    await withholdAll();
    await app.dispatcher.drain();
    expect(await found(app.visitor())).toEqual([]);
    expect(await found(stranger)).toEqual([]);
    expect(await found(brand)).toEqual([]);
  });

  it('stands at once in no sitemap, and in no feed as its author fetches it: both are kept for everybody', async () => {
    const cookie = { cookie: `fanfare_session=${author.token}` };
    const fetched = async (path: string) => (await fetch(app.url + path, { headers: cookie })).text();
    const other = await aCommunity(app.database, { slug: 'there' });
    await anIdea(app.database, other.id, { title: `A ${MARK} that is shown` });
    expect(await fetched('/c/there/sitemap.xml')).toContain(MARK);
    for (const file of ['sitemap.xml', 'feed.atom', 'changelog.atom', 'creations.atom']) expect(await fetched(`/c/here/${file}`)).not.toContain(MARK);
    expect(await fetched(`/c/here/ideas/${planted.ids.idea}`)).toContain(MARK); // it is the author who asks
  });

  it('says that it is, and is read by its author and the moderators', async () => {
    const { ids } = planted;
    const query = `{ idea(id: "${ids.idea}") { title withheld author { handle } votingOpen commentCount } comment(id: "${ids.comment}") { body withheld author { handle } }
      creation(id: "${ids.creation}") { title withheld pictures { id } } creationResponse(id: "${ids.response}") { body withheld } circlePost(id: "${ids.post}") { body withheld }
      community(slug: "here") { member(handle: "the-author") { displayName bio withheld } } }`;
    const others = await stranger.get(query);
    expect(others).toMatchObject({ idea: { title: '', withheld: 'HIDDEN', author: null, votingOpen: false }, comment: { body: '', withheld: 'HIDDEN', author: null }, creation: { title: '', withheld: 'HIDDEN' }, creationResponse: { body: '' }, circlePost: { body: '' } });
    expect(others['community'].member).toEqual({ displayName: 'the-author', bio: '', withheld: 'HIDDEN' });
    for (const client of [author, moderator]) {
      const { idea, comment, creation, creationResponse, circlePost, community } = await client.get(query);
      for (const text of [idea.title, comment.body, creation.title, creationResponse.body, circlePost.body, community.member.displayName]) expect(text).toContain(MARK);
    }
    expect(await brand.refusal('castVote', { idea: ids.idea }, 'idea { id }')).toBe('VOTING_CLOSED');
    expect(await stranger.refusal('respondToCreation', { creation: ids.creation, body: 'May I?' }, 'response { id }')).toBe('WITHHELD');
    expect(await stranger.refusal('markHelpful', { comment: ids.comment }, 'comment { id }')).toBe('WITHHELD');
  });

  it('is back where it was once released', async () => {
    await releaseAll();
    expect(await eventually(() => found(app.visitor()), (seen) => seen.includes('/c/here'))).toContain('/c/here/feed.atom');
  });
});
