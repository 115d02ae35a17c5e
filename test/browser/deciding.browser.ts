import { GenuinenessService } from '@fanfare/reputation';
import { anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { type Client, eventually } from '../support/client.js';
import { aCrowd, aRing, rest } from '../support/rings.js';
import { AxeBuilder } from './axe.js';
import { acknowledged, alive, go, startBrowser, type TestBrowser, until, type Visit } from './browser.js';
import { enter, PASSWORD } from './steps.js';
import { wordsOf } from './words.js';

const say = wordsOf('en');

let app: App;
let browser: TestBrowser;
let brand: Brand;
let at: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
  at = `/c/${brand.slug}`;
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const anIdeaOf = async (author: string | null, title: string) => (await anIdea(app.database, brand.communityId, { author_id: author, title, category_id: brand.category })).id;
const back = (client: Client, idea: string) => client.mutate('castVote', { idea }, 'idea { id }');
const read = async (id: string, selection: string) => (await app.visitor().get(`query ($id: ID!) { idea(id: $id) { ${selection} } }`, { id }))['idea'];

async function as(client: Client, path: string): Promise<Visit> {
  const visit = await browser.open();
  await enter(visit.page, client, path);
  return visit;
}

const nameOf = async (handle: string) =>
  (await app.visitor().get('query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) { displayName } } }', { slug: brand.slug, handle }))['community'].member.displayName as string;

describe('a merge', () => {
  it('is previewed by the brand, contested by its author, decided by a moderator and undone by the brand', async () => {
    const [duplicate, target] = [await anIdeaOf(brand.fanId, 'A taller lighthouse'), await anIdeaOf(null, 'A lighthouse that reaches the clouds')];
    for (const idea of [duplicate, target]) await back(brand.rival, idea);
    await back(brand.owner, duplicate);
    const visits = [await as(brand.manager, `${at}/ideas/${duplicate}`), await as(brand.fan, `${at}/ideas/${duplicate}`), await as(brand.moderator, `${at}/desk/duplicates`)];
    const [manager, author, moderator] = visits.map(({ page }) => page);

    await manager!.getByRole('main').getByRole('button', { name: say('merges.act') }).click();
    const dialog = manager!.getByRole('dialog');
    await dialog.getByLabel(say('merges.search')).fill('lighthouse that reaches');
    await dialog.getByRole('button', { name: /reaches the clouds/ }).click();
    await dialog.getByText(say('merges.previewBoth', { count: 1 })).waitFor();
    await dialog.getByLabel(say('merges.note')).fill('Both ask for more height.');
    await dialog.getByRole('button', { name: say('merges.merge'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await manager!.getByText('“Both ask for more height.”').waitFor();
    expect(await read(target, 'support { raw } merged { id }')).toEqual({ support: { raw: 2 }, merged: [{ id: duplicate }] });

    await author!.reload();
    await alive(author!);
    await author!.getByRole('button', { name: say('merges.contest') }).click();
    await author!.getByLabel(say('merges.contestReason')).fill('Mine is for ships, not for clouds.');
    await author!.getByRole('button', { name: say('merges.contestSend') }).click();
    await author!.getByText(say('merges.contestWaits')).waitFor();

    await moderator!.reload();
    await alive(moderator!);
    const contest = moderator!.getByRole('article').filter({ hasText: 'Mine is for ships' });
    await contest.getByLabel(say('merges.decideReason')).fill('Clouds are where ships look.');
    await contest.getByRole('button', { name: say('merges.deny') }).click();
    await moderator!.getByText(say('merges.contestsNone')).waitFor();

    await manager!.reload();
    await alive(manager!);
    await manager!.getByText('Clouds are where ships look.').waitFor();
    await manager!.getByRole('button', { name: say('merges.undo') }).click();
    await manager!.getByLabel(say('merges.undoReason')).fill('We were too quick.');
    await dialog.getByRole('button', { name: say('merges.undo') }).click();
    await manager!.getByText(say('merges.undone')).waitFor();
    expect(await read(duplicate, 'status support { raw }')).toEqual({ status: 'OPEN', support: { raw: 2 } });
    expect(await read(target, 'support { raw }')).toEqual({ support: { raw: 1 } });
    for (const { faults, close } of visits) {
      expect(faults).toEqual([]);
      await close();
    }
  });
});

describe('votes that came together', () => {
  it('wait: their voters read why and what helps, a moderator who came and lets them count', async () => {
    const judge = () => app.get(GenuinenessService).judge(brand.communityId, true);
    const crowd = await aCrowd(app.database, brand.communityId, { author_id: brand.fanId });
    const idea = crowd.ideaIds[3]!;
    const [member] = await aRing(app.database, crowd, 24, 3);
    await judge();
    await rest(app.database);

    const voter = await as(Object.assign(app.visitor(), { token: member!.token }), `${at}/ideas/${idea}`);
    await voter.page.getByText(say('genuineness.yourVoteWaits')).waitFor();
    await voter.page.getByRole('link', { name: say('genuineness.yourVoteWaitsLink') }).click();
    const standing = voter.page.getByRole('region', { name: say('genuineness.mine') });
    await standing.getByRole('link', { name: say('genuineness.advice_LINK_ACCOUNT') }).waitFor();
    await standing.getByText(say('genuineness.text_HELD')).waitFor();
    expect(await new AxeBuilder(voter.page).run()).toEqual([]);

    const author = await as(brand.fan, `${at}/ideas/${idea}`);
    await author.page.getByText(say('kit.meterQuarantined', { count: 24 })).waitFor();
    expect(await author.page.getByText(say('genuineness.yourVoteWaits')).count()).toBe(0);

    const moderator = await as(brand.moderator, `${at}/ideas/${idea}`);
    const { page } = moderator;
    await page.getByRole('link', { name: say('genuineness.whyAside', { count: 24 }) }).click();
    const run = page.getByRole('article').filter({ hasText: say('genuineness.together', { count: 24 }) });
    await run.getByText(say('genuineness.reason_UNIDENTIFIED', { count: 24 })).waitFor();
    await page.reload();
    await alive(page);
    expect(await new AxeBuilder(page).run()).toEqual([]);
    await run.getByRole('button', { name: say('genuineness.let') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('genuineness.reasonLabel')).fill('The club of Lyon, at its meeting.');
    await dialog.getByRole('button', { name: say('genuineness.send') }).click();
    await run.getByText(say('genuineness.ruledToCount', { name: await nameOf('max-reviews') })).waitFor();
    await page.getByText(say('genuineness.event_RULED_TO_COUNT', { name: await nameOf('max-reviews'), count: 24 })).waitFor();
    expect(await read(idea, 'support { quarantined }')).toEqual({ support: { quarantined: 0 } });
    await rest(app.database);
    await judge();
    await go(voter.page, `${at}/me?tab=identity`);
    await standing.getByText(say('genuineness.standing_USUAL')).waitFor();
    for (const { faults, close } of [voter, author, moderator]) {
      expect(faults).toEqual([]);
      await close();
    }
  });
});

describe('the survey', () => {
  it('is answered by a supporter once the rung is reached, and read by the brand, added up', async () => {
    await brand.owner.mutate('updateCommunity', { community: brand.slug, ladder: [{ support: 1, days: 60 }, { support: 50, days: 90 }], surveyRung: 1 }, 'community { id }');
    const idea = await anIdeaOf(brand.fanId, 'A ferry with two decks');
    const supporter = await app.visitor().signUp();
    await supporter.confirm();
    await supporter.join(brand.slug);
    await back(supporter, idea);
    await eventually(() => read(idea, 'survey { open }'), ({ survey }) => survey?.open === true);

    const { page, faults, close } = await as(supporter, `${at}/ideas/${idea}`);
    const survey = page.getByRole('region', { name: say('ladder.surveyTitle') });
    await survey.getByRole('radio', { name: say('ladder.wouldBuy_MAYBE') }).check();
    await survey.getByLabel(say('ladder.surveyPrice')).fill('twenty');
    await survey.getByText(say('ladder.surveyPriceWrong')).waitFor();
    await survey.getByLabel(say('ladder.surveyPrice')).fill('24,50');
    await survey.getByLabel(say('ladder.surveyForWhom')).fill('my niece');
    await survey.getByRole('button', { name: say('ladder.surveySend') }).click();
    await survey.getByText(say('ladder.surveyThanks')).waitFor();
    await page.reload();
    await survey.getByText(/24[.,]50.*my niece/).waitFor();
    expect(await survey.getByText(say('ladder.resultsTitle')).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();

    const team = await as(brand.manager, `${at}/ideas/${idea}`);
    const results = team.page.getByRole('region', { name: say('ladder.surveyTitle') });
    await results.getByText(say('ladder.resultsAnswers', { count: 1 })).waitFor();
    await results.getByText(/24\.50/).waitFor();
    await results.getByText('niece').waitFor();
    expect(team.faults).toEqual([]);
    await team.close();
  });
});

describe('one’s data', () => {
  it('is downloaded; a deletion is asked for, said on every page until it is called off', async () => {
    const fan = await app.visitor().signUp();
    await fan.join(brand.slug);
    const { page, faults, close } = await as(fan, '/settings/data');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: say('myData.download') }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    expect(await download.failure()).toBeNull();
    await page.getByRole('radio', { name: say('myData.erase') }).check();
    await page.getByLabel(say('myData.password')).fill(PASSWORD);
    await page.getByRole('button', { name: say('myData.request') }).click();
    await page.getByRole('button', { name: say('myData.cancel') }).waitFor();
    await go(page, at);
    await page.getByRole('complementary', { name: say('myData.deleteTitle') }).getByRole('link').click();
    await page.getByRole('button', { name: say('myData.cancel') }).click();
    await page.getByText(say('myData.cancelled')).waitFor();
    await go(page, at);
    expect(await page.getByText(say('myData.bannerLink')).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('who follows whom', () => {
  it('is read from a profile, without a script too', async () => {
    await brand.rival.mutate('follow', { subject: brand.fanId }, '__typename');
    const { page, close } = await browser.open({ javaScript: false });
    await page.goto(`${at}/members/fay-builds`);
    await page.getByRole('link', { name: say('inbox.followers', { count: 1 }) }).click();
    await page.getByRole('article').filter({ hasText: '@rita-next-door' }).getByRole('link').click();
    await page.getByRole('link', { name: say('inbox.followingCount', { count: 1 }) }).click();
    await page.waitForURL(/\/members\/rita-next-door\/following$/);
    await expect.poll(() => page.getByRole('article').innerText()).toContain('@fay-builds');
    expect((await page.goto(`${at}/members/fay-builds/friends`))!.status()).toBe(404);
    await close();
  });
});

describe('words that are not saved', () => {
  it('are asked about before the page is left: here by us, on the way out by the browser', async () => {
    const { page, faults, close } = await as(brand.owner, `${at}/settings/guidelines`);
    const guidelines = page.getByLabel(say('running.guidelines'), { exact: true });
    const elsewhere = page.getByRole('main').getByRole('link', { name: say('running.part.terms'), exact: true });
    await guidelines.fill('Be kind to trams.');
    await elsewhere.click();
    await page.getByRole('dialog').getByRole('button', { name: say('shell.leaveStay') }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(async () => [await guidelines.inputValue(), new URL(page.url()).pathname]).toEqual(['Be kind to trams.', `${at}/settings/guidelines`]);
    page.once('dialog', (question) => void question.dismiss());
    await Promise.all([page.waitForEvent('dialog', (question) => question.type() === 'beforeunload'), page.evaluate('void setTimeout(() => location.reload(), 0)')]);
    await expect.poll(() => guidelines.inputValue()).toBe('Be kind to trams.');
    await acknowledged(page, 'updateCommunity', () => page.getByRole('button', { name: say('common.save'), exact: true }).click());
    await until(page, `!document.body.innerText.includes(${JSON.stringify(say('running.unsaved'))})`);
    await elsewhere.click();
    await page.waitForURL(/\/settings\/terms$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByLabel(say('running.terms'), { exact: true }).fill('Other terms.');
    await page.goBack();
    await page.getByRole('dialog').getByRole('button', { name: say('shell.leaveGo') }).click();
    await page.waitForURL(/\/settings\/guidelines$/);
    await expect.poll(() => guidelines.inputValue()).toBe('Be kind to trams.');
    expect(faults).toEqual([]);
    await close();
  });
});
