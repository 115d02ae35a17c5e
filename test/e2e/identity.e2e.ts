import { WebClient } from '@fanfare/outbound';
import { aMember } from '@fanfare/testing';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';

let app: App;
let brand: Brand;
/** Whatever page the next test wants a member's site to be. */
let site: Server;
let page: { status: number; html: string } = { status: 200, html: '' };

beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  site = http.createServer((_request, response) => response.writeHead(page.status, { 'content-type': 'text/html' }).end(page.html));
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  // A server on loopback passes for the member's: an explicit allowance, of the test's own client.
  const port = (site.address() as AddressInfo).port;
  const allowed = new WebClient({ resolve: async () => ['127.0.0.1'], allow: (place) => place.address === '127.0.0.1' && place.port === port });
  vi.spyOn(app.get(WebClient), 'get').mockImplementation((url, wanted) => allowed.get(url.replace(/^https:\/\/([a-z.-]+)/, `http://$1:${port}`), wanted));
});
afterAll(async () => {
  vi.restoreAllMocks();
  site?.closeAllConnections();
  site?.close();
  await app?.stop();
});

const ME = '{ viewer { identity { level profileUrls evidence { id kind detail public community { slug } attestor { handle } note } past { kind ending } } membership(community: "SLUG") { identityLevel } } }';
const me = async (client: Client) => (await client.get(ME.replace('SLUG', brand.slug)))['viewer'];
const PAYLOAD = 'evidence { id kind } viewer { identity { level } }';
const level = async (client: Client, wanted: string) =>
  (await eventually(() => me(client), ({ membership }) => membership.identityLevel === wanted)).membership.identityLevel;
const aFan = async (handle: string) => {
  const fan = await (await app.visitor().signUp()).confirm();
  return { fan, id: await fan.join(brand.slug, handle) };
};
/** Makes what comes round come round now. */
const comeRound = (name: string) => app.database.query('UPDATE schedules SET next_run_at = now() WHERE name = $1', [name]);

describe('a website', () => {
  it('that links back with rel="me" lifts to LINKED; once the link is gone, it lapses', async () => {
    const { fan } = await aFan('webby');
    const { identity } = await me(fan);
    expect(identity.evidence).toMatchObject([{ kind: 'EMAIL', public: false }]);
    expect(identity.profileUrls).toEqual([`${app.url}/c/${brand.slug}/members/webby`]);
    page = { status: 200, html: '<p>Hello</p><!-- <a rel="me" href="PROFILE"> --><template><a rel="me" href="PROFILE"></a></template>'.replaceAll('PROFILE', identity.profileUrls[0]) };
    expect(await fan.refusal('linkWebsite', { url: 'webby.example.org' }, PAYLOAD)).toBe('WEBSITE_LINK_MISSING');
    page.html = `<a href="${identity.profileUrls[0]}/" rel="noopener ME">Fanfare</a>`;
    const linked = await fan.mutate('linkWebsite', { url: 'webby.example.org' }, PAYLOAD);
    expect(linked.viewer.identity.level).toBe('LINKED');
    expect(await level(fan, 'LINKED')).toBe('LINKED');

    page.html = '<p>Moved on</p>';
    await app.database.query('UPDATE evidence_pages SET next_check_at = now() WHERE evidence_id = $1', [linked.evidence.id]);
    await comeRound('identity.recheckWebsites');
    expect(await level(fan, 'CONFIRMED')).toBe('CONFIRMED');
    expect((await me(fan)).identity.past).toEqual([{ kind: 'WEBSITE', ending: 'LAPSED' }]);
  });

  it('proves one account, however its address is spelt, and a site proves few', async () => {
    const { fan: first } = await aFan('first-one');
    const { fan: second } = await aFan('second-one');
    page = { status: 200, html: ['first-one', 'second-one'].map((handle) => `<a rel=me href="${app.url}/c/${brand.slug}/members/${handle}">x</a>`).join('') };
    await first.mutate('linkWebsite', { url: 'https://shared.example.org/us' }, PAYLOAD);
    for (const url of ['https://shared.example.org/us', 'https://www.shared.example.org//US/?a=b#c', 'https://shared.example.org/%75s/']) {
      expect(await second.refusal('linkWebsite', { url }, PAYLOAD), url).toBe('EVIDENCE_NOT_USABLE');
    }
    await app.database.query(`UPDATE evidence_pages SET site = 'crowded.example' WHERE url LIKE '%shared%'`);
    expect(await second.refusal('linkWebsite', { url: 'https://127.0.0.1:1/' }, PAYLOAD)).toMatch(/WEBSITE_(REFUSED|UNREACHABLE)/);
    expect(await second.refusal('linkWebsite', { url: 'file:///etc/passwd' }, PAYLOAD)).toBe('WEBSITE_REFUSED');
  });
});

