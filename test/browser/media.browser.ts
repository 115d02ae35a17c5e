import { aCommunity } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aPhoto } from '../support/pictures.js';
import { go, startBrowser, type TestBrowser, violationsOn, type Visit } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const NAME = 'The Workshop';

let app: App;
let browser: TestBrowser;
let visit: Visit;
let fan: Client;
const say = wordsOf('en');

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  await aCommunity(app.database, { slug: 'workshop', name: NAME });
  fan = await app.visitor().signUp();
  await fan.join('workshop', 'a-face');
  visit = await browser.open({ language: 'en' });
  await enter(visit.page, fan, '/settings');
});
afterAll(async () => {
  await visit?.close();
  await browser?.close();
  await app?.stop();
});

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="document.title='hacked'"><rect width="20" height="20" fill="#e02010"/><rect x="20" width="20" height="20" fill="#1030e0"/><script>document.title = 'hacked'</script></svg>`;

describe('a picture of one’s own', () => {
  const field = () => visit.page.getByRole('group', { name: say('media.avatarLabel', { community: NAME }) });
  const choose = (name: string, mimeType: string, buffer: Buffer) => field().locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  const face = async () => (await fan.get('{ viewer { memberships { avatarUrl } } }'))['viewer'].memberships[0].avatarUrl as string | null;

  it('is cut by keyboard, sent, and stands beside the name', async () => {
    const { page } = visit;
    await choose('drawing.svg', 'image/svg+xml', Buffer.from(SVG));
    const frame = page.getByRole('application', { name: say('media.cropFrame') });
    // A wide picture: its left end is red.
    for (let step = 0; step < 20; step += 1) await frame.press('ArrowRight'); // a dialog that opens takes the focus
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: say('media.use') }).click();
    await page.getByText(say('media.avatarSaved')).waitFor();
    expect(await page.title()).not.toContain('hacked');
    const path = await face();
    expect(path).toMatch(/^\/media\/.*\/128\.webp$/);
    await field().locator(`img[src="${path}"]`).waitFor();
    const sharp = (await import('sharp')).default;
    const [red, , blue] = await sharp(Buffer.from(await (await fetch(app.url + path)).arrayBuffer())).resize(1, 1).raw().toBuffer();
    expect(red! - blue!, 'the red end was chosen').toBeGreaterThan(100);
  });

  it('shows on the profile, larger', async () => {
    const { page } = visit;
    await go(page, '/c/workshop/members/a-face');
    await page.locator('main img[src$="/256.webp"]').waitFor();
    await go(page, '/settings');
  });

  it('that is no picture is refused in words, and what was there stays', async () => {
    const { page } = visit;
    const before = await face();
    await choose('holiday.png', 'image/png', Buffer.from('<html><script>alert(1)</script></html>'));
    await field().getByText(say('problems.UNSUPPORTED_PICTURE')).waitFor();
    await choose('tiny.png', 'image/png', await aPhoto({ width: 40, height: 40, format: 'png' }));
    await page.getByRole('button', { name: say('media.use') }).click();
    await field().getByText(say('media.tooSmall', { pixels: 64 })).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await face()).toBe(before);
  });

  it('is taken away, and the drawing is back', async () => {
    const { page } = visit;
    await field().getByRole('button', { name: say('media.remove') }).click();
    await page.getByText(say('media.avatarRemoved')).waitFor();
    expect(await face()).toBeNull();
    await field().locator('img').waitFor({ state: 'detached' }); // the page reads anew what it shows after it says so
  });
});
