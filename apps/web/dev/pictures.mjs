/**
 * Pictures of pages of a running server: `node apps/web/dev/pictures.mjs OUT_DIR URL... [--lang fr] [--dark] [--phone] [--full] [--slices] [--cookie k=v]`.
 * Says on the console what the page's console said, and what overflows sideways.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const args = process.argv.slice(2);
const flag = (name) => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const [dark, phone, full, sliced] = ['--dark', '--phone', '--full', '--slices'].map(flag);
const [lang, cookie] = [option('--lang') ?? 'en', option('--cookie')];
const [out, ...urls] = args;

fs.mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const context = await browser.newContext({
  viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 },
  deviceScaleFactor: phone ? 2 : 1,
  hasTouch: phone,
  isMobile: phone,
  colorScheme: dark ? 'dark' : 'light',
  locale: lang,
});
for (const url of urls) {
  if (cookie) await context.addCookies([{ name: cookie.split('=')[0], value: cookie.split('=')[1], url }]);
  const page = await context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(`${url}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`${url}: ${error.message}`));
  await page.goto(url, { waitUntil: 'networkidle' });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) console.log(`${url}: ${wide} px too wide`);
  const name = `${new URL(url).pathname.replaceAll('/', '_')}-${lang}${dark ? '-dark' : ''}${phone ? '-phone' : ''}.png`;
  await page.screenshot({ path: path.join(out, name), fullPage: full });
  if (sliced) await slices(page, path.join(out, name));
  await page.close();
}
await browser.close();

/** A long page as several pictures that are still legible. */
async function slices(page, file) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  for (let top = 0, part = 0; top < height; top += 1300, part++) {
    const clip = { x: 0, y: top, width, height: Math.min(1300, height - top) };
    await page.screenshot({ path: file.replace('.png', `-${part}.png`), fullPage: true, clip });
  }
}
