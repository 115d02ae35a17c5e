import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { codeIn } from '../support/client.js';
import { alive, go, startBrowser, type TestBrowser, until, type Visit } from './browser.js';
import { PASSWORD, signIn, signUp } from './steps.js';
import { wordsOf } from './words.js';

const NEXT_PASSWORD = 'a loud red tricycle';

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

/** The language and appearance that the document stands in. */
const documentIs = (visit: Visit) => visit.page.evaluate('[document.documentElement.lang, document.documentElement.dataset.theme ?? "system"].join(" ")');

describe('an account in the browser', () => {
  const say = wordsOf('en');
  let email: string;
  let visit: Visit;

  beforeAll(async () => {
    visit = await browser.open({ language: 'en' });
  });

  afterAll(() => visit?.close());

  it('is told at once that its address waits for confirmation, and shows it in the header', async () => {
    const { page } = visit;
    email = await signUp(page, say);
    await page.getByRole('button', { name: say('shell.account') }).waitFor();
    await page.getByText(email).waitFor();
    await page.getByLabel(say('account.code')).fill('NOTTHECODE');
    await page.getByRole('button', { name: say('account.confirm') }).click();
    await page.getByText(say('problems.WRONG_CODE')).waitFor();
  });

  it('is confirmed by the link of the mail alone', async () => {
    const { page } = visit;
    const code = codeIn(await app.visitor().mailTo(email));
    await page.goto(`/confirm?code=${code}`);
    await page.getByText(say('account.confirmed')).waitFor();
    await page.waitForURL((url) => url.pathname === '/');
    await alive(page);
  });

  it('changes its password, and refuses the wrong one beside the field', async () => {
    const { page } = visit;
    await go(page, '/settings');
    await page.getByLabel(say('account.currentPassword')).fill('not my password at all');
    await page.getByLabel(say('account.newPassword')).fill(NEXT_PASSWORD);
    await page.getByRole('button', { name: say('account.changePassword') }).click();
    await page.getByText(say('account.wrongCurrent')).waitFor();
    await page.getByLabel(say('account.currentPassword')).fill(PASSWORD);
    await page.getByRole('button', { name: say('account.changePassword') }).click();
    await page.getByText(say('account.passwordChanged')).waitFor();
    await expect.poll(() => page.getByLabel(say('account.newPassword')).inputValue()).toBe('');
  });

  it('signs out by keyboard alone, and the page shows it', async () => {
    const { page } = visit;
    const button = page.getByRole('button', { name: say('shell.account') });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await until(page, `document.activeElement?.getAttribute('aria-label') === ${JSON.stringify(say('shell.account'))}`);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: say('shell.signOut') }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in\?to=%2Fsettings/);
    await page.getByRole('banner').getByRole('link', { name: say('shell.signUp') }).waitFor();
  });

  it('sets a forgotten password with the code of the mail, and gets in with it', async () => {
    const { page } = visit;
    await go(page, '/reset-password');
    await page.getByLabel(say('account.email')).fill(email);
    await page.getByRole('button', { name: say('account.resetRequest') }).click();
    await page.getByText(say('account.resetSent')).waitFor();
    await page.getByLabel(say('account.code')).fill(codeIn(await app.visitor().mailTo(email, 'reset-password?code=')));
    await page.getByLabel(say('account.newPassword')).fill(PASSWORD);
    await page.getByRole('button', { name: say('account.resetSet') }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await signIn(page, say, email, '/settings');
    await page.getByRole('heading', { level: 1, name: say('account.settingsTitle') }).waitFor();
  });

  it('ends every session and is a visitor again', async () => {
    const { page } = visit;
    await go(page, '/settings/security');
    await page.getByRole('button', { name: say('account.signOutEverywhere') }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByText(say('shell.signedOut')).waitFor();
    await page.goto('/settings');
    await page.waitForURL(/\/sign-in\?to=%2Fsettings/);
  });

  it('saw no error on the way and asked nobody else for anything', () => {
    expect(visit.faults).toEqual([]);
  });
});

describe('language and appearance', () => {
  it('follow the reader’s choice on the next page too', async () => {
    const visit = await browser.open({ language: 'en' });
    const { page } = visit;
    const english = wordsOf('en');
    await go(page, '/');
    const choose = (name: string, shown: string) => expect.poll(async () => {
      const choice = page.getByRole('menuitemradio', { name });
      if (!(await choice.isVisible())) await page.getByRole('button', { name: english('shell.language') }).click();
      await choice.click({ timeout: 10_000 });
      return until(page, shown, 10_000).then(() => 'shown', () => 'a menu on its way in or out takes no choice: once more');
    }).toBe('shown');
    await choose(english('shell.themeDark'), `document.documentElement.dataset.theme === 'dark'`);
    await expect.poll(() => documentIs(visit)).toBe('en dark');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await choose('Français', `document.documentElement.lang === 'fr'`);
    // Left while it still fetches its words, the page would report that it did not get them.
    await alive(page);
    await go(page, '/sign-in');
    await expect.poll(() => documentIs(visit)).toBe('fr dark');
    await page.getByRole('heading', { name: wordsOf('fr')('account.signInTitle') }).waitFor();
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it('stay with who followed a link in a language', async () => {
    const visit = await browser.open({ language: 'en' });
    await go(visit.page, '/?hl=fr');
    await expect.poll(() => documentIs(visit)).toBe('fr system');
    await visit.page.getByRole('banner').getByRole('link', { name: wordsOf('fr')('shell.signUp') }).click();
    await visit.page.getByRole('heading', { name: wordsOf('fr')('account.signUpTitle') }).waitFor();
    await expect.poll(() => documentIs(visit)).toBe('fr system');
    await visit.close();
  });
});

describe('without JavaScript', () => {
  it('a form that needs it cannot be sent, so that no password ends up in an address', async () => {
    const { page, close } = await browser.open({ language: 'en', javaScript: false });
    await page.goto('/sign-in');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel(wordsOf('en')('account.email')).fill('somebody@example.org');
    await page.getByLabel(wordsOf('en')('account.password'), { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('main').getByRole('button', { name: wordsOf('en')('account.signIn'), exact: true }).isDisabled()).toBe(true);
    await page.goto('/sign-up'); // by then a form would have left
    expect(asked.filter((address) => new URL(address).pathname === '/sign-up')).toHaveLength(1);
    expect(asked.filter((address) => address.includes('password='))).toEqual([]);
    await close();
  });
});

describe('a way back after signing in', () => {
  it('never leads to another site', async () => {
    const first = await browser.open();
    const email = await signUp(first.page, wordsOf('en'));
    await first.close();
    const { page, close } = await browser.open();
    await go(page, '/sign-in?to=//evil.example/c/brindlebrick');
    await page.getByLabel(wordsOf('en')('account.email')).fill(email);
    await page.getByLabel(wordsOf('en')('account.password'), { exact: true }).fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: wordsOf('en')('account.signIn'), exact: true }).click();
    await page.waitForURL(`${app.url}/`);
    await alive(page);
    await close();
  });
});
