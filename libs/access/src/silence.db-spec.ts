import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, SmallHouse, statementsOf } from '../test/small-house.js';
import { Hasher } from './index.js';

/**
 * Nobody learns whether an address has an account. Time is not measured here: what takes time is counted. Two requests
 * that compute as many hashes and send the same statements, and answer the same text, tell nothing apart.
 */
let house: SmallHouse;
beforeAll(async () => {
  house = await SmallHouse.open();
  await house.visitor().settle('owner@example.org');
  await house.visitor().signUp('claimed@example.org');
  await house.mailsTo('owner@example.org');
  // Everything a process does once is done before anything is compared.
  await house.visitor().signIn('warm@example.org');
});
afterAll(() => house.close());

interface Trace {
  readonly answer: string;
  readonly hashes: number;
  readonly statements: string[];
}

async function trace(name: string, input: object, selection: string): Promise<Trace> {
  const hasher = house.get(Hasher);
  const before = hasher.computed;
  let answer = '';
  const statements = await statementsOf(async () => {
    answer = (await house.visitor().mutate(name, input, selection)).text;
  });
  return { answer: anonymous(answer), hashes: hasher.computed - before, statements };
}

/** An answer without what differs by chance. */
function anonymous(answer: string): string {
  return answer.replace(/"token":"[^"]{43}"/g, '"token":"…"').replace(/"(id|requestId)":"[^"]+"/g, '"$1":"…"');
}

const ADDRESSES = ['owner@example.org', 'claimed@example.org', 'unknown@example.org'];

describe.each([
  ['signIn', { password: 'some wrong password' }, 'token viewer { account { id } }', 1],
  ['signUp', { password: PASSWORD, displayName: 'Eve' }, 'token viewer { account { id emailConfirmed } identity { level } }', 1],
  ['requestPasswordReset', {}, 'sent', 0],
  ['resetPassword', { code: 'AAAABBBBCCCC', password: 'a brand new umbrella' }, 'done', 0],
])('%s', (name, input, selection, hashes) => {
  it('answers and costs the same whether an address is confirmed, claimed or unknown', async () => {
    const traces: Trace[] = [];
    for (const email of ADDRESSES) traces.push(await trace(name, { ...input, email }, selection));
    expect(traces[0]!.statements.length).toBeGreaterThan(2);
    expect(traces[0]!.hashes).toBe(hashes);
    expect(traces[1]).toEqual(traces[0]);
    expect(traces[2]).toEqual(traces[0]);
  });
});

it('signing in with the password one signed up with works the same, whoever owns the address', async () => {
  const password = 'what Eve chose herself';
  const traces: Trace[] = [];
  for (const email of ADDRESSES) {
    await house.visitor().signUp(email, password);
    traces.push(await trace('signIn', { email, password }, 'token viewer { account { id emailConfirmed } identity { level } }'));
  }
  expect(traces[0]!.answer).toContain('"emailConfirmed":false');
  expect(traces[1]).toEqual(traces[0]);
  expect(traces[2]).toEqual(traces[0]);
});

it('is compared by something that would notice: the right password does differ', async () => {
  const wrong = await trace('signIn', { email: 'owner@example.org', password: 'some wrong password' }, 'token');
  const right = await trace('signIn', { email: 'owner@example.org', password: PASSWORD }, 'token');
  expect(right.answer).not.toBe(wrong.answer);
  expect(right.statements.length).toBeGreaterThan(wrong.statements.length);
});

it('is kept by the limits too: an unknown address is refused after as many tries as a known one', async () => {
  const tries = async (email: string) => {
    for (let count = 1; ; count += 1) {
      const { code } = await house.visitor().mutate('requestPasswordReset', { email }, 'sent');
      if (code) return { count, code };
    }
  };
  await house.visitor().settle('limited@example.org');
  expect(await tries('limited@example.org')).toEqual({ count: 6, code: 'TOO_MANY_ATTEMPTS' });
  expect(await tries('nobody@example.org')).toEqual({ count: 6, code: 'TOO_MANY_ATTEMPTS' });
});

it('holds in what is written to a stranger: nothing', async () => {
  await house.visitor().mutate('requestPasswordReset', { email: 'stranger@example.org' }, 'sent');
  expect(await house.mailsTo('stranger@example.org')).toEqual([]);
});
