import { DAY, HOUR } from '@fanfare/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type Person, SmallHouse } from '../test/small-house.js';

let house: SmallHouse;
beforeAll(async () => {
  house = await SmallHouse.open();
});
afterAll(() => house.close());

const ME = '{ viewer { account { id email emailConfirmed displayName locale isOperator } identity { level } } }';

async function idOf(person: Person): Promise<string> {
  return (await person.ask(ME)).data!['viewer'].account.id;
}

function eventsOf(accountId: string) {
  return house.database.query<{ type: string; payload: object }>('SELECT type, payload FROM events WHERE subject_id = $1 ORDER BY sequence', [accountId]);
}

describe('signing up', () => {
  it('begins an anonymous account; the code from the mail makes the address its own', async () => {
    const ada = await house.visitor().signUp(' Ada@Example.org ', PASSWORD, { locale: 'fr-ca' });
    expect((await ada.ask(ME)).data!['viewer']).toMatchObject({
      account: { email: 'ada@example.org', emailConfirmed: false, displayName: 'Ada', locale: 'fr-CA', isOperator: false },
      identity: { level: 'ANONYMOUS' },
    });
    const [mail] = await house.mailsTo('ada@example.org');
    expect(mail!.subject).toContain('code de confirmation');
    const code = await house.codeFor('ada@example.org');
    expect(mail!.text).toContain(`http://fanfare.test/confirm?code=${code}`);
    expect((await ada.confirm(code)).data!['confirmEmail'].viewer).toEqual({ account: { emailConfirmed: true }, identity: { level: 'CONFIRMED' } });
    expect((await ada.ask(ME)).data!['viewer'].identity).toEqual({ level: 'CONFIRMED' });
    expect(await eventsOf(await idOf(ada))).toEqual([
      { type: 'account.signedUp', payload: {} },
      { type: 'account.emailConfirmed', payload: {} },
      { type: 'account.identityChanged', payload: { from: 'ANONYMOUS', to: 'CONFIRMED' } },
    ]);
  });

  it('keeps no password, code or token as it was', async () => {
    const eve = await house.visitor().signUp('keep@example.org');
    const code = await house.codeFor('keep@example.org');
    for (const table of ['accounts', 'passwords', 'sessions', 'account_codes', 'events', 'deliveries', 'rate_limits']) {
      const [{ dump }] = await house.database.query<{ dump: string }>(`SELECT coalesce(string_agg(t::text, ' '), '') AS dump FROM ${table} t`) as [{ dump: string }];
      for (const secret of [PASSWORD, code, eve.token!]) expect(dump).not.toContain(secret);
    }
  });

  it.each([
    [{ email: 'nobody' }, 'INVALID_EMAIL'],
    [{ email: `${'x'.repeat(250)}@example.org` }, 'INVALID_EMAIL'],
    [{ email: '"somebody@example.net x"@example.org' }, 'INVALID_EMAIL'],
    [{ password: 'short' }, 'WEAK_PASSWORD'],
    [{ password: 'Password1234!' }, 'COMMON_PASSWORD'],
    [{ password: 'wrong@example.org' }, 'COMMON_PASSWORD'],
    [{ password: 'x y '.repeat(60) }, 'TOO_LONG'],
    [{ displayName: ' \u0000 ' }, 'EMPTY_TEXT'],
    [{ displayName: 'x'.repeat(61) }, 'TOO_LONG'],
    [{ locale: 'not a tag' }, 'INVALID_INPUT'],
  ])('refuses %o with %s', async (wrong, code) => {
    const input = { email: 'wrong@example.org', password: PASSWORD, displayName: 'Ada', ...wrong };
    const answer = await house.visitor().mutate('signUp', input, 'token');
    expect(answer.code).toBe(code);
  });
});