describe('a purchase', () => {
  const upload = (csv: string, more: object = {}) =>
    brand.manager.mutate('uploadPurchaseCodes', { community: brand.slug, label: 'Lighthouse 2026', csv, ...more }, 'batch { id codes redeemed label createdBy { handle } } added refused { line reason }');
  const redeem = (client: Client, code: string) => client.mutate('redeemPurchaseCode', { community: brand.slug, code }, PAYLOAD);
  const refused = (client: Client, code: string) => client.refusal('redeemPurchaseCode', { community: brand.slug, code }, PAYLOAD);

  it('is proved by a code of the brand’s, once; what was wrong with a file is told by its lines', async () => {
    const uploaded = await upload('serial;code\n1;LAMP-AAAA-0001\n2;lamp aaaa 0002\n3;LAMPAAAA0001\n4;1234\n5;\n');
    expect(uploaded).toMatchObject({ added: 2, refused: [{ line: 4, reason: 'TWICE' }, { line: 5, reason: 'TOO_SHORT' }, { line: 6, reason: 'UNREADABLE' }] });
    expect(uploaded.batch).toMatchObject({ codes: 2, redeemed: 0, label: 'Lighthouse 2026', createdBy: { handle: 'mia-answers' } });
    expect(await upload('LAMPAAAA0002')).toMatchObject({ added: 0, refused: [{ line: 1, reason: 'KNOWN' }] });
    const [kept] = await app.database.query<{ all: string }>(`SELECT string_agg(c::text, ' ') AS all FROM purchase_codes c`);
    expect(kept!.all).not.toMatch(/LAMP/i);

    const { fan } = await aFan('buyer');
    const { fan: other } = await aFan('latecomer');
    expect((await redeem(fan, ' lamp-aaaa-0001 ')).evidence.kind).toBe('PURCHASE');
    expect((await redeem(fan, 'LAMPAAAA0001')).evidence.kind).toBe('PURCHASE'); // again: the same
    expect(await refused(other, 'LAMPAAAA0001')).toBe('WRONG_CODE');
    expect(await refused(other, 'NOSUCHCODE12')).toBe('WRONG_CODE');
    expect(await brand.manager.refusal('redeemPurchaseCode', { community: brand.slug, code: 'LAMPAAAA0002' }, PAYLOAD)).toBe('NOT_ALLOWED');
    expect((await me(fan)).membership.identityLevel).toBe('CONFIRMED'); // levels are cumulative
  });

  it('goes to one of many who come with one code at once', async () => {
    await upload('RACE-CODE-0001');
    const fans = await Promise.all(Array.from({ length: 5 }, (_, at) => aFan(`racer-${at}`)));
    const answers = await Promise.all(fans.map(({ fan }) => fan.ask('mutation ($input: RedeemPurchaseCodeInput!) { redeemPurchaseCode(input: $input) { evidence { id } } }', { input: { community: brand.slug, code: 'RACECODE0001' } })));
    expect(answers.map(({ code }) => code).sort()).toEqual([null, ...Array(4).fill('WRONG_CODE')].sort());
  });

  it('ends with its batch', async () => {
    const { batch } = await upload('RECALLED-0001\nRECALLED-0002');
    const { fan } = await aFan('recalled');
    await redeem(fan, 'RECALLED0001');
    await brand.owner.mutate('revokePurchaseBatch', { batch: batch.id }, 'batch { revokedAt }');
    expect((await me(fan)).identity.evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['EMAIL']);
    expect(await refused(fan, 'RECALLED0002')).toBe('WRONG_CODE');
    expect(await refused(fan, 'RECALLED0001')).toBe('WRONG_CODE');
  });

  it('cannot be guessed at: ten tries an hour', async () => {
    const { fan } = await aFan('guesser');
    for (let tries = 0; tries < 10; tries += 1) expect(await refused(fan, `GUESSING${tries}`)).toBe('WRONG_CODE');
    expect(await refused(fan, 'GUESSING10')).toBe('TOO_MANY_ATTEMPTS');
  });

  it('may come from a program of the brand’s, by a token that is shown once', async () => {
    const { token, apiToken } = await brand.owner.mutate('createApiToken', { community: brand.slug, name: 'Shop', scope: 'PURCHASE_ISSUE' }, 'token apiToken { id lastUsedAt }');
    const shop = app.visitor();
    shop.token = token;
    const ask = { count: 3, label: 'Web shop', idempotencyKey: 'order-1' };
    const { codes, batch } = await shop.mutate('issuePurchaseCodes', ask, 'codes batch { id codes }');
    expect(codes).toHaveLength(3);
    expect(codes[0]).toMatch(/^([A-Z2-9]{4}-){2}[A-Z2-9]{4}$/);
    expect(batch.codes).toBe(3);
    expect((await shop.mutate('issuePurchaseCodes', ask, 'codes')).codes).toEqual(codes);
    expect(await shop.refusal('issuePurchaseCodes', { ...ask, count: 4 }, 'codes')).toBe('IDEMPOTENCY_KEY_REUSED');
    const { fan } = await aFan('web-shopper');
    expect((await redeem(fan, codes[1])).evidence.kind).toBe('PURCHASE');
    // It opens nothing else, and nothing once it is revoked.
    expect((await shop.ask('{ viewer { account { id } } }')).data).toEqual({ viewer: null });
    expect(await shop.refusal('uploadPurchaseCodes', { community: brand.slug, label: 'x', csv: 'CODECODE1' }, 'added')).toBe('SIGN_IN_REQUIRED');
    await brand.manager.mutate('revokeApiToken', { apiToken: apiToken.id }, 'apiToken { revokedAt }');
    expect(await shop.refusal('issuePurchaseCodes', ask, 'codes')).toBe('SIGN_IN_REQUIRED');
    const [kept] = await app.database.query<{ all: string }>(`SELECT string_agg(t::text, ' ') AS all FROM api_tokens t`);
    expect(kept!.all).not.toContain(token);
  });

  it('is the brand team’s to run, and nobody else’s to see', async () => {
    const LISTS = 'query ($slug: String!) { community(slug: $slug) { id purchaseBatches { nodes { codes redeemed apiToken { name } } } apiTokens { nodes { name lastUsedAt } } } }';
    for (const client of [brand.fan, brand.moderator, brand.rival, brand.operator]) {
      expect(await client.refusal('uploadPurchaseCodes', { community: brand.slug, label: 'x', csv: 'CODECODE1' }, 'added')).toBe('NOT_ALLOWED');
      const { data, errors } = await client.ask(LISTS, { slug: brand.slug });
      expect([data!['community'].purchaseBatches, data!['community'].apiTokens, errors.map(({ extensions }) => extensions.code)]).toEqual([null, null, ['NOT_ALLOWED', 'NOT_ALLOWED']]);
    }
    const { community } = await brand.owner.get(LISTS, { slug: brand.slug });
    expect(community.purchaseBatches.nodes[0]).toMatchObject({ codes: 3, redeemed: 1, apiToken: { name: 'Shop' } });
  });
});

