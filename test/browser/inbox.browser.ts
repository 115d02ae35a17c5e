import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnsubscribeService } from '@fanfare/notifications';
import { type App, startApp } from '../support/app.js';
import { acknowledged, go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ web: true, seed: true });
  browser = await startBrowser(app.url);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const IDEA = { community: 'brindlebrick', title: 'A ferry that loads from both ends', body: 'It should have two ramps and a small café.' };

describe('being told', () => {
  const say = wordsOf('en');

  it('a fan follows an idea, hears of a comment by the bell, reads it and chooses less', async () => {
    const { page, close } = await browser.open();
    const [author, fan] = [await app.visitor().signUp(), await app.visitor().signUp()];
    await author.join('brindlebrick');
    await fan.join('brindlebrick');
    const { idea } = await author.mutate('submitIdea', IDEA, 'idea { id }');
    await enter(page, fan, `/c/brindlebrick/ideas/${idea.id}`);
    const follow = page.getByRole('main').getByRole('button', { name: say('inbox.followName', { name: IDEA.title }) });
    await acknowledged(page, 'follow', () => follow.click());
    await page.getByRole('button', { pressed: true, name: say('inbox.followName', { name: IDEA.title }) }).waitFor();
    await author.mutate('addComment', { idea: idea.id, body: 'The café sells fish.' }, 'comment { id }');
    await expect.poll(() => fan.get('{ viewer { unreadCount(community: "brindlebrick") } }')).toEqual({ viewer: { unreadCount: 1 } });
    await go(page, '/c/brindlebrick');
    await page.getByRole('banner').getByRole('link', { name: say('shell.inboxUnread', { count: 1 }) }).click();
    await page.waitForURL('**/c/brindlebrick/inbox');
    await page.getByText('The café sells fish.').waitFor();
    await page.getByRole('main').getByRole('link', { name: IDEA.title }).click();
    await page.waitForURL(`**/ideas/${idea.id}/**`);
    await page.getByRole('banner').getByRole('link', { name: say('shell.inboxUnread', { count: 0 }), exact: true }).waitFor();
    await go(page, '/c/brindlebrick/inbox/settings');
    const circles = page.locator('details').filter({ has: page.getByRole('heading', { name: say('inbox.group.CIRCLES') }) });
    expect(await circles.getAttribute('open')).toBeNull(); // of all the kinds one group is open
    await circles.getByRole('heading').click();
    await circles.getByRole('group', { name: say('inbox.kind.CIRCLE_ELECTION') }).getByLabel(say('inbox.inApp')).uncheck();
    await expect.poll(() => circles.getAttribute('open')).toBe('');
    const comments = page.getByRole('group', { name: say('inbox.kind.COMMENTED') });
    await acknowledged(page, 'setNotificationPreference', () => comments.getByLabel(say('inbox.byMail')).selectOption('OFF'));
    await page.getByText(say('common.saved')).first().waitFor();
    const { viewer } = await fan.get('{ viewer { notificationPreferences(community: "brindlebrick") { kinds { kind mail } } } }');
    expect(viewer.notificationPreferences.kinds).toContainEqual({ kind: 'COMMENTED', mail: 'OFF' });
    await close();
  });

  it('the link in a mail stops mails at a press, also without a script', async () => {
    const fan = await app.visitor().signUp();
    const member = await fan.join('brindlebrick');
    const token = await app.get(UnsubscribeService).token(member, null);
    const { page, close } = await browser.open();
    await go(page, `/mail/unsubscribe/${token}`);
    await page.getByRole('button', { name: say('inbox.stopButton') }).click();
    await page.getByRole('heading', { name: say('inbox.stoppedTitle') }).waitFor();
    expect(await app.get(UnsubscribeService).read(token)).toMatchObject({ active: false });
    await close();
  });
});
