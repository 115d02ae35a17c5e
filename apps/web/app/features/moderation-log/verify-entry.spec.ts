import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { type Proof, type SignedEntry, type SignedHead, verifyEntry } from './verify-entry';

const LOG = '01900000-0000-7000-8000-000000000001';
const SIGNED_AT = '2026-03-01T10:00:00.000Z';

afterEach(() => void vi.restoreAllMocks());

const sha256 = (...pieces: (Buffer | string)[]) => pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256')).digest();

/** The tree of RFC 9162, 2.1.1, and the path of 2.1.3.1, as they are defined there: by halves, not as the check goes. */
const split = (size: number) => 2 ** Math.floor(Math.log2(size - 1));
const root = (leaves: Buffer[]): Buffer => (leaves.length === 1 ? leaves[0]! : sha256(Buffer.of(1), root(leaves.slice(0, split(leaves.length))), root(leaves.slice(split(leaves.length)))));
const pathOf = (index: number, leaves: Buffer[]): Buffer[] => {
  if (leaves.length === 1) return [];
  const [left, right] = [leaves.slice(0, split(leaves.length)), leaves.slice(split(leaves.length))];
  return index < left.length ? [...pathOf(index, left), root(right)] : [...pathOf(index - left.length, right), root(left)];
};

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { privateKey, raw: raw.toString('hex'), id: sha256(raw).toString('hex') };
}

const [first, second] = [keyPair(), keyPair()];
const keys = { [first.id]: first.raw, [second.id]: second.raw };

const signed = (key: KeyObject, ...message: (Buffer | string)[]) => sign(null, Buffer.concat(message.map((piece) => Buffer.from(piece))), key).toString('hex');

/** An entry of a log of that many, with the head over all of it and the way between them; the head by the second key. */
function inLog(index: number, size: number): { entry: SignedEntry; head: SignedHead; proof: Proof } {
  const leafAt = (at: number) => JSON.stringify({ body: { rule: `Pas d’insultes ${at}` }, index: at, log: LOG, v: 1 });
  const leaves = Array.from({ length: size }, (_, at) => sha256(Buffer.of(0), leafAt(at)));
  const head = { root: root(leaves).toString('hex'), signedAt: SIGNED_AT, size };
  const headText = JSON.stringify({ log: LOG, root: head.root, signedAt: SIGNED_AT, size, v: 1 });
  return {
    entry: { index, leaf: leafAt(index), leafHash: leaves[index]!.toString('hex'), keyId: first.id, signature: signed(first.privateKey, 'fanfare log entry 1\n', leaves[index]!) },
    head: { ...head, keyId: second.id, signature: signed(second.privateKey, `fanfare log head 1\n${headText}`) },
    proof: { log: LOG, path: pathOf(index, leaves).map((hash) => hash.toString('hex')), keys },
  };
}

const flipped = (hex: string) => (hex[0] === '0' ? '1' : '0') + hex.slice(1);

it('holds for every entry of logs of every size', async () => {
  for (let size = 1; size <= 17; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const { entry, head, proof } = inLog(index, size);
      expect([size, index, await verifyEntry(entry, head, proof)]).toEqual([size, index, 'HOLDS']);
    }
  }
});

it('fails where the entry is not what it names: other words, another place, another log', async () => {
  const { entry, head, proof } = inLog(5, 11);
  const other = inLog(6, 11).entry;
  const others = [{ leaf: entry.leaf.replace('insultes', 'critiques') }, { leafHash: flipped(entry.leafHash) }, { leaf: other.leaf, leafHash: other.leafHash }, { index: 6 }, { leaf: 'no JSON', leafHash: sha256(Buffer.of(0), 'no JSON').toString('hex') }];
  for (const change of others) expect(await verifyEntry({ ...entry, ...change }, head, proof)).toBe('HASH_FAILS');
  expect(await verifyEntry(entry, head, { ...proof, log: LOG.replace('1', '2') })).toBe('HASH_FAILS');
});

it('fails where the way does not lead to the signed root', async () => {
  const { entry, head, proof } = inLog(5, 11);
  const ways = [proof.path.slice(1), proof.path.slice(0, -1), [...proof.path, head.root], proof.path.toReversed(), [flipped(proof.path[0]!), ...proof.path.slice(1)]];
  for (const path of ways) expect(await verifyEntry(entry, head, { ...proof, path })).toBe('PATH_FAILS');
  expect(await verifyEntry(entry, { ...head, root: flipped(head.root) }, proof)).toBe('PATH_FAILS');
  expect(await verifyEntry(entry, { ...head, size: 40 }, proof)).toBe('PATH_FAILS');
});

it('fails where somebody else signed, or nobody whom the log names, and for a head of another time', async () => {
  const { entry, head, proof } = inLog(5, 11);
  const fails = async (...given: Parameters<typeof verifyEntry>) => expect(await verifyEntry(...given)).toBe('SIGNATURE_FAILS');
  await fails({ ...entry, signature: flipped(entry.signature) }, head, proof);
  await fails({ ...entry, keyId: second.id }, head, proof);
  await fails(entry, { ...head, signature: entry.signature }, proof);
  await fails(entry, { ...head, signedAt: '2026-03-01T10:00:01.000Z' }, proof);
  await fails(entry, head, { ...proof, keys: { [first.id]: first.raw } });
});

it('says what it cannot tell: an entry behind the head, a browser without Ed25519', async () => {
  const [{ entry, proof }, { head }] = [inLog(8, 11), inLog(0, 8)];
  expect(await verifyEntry(entry, head, proof)).toBe('UNSIGNED');
  const whole = inLog(8, 11);
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError'));
  expect(await verifyEntry(whole.entry, whole.head, whole.proof)).toBe('UNCHECKED');
});
