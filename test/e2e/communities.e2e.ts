import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';

let app: App;
let operator: Client;
let fan: Client;

beforeAll(async () => {
  app = await startApp();
  operator = await person({ operator: true });
  await operator.mutate('createCommunity', BRINDLE, 'community { id }');
  fan = await person();
});
afterAll(() => app?.stop());

const BRINDLE = {
  slug: 'brindle',
  name: 'Brindle Brick',
  locale: 'en',
  tagline: 'Build it with us',
  terms: 'The idea stays **yours**.',
  guidelines: 'Be *kind*. <script>alert(1)</script>',
  minAge: 13,
  theme: { accent: '#FFCC00', headingFace: 'playful', hero: '/themes/brindle/hero.svg' },
  categories: [{ name: 'Sets' }, { name: 'Pièces & parts', description: 'Single bricks' }],
};

async function person({ operator: runsIt = false } = {}): Promise<Client> {
  const client = await app.visitor().signUp();
  if (runsIt) await client.sql('UPDATE accounts SET is_operator = true WHERE email = $1', [client.person!.email]);
  return client;
}

const COMMUNITY = `query ($slug: String!) { community(slug: $slug) {
  id slug name locale tagline minAge guidelinesHtml terms { version body bodyHtml } theme { accent headingFace corners hero logo favicon }
  categories { id slug name description } ladder { position support days } ideaTemplate createdAt
  staff { role since member { handle roles } } } }`;

describe('a community', () => {
  it('is read by anybody', async () => {
    const { community } = await app.visitor().get(COMMUNITY, { slug: 'brindle' });
    expect(community).toMatchObject({
      slug: 'brindle',
      name: 'Brindle Brick',
      minAge: 13,
      terms: { version: 1, body: 'The idea stays **yours**.', bodyHtml: '<p>The idea stays <strong>yours</strong>.</p>\n' },
      theme: { accent: '#ffcc00', headingFace: 'playful', corners: 'round', hero: '/themes/brindle/hero.svg', logo: null },
      categories: [{ slug: 'sets', name: 'Sets' }, { slug: 'pieces-parts', name: 'Pièces & parts' }],
      ideaTemplate: '',
    });
    expect(community.guidelinesHtml).toContain('<em>kind</em>');
    expect(community.guidelinesHtml).not.toContain('<script');
    expect(community.ladder.map((rung: { support: number; days: number }) => [rung.support, rung.days])).toEqual([
      [100, 60],
      [1_000, 365],
      [5_000, 182],
      [10_000, 182],
    ]);
    expect(community.staff).toEqual([{ role: 'OWNER', since: expect.any(String), member: null }]);
    expect((await app.visitor().get(COMMUNITY, { slug: 'nowhere' })).community).toBeNull();
  });

  it('stands in the list, page by page', async () => {
    await operator.mutate('createCommunity', { slug: 'alpine', name: 'Alpine', terms: 'x' }, 'community { id }');
    const ask = 'query ($after: String) { communities(first: 1, after: $after) { nodes { slug } totalCount pageInfo { hasNextPage endCursor } } }';
    const { communities: one } = await app.visitor().get(ask);
    const { communities: two } = await app.visitor().get(ask, { after: one.pageInfo.endCursor });
    expect([one, two].map((page) => page.nodes[0].slug)).toEqual(['alpine', 'brindle']);
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage, two.totalCount]).toEqual([true, false, 2]);
    expect((await app.visitor().ask('{ communities(after: "x") { totalCount } }')).code).toBe('INVALID_CURSOR');
    for (const first of [0, 1_000]) expect((await app.visitor().ask(`{ communities(first: ${first}) { totalCount } }`)).code).toBe('INVALID_PAGE_SIZE');
  });

  it('is made by the operator alone, at a free address, with a theme that can be shown', async () => {
    const make = (client: Client, more: object) => client.refusal('createCommunity', { slug: 'mine', name: 'Mine', terms: 'x', ...more }, 'community { id }');
    expect(await make(app.visitor(), {})).toBe('SIGN_IN_REQUIRED');
    expect(await make(fan, {})).toBe('NOT_ALLOWED');
    expect(await make(operator, { slug: 'brindle' })).toBe('SLUG_TAKEN');
    expect(await make(operator, { slug: 'graphql' })).toBe('SLUG_TAKEN');
    expect(await make(operator, { slug: 'No Good' })).toBe('INVALID_INPUT');
    expect(await make(operator, { theme: { hero: 'https://elsewhere.example/a.png' } })).toBe('INVALID_INPUT');
    expect(await make(operator, { theme: { accent: 'url(x)' } })).toBe('INVALID_INPUT');
    expect(await make(operator, { terms: ' ' })).toBe('EMPTY_TEXT');
    expect(await make(operator, { name: 'x'.repeat(81) })).toBe('TOO_LONG');
  });

  it('is changed by its owner; new terms ask newcomers for the new version', async () => {
    const change = { community: 'alpine', terms: 'Other words.', ladder: [{ support: 3, days: 7 }], tagline: null };
    expect(await app.visitor().refusal('updateCommunity', change, 'community { id }')).toBe('SIGN_IN_REQUIRED');
    expect(await fan.refusal('updateCommunity', change, 'community { id }')).toBe('NOT_ALLOWED');
    expect(await operator.refusal('updateCommunity', { ...change, community: 'nowhere' }, 'community { id }')).toBe('NOT_FOUND');
    const { community } = await operator.mutate('updateCommunity', change, 'community { terms { version body } ladder { support } }');
    expect(community).toEqual({ terms: { version: 2, body: 'Other words.' }, ladder: [{ support: 3 }] });
    const old = { community: 'alpine', handle: 'too-late', acceptedTerms: 1, ofAge: true };
    expect(await fan.refusal('joinCommunity', old, 'member { id }')).toBe('TERMS_NOT_ACCEPTED');
  });
});