describe('a name', () => {
  const attest = (client: Client, member: string, note = 'Showed their passport at the fair.') => client.mutate('attestRealName', { member, note }, 'evidence { id note } member { identityLevel }');

  it('is attested by staff, in the open as a number, and taken back by them or dropped by the member', async () => {
    const { fan, id } = await aFan('named-one');
    page = { status: 200, html: `<a rel="me" href="${app.url}/c/${brand.slug}/members/named-one">x</a>` };
    await fan.mutate('linkWebsite', { url: 'https://named.example.org' }, PAYLOAD);
    await level(fan, 'LINKED');
    const [one, same] = await Promise.all([attest(brand.moderator, id), attest(brand.moderator, id)]);
    expect(one.evidence.id).toBe(same.evidence.id);
    expect((await me(fan)).membership.identityLevel).toBe('VERIFIED');
    expect((await me(fan)).identity.evidence.at(-1)).toMatchObject({ kind: 'REAL_NAME', public: false, community: { slug: brand.slug }, attestor: { handle: 'max-reviews' }, note: 'Showed their passport at the fair.' });

    const PUBLIC = 'query ($slug: String!) { community(slug: $slug) { attestors { kind members member { handle } } member(handle: "named-one") { evidence { kind detail attestor { handle } attestorCount } attestations { note } } } }';
    const visitor = app.visitor();
    const before = (await visitor.ask(PUBLIC, { slug: brand.slug })).data!['community'];
    expect(before.member.evidence).toEqual([]);
    expect(before.member.attestations).toBeNull();
    expect(before.attestors).toContainEqual({ kind: 'REAL_NAME', members: 1, member: { handle: 'max-reviews' } });
    await fan.mutate('showEvidence', { evidence: one.evidence.id, public: true }, 'evidence { public }');
    const { community } = (await visitor.ask(PUBLIC, { slug: brand.slug })).data!;
    expect(community.member.evidence).toEqual([{ kind: 'REAL_NAME', detail: null, attestor: { handle: 'max-reviews' }, attestorCount: 1 }]);
    expect((await brand.owner.get(PUBLIC, { slug: brand.slug }))['community'].member.attestations).toHaveLength(1);

    for (const client of [brand.fan, brand.rival, brand.operator]) expect(await client.refusal('revokeEvidence', { evidence: one.evidence.id }, 'evidence { id }')).toBe('NOT_FOUND');
    await brand.owner.mutate('revokeEvidence', { evidence: one.evidence.id }, 'evidence { endedAt }');
    expect((await me(fan)).membership.identityLevel).toBe('LINKED');
    const again = await attest(brand.moderator, id);
    expect(again.member.identityLevel).toBe('VERIFIED');
    await fan.mutate('revokeEvidence', { evidence: again.evidence.id }, 'evidence { endedAt }');
    expect((await me(fan)).membership.identityLevel).toBe('LINKED');
  });

  it('is nobody’s own to attest, and no stranger’s', async () => {
    const [mine] = await app.database.query<{ id: string }>('SELECT id FROM members WHERE account_id = $1', [await accountOf(brand.moderator)]);
    const { id } = await aMember(app.database, brand.communityId);
    expect(await brand.moderator.refusal('attestRealName', { member: mine!.id, note: 'Me.' }, 'evidence { id }')).toBe('NOT_ALLOWED');
    for (const client of [brand.fan, brand.rival, brand.operator]) expect(await client.refusal('attestRealName', { member: id, note: 'x' }, 'evidence { id }')).toBe('NOT_ALLOWED');
    expect(await brand.owner.refusal('attestRealName', { member: id, note: ' ' }, 'evidence { id }')).toBe('EMPTY_TEXT');
  });
});

