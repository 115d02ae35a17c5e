import { WebClient } from '@fanfare/outbound';
import { aRole } from '@fanfare/testing';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { accountOf } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { anIssuer } from '../support/issuer.js';
import { silence } from '../support/silence.js';
import { acknowledged, alive, go, startBrowser, type TestBrowser, violationsOn } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

silence();

let app: App;
let browser: TestBrowser;
let issuer: Awaited<ReturnType<typeof anIssuer>>;
/** The fan's own site, and what stands there. */
let site: Server;
let html = '<p>Nothing yet</p>';

beforeAll(async () => {
  issuer = await anIssuer('ana-elsewhere');
  app = await startApp({ web: true, seed: true, env: { OIDC_PROVIDERS: JSON.stringify([issuer.settings]) } });
  issuer.open(`${app.url}/link/example/callback`);
  browser = await startBrowser(app.url);
  site = http.createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  const port = (site.address() as AddressInfo).port;
  // A server on loopback passes for the fan's: an explicit allowance, of the test's own client.
  const allowed = new WebClient({ resolve: async () => ['127.0.0.1'], allow: (place) => place.port === port });
  vi.spyOn(app.get(WebClient), 'get').mockImplementation((_url, wanted) => allowed.get(`http://fan.example.org:${port}/`, wanted));
});
afterAll(async () => {
  vi.restoreAllMocks();
  site?.closeAllConnections();
  site?.close();
  await browser?.close();
  await app?.stop();
  await issuer?.close();
});

const SLUG = 'brindlebrick';
const HANDLE = 'step_by_step';
const say = wordsOf('en');
const levelIs = (client: Client, level: string) =>
  expect.poll(async () => (await client.get(`{ viewer { membership(community: "${SLUG}") { identityLevel } } }`))['viewer'].membership.identityLevel, { timeout: 20_000 }).toBe(level);

/** More than a page of them, all older than those of the demo. */
const OLD_BATCHES = `INSERT INTO purchase_batches (id, community_id, label, created_by, created_at)
  SELECT gen_random_uuid(), $1, 'Catalogue of year ' || year, $2, now() - make_interval(years => 2 + year) FROM generate_series(1, 20) AS year`;

async function somebody(handle: string): Promise<Client> {
  const client = await (await app.visitor().signUp()).confirm();
  await client.join(SLUG, handle);
  return client;
}

async function redeem(page: Page, code: string): Promise<void> {
  await page.getByLabel(say('identity.purchaseCode')).fill(code);
  await acknowledged(page, 'redeemPurchaseCode', () => page.getByRole('button', { name: say('identity.purchaseRedeem') }).click());
}

