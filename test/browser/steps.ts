import type { Page } from 'playwright-core';
import type { App } from '../support/app.js';
import { type Client, codeIn } from '../support/client.js';
import { alive, go } from './browser.js';
import type { Say } from './words.js';

export const PASSWORD = 'a quiet blue tricycle';
let people = 0;

/** An address nobody has used. */
export function freshAddress(): string {
  return `reader-${process.pid}-${(people += 1)}@example.org`;
}

/** A handle nobody has taken. */
export function freshHandle(): string {
  return `reader_${(people += 1)}_${Date.now().toString(36)}`;
}

/** Signs somebody up who was never here, by the form; they end where the code of their mail is asked for. @returns their address */
export async function signUp(page: Page, say: Say, to = '/'): Promise<string> {
  const email = freshAddress();
  await go(page, `/sign-up?to=${encodeURIComponent(to)}`);
  await page.getByLabel(say('account.displayName')).fill('Robin Weaver');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: say('account.signUp') }).click();
  await page.waitForURL(/\/confirm/);
  return email;
}

/** Signs somebody in who has an account, and waits for the page they wanted. `say` speaks the language of their account. */
export async function signIn(page: Page, say: Say, email: string, to = '/'): Promise<void> {
  await go(page, `/sign-in?to=${encodeURIComponent(to)}`);
  await fillIn(page, say, email);
  await arrived(page, say, to);
}

/**
 * Waits for the last page of a sign-in: the form is left behind (every address begins with `/`), the header knows who is
 * there, and that in their language, for whose words the document may have been loaded anew.
 */
export async function arrived(page: Page, say: Say, to: string): Promise<void> {
  await page.waitForURL(({ pathname, search }) => pathname !== '/sign-in' && (pathname + search).startsWith(to));
  await page.getByRole('banner').getByRole('button', { name: say('shell.account') }).waitFor();
  await alive(page);
}

/** Fills in the sign-in form that stands open, and sends it. */
export async function fillIn(page: Page, say: Say, email: string): Promise<void> {
  await alive(page);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: say('account.signIn'), exact: true }).click();
}

/** Opens a page as somebody who signed in before: with their session, without the form. */
export async function enter(page: Page, client: Client, to: string): Promise<void> {
  await page.context().addCookies([{ name: 'fanfare_session', value: client.token!, url: client.url }]);
  await go(page, to);
}

/** Enters the code that was mailed. */
export async function confirm(page: Page, say: Say, app: App, email: string): Promise<void> {
  const code = codeIn(await app.visitor().mailTo(email));
  await alive(page);
  await page.getByLabel(say('account.code')).fill(code);
  await page.getByRole('button', { name: say('account.confirm') }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/confirm'));
}

/** Fills in the form of joining that stands open. */
export async function join(page: Page, say: Say): Promise<void> {
  await page.waitForURL(/\/join/);
  await alive(page);
  await page.getByLabel(say('account.handle')).fill(freshHandle());
  await page.locator('input[name=terms]').check();
  await page.locator('input[name=age]').check();
  await page.getByRole('button', { name: say('account.join'), exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/join'));
}