describe('an address', () => {
  it('may be claimed by many, belongs to the one who confirmed it, and opens to each of them their own account only', async () => {
    const first = await house.visitor().signUp('many@example.org', 'the first of several');
    const firstCode = await house.codeFor('many@example.org');
    const second = await house.visitor().signUp('many@example.org', 'another of them all');
    const secondCode = await house.codeFor('many@example.org');
    expect((await house.visitor().signIn('many@example.org', 'the first of several')).code).toBeNull();
    expect((await house.visitor().signIn('many@example.org', 'another of them all')).code).toBeNull();

    expect((await first.confirm(secondCode)).code).toBe('WRONG_CODE');
    expect((await second.confirm(secondCode)).code).toBeNull();
    const late = await first.confirm(firstCode);
    expect(late.code).toBe('WRONG_CODE');
    expect(late.params).toEqual({});

    const [claimant, owner] = [house.visitor(), house.visitor()];
    await claimant.signIn('many@example.org', 'the first of several');
    await owner.signIn('many@example.org', 'another of them all');
    expect([await idOf(claimant), await idOf(owner)]).toEqual([await idOf(first), await idOf(second)]);
    expect((await first.ask(ME)).data!['viewer'].identity.level).toBe('ANONYMOUS');
  });

  it('opens to its owner where a later claimant chose the same password', async () => {
    const owner = await house.visitor().settle('same@example.org');
    await house.visitor().signUp('same@example.org');
    const again = house.visitor();
    await again.signIn('same@example.org');
    expect(await idOf(again)).toBe(await idOf(owner));
  });

  it('goes to exactly one of those who confirm at the same moment', async () => {
    const people: Person[] = [];
    const codes: string[] = [];
    for (const password of ['one of four people', 'two of four people', 'three of four people', 'four of four people']) {
      people.push(await house.visitor().signUp('race@example.org', password));
      codes.push(await house.codeFor('race@example.org'));
    }
    const answers = await Promise.all(people.map((person, at) => person.confirm(codes[at]!)));
    expect(answers.map((answer) => answer.code).sort()).toEqual(['WRONG_CODE', 'WRONG_CODE', 'WRONG_CODE', null]);
    const owners = await house.database.query("SELECT FROM accounts WHERE email = 'race@example.org' AND email_confirmed_at IS NOT NULL");
    expect(owners).toHaveLength(1);
  });

  it('that is somebody’s already gets no code: its owner is told', async () => {
    await house.visitor().settle('owned@example.org');
    await house.visitor().signUp('owned@example.org', 'a newcomer with ideas');
    const [mail] = await house.mailsTo('owned@example.org');
    expect(mail!.subject).toBe('You already have an account');
    expect(mail!.text).not.toMatch(/^\s*\d{8}\s*$/m);
  });
});

describe('a confirmation code', () => {
  it('is void after ten guesses, even the right one', async () => {
    const ada = await house.visitor().signUp('guess@example.org');
    const code = await house.codeFor('guess@example.org');
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (let guess = 0; guess < 10; guess += 1) expect((await ada.confirm(wrong)).code).toBe('WRONG_CODE');
    expect((await ada.confirm(code)).code).toBe('WRONG_CODE');
    await ada.mutate('resendConfirmation', {}, 'sent');
    expect((await ada.confirm(await house.codeFor('guess@example.org'))).code).toBeNull();
  });

  it('lasts a day', async () => {
    const ada = await house.visitor().signUp('late@example.org');
    const code = await house.codeFor('late@example.org');
    house.clock.advance(DAY + HOUR);
    expect((await ada.confirm(code)).code).toBe('WRONG_CODE');
  });

  it('may be typed with spaces, stays good when another is sent, and does its work again without harm', async () => {
    const ada = await house.visitor().signUp('twice@example.org');
    const code = await house.codeFor('twice@example.org');
    expect((await ada.mutate('resendConfirmation', { locale: 'fr' }, 'sent')).data).toEqual({ resendConfirmation: { sent: true } });
    expect((await house.mailsTo('twice@example.org'))[0]!.subject).toContain('code de confirmation');
    expect((await ada.confirm(` ${code.slice(0, 4)} ${code.slice(4)} `)).code).toBeNull();
    expect((await ada.confirm(code)).code).toBeNull();
    expect((await eventsOf(await idOf(ada))).filter(({ type }) => type === 'account.emailConfirmed')).toHaveLength(1);
  });

  it('needs the account’s own session: who signed up with your address gains nothing by your click', async () => {
    await house.visitor().signUp('yours@example.org');
    const code = await house.codeFor('yours@example.org');
    expect((await house.visitor().confirm(code)).code).toBe('SIGN_IN_REQUIRED');
  });
});

