import { WebClient } from '@fanfare/outbound';
import { aRole } from '@fanfare/testing';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { accountOf } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { AxeBuilder } from './axe.js';
import { go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;
let site: Server;
let html = '';

beforeAll(async () => {
  app = await startApp({ web: true, seed: true });
  browser = await startBrowser(app.url);
  site = http.createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  const port = (site.address() as AddressInfo).port;
  const allowed = new WebClient({ resolve: async () => ['127.0.0.1'], allow: (place) => place.port === port });
  vi.spyOn(app.get(WebClient), 'get').mockImplementation((_url, wanted) => allowed.get(`http://fan.example.org:${port}/`, wanted));
});
afterAll(async () => {
  vi.restoreAllMocks();
  site?.close();
  await browser?.close();
  await app?.stop();
});

const SLUG = 'brindlebrick';
const levelOf = async (client: Client) => (await client.get(`{ viewer { membership(community: "${SLUG}") { identityLevel } } }`))['viewer'].membership.identityLevel;

describe('an identity', () => {
  const say = wordsOf('en');

  it('grows from an address to a verified member, and the member decides what others see', async () => {
    const { page, close } = await browser.open();
    const [fan, manager] = await Promise.all([1, 2].map(async () => (await app.visitor().signUp()).confirm()));
    const id = await fan!.join(SLUG, 'step_by_step');
    await manager!.join(SLUG, 'code_keeper');
    const { community } = await manager!.get(`{ community(slug: "${SLUG}") { id } }`);
    await aRole(app.database, community.id, await accountOf(manager!), 'BRAND_MANAGER');

    // The brand brings its codes.
    await enter(page, manager!, `/c/${SLUG}/settings/codes`);
    await page.getByLabel(say('identity.uploadLabel')).fill('Harbour set');
    await page.getByLabel(say('identity.uploadFile')).setInputFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from('code\nHARBOUR-SET-01\nshort\n') });
    await page.getByRole('button', { name: say('identity.upload'), exact: true }).click();
    await page.getByText(say('identity.batchCounts', { redeemed: 0, codes: 1 })).waitFor();
    await page.getByLabel(say('identity.tokenName')).fill('Shop');
    await page.getByRole('button', { name: say('identity.tokenCreate') }).click();
    await page.getByText(/^fanfare_/).waitFor();

    // The fan links a page that is not ready, then is.
    await enter(page, fan!, '/settings/identity');
    await page.getByText(fan!.person!.email).waitFor();
    const url = page.getByLabel(say('identity.websiteUrl'));
    await url.fill('fan.example.org');
    await page.getByRole('button', { name: say('identity.websiteCheck') }).click();
    await page.getByText(say('problems.WEBSITE_LINK_MISSING')).waitFor();
    html = await page.locator('figure code').innerText();
    await page.getByRole('button', { name: say('identity.websiteCheck') }).click();
    await page.getByText(say('identity.websiteDone')).waitFor();
    await page.getByLabel(say('identity.purchaseCode')).fill('harbour set 01');
    await page.getByRole('button', { name: say('identity.purchaseRedeem') }).click();
    await page.getByText(say('identity.purchaseDone')).waitFor();
    await app.dispatcher.drain();
    expect(await levelOf(fan!)).toBe('VERIFIED');

    // Nobody else sees any of it until the fan says so.
    await page.getByRole('listitem').filter({ hasText: 'fan.example.org' }).last().getByLabel(say('identity.show')).check();
    await page.getByText(say('identity.shown')).waitFor();
    expect(await new AxeBuilder(page).run()).toEqual([]);
    await go(page, `/c/${SLUG}/members/step_by_step`);
    const marks = page.getByRole('list', { name: /./ }).filter({ hasText: say('identity.mark_WEBSITE') });
    await marks.getByRole('link').waitFor();
    expect(await marks.innerText()).not.toContain(fan!.person!.email);

    // Staff vouch on the profile.
    await enter(page, manager!, `/c/${SLUG}/members/step_by_step`);
    await page.getByRole('button', { name: say('identity.attest') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Built the display at our fair.');
    await page.getByRole('dialog').getByRole('button', { name: say('identity.attest') }).click();
    await page.getByRole('button', { name: say('identity.withdraw') }).waitFor();
    const { viewer } = await fan!.get('{ viewer { identity { evidence { kind note } } } }');
    expect(viewer.identity.evidence).toContainEqual({ kind: 'REAL_NAME', note: 'Built the display at our fair.' });
    expect(id).toBeTruthy();

    // The fan drops the website: the level follows.
    await enter(page, fan!, '/settings/identity');
    await page.getByRole('button', { name: new RegExp(`${say('identity.drop')}.*${say('identity.kind_WEBSITE')}`) }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('identity.drop'), exact: true }).click();
    await page.getByText(say('identity.dropped')).waitFor();
    await app.dispatcher.drain();
    expect(await levelOf(fan!)).toBe('CONFIRMED');
    await close();
  });
});