describe('members', () => {
  const MEMBER = 'id handle displayName bio avatarUrl joinedAt roles identityLevel level imported community { slug }';

  it('join with a handle of their own', async () => {
    const joiner = await app.visitor().signUp({ displayName: 'Ana Brick' });
    const request = { community: 'brindle', handle: 'Ana_Brick', acceptedTerms: 1, ofAge: true };
    const refusal = (change: object, client = joiner) => client.refusal('joinCommunity', { ...request, ...change }, 'member { id }');
    expect(await refusal({}, app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await refusal({ ofAge: false })).toBe('UNDER_AGE');
    expect(await refusal({ acceptedTerms: 7 })).toBe('TERMS_NOT_ACCEPTED');
    expect(await refusal({ community: 'nowhere' })).toBe('NOT_FOUND');
    expect(await refusal({ handle: 'a b' })).toBe('INVALID_HANDLE');
    expect(await refusal({ handle: 'M0derator' })).toBe('HANDLE_RESERVED');
    const { member } = await joiner.mutate('joinCommunity', request, `member { ${MEMBER} }`);
    expect(member).toMatchObject({
      handle: 'ana_brick', displayName: 'Ana Brick', bio: '', avatarUrl: null, roles: [], identityLevel: 'ANONYMOUS', level: 'NEWCOMER', imported: false, community: { slug: 'brindle' },
    });
    expect(await refusal({ handle: 'somebody-else' })).toBe('ALREADY_MEMBER');
    expect(await refusal({ handle: 'anabr1ck' }, await person())).toBe('HANDLE_TAKEN');

    const visitor = app.visitor();
    const { community } = await visitor.get(`{ community(slug: "brindle") { member(handle: "ANA_BRICK") { id } members(orderBy: HANDLE) { nodes { handle } totalCount } } }`);
    expect(community.member.id).toBe(member.id);
    expect(community.members).toMatchObject({ nodes: [{ handle: 'ana_brick' }], totalCount: 1 });
    const { viewer } = await joiner.get('{ viewer { membership(community: "brindle") { id } other: membership(community: "alpine") { id } memberships { handle } } }');
    expect(viewer).toEqual({ membership: { id: member.id }, other: null, memberships: [{ handle: 'ana_brick' }] });
  });

  it('change their own profile', async () => {
    await fan.join('brindle', 'profile-fan');
    const { member } = await fan.mutate('updateMember', { community: 'brindle', displayName: 'Fan', bio: 'I build.' }, 'member { displayName bio }');
    expect(member).toEqual({ displayName: 'Fan', bio: 'I build.' });
    expect(await fan.refusal('updateMember', { community: 'alpine', bio: 'x' }, 'member { id }')).toBe('NOT_A_MEMBER');
    expect(await fan.refusal('updateMember', { community: 'brindle', bio: 'x'.repeat(501) }, 'member { id }')).toBe('TOO_LONG');
  });

  it('bring their identity, which follows the account', async () => {
    const client = await person();
    await client.mutate('joinCommunity', { community: 'brindle', handle: 'soon-known' }, 'member { id }'); // terms in force, of age
    const ask = () => client.get('{ viewer { membership(community: "brindle") { identityLevel } } }');
    expect((await ask()).viewer.membership.identityLevel).toBe('ANONYMOUS');
    await client.confirm();
    const later = await eventually(ask, ({ viewer }) => viewer.membership.identityLevel !== 'ANONYMOUS');
    expect(later.viewer.membership.identityLevel).toBe('CONFIRMED');
  });
});

describe('roles', () => {
  it('are given and taken in the open', async () => {
    const moderator = await person();
    await moderator.join('brindle', 'fair-play');
    await operator.join('brindle', 'the-boss');
    const role = { community: 'brindle', handle: 'Fair-Play', role: 'MODERATOR' };
    expect(await fan.refusal('grantRole', role, 'member { id }')).toBe('NOT_ALLOWED');
    expect(await operator.refusal('grantRole', { ...role, handle: 'nobody-here' }, 'member { id }')).toBe('NOT_FOUND');
    expect((await operator.mutate('grantRole', role, 'member { roles }')).member.roles).toEqual(['MODERATOR']);
    expect(await operator.refusal('grantRole', { ...role, role: 'OWNER' }, 'member { id }')).toBe('ROLE_CONFLICT');
    expect(await operator.refusal('revokeRole', { ...role, handle: 'the-boss', role: 'OWNER' }, 'member { id }')).toBe('LAST_OWNER');
    const { community } = await app.visitor().get(COMMUNITY, { slug: 'brindle' });
    expect(community.staff.map((one: any) => [one.role, one.member?.handle])).toEqual([['OWNER', 'the-boss'], ['MODERATOR', 'fair-play']]);
    expect((await operator.mutate('revokeRole', role, 'member { roles }')).member.roles).toEqual([]);
    const events = await operator.sql<{ type: string }>(`SELECT type FROM events WHERE type LIKE 'role.%' AND payload->>'role' = 'MODERATOR' ORDER BY sequence`);
    expect(events.map((event) => event.type)).toEqual(['role.granted', 'role.revoked']);
  });
});
