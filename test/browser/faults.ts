import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { go, violationsOn } from './browser.js';

/** Catalogues of words: what begins like one of them, with a dot and no word of a sentence behind it, is a key that nobody translated. */
const CATALOGUES = readdirSync(new URL('../../apps/web/app/i18n/en/', import.meta.url)).map((file) => file.replace(/\.json$/, ''));
const RAW_KEY = String.raw`\b(?:${CATALOGUES.join('|')})\.[a-z]+[A-Z_][\w.]*`;

/** A name that a program goes by stands in `code`: a schedule is called so in the logs too. */
const RAW_KEYS = `(() => {
  const names = new Set([...document.querySelectorAll('code')].map((name) => name.textContent));
  return (document.body.innerText.match(new RegExp(${JSON.stringify(RAW_KEY)}, 'g')) ?? []).filter((word) => !names.has(word));
})()`;

/** A page that answers with an error says so in the console by itself. */
const IS_ANSWER = /^Failed to load resource/;

/**
 * What is wrong with each of some pages: against WCAG 2.2 AA, wider than the window, a text nobody translated, an error of a
 * script. Pages without fault are left out.
 *
 * @param said what scripts and the console complained about, which goes on growing
 */
export async function faultsOf(page: Page, pages: Record<string, string>, said: readonly string[] = []): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(pages)) {
    const before = said.length;
    await go(page, path);
    // A dialog that the address asks for is part of the page.
    if (/[?&](answer|edit)=/.test(path)) await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    const faults = await violationsOn(page);
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (wider > 0) faults.push(`${wider} px wider than the window`);
    const raw = await page.evaluate<string[]>(RAW_KEYS);
    if (raw.length > 0) faults.push(`not translated: ${raw.join(', ')}`);
    faults.push(...said.slice(before).filter((text) => !IS_ANSWER.test(text)));
    if (faults.length > 0) found[name] = faults;
  }
  return found;
}