describe('evidence', () => {
  it('is its person’s alone to see, show and drop', async () => {
    const { fan } = await aFan('private-one');
    const [email] = (await me(fan)).identity.evidence;
    for (const client of [brand.fan, brand.owner, brand.operator]) {
      expect(await client.refusal('revokeEvidence', { evidence: email.id }, 'evidence { id }')).toBe('NOT_FOUND');
      expect(await client.refusal('showEvidence', { evidence: email.id, public: true }, 'evidence { id }')).toBe('NOT_FOUND');
    }
    await fan.mutate('showEvidence', { evidence: email.id, public: true }, 'evidence { public }');
    const { data } = await app.visitor().ask('query ($slug: String!) { community(slug: $slug) { member(handle: "private-one") { evidence { kind detail attestorCount } } } }', { slug: brand.slug });
    expect(data!['community'].member.evidence).toEqual([{ kind: 'EMAIL', detail: null, attestorCount: null }]);
    const dropped = await fan.mutate('revokeEvidence', { evidence: email.id }, 'evidence { ending } viewer { identity { level evidence { id } } account { emailConfirmed } }');
    expect(dropped).toEqual({ evidence: { ending: 'REVOKED' }, viewer: { identity: { level: 'ANONYMOUS', evidence: [] }, account: { emailConfirmed: false } } });
  });
});
