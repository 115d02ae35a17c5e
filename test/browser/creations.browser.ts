import { aCommunity, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aPhoto, aPicture } from '../support/pictures.js';
import { go, startBrowser, type TestBrowser, violationsOn, type Visit } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;
let visit: Visit;
let fan: Client;
let maker: Client;
const say = wordsOf('en');

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  const { id } = await aCommunity(app.database, { slug: 'workshop', name: 'The Workshop' });
  await anIdea(app.database, id, { title: 'A lighthouse that turns' });
  [fan, maker] = await Promise.all([app.visitor().signUp({ displayName: 'Frieda Fan' }), app.visitor().signUp({ displayName: 'Milo Maker' })]);
  await fan.join('workshop', 'frieda');
  await maker.join('workshop', 'milo');
  visit = await browser.open({ language: 'en' });
  await enter(visit.page, fan, '/c/workshop/creations');
});
afterAll(async () => {
  await visit?.close();
  await browser?.close();
  await app?.stop();
});

const first = async () => (await fan.get('{ community(slug: "workshop") { creations { nodes { id title product appreciations cover { alt } pictures { alt } ideas { title } remixOf { title } } } } }'))['community'].creations.nodes[0];

describe('a fan’s creation', () => {
  it('is shown from a bare wall: pictures sent, put in order and described, with what it plays with', async () => {
    const { page } = visit;
    await page.getByRole('heading', { name: say('creations.emptyTitle') }).waitFor();
    await page.getByRole('link', { name: say('creations.emptyAction') }).last().click();
    await page.getByRole('button', { name: say('creations.picturesChoose') }).waitFor();
    const files = await Promise.all(['png', 'jpeg'].map(async (format, at) => ({ name: `work-${at}.${format}`, mimeType: `image/${format}`, buffer: await aPhoto({ format: format as 'png' }) })));
    const input = page.locator('main input[type=file]');
    await input.setInputFiles([...files, { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') }]);
    await page.getByText(say('creations.pictureProblem', { name: 'notes.png', problem: say('problems.UNSUPPORTED_PICTURE') })).waitFor();
    await page.getByRole('textbox', { name: say('creations.altLabel', { number: 1 }) }).fill('From the back');
    await page.getByRole('textbox', { name: say('creations.altLabel', { number: 2 }) }).fill('From the front');
    await page.getByRole('button', { name: say('creations.moveEarlier', { number: 2 }) }).click();
    await page.getByRole('button', { name: say('creations.showIt') }).click();
    await page.getByText(say('creations.faultTitle', { min: 3 })).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('textbox', { name: say('creations.titleLabel') }).fill('Lighthouse No. 7');
    await page.getByRole('searchbox', { name: say('creations.ideasLabel') }).fill('lighthouse');
    await page.getByRole('button', { name: 'A lighthouse that turns' }).click();
    await page.reload(); // what was written is kept
    await page.getByText(say('creations.restored')).waitFor();
    await page.getByRole('button', { name: say('creations.showIt') }).click();
    await page.getByRole('heading', { level: 1, name: 'Lighthouse No. 7' }).waitFor();
    expect(await first()).toMatchObject({ title: 'Lighthouse No. 7', cover: { alt: 'From the front' }, pictures: [{}, { alt: 'From the back' }], ideas: [{ title: 'A lighthouse that turns' }] });
    await expect.poll(() => page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(/^http.*\/media\/.*\.jpg$/);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is built on by another, who appreciates and responds; taken back, it leaves its place in the chain', async () => {
    const { page } = visit;
    const base = await first();
    const picture = await aPicture(maker, 'CREATION');
    const input = { community: 'workshop', title: 'With a keeper', remixOf: base.id, pictures: [{ picture: picture.id, alt: 'Keeper' }] };
    const { creation: remix } = await maker.mutate('showCreation', input, 'creation { id }');
    await go(page, `/c/workshop/creations/${remix.id}`);
    await page.getByRole('link', { name: 'Lighthouse No. 7' }).first().waitFor();
    const heart = page.getByRole('button', { name: say('creations.appreciateLabel', { title: 'With a keeper', count: 0 }) });
    await heart.click();
    await page.getByRole('button', { name: say('creations.appreciateLabel', { title: 'With a keeper', count: 1 }), pressed: true }).waitFor();
    await page.getByRole('textbox', { name: say('creations.respond') }).fill('Where does he **sleep**?');
    await page.getByRole('button', { name: say('creations.respondPost') }).click();
    await page.locator('strong', { hasText: 'sleep' }).waitFor();
    await go(page, `/c/workshop/creations/${base.id}`);
    await page.getByRole('button', { name: say('creations.withdraw') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('creations.withdraw') }).click();
    await page.getByRole('heading', { level: 1, name: say('creations.goneTitle') }).waitFor();
    await go(page, `/c/workshop/creations/${remix.id}`);
    await page.getByRole('link', { name: say('creations.noLonger') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
