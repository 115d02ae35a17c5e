import { anIdea } from '@fanfare/testing';
import { Secret, TOTP } from 'otpauth';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { go, startBrowser, type TestBrowser, violationsOn, type Visit } from './browser.js';
import { arrived, enter, fillIn, PASSWORD, signUp } from './steps.js';
import { type Say, wordsOf } from './words.js';

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

/** From the next page on the browser offers no passkeys by itself: this authenticator would answer before anybody types. */
async function offerNothing(page: Page): Promise<void> {
  await page.addInitScript('if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;');
}

/** Adds a passkey on the page that stands open and puts its recovery codes away. */
async function addPasskey(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('security.addPasskey') }).click();
  await page.getByRole('heading', { name: say('security.codesTitle') }).waitFor();
  expect(await page.locator('ol code').count()).toBe(10);
  await page.getByRole('button', { name: say('security.kept') }).click();
  await page.getByText(say('security.codesLeft', { count: 10 })).waitFor();
}

describe('a passkey in the browser', () => {
  const say = wordsOf('en');
  let email: string;
  let visit: Visit;
  beforeAll(async () => {
    visit = await browser.open({ language: 'en' });
  });
  afterAll(() => visit?.close());

  it('is made in the settings, and brings recovery codes', async () => {
    const { page } = visit;
    email = await signUp(page, say);
    await anAuthenticator(page);
    await go(page, '/settings/security');
    await page.getByText(say('security.noPasskeys')).waitFor();
    await addPasskey(page, say);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('opens the account by itself: offered for the address, or asked for', async () => {
    const { page } = visit;
    await page.context().clearCookies();
    await page.goto('/sign-in?to=/settings/security'); // offered, and the authenticator takes the offer
    await arrived(page, say, '/settings/security');
    await page.context().clearCookies();
    await offerNothing(page);
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
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: say('security.goOn') }).click();
    await page.getByRole('img', { name: say('security.qr') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const secret = (await page.locator('form code').innerText()).replaceAll(' ', '');
    const app2 = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel(say('security.appCode')).fill('000000');
    await page.getByRole('button', { name: say('security.totpConfirm') }).click();
    await page.getByText(say('security.wrongCode')).waitFor();
    await page.getByLabel(say('security.appCode')).fill(app2.generate());
    await page.getByRole('button', { name: say('security.totpConfirm') }).click();
    const code = await page.locator('ol code').first().innerText();
    await page.getByRole('button', { name: say('security.kept') }).click();
    await page.context().clearCookies();
    await go(page, '/sign-in?to=/settings/security');
    await fillIn(page, say, person.person!.email);
    await page.getByLabel(say('security.appCode')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
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
    await app.database.query('UPDATE sessions SET proven_at = now()'); // as if they had just signed in
  });

  it('sees the days that are left; then its work waits, which every page for staff says, with the way to a passkey and back', async () => {
    const say = wordsOf('en');
    const visit = await browser.open({ language: 'en' });
    const { page } = visit;
    const team = `/c/${brand.slug}/settings/team`;
    const inCommunity = (path: string) => page.waitForURL((url) => url.pathname + url.search === path);
    await enter(page, brand.owner, team);
    await anAuthenticator(page);
    await page.getByText(say('security.bannerDays', { count: 14 })).waitFor();
    await page.getByLabel(say('security.graceLabel')).selectOption('0');
    await page.getByText(say('security.graceYouNow')).waitFor();
    await page.getByRole('button', { name: say('common.save') }).click();
    await page.getByRole('heading', { level: 1, name: say('security.waitTitle') }).waitFor();
    await page.getByText(say('security.bannerHeld')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const path of ['/desk', '/desk/duplicates', '/settings/audit']) {
      await go(page, `/c/${brand.slug}${path}`);
      await page.getByRole('heading', { level: 1, name: say('security.waitTitle') }).waitFor();
    }
    await go(page, team);
    await page.getByRole('main').getByRole('link', { name: say('security.waitAction') }).click();
    await inCommunity(`/settings/security?to=${encodeURIComponent(team)}`);
    await page.getByText(say('security.staffHeld')).waitFor();
    await addPasskey(page, say);
    await page.getByRole('link', { name: say('security.doneBack') }).click();
    await inCommunity(team);
    await expect.poll(() => page.getByLabel(say('security.graceLabel')).inputValue()).toBe('0');
    await go(page, `/c/${brand.slug}/settings/audit`);
    await page.getByRole('main').getByText(say('running.field.secondFactorGraceDays')).first().waitFor();
    expect(visit.faults.filter((fault) => !fault.includes('403'))).toEqual([]);
    await visit.close();
  });

  it('is told in place when an act of its is refused', async () => {
    const say = wordsOf('en');
    const visit = await browser.open({ language: 'en', phone: true });
    const { page } = visit;
    await brand.owner.sql('UPDATE second_factor_rules SET grace_days = 14, since = now()');
    const profile = `/c/${brand.slug}/members/fay-builds`;
    await enter(page, brand.moderator, profile);
    await page.getByRole('button', { name: say('identity.attest') }).click();
    await brand.owner.sql(`UPDATE second_factor_rules SET grace_days = 0, since = now() - interval '1 minute'`);
    await page.getByRole('dialog').getByRole('textbox').fill('Vue au salon.');
    await page.getByRole('dialog').getByRole('button', { name: say('identity.attest') }).click();
    await page.getByRole('dialog').getByRole('link', { name: say('security.waitAction') }).click();
    await page.waitForURL((url) => url.pathname + url.search === `/settings/security?to=${encodeURIComponent(profile)}`);
    await page.getByText(say('security.staffHeld')).waitFor();

    // Where the refusal would be said in passing, the dialog says it alone.
    await brand.owner.sql('UPDATE second_factor_rules SET grace_days = 14, since = now()');
    const idea = await anIdea(app.database, brand.communityId);
    await brand.manager.mutate('addIdeaNote', { idea: idea.id, body: 'Ask the people in moulds.' }, 'note { id }');
    await enter(page, brand.manager, `/c/${brand.slug}/desk?answer=${idea.id}`);
    await page.getByText('Ask the people in moulds.').waitFor();
    await brand.owner.sql(`UPDATE second_factor_rules SET grace_days = 0, since = now() - interval '1 minute'`);
    await page.getByRole('button', { name: say('desk.noteRemove'), exact: true }).click();
    await page.getByRole('dialog', { name: say('security.waitTitle') }).waitFor();
    expect(await page.getByText(say('problems.SECOND_FACTOR_NEEDED')).count()).toBe(0);
    await visit.close();
  });

  it('is told in place of the pages of whoever runs the site', async () => {
    const say = wordsOf('fr');
    const { page, close } = await browser.open({ language: 'fr', dark: true });
    await brand.operator.sql(`UPDATE accounts SET created_at = now() - interval '15 days', locale = 'fr' WHERE is_operator`);
    await app.database.query(`UPDATE deployment SET second_factor_since = now() - interval '15 days'`);
    for (const path of ['/operator', '/new-community']) {
      await enter(page, brand.operator, path);
      await page.getByRole('heading', { level: 1, name: say('security.waitTitle') }).waitFor();
      expect(await page.getByRole('main').getByRole('link', { name: say('security.waitAction') }).getAttribute('href')).toBe(`/settings/security?to=${encodeURIComponent(path)}`);
    }
    expect(await violationsOn(page)).toEqual([]);
    await close();
  });
});
