import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.js';

const ed25519 = () => generateKeyPairSync('ed25519').privateKey;
const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }) as string;
const der = (key: KeyObject) => key.export({ format: 'der', type: 'pkcs8' });
const publicOf = (key: KeyObject) => createPublicKey(key).export({ format: 'jwk' }).x;
const read = (text?: string) => loadConfig({ DATABASE_URL: 'postgres://me@localhost/x', LOG_SIGNING_KEY: text }).logSigningKeys.map(publicOf);

describe('LOG_SIGNING_KEY', () => {
  const [one, two] = [ed25519(), ed25519()];

  it('is read from PEM, on one line too, and from base64 of the key or of its secret bytes', () => {
    expect(read()).toEqual([]);
    const spellings = [pem(one), pem(one).trim().replaceAll('\n', '\\n'), der(one).toString('base64'), der(one).subarray(-32).toString('base64')];
    for (const spelling of spellings) expect(read(spelling)).toEqual([publicOf(one)]);
  });

  it('may be followed by the keys before it', () => {
    const both = [publicOf(one), publicOf(two)];
    for (const text of [pem(one) + pem(two), `${der(one).toString('base64')}, ${der(two).toString('base64')}`]) expect(read(text)).toEqual(both);
  });

  it('is refused when it is something else, without repeating it', () => {
    const rsa = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    const [publicPem, short] = [createPublicKey(one).export({ format: 'pem', type: 'spki' }) as string, Buffer.alloc(31).toString('base64')];
    for (const wrong of [rsa, publicPem, short, 'a secret that is no key', `${pem(one)}${rsa}`]) {
      expect(() => read(wrong)).toThrow(ConfigError);
      expect(() => read(wrong)).toThrow(/^LOG_SIGNING_KEY is no Ed25519 private key: make one with `openssl genpkey -algorithm ed25519`\.$/);
    }
  });
});