describe('proofs of who one is', () => {
  it('come one by one, are shown when their person says so, and are taken back', async () => {
    const { page, close } = await browser.open();
    const [fan, other, manager] = [await somebody(HANDLE), await somebody('came_first'), await somebody('code_keeper')];
    const { community } = await manager.get(`{ community(slug: "${SLUG}") { id } }`);
    await aRole(app.database, community.id, await accountOf(manager), 'BRAND_MANAGER');

    // The brand brings its codes, of which one line is none, and makes a token for its shop.
    await app.database.query(OLD_BATCHES, [community.id, await accountOf(manager)]);
    await enter(page, manager, `/c/${SLUG}/settings/codes`);
    const oldest = page.getByText('Catalogue of year 20', { exact: true });
    expect(await oldest.count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: say('common.loadMore') }).click();
    await oldest.waitFor();
    await page.getByLabel(say('identity.uploadLabel')).fill('Tide mill');
    await page.getByLabel(say('identity.uploadFile')).setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from('code\nTIDE-MILL-0001\nshort\nTIDE-MILL-0002\n') });
    await page.getByRole('button', { name: say('identity.upload'), exact: true }).click();
    await page.getByText(say('identity.batchCounts', { redeemed: 0, codes: 2 })).waitFor();
    await page.getByText(say('identity.refusedLine', { line: 3, reason: say('identity.refused_TOO_SHORT') })).waitFor();
    await page.getByLabel(say('identity.tokenName')).fill('Shop');
    await page.getByRole('button', { name: say('identity.tokenCreate') }).click();
    await page.getByText(/^fanfare_/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await other.mutate('redeemPurchaseCode', { community: SLUG, code: 'TIDEMILL0001' }, 'evidence { id }');

    // The fan reads what comes next, and goes there.
    await enter(page, fan, `/c/${SLUG}/me?tab=identity`);
    await page.getByRole('heading', { name: say('me.nextLINKEDTitle') }).waitFor();
    await page.getByRole('link', { name: say('me.nextAction') }).click();

    // A page that does not say whose it is, then does.
    await page.getByLabel(say('identity.websiteUrl')).fill('fan.example.org');
    await page.getByRole('button', { name: say('identity.websiteCheck') }).click();
    await page.getByText(say('problems.WEBSITE_LINK_MISSING')).waitFor();
    html = await page.locator('figure code').innerText();
    await page.getByRole('button', { name: say('identity.websiteCheck') }).click();
    await page.getByText(say('identity.websiteDone')).waitFor();
    await levelIs(fan, 'LINKED');

    // Somebody else's code is as wrong as one that never was; one's own counts.
    for (const code of ['NEVER-WAS-0001', 'tide mill 0001']) {
      await redeem(page, code);
      await page.getByText(say('problems.WRONG_CODE')).waitFor();
      await page.getByLabel(say('identity.purchaseCode')).fill('');
    }
    await redeem(page, 'tide mill 0002');
    await page.getByText(say('identity.purchaseDone')).waitFor();
    await levelIs(fan, 'VERIFIED');

    // An account elsewhere: there and back.
    await page.getByRole('button', { name: say('security.link', { name: 'Example ID' }) }).click();
    await page.waitForURL(/linked=example/);
    await alive(page);
    await page.getByText(say('security.linked', { name: 'Example ID' })).waitFor();
    const website = page.getByRole('listitem').filter({ hasText: 'fan.example.org' }).last();
    await acknowledged(page, 'showEvidence', () => website.getByLabel(say('identity.show')).check());
    await page.getByText(say('identity.shown')).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    // Staff vouch for the name on the profile; it is one name more, and public only when the fan says so.
    await enter(page, manager, `/c/${SLUG}/members/${HANDLE}`);
    await page.getByRole('button', { name: say('identity.attest') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Built the display at our fair.');
    await page.getByRole('dialog').getByRole('button', { name: say('identity.attest') }).click();
    await page.getByRole('button', { name: say('identity.withdraw') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await go(page, `/c/${SLUG}/team`);
    await page.getByRole('listitem').filter({ has: page.locator('a[href$="/members/code_keeper"]') }).getByText(say('identity.vouchesFor', { count: 1 })).waitFor();

    // The fan hears of it, and shows it.
    await enter(page, fan, `/c/${SLUG}/inbox`);
    const news = page.getByRole('main').getByRole('link', { name: say('identity.kind_REAL_NAME') });
    await expect.poll(async () => { await page.reload(); return news.count(); }, { timeout: 20_000 }).toBe(1);
    await alive(page);
    await news.click();
    const name = page.getByRole('listitem').filter({ hasText: 'Built the display at our fair.' }).last();
    await acknowledged(page, 'showEvidence', () => name.getByLabel(say('identity.show')).check());

    // A visitor reads the site and who vouches; of address, purchase, account and note nothing.
    const stranger = await browser.open({ phone: true });
    await go(stranger.page, `/c/${SLUG}/members/${HANDLE}`);
    const marks = stranger.page.getByRole('list', { name: /./ }).filter({ hasText: say('identity.mark_WEBSITE') });
    await marks.getByText(say('identity.mark_REAL_NAME')).waitFor();
    expect(await marks.getByRole('listitem').count()).toBe(2);
    expect(await stranger.page.getByRole('main').innerText()).not.toMatch(new RegExp(`Tide mill|Example ID|Built the display|${fan.person!.email}`));
    await stranger.close();

    // The fan removes what lifted them: the level follows, and what stood stays to be read.
    for (const kind of ['WEBSITE', 'LINKED_ACCOUNT'] as const) {
      await page.getByRole('button', { name: new RegExp(`^${say('identity.drop')}: ${say(`identity.kind_${kind}`)}`) }).click();
      await acknowledged(page, 'revokeEvidence', () => page.getByRole('dialog').getByRole('button', { name: say('identity.drop'), exact: true }).click());
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await levelIs(fan, 'CONFIRMED');
    await page.getByText(say('identity.past')).click();
    expect(await page.getByRole('group').filter({ hasText: say('identity.past') }).getByRole('listitem').count()).toBe(2);
    await close();
  });
});
