import type { Page } from 'playwright-core';
import { go, violationsOn } from './browser.js';

/** What is wrong with each of some pages: against WCAG 2.2 AA, or wider than the window. Pages without fault are left out. */
export async function faultsOf(page: Page, pages: Record<string, string>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(pages)) {
    await go(page, path);
    // A dialog that the address asks for is part of the page.
    if (/[?&](answer|edit)=/.test(path)) await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    const faults = await violationsOn(page);
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (wider > 0) faults.push(`${wider} px wider than the window`);
    if (faults.length > 0) found[name] = faults;
  }
  return found;
}
