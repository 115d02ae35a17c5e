import { setTimeout as delay } from 'node:timers/promises';
import { AxeBuilder, type Violation } from './axe.js';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { chromiumExecutable } from '../../scripts/chromium.mjs';

/** A deadline for what never comes; on a busy machine what comes may take long. */
const PATIENCE_MS = 60_000;

export interface Reader {
  readonly language?: 'en' | 'fr';
  readonly dark?: boolean;
  readonly phone?: boolean;
  readonly javaScript?: boolean;
}

/** A real Chromium, in which readers open pages of their own. */
export async function startBrowser(url: string) {
  const browser = await launched(await chromiumExecutable());
  return {
    /** A page of somebody who was never here before. */
    open: (reader: Reader = {}) => openPage(browser, url, reader),
    close: () => browser.close(),
  };
}

/** Once in some four hundred launches the packed Chromium dies before it opens anything; then it is launched again. */
async function launched(executablePath: string, attemptsLeft = 2): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath });
  } catch (error) {
    if (attemptsLeft === 0) throw error;
    return launched(executablePath, attemptsLeft - 1);
  }
}

export type TestBrowser = Awaited<ReturnType<typeof startBrowser>>;

/** A page and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Errors of scripts and of the console, and requests to anybody else. */
  readonly faults: string[];
  close(): Promise<void>;
}

async function openPage(browser: Browser, url: string, reader: Reader): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    locale: reader.language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: reader.dark ? 'dark' : 'light',
    viewport: reader.phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    hasTouch: reader.phone,
    isMobile: reader.phone,
    javaScriptEnabled: reader.javaScript ?? true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => isForeign(request.url(), url) && faults.push(`Third-party request: ${request.url()}`));
  return { page, faults, close: () => context.close() };
}

function isForeign(address: string, own: string): boolean {
  return /^(https?|wss?):/.test(address) && new URL(address).host !== new URL(own).host;
}

/** Waits until the page answers to the keyboard and the mouse. */
export async function alive(page: Page): Promise<void> {
  await until(page, `Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber'))`);
}

/**
 * Asks a page again until an expression is true there. Not `waitForFunction`: the page's policy forbids evaluating text, and
 * a function here would need the browser's types in the whole project.
 */
export async function until(page: Page, expression: string, milliseconds = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    // A page that is just being left cannot answer.
    if (await page.evaluate<boolean>(`Boolean(${expression})`).catch(() => false)) return;
    if (Date.now() > deadline) throw new Error(`Never became true: ${expression}`);
    await delay(20);
  }
}

/** Does something and waits until the api has answered its mutation: some things a page shows before they are so. */
export async function acknowledged(page: Page, mutation: string, act: () => Promise<unknown>): Promise<void> {
  const isIt = (request: Request) => request.url().endsWith('/graphql') && (request.postData() ?? '').includes(`${mutation}(input`);
  await Promise.all([page.waitForResponse((response) => isIt(response.request()) && response.ok()), act()]);
}

/** Opens an address and waits until it is alive. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await alive(page);
}

/** What axe-core finds against WCAG 2.2 AA, one line each. */
export async function violationsOn(page: Page): Promise<string[]> {
  const found: Violation[] = await new AxeBuilder(page).run();
  return found.map(({ id, help, targets }) => `${id}: ${help} (${targets.slice(0, 3).join(' | ')})`);
}

/** The number that a vote button shows. */
export async function countOn(button: { innerText(): Promise<string> }): Promise<number> {
  return Number((await button.innerText()).replace(/\D/g, ''));
}
