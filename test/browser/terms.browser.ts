import { aRole, aTerm } from '@fanfare/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { accountOf, aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { newcomers } from '../support/fans.js';
import { acknowledged, alive, go, startBrowser, type TestBrowser, type Visit } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const say = wordsOf('en');
const NOTHING_BEGUN = { state: 'OFFERED', agreement_id: null, agreement_hash: null, accepted_at: null, starts_at: null, ends_at: null };

let app: App;
let browser: TestBrowser;
let brand: Brand;
let at: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
  at = `/c/${brand.slug}`;
  const [second] = await newcomers(app, 1); // of two, the community decides itself
  await second!.join(brand.slug, 'mo-reviews');
  await aRole(app.database, brand.communityId, await accountOf(second!), 'MODERATOR');
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function as(client: Client, path: string): Promise<Visit> {
  const visit = await browser.open();
  await enter(visit.page, client, path);
  return visit;
}

it('is accepted, seen by everybody, taken away with its reasons, appealed and given back', async () => {
  const { id: term } = await aTerm(app.database, brand.communityId, brand.fanId, NOTHING_BEGUN);
  const [fan, anybody, manager, moderator] = [await as(brand.fan, `${at}/ambassadors/mine`), await browser.open(), await as(brand.manager, `${at}/ambassadors/desk`), await as(brand.moderator, `${at}/inbox`)];
  const main = ({ page }: Visit) => page.getByRole('main');
  const name = (await app.visitor().get('query ($s: String!) { community(slug: $s) { member(handle: "fay-builds") { displayName } } }', { s: brand.slug }))['community'].member.displayName as string;

  // The words are read before anything begins.
  await main(fan).getByText('You disclose, always.').waitFor();
  const accept = main(fan).getByRole('button', { name: say('recruitment.accept') });
  expect(await accept.isDisabled()).toBe(true);
  await main(fan).getByLabel(say('recruitment.haveRead')).check();
  await acknowledged(fan.page, 'acceptTerm', () => accept.click());
  await main(fan).getByText(say('terms.state_ACTIVE')).waitFor();

  // Everybody sees who speaks for the brand, and what they receive; a shared link shows it too.
  await go(anybody.page, `${at}/ambassadors`);
  await main(anybody).getByRole('article').filter({ hasText: name }).getByText(say('recruitment.receives', { what: 'A set of bricks' })).waitFor();
  await go(anybody.page, `${at}/members/fay-builds`);
  await main(anybody).getByText(say('recruitment.receives', { what: 'A set of bricks' })).waitFor();
  expect(await anybody.page.locator('meta[name="twitter:card"]').getAttribute('content')).toBe('summary_large_image');
  const card = await anybody.page.request.get((await anybody.page.locator('meta[property="og:image"]').getAttribute('content'))!.replace(/^https?:\/\/[^/]+/, app.url));
  expect([card.headers()['content-type'], await sharp(await card.body()).metadata()]).toEqual(['image/png', expect.objectContaining({ width: 1200, height: 630 })]);
  expect((await anybody.page.request.get(`${app.url}${at}/members/mia-answers/card.png`)).status()).toBe(404); // who never served has none

  // The brand takes it away, having read it as the ambassador will.
  await manager.page.reload();
  await alive(manager.page);
  await main(manager).getByRole('article').filter({ hasText: name }).getByRole('button', { name: say('terms.revoke') }).click();
  const dialog = manager.page.getByRole('dialog');
  await dialog.getByLabel(say('terms.clause')).fill('What you always do');
  await dialog.getByLabel(say('terms.facts')).fill('Three posts without a word of it.');
  await dialog.getByLabel(say('terms.passage')).fill('Best bricks ever!');
  await dialog.getByRole('button', { name: say('terms.lookAtIt') }).click();
  await dialog.getByText('Best bricks ever!').waitFor();
  await acknowledged(manager.page, 'revokeTerm', () => dialog.getByRole('button', { name: say('terms.revokeNow') }).click());
  await dialog.waitFor({ state: 'detached' });
  await go(anybody.page, `${at}/ambassadors`);
  await main(anybody).getByText(say('recruitment.noneTitle')).waitFor();

  // They read why, and say why not.
  await go(fan.page, `${at}/ambassadors/mine?term=${term}`);
  for (const words of ['What you always do', 'Three posts without a word of it.', 'Best bricks ever!']) await main(fan).getByText(words).waitFor();
  await main(fan).getByLabel(say('terms.appealWhy')).fill('Each of them says it in its first line.');
  await acknowledged(fan.page, 'appealTerm', () => main(fan).getByRole('button', { name: say('terms.appealSend') }).click());
  await main(fan).getByText(say('terms.outcome_WAITS')).waitFor();

  // A moderator is told, reads both sides and decides; the brand could not.
  await app.dispatcher.drain();
  await moderator.page.reload();
  await alive(moderator.page);
  await main(moderator).getByRole('link', { name: say('terms.appeals') }).click();
  await main(moderator).getByRole('link', { name: say('terms.against_TERM', { mission: '' }) }).click();
  await main(moderator).getByText('Each of them says it in its first line.').waitFor();
  await main(moderator).getByText('Three posts without a word of it.').waitFor();
  await main(moderator).getByRole('radio', { name: say('terms.choose_OVERTURNED') }).check();
  await main(moderator).getByLabel(say('terms.decideWhy')).fill('The first line of each says it indeed.');
  await acknowledged(moderator.page, 'decideAmbassadorAppeal', () => main(moderator).getByRole('button', { name: say('terms.decideSend') }).click());
  await main(moderator).getByText(say('terms.outcome_OVERTURNED')).waitFor();

  // And it goes on.
  await fan.page.reload();
  await main(fan).getByText(say('terms.state_ACTIVE')).waitFor();
  await main(fan).getByText('The first line of each says it indeed.').waitFor();
  await go(anybody.page, `${at}/ambassadors`);
  await main(anybody).getByRole('article').filter({ hasText: name }).waitFor();
  for (const visit of [fan, anybody, manager, moderator]) await visit.close();
});
