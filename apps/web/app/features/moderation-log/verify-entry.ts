/**
 * Checks an entry of the moderation log in the reader's browser: RFC 9162 for the tree, Ed25519 for what is signed. The command
 * `fanfare-verify` checks a whole log; this shows of one entry that it is where the signed head says.
 */

export interface SignedEntry {
  readonly index: number;
  /** The text its hash is made of. */
  readonly leaf: string;
  readonly leafHash: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface SignedHead {
  readonly size: number;
  readonly root: string;
  readonly signedAt: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface Proof {
  /** The log's id. */
  readonly log: string;
  /** From the leaf up, in hex. */
  readonly path: readonly string[];
  /** Public keys in hex, by their ids. */
  readonly keys: Readonly<Record<string, string>>;
}

/** UNSIGNED: not under a signed head yet. UNCHECKED: hashes hold, this browser cannot check signatures. */
export type Verdict = 'HOLDS' | 'UNSIGNED' | 'UNCHECKED' | 'HASH_FAILS' | 'PATH_FAILS' | 'SIGNATURE_FAILS';

type Bytes = Uint8Array<ArrayBuffer>;

const text = new TextEncoder();

/** Whether the entry says what was signed, stands where the head says, and both signatures are the log's. */
export async function verifyEntry(entry: SignedEntry, head: SignedHead, { log, path, keys }: Proof): Promise<Verdict> {
  const leaf = await sha256(Uint8Array.of(0), text.encode(entry.leaf));
  if (toHex(leaf) !== entry.leafHash || !saysWhereItIs(entry, log)) return 'HASH_FAILS';
  if (entry.index >= head.size) return 'UNSIGNED';
  if (!(await isIncluded(leaf, entry.index, head, path))) return 'PATH_FAILS';
  const signed = [
    { key: keys[entry.keyId], message: joined(text.encode('fanfare log entry 1\n'), leaf), signature: entry.signature },
    { key: keys[head.keyId], message: text.encode(`fanfare log head 1\n${headText(log, head)}`), signature: head.signature },
  ];
  const answers = await Promise.all(signed.map(isSigned));
  return answers.includes(false) ? 'SIGNATURE_FAILS' : answers.includes(null) ? 'UNCHECKED' : 'HOLDS';
}

function saysWhereItIs({ leaf, index }: SignedEntry, log: string): boolean {
  try {
    const content = JSON.parse(leaf) as { index?: unknown; log?: unknown };
    return content.index === index && content.log === log;
  } catch {
    return false;
  }
}

/** Names in order, nothing between: as the log spells it. */
function headText(log: string, { root, signedAt, size }: SignedHead): string {
  return JSON.stringify({ log, root, signedAt: new Date(signedAt).toISOString(), size, v: 1 });
}

/** RFC 9162, 2.1.3.2. */
async function isIncluded(leaf: Bytes, index: number, { size, root }: SignedHead, path: readonly string[]): Promise<boolean> {
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of path.map(fromHex)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await sha256(Uint8Array.of(1), sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = await sha256(Uint8Array.of(1), hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && toHex(hash) === root;
}

interface Signed {
  readonly key: string | undefined;
  readonly message: Bytes;
  readonly signature: string;
}

/** Null where the browser does not know Ed25519. */
async function isSigned({ key, message, signature }: Signed): Promise<boolean | null> {
  if (!key) return false;
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', fromHex(key), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
  return crypto.subtle.verify('Ed25519', imported, fromHex(signature), message);
}

async function sha256(...pieces: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...pieces)));
}

function joined(...pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function toHex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
