import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIp, PASSWORD, type Person, SmallHouse } from '../test/small-house.js';
import { ATTEMPT_LIMITS } from './attempts.limits.js';
import { AttemptsService } from './attempts.service.js';

let house: SmallHouse;
beforeAll(async () => {
  house = await SmallHouse.open();
});
afterAll(() => house.close());

describe('limits', () => {
  it('stop guessing at one address from anywhere, and say when to come back', async () => {
    await house.visitor().settle('target@example.org');
    const { points, seconds } = ATTEMPT_LIMITS.signIn.subject;
    for (let guess = 0; guess < points; guess += 1) {
      expect((await house.visitor().signIn('target@example.org', `guess number ${guess}`)).code).toBe('WRONG_CREDENTIALS');
    }
    const { code, params } = await house.visitor().signIn('target@example.org', PASSWORD);
    expect(code).toBe('TOO_MANY_ATTEMPTS');
    expect(params['retryAfterSeconds']).toBeGreaterThan(0);
    expect(params['retryAfterSeconds']).toBeLessThanOrEqual(seconds);
  });

  it('count failures only where success gives the try back', async () => {
    await house.visitor().settle('often@example.org');
    const ada = house.visitor();
    for (let time = 0; time < ATTEMPT_LIMITS.signIn.subject.points + 5; time += 1) {
      expect((await ada.signIn('often@example.org')).code).toBeNull();
    }
  });

  it('stop one network that tries many addresses', async () => {
    const [first, second] = [house.get(AttemptsService), anIp()];
    const take = (subject: string, ip: string) => first.take({ operation: 'setUpDeployment', subject, ip });
    for (let count = 0; count < ATTEMPT_LIMITS.setUpDeployment.ip.points; count += 1) await take(`person ${count}`, second);
    await expect(take('another', second)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await expect(take('another', anIp())).resolves.toBe(1);
  });

  it('make a network pay more for failures than for successes', async () => {
    await house.visitor().settle('paying@example.org');
    const points = async (ip: string) => (await house.database.query<{ points: number }>('SELECT points FROM rate_limits WHERE key = $1', [`signIn:ip:${ip}`]))[0]!.points;
    const [honest, thief] = [house.visitor(), house.visitor()];
    await honest.signIn('paying@example.org');
    await thief.signIn('paying@example.org', 'a guess and a miss');
    expect([await points(honest.ip), await points(thief.ip)]).toEqual([1, 3]);
  });

  it('are shared by all processes of a deployment', async () => {
    const twin = await SmallHouse.open({ databaseUrl: house.url });
    const attempt = { operation: 'signUp', subject: 'twin@example.org', ip: anIp() } as const;
    const [here, there] = [house.get(AttemptsService), twin.get(AttemptsService)];
    const { points } = ATTEMPT_LIMITS.signUp.subject;
    for (let count = 0; count < points; count += 1) await (count % 2 ? here : there).take(attempt);
    await expect(here.take(attempt)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await expect(there.take(attempt)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await twin.close();
  });

  it('let exactly as many through as they say when all come at once', async () => {
    const attempt = { operation: 'requestPasswordReset', subject: 'burst@example.org', ip: anIp() } as const;
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => house.get(AttemptsService).take(attempt)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(ATTEMPT_LIMITS.requestPasswordReset.subject.points);
  });

  it('keep one mailbox from being flooded by many accounts that claim its address', async () => {
    const [first, second] = [await house.visitor().signUp('flooded@example.org'), await house.visitor().signUp('flooded@example.org')];
    const resend = async (person: Person) => (await person.mutate('resendConfirmation', {}, 'sent')).code;
    for (let mail = 0; mail < ATTEMPT_LIMITS.resendConfirmation.subject.points; mail += 1) expect(await resend(mail % 2 ? first : second)).toBeNull();
    expect([await resend(first), await resend(second)]).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    expect(await resend(await house.visitor().signUp('elsewhere@example.org'))).toBeNull();
  });

  it('never keep anybody from signing out, but count who has nothing to sign out of', async () => {
    const ada = await house.visitor().settle('leaving@example.org');
    const { token } = ada;
    const signOut = async () => (await ada.mutate('signOut', {}, 'signedOut')).code;
    ada.token = null;
    expect(await signOut()).toBeNull();
    await house.database.query("UPDATE rate_limits SET points = 100000 WHERE key LIKE 'signOut:%'");
    expect(await signOut()).toBe('TOO_MANY_ATTEMPTS');
    ada.token = token;
    expect(await signOut()).toBeNull();
    expect((await ada.ask('{ viewer { account { id } } }')).data).toEqual({ viewer: null });
  });

  it('keep no address', async () => {
    const rows = await house.database.query<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ key }) => key.includes('@'))).toEqual([]);
  });
});
