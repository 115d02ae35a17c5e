import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { canonical } from './canonical.js';
import { type HeadContent, headText } from './entry.js';
import type { Hash } from './merkle.js';

// What a signature is for stands before what it signs: none can be passed off as another.
const ENTRY_TAG = Buffer.from('fanfare log entry 1\n');
const HEAD_TAG = 'fanfare log head 1\n';
const KEY_TAG = 'fanfare log key 1\n';
const RAW_BYTES = 32;
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A key that signs a log: Ed25519. */
export interface SigningKey {
  /** SHA-256 of the public key's 32 bytes. */
  readonly id: Buffer;
  /** 32 bytes. */
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

export function signingKeyOf(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-RAW_BYTES);
  return { id: keyIdOf(publicKey), publicKey, privateKey };
}

export function newSigningKey(): SigningKey {
  return signingKeyOf(generateKeyPairSync('ed25519').privateKey);
}

export function keyIdOf(publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(publicKey).digest();
}

/** An Ed25519 public key from its 32 bytes. */
export function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
}

/** The leaf holds log and index, so that its hash is all there is to sign. */
export function signEntry({ privateKey }: SigningKey, leaf: Hash): Buffer {
  return sign(null, Buffer.concat([ENTRY_TAG, leaf]), privateKey);
}

export function verifyEntry(publicKey: Uint8Array, leaf: Hash, signature: Uint8Array): boolean {
  return verify(null, Buffer.concat([ENTRY_TAG, leaf]), publicKeyOf(publicKey), signature);
}

export function signHead({ privateKey }: SigningKey, head: HeadContent): Buffer {
  return sign(null, Buffer.from(HEAD_TAG + headText(head)), privateKey);
}

export function verifyHead(publicKey: Uint8Array, head: HeadContent, signature: Uint8Array): boolean {
  return verify(null, Buffer.from(HEAD_TAG + headText(head)), publicKeyOf(publicKey), signature);
}

/** Where a key begins to sign, and what it follows. */
export interface KeyChange {
  readonly log: string;
  readonly index: number;
  readonly keyId: string;
  readonly previous: string;
}

/** The former key's word that another one follows it at this place of this log. */
export function endorse({ privateKey }: SigningKey, { log, index, keyId, previous }: KeyChange): Buffer {
  return sign(null, keyChangeBytes({ log, index, keyId, previous }), privateKey);
}

export function verifyEndorsement(formerKey: Uint8Array, change: KeyChange, signature: Uint8Array): boolean {
  return verify(null, keyChangeBytes(change), publicKeyOf(formerKey), signature);
}

function keyChangeBytes({ log, index, keyId, previous }: KeyChange): Buffer {
  return Buffer.from(KEY_TAG + canonical({ log, index, keyId, previous }));
}
