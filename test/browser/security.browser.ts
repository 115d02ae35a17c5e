import { Secret, TOTP } from 'otpauth';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { go, startBrowser, type TestBrowser, violationsOn, type Visit } from './browser.js';
import { arrived, enter, fillIn, freshAddress, PASSWORD, signUp } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Chromium's own authenticator, as a phone with a fingerprint would be; it answers at once. */
async function anAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return session;
}

describe('a passkey in the browser', () => {
  const say = wordsOf('en');
  const email = freshAddress();
  let visit: Visit;
  beforeAll(async () => {
    visit = await browser.open({ language: 'en' });
  });
  afterAll(() => visit?.close());

  it('is made in the settings, and brings recovery codes', async () => {
    const { page } = visit;
    await go(page, '/sign-up');
    await signUp(page, say, email);
    await anAuthenticator(page);
    await go(page, '/settings/security');
    await page.getByText(say('security.noPasskeys')).waitFor();
    await page.getByRole('button', { name: say('security.addPasskey') }).click();
    await page.getByRole('heading', { name: say('security.codesTitle') }).waitFor();
    expect(await page.locator('ol code').count()).toBe(10);
    await page.getByRole('button', { name: say('security.kept') }).click();
    await page.getByText(say('security.codesLeft', { count: 10 })).waitFor();
  });

  it('opens the account by itself', async () => {
    const { page } = visit;
    await page.context().clearCookies();
    await go(page, '/sign-in?to=/settings/security');
    await page.getByRole('button', { name: say('security.signInWithPasskey') }).click();
    await arrived(page, say, '/settings/security');
    await page.getByText('Last used').waitFor();
  });

  it('is asked for after the password, and is renamed and removed', async () => {
    const { page } = visit;
    await page.context().clearCookies();
    await go(page, '/sign-in?to=/settings/security');
    await fillIn(page, say, email);
    await page.getByRole('button', { name: say('security.usePasskey'), exact: true }).click();
    await arrived(page, say, '/settings/security');
    await page.getByRole('button', { name: /^Rename / }).click();
    await page.getByLabel(say('security.name'), { exact: true }).fill('Blue key');
    await page.getByRole('button', { name: say('common.save') }).click();
    await page.getByText('Blue key').waitFor();
    await page.getByRole('button', { name: say('security.removeOf', { name: 'Blue key' }) }).click();
    await page.getByRole('button', { name: say('security.remove'), exact: true }).click();
    await page.getByText(say('security.noPasskeys')).waitFor();
    expect(visit.faults).toEqual([]);
  });
});

describe('an authenticator app in the browser', () => {
  it('is set up, asked for, and what changes later asks who is there', async () => {
    const say = wordsOf('fr');
    const visit = await browser.open({ language: 'fr', phone: true, dark: true });
    const { page } = visit;
    const person = await app.visitor().signUp({ locale: 'fr' });
    await person.sql('UPDATE sessions SET proven_at = NULL'); // long ago
    await enter(page, person, '/settings/security');
    await page.getByRole('button', { name: say('security.totpSetUp') }).click();
    await page.getByLabel(say('account.password')).fill(PASSWORD);
    await page.getByRole('button', { name: say('security.goOn') }).click();
    await page.getByRole('img', { name: say('security.qr') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const secret = (await page.locator('form code').innerText()).replaceAll(' ', '');
    const app2 = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel(say('security.appCode')).fill('000000');
    await page.getByRole('button', { name: say('security.totpConfirm') }).click();
    await page.getByText(say('problems.WRONG_CODE')).first().waitFor();
    await page.getByLabel(say('security.appCode')).fill(app2.generate());
    await page.getByRole('button', { name: say('security.totpConfirm') }).click();
    const code = await page.locator('ol code').first().innerText();
    await page.getByRole('button', { name: say('security.kept') }).click();
    await page.context().clearCookies();
    await go(page, '/sign-in?to=/settings/security');
    await fillIn(page, say, person.person!.email);
    await page.getByLabel(say('security.appCode')).fill(code.toLowerCase());
    await page.getByRole('main').getByRole('button', { name: say('account.signIn'), exact: true }).click();
    await arrived(page, say, '/settings/security');
    await page.getByText(say('security.codesLeft', { count: 9 })).waitFor();
    expect(visit.faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    await visit.close();
  });
});

describe('staff without a second factor', () => {
  let brand: Brand;
  beforeAll(async () => {
    brand = await aBrand(app);
  });

  it('sees the days that are left, then that its work waits, with the way out', async () => {
    const say = wordsOf('en');
    const visit = await browser.open({ language: 'en' });
    const { page } = visit;
    await enter(page, brand.owner, '/');
    await page.getByText(say('security.bannerDays', { count: 14 })).waitFor();
    await brand.owner.sql(`INSERT INTO second_factor_rules (community_id, grace_days, since) VALUES ($1, 0, now() - interval '1 minute')`, [brand.communityId]);
    await go(page, '/');
    await page.getByText(say('security.bannerHeld')).waitFor();
    await page.getByRole('link', { name: say('security.bannerLink') }).click();
    await page.getByText(say('security.staffHeld')).waitFor();
    await visit.close();
  });
});