describe('passwords', () => {
  it('are reset by a code from the mail, once, and every session ends', async () => {
    const ada = await house.visitor().settle('forgot@example.org');
    const visitor = house.visitor();
    expect((await visitor.mutate('requestPasswordReset', { email: 'Forgot@example.org' }, 'sent')).data).toEqual({ requestPasswordReset: { sent: true } });
    const code = await house.codeFor('forgot@example.org');
    expect(code).toHaveLength(12);
    expect((await visitor.mutate('resetPassword', { code, password: 'tiny' }, 'done')).code).toBe('WEAK_PASSWORD');
    expect((await visitor.mutate('resetPassword', { code, password: 'a brand new umbrella', email: 'other@example.org' }, 'done')).code).toBe('WRONG_CODE');
    const input = { code: code.toLowerCase(), password: 'a brand new umbrella', email: 'forgot@example.org' };
    expect((await visitor.mutate('resetPassword', input, 'done')).data).toEqual({ resetPassword: { done: true } });
    expect((await visitor.mutate('resetPassword', input, 'done')).code).toBe('WRONG_CODE');
    expect((await ada.ask(ME)).data).toEqual({ viewer: null });
    expect((await house.visitor().signIn('forgot@example.org')).code).toBe('WRONG_CREDENTIALS');
    expect((await house.visitor().signIn('forgot@example.org', 'a brand new umbrella')).code).toBeNull();
    expect((await house.mailsTo('forgot@example.org'))[0]!.subject).toBe('Your password was changed');
  });

  it('are reset for the owner of an address only, within an hour', async () => {
    await house.visitor().signUp('claimed@example.org');
    await house.codeFor('claimed@example.org');
    await house.visitor().mutate('requestPasswordReset', { email: 'claimed@example.org' }, 'sent');
    expect((await house.mailsTo('claimed@example.org')).map((mail) => mail.subject)).toEqual([expect.stringContaining('confirmation code')]);
    await house.visitor().settle('hour@example.org');
    await house.visitor().mutate('requestPasswordReset', { email: 'hour@example.org' }, 'sent');
    const code = await house.codeFor('hour@example.org');
    house.clock.advance(HOUR + 1);
    expect((await house.visitor().mutate('resetPassword', { code, password: 'a brand new umbrella' }, 'done')).code).toBe('WRONG_CODE');
  });

  it('are changed by the present one; all other sessions end and this one is replaced', async () => {
    const here = await house.visitor().settle('change@example.org');
    const there = house.visitor();
    await there.signIn('change@example.org');
    const before = here.token;
    const change = (current: string, password: string) => here.mutate('changePassword', { current, password }, 'token viewer { account { email sessions { current } } }');
    expect((await change('not my password', 'a brand new umbrella')).code).toBe('WRONG_CREDENTIALS');
    expect((await change(PASSWORD, 'password123456')).code).toBe('COMMON_PASSWORD');
    const { token, viewer } = (await change(PASSWORD, 'a brand new umbrella')).data!['changePassword'];
    expect(viewer.account).toEqual({ email: 'change@example.org', sessions: [{ current: true }] });
    expect((await there.ask(ME)).data).toEqual({ viewer: null });
    expect((await here.ask(ME)).data).toEqual({ viewer: null });
    here.token = token;
    expect(token).not.toBe(before);
    expect((await here.ask(ME)).data!['viewer'].account.email).toBe('change@example.org');
  });
});

describe('an account', () => {
  it('says another name and language when asked to, and keeps what is left out', async () => {
    const ada = await house.visitor().signUp('update@example.org');
    const update = (input: object) => ada.mutate('updateAccount', input, 'viewer { account { displayName locale } }');
    expect((await update({ displayName: '  Ada \n Lovelace ' })).data!['updateAccount'].viewer.account).toEqual({ displayName: 'Ada Lovelace', locale: 'en' });
    expect((await update({ locale: 'fr' })).data!['updateAccount'].viewer.account).toEqual({ displayName: 'Ada Lovelace', locale: 'fr' });
    expect((await update({ displayName: '' })).code).toBe('EMPTY_TEXT');
    expect((await house.visitor().mutate('updateAccount', { locale: 'fr' }, 'viewer { account { id } }')).code).toBe('SIGN_IN_REQUIRED');
  });
});
