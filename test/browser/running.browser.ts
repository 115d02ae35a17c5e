import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { alive, go, type Reader, startBrowser, type TestBrowser, until, type Visit } from './browser.js';
import { enter, freshAddress, PASSWORD } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;
let operator: Client;
const say = wordsOf('en');

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  operator = await app.visitor().signUp({ displayName: 'Olga Operator', email: freshAddress(), password: PASSWORD });
  await operator.sql('UPDATE accounts SET is_operator = true WHERE email = $1', [operator.person!.email]);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function opened(reader: Reader, client: Client, path: string): Promise<Visit> {
  const visit = await browser.open(reader);
  await enter(visit.page, client, path);
  return visit;
}

describe('a community is made in five steps', () => {
  const colleague = freshAddress();
  let visit: Visit;

  beforeAll(async () => {
    await operator.mutate('createCommunity', { slug: 'brindle', name: 'Taken', terms: 'x' }, 'community { id }');
    visit = await opened({ language: 'en' }, operator, '/new-community');
  });

  afterAll(() => visit?.close());

  const next = () => visit.page.getByRole('button', { name: say('running.next') }).click();
  const standsAt = (step: string) => visit.page.getByRole('heading', { level: 2, name: say(`running.step.${step}`) }).waitFor();

  it('with an address that follows the name, and another one where that is taken', async () => {
    const { page } = visit;
    await next();
    await page.getByText(say('running.nameMissing')).waitFor();
    await page.getByLabel(say('running.name'), { exact: true }).fill('Brindle');
    await page.getByText(say('running.addressTaken')).waitFor();
    await page.getByRole('button', { name: say('running.addressTake', { slug: 'brindle-2' }) }).click();
    await page.getByText(say('running.addressFree')).waitFor();
    await page.getByLabel(say('running.tagline')).fill('You dream it up');
    await next();
    await standsAt('look');
  });

  it('keeps what was filled in over a reload', async () => {
    const { page } = visit;
    await page.getByLabel(say('running.accent'), { exact: true }).fill('#ffdd00');
    await page.reload();
    await alive(page);
    await until(page, `document.querySelector('input[name=accent]').value === '#ffdd00'`);
    await page.getByText(say('running.contrastText', { colour: '', ratio: '' }).split(' ')[0]!).first().waitFor();
    await page.getByRole('link', { name: say('common.back') }).click();
    await standsAt('name');
    await until(page, `document.querySelector('input[name=slug]').value === 'brindle-2'`);
    await next();
    await standsAt('look');
    await next();
  });

  it('with texts, categories and a ladder that is checked as it is typed', async () => {
    const { page } = visit;
    await standsAt('texts');
    await page.getByRole('button', { name: say('running.categoryAdd') }).click();
    await page.getByLabel(say('running.categoryName', { number: 1 })).fill('Sets');
    await next();
    await standsAt('ladder');
    await page.getByLabel(say('running.rungSupport', { number: 2 })).fill('50');
    await page.getByText(say('running.rungOrder')).waitFor();
    await page.getByLabel(say('running.rungSupport', { number: 2 })).fill('500');
    await next();
  });

  it('and stands, with its team invited', async () => {
    const { page, faults } = visit;
    await standsAt('team');
    await page.getByRole('button', { name: say('running.inviteAdd') }).click();
    await page.getByLabel(say('running.inviteEmail')).fill(colleague);
    await page.getByLabel(say('running.role')).selectOption('MODERATOR');
    await page.getByRole('button', { name: say('running.create') }).click();
    await page.getByRole('heading', { name: say('running.doneTitle', { name: 'Brindle' }) }).waitFor();
    await page.getByText(say('running.doneInvited', { count: 1 })).waitFor();
    const { community } = await app.visitor().get('{ community(slug: "brindle-2") { name tagline theme { accent } categories { name } ladder { support } } }');
    expect(community).toMatchObject({ name: 'Brindle', tagline: 'You dream it up', theme: { accent: '#ffdd00' }, categories: [{ name: 'Sets' }] });
    expect(community.ladder.map((rung: { support: number }) => rung.support)).toEqual([100, 500, 5_000, 10_000]);
    await go(page, '/new-community');
    await until(page, `document.querySelector('input[name=name]').value === ''`);
    expect(faults).toEqual([]);
  });

  it('which joins by the link of the mail, without a code, and is named in public', async () => {
    const { page, faults, close } = await browser.open({ language: 'en', phone: true });
    const mail = await app.visitor().mailTo(colleague, '/invitation?token=');
    await go(page, /\/invitation\?token=[\w-]+/.exec(mail.text)![0]);
    await page.getByRole('link', { name: say('running.inviteSignUp') }).click();
    await page.waitForURL(/\/sign-up/);
    await alive(page);
    await page.getByLabel(say('account.displayName')).fill('Mona Moderator');
    await page.locator('input[name=email]').fill(colleague);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: say('account.signUp') }).click();
    await page.waitForURL(/\/(confirm|invitation)/);
    await go(page, /\/invitation\?token=[\w-]+/.exec(mail.text)![0]);
    await page.getByRole('button', { name: say('running.inviteAccept') }).click();
    await page.waitForURL(/\/join$/);
    await alive(page);
    await page.getByLabel(say('account.handle')).fill('mona');
    await page.locator('input[name=terms]').check();
    await page.locator('input[name=age]').check();
    await page.getByRole('button', { name: say('account.join'), exact: true }).click();
    await page.waitForURL(/\/c\/brindle-2$/);
    await go(page, '/c/brindle-2/team');
    await page.getByRole('link', { name: 'Mona Moderator' }).first().waitFor();
    await page.getByText(say('running.changeGranted', { role: say('domain.role.MODERATOR') })).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a community is run', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await opened({ language: 'en' }, operator, '/c/brindle-2/settings/general');
  });

  afterAll(() => visit?.close());

  it('by settings that are saved and shown at once', async () => {
    const { page } = visit;
    await page.getByLabel(say('running.name'), { exact: true }).fill('Brindle & Brick');
    await page.getByText(say('running.unsaved')).waitFor();
    await page.getByRole('button', { name: say('common.save') }).click();
    await page.getByText(say('common.saved')).waitFor();
    await page.getByRole('banner').getByText('Brindle & Brick').waitFor();
    await until(page, `!document.querySelector('main').innerText.includes(${JSON.stringify(say('running.unsaved'))})`);
  });

  it('by a ladder whose effect is shown before it is saved', async () => {
    const { page } = visit;
    await go(page, '/c/brindle-2/settings/ladder');
    await page.getByLabel(say('running.rungSupport', { number: 1 })).fill('10');
    await page.getByText(say('running.effectNone', { count: 0 })).waitFor();
    await page.getByLabel(say('running.survey')).selectOption('1');
    await page.getByRole('button', { name: say('common.save') }).click();
    const ladder = async () => (await app.visitor().get('{ community(slug: "brindle-2") { surveyRung ladder { support } } }')).community;
    // "Saved" may still be the last page's
    await expect.poll(ladder).toMatchObject({ surveyRung: 1, ladder: [{ support: 10 }, {}, {}, {}] });
    await page.getByText(say('common.saved')).waitFor();
  });

  it('by roles that are given, taken and asked for', async () => {
    const { page } = visit;
    const helper = await app.visitor().signUp({ displayName: 'Hedy Helper' });
    await helper.join('brindle-2', 'hedy');
    await go(page, '/c/brindle-2/settings/team');
    await page.getByLabel(say('running.grantHandle')).fill('@hedy');
    await page.getByRole('button', { name: say('running.grant'), exact: true }).click();
    await page.getByText(say('running.granted', { handle: 'hedy' })).waitFor();
    await go(page, '/c/brindle-2/settings/team');
    const row = page.getByRole('listitem').filter({ hasText: 'Hedy Helper' });
    await row.getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: say('running.revokeConfirm') }).click();
    await row.waitFor({ state: 'detached' });
    await page.locator('input[name=email]').fill('another@example.org');
    await page.getByRole('button', { name: say('running.invite'), exact: true }).click();
    const asked = page.getByRole('listitem').filter({ hasText: 'another@example.org' });
    await asked.getByText(say('running.invitation.PENDING')).waitFor();
    await asked.getByRole('button', { name: say('running.inviteRevoke') }).click();
    await asked.getByText(say('running.invitation.REVOKED')).waitFor();
  });

  it('on the record, in words, by person and kind', async () => {
    const { page, faults } = visit;
    await go(page, '/c/brindle-2/settings/audit');
    const first = page.getByRole('main').getByRole('list').last().getByRole('listitem').first();
    await expect.poll(() => first.innerText()).toContain('took back the invitation of another@example.org');
    await page.getByLabel(say('running.auditKind')).selectOption('role.revoked');
    await page.getByRole('button', { name: say('running.auditApply') }).click();
    await page.waitForURL(/kind=role\.revoked/);
    await until(page, `document.querySelector('main ol').children.length === 1`);
    await expect.poll(() => page.locator('main ol').innerText()).toContain('from Hedy Helper');
    expect(faults).toEqual([]);
  });

  it('and the operator sees that all is well, and that mail arrives', async () => {
    const { page, faults } = visit;
    await go(page, '/operator');
    await page.getByRole('heading', { level: 1, name: say('running.operatorTitle') }).waitFor();
    await page.getByRole('button', { name: say('running.testMail') }).click();
    await page.getByText(say('running.testSent', { address: operator.person!.email })).waitFor();
    expect((await app.visitor().mailTo(operator.person!.email, 'test mail')).subject).toBe('Mail works');
    expect(faults).toEqual([]);
  });

  it('and appoints who decides where moderators are too few', async () => {
    const { page, faults } = visit;
    const judge = await app.visitor().signUp({ displayName: 'Paula Panel', email: freshAddress(), password: PASSWORD });
    const appoint = async (email: string) => {
      await page.getByRole('textbox', { name: say('panel.email') }).fill(email);
      await page.getByRole('button', { name: say('panel.appoint') }).click();
    };
    await appoint(judge.person!.email);
    await page.getByText(say('panel.unknown')).waitFor();
    await judge.confirm();
    await appoint(judge.person!.email);
    await page.getByText('Paula Panel').first().waitFor();
    const sitting = await opened({ language: 'en' }, judge, '/settings');
    await sitting.page.getByRole('link', { name: say('panel.toDuties') }).click();
    await sitting.page.getByText(say('panel.dutiesNone')).waitFor();
    await sitting.close();
    await page.getByRole('button', { name: `${say('panel.dismiss')} Paula Panel` }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('panel.dismiss') }).click();
    await page.getByText(say('panel.none')).waitFor();
    expect(faults).toEqual([]);
  });

  it('by nobody else', async () => {
    const fan = await app.visitor().signUp({ email: freshAddress(), password: PASSWORD });
    const stranger = await opened({ language: 'en' }, fan, '/settings');
    for (const path of ['/operator', '/panel', '/new-community', '/c/brindle-2/settings', '/c/brindle-2/settings/look', '/c/brindle-2/settings/audit', '/c/brindle-2/settings/team']) {
      expect((await stranger.page.goto(path))!.status(), path).toBe(403);
    }
    await stranger.close();
  });
});
