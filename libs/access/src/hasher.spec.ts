import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Hasher } from './hasher.js';

const SALT = Buffer.alloc(16, 7);

describe('the hasher', () => {
  it('computes argon2id with the parameters we chose, the same for the same salt', async () => {
    const hasher = new Hasher();
    const [one, two, other] = await Promise.all([hasher.hash('password', SALT), hasher.hash('password', SALT), hasher.hash('password', Buffer.alloc(16, 8))]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).toBe(one);
    expect(other).not.toBe(one);
  });

  it('refuses what comes when the queue is full, and works on afterwards', async () => {
    const hasher = new Hasher();
    const room = availableParallelism() * 65;
    const results = await Promise.allSettled(Array.from({ length: room + 3 }, () => hasher.hash('password', SALT)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map((result) => (result.reason as { code: string }).code)).toEqual(Array(3).fill('TEMPORARILY_UNAVAILABLE'));
    expect(hasher.computed).toBe(room);
    await expect(hasher.hash('password', SALT)).resolves.toContain('argon2id');
  });
});
