import { type Canonical, canonical } from '../src/log/canonical.js';
import { entryLine, hashOf, headLine, type LeafContent, type LogEntry, type LogHead } from '../src/log/entry.js';
import { endorse, newSigningKey, signEntry, type SigningKey } from '../src/log/signing.js';

/** A source of numbers that are the same every time for the same seed. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, 0 ≤ x < limit. */
  below(limit: number): number;
  /** A new array in another order. */
  shuffled<T>(values: Iterable<T>): T[];
}

/** A log as it lies on a reader's disk, with the private keys that nobody but its writer has. */
export interface SavedLog {
  /** The oldest first; entry 0 names the first key. */
  readonly entries: readonly LogEntry[];
  /** The smallest first; the last one covers the whole log. */
  readonly heads: readonly LogHead[];
  /** Every key that signed. */
  readonly keys: readonly SigningKey[];
}

export interface Files {
  readonly log: string;
  readonly heads: string;
  /** What the reader trusts from before; empty: the log's first key. */
  readonly trusted: readonly string[];
}

/** Files with one thing changed, and what must be named: an entry by its place, or a head by its number in the file. */
export interface Tampered extends Files {
  readonly kind: string;
  readonly fails: { readonly entry: number } | { readonly head: number };
}

export function filesOf({ entries, heads }: SavedLog): Files {
  return { log: linesOf(entries.map(entryLine)), heads: linesOf(heads.map(headLine)), trusted: [] };
}

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

type Act = (log: SavedLog, random: Random) => Omit<Tampered, 'kind'>;

const attacker = newSigningKey();

/** The first head that covers an entry. */
function headOver({ heads }: SavedLog, index: number) {
  return { head: heads.findIndex(({ size }) => size > index) + 1 };
}

function withEntries(log: SavedLog, entries: readonly LogEntry[], fails: Tampered['fails']): Omit<Tampered, 'kind'> {
  return { ...filesOf({ ...log, entries }), fails };
}

function withHeads(log: SavedLog, heads: readonly LogHead[], at: number): Omit<Tampered, 'kind'> {
  return { ...filesOf({ ...log, heads }), fails: { head: at + 1 } };
}

/** Anything public of an entry, changed. */
function changed(content: LeafContent, random: Random): LeafContent {
  const turns: (() => LeafContent)[] = [
    () => ({ ...content, recordedAt: new Date(content.recordedAt.getTime() + 1 + random.below(1e9)) }),
    () => ({ ...content, body: { ...content.body, added: 'later' } }),
    () => ({ ...content, commitments: { ...content.commitments, facts: '0'.repeat(64) } }),
    () => ({ ...content, kind: content.kind === 'KEY' ? 'DECISION' : 'SECOND' }),
    () => changedField(content, random),
  ];
  return turns[random.below(turns.length)]!();
}

function changedField(content: LeafContent, random: Random): LeafContent {
  const names = Object.keys(content.body);
  const name = names[random.below(names.length)]!;
  const was = content.body[name]!;
  const is: Canonical = typeof was === 'boolean' ? !was : typeof was === 'number' ? was + 1 : was === null ? 'something' : null;
  return { ...content, body: { ...content.body, [name]: is } };
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  copy[random.below(copy.length)]! ^= 1 << random.below(8);
  return copy;
}

/** Writes entries anew from a place on, numbers, hashes and signatures in order, as whoever holds the keys could. */
function rewritten(entries: readonly LogEntry[], from: number, keyOf: (entry: LogEntry) => SigningKey): LogEntry[] {
  const done = entries.slice(0, from);
  let former = done.length > 0 ? keyOf(done.at(-1)!) : null;
  for (const entry of entries.slice(from)) {
    const key = keyOf(entry);
    const content = { ...entry, index: done.length, ...(entry.kind === 'KEY' ? { body: keyBody(entry.log, done.length, key, former) } : {}) };
    done.push(signed(content, key));
    former = key;
  }
  return done;
}

function signed(content: LeafContent, key: SigningKey): LogEntry {
  const leafHash = hashOf(content);
  return { ...content, leafHash, keyId: key.id, signature: signEntry(key, leafHash) };
}

function keyBody(log: string, index: number, key: SigningKey, former: SigningKey | null) {
  const keyId = key.id.toString('hex');
  const previous = former && former.id.toString('hex');
  const endorsement = former && endorse(former, { log, index, keyId, previous: previous! }).toString('hex');
  return { keyId, publicKey: key.publicKey.toString('hex'), previous, endorsement };
}

const trueKey = ({ keys }: SavedLog) => (entry: LogEntry) => keys.find(({ id }) => id.equals(entry.keyId))!;
const notKey = ({ entries }: SavedLog, random: Random) => {
  const places = entries.flatMap(({ kind }, index) => (kind === 'KEY' ? [] : [index]));
  return places[random.below(places.length)]!;
};
const any = (list: { readonly length: number }, random: Random) => random.below(list.length);

const ENTRY_ACTS: Record<string, Act> = {
  'a changed field': (log, random) => {
    const at = any(log.entries, random);
    return withEntries(log, log.entries.with(at, { ...log.entries[at]!, ...changed(log.entries[at]!, random) }), { entry: at });
  },
  'a changed field, its hash made anew': (log, random) => {
    const at = any(log.entries, random);
    const content = changed(log.entries[at]!, random);
    return withEntries(log, log.entries.with(at, { ...log.entries[at]!, ...content, leafHash: hashOf(content) }), { entry: at });
  },
  'a changed field, signed by another key': (log, random) => {
    const at = any(log.entries, random);
    return withEntries(log, log.entries.with(at, signed(changed(log.entries[at]!, random), attacker)), { entry: at });
  },
  'a dropped entry': (log, random) => {
    const at = any(log.entries, random);
    return withEntries(log, log.entries.toSpliced(at, 1), at === log.entries.length - 1 ? headOver(log, at) : { entry: at });
  },
  'an entry twice': (log, random) => {
    const at = any(log.entries, random);
    return withEntries(log, log.entries.toSpliced(at, 0, log.entries[at]!), { entry: at + 1 });
  },
  'two entries in another order': (log, random) => {
    const [one, two] = random.shuffled(log.entries.keys()).slice(0, 2).sort((a, b) => a - b) as [number, number];
    return withEntries(log, log.entries.with(one, log.entries[two]!).with(two, log.entries[one]!), { entry: one });
  },
  'an entry put in between': (log, random) => {
    const at = 1 + random.below(log.entries.length);
    const forged = signed({ ...changed(log.entries[notKey(log, random)]!, random), index: at }, attacker);
    return withEntries(log, log.entries.toSpliced(at, 0, forged), { entry: at });
  },
  'an entry put in between, the rest numbered anew': (log, random) => {
    const at = 1 + random.below(log.entries.length);
    const forged = signed({ ...changed(log.entries[notKey(log, random)]!, random), index: at }, attacker);
    const rest = log.entries.slice(at).map((entry) => ({ ...entry, index: entry.index + 1 })).map((entry) => ({ ...entry, leafHash: hashOf(entry) }));
    return withEntries(log, [...log.entries.slice(0, at), { ...forged, keyId: log.entries[at - 1]!.keyId }, ...rest], { entry: at });
  },
  'a changed hash, key or signature': (log, random) => {
    const at = any(log.entries, random);
    const entry = log.entries[at]!;
    const field = (['leafHash', 'keyId', 'signature'] as const)[random.below(3)]!;
    return withEntries(log, log.entries.with(at, { ...entry, [field]: flipped(entry[field], random) }), { entry: at });
  },
  'a signature from another entry': (log, random) => {
    const [one, two] = random.shuffled(log.entries.keys()).slice(0, 2) as [number, number];
    return withEntries(log, log.entries.with(one, { ...log.entries[one]!, signature: log.entries[two]!.signature }), { entry: one });
  },
  'a character': (log, random) => {
    const at = any(log.entries, random);
    const lines = log.entries.map(entryLine);
    const [line, place] = [lines[at]!, random.below(lines[at]!.length)];
    const other = line[place] === 'x' ? 'y' : 'x';
    return { ...filesOf(log), log: linesOf(lines.with(at, line.slice(0, place) + other + line.slice(place + 1))), fails: { entry: at } };
  },
  'another spelling of the same': (log, random) => {
    const at = any(log.entries, random);
    const lines = log.entries.map(entryLine);
    const { v, ...rest } = JSON.parse(lines[at]!) as Record<string, Canonical>;
    const spelled = [JSON.stringify({ v, ...rest }), canonical(rest), ` ${lines[at]}`, lines[at]!.replace('"v":1', '"v":1.0'), lines[at]!.replace('{', '{"body":{},')];
    return { ...filesOf(log), log: linesOf(lines.with(at, spelled[random.below(spelled.length)]!)), fails: { entry: at } };
  },
};

const KEY_ACTS: Record<string, Act> = {
  'a key of somebody else’s, and all signed by it from there': (log, random) => {
    const at = 1 + random.below(log.entries.length - 1);
    const body = { ...keyBody(log.entries[0]!.log, at, attacker, trueKey(log)(log.entries[at - 1]!)), endorsement: random.next() < 0.5 ? null : '0'.repeat(128) };
    const key = signed({ ...log.entries[at]!, index: at, kind: 'KEY', body, commitments: {} }, attacker);
    const rest = log.entries.slice(at).filter(({ kind }) => kind !== 'KEY').map((entry) => ({ ...entry, keyId: attacker.id }));
    return withEntries(log, rewritten([...log.entries.slice(0, at), key, ...rest], at + 1, (entry) => (entry.keyId.equals(attacker.id) ? attacker : trueKey(log)(entry))), { entry: at });
  },
  'all signed by another key, which is not the one the reader knows': (log) => {
    const others = new Map(log.keys.map((key) => [key.id.toString('hex'), newSigningKey()]));
    const entries = rewritten(log.entries, 0, ({ keyId }) => others.get(keyId.toString('hex'))!);
    return { ...withEntries(log, entries, { entry: 0 }), trusted: [log.entries[0]!.keyId.toString('hex')] };
  },
  'all signed by another key, against saved heads': (log) => {
    const others = new Map(log.keys.map((key) => [key.id.toString('hex'), newSigningKey()]));
    return withEntries(log, rewritten(log.entries, 0, ({ keyId }) => others.get(keyId.toString('hex'))!), { head: 1 });
  },
};

/** What nobody but the holder of the keys can do: entries are sound, and only a head that was saved before tells. */
const REWRITING_ACTS: Record<string, Act> = {
  'cut off behind a saved head': (log, random) => {
    const size = 1 + random.below(log.entries.length - 1);
    return withEntries(log, log.entries.slice(0, size), headOver(log, size));
  },
  'a field changed and all written anew': (log, random) => {
    const at = notKey(log, random);
    const entry = { ...log.entries[at]!, recordedAt: new Date(log.entries[at]!.recordedAt.getTime() + 1) };
    return withEntries(log, rewritten(log.entries.with(at, entry), at, trueKey(log)), headOver(log, at));
  },
  'an entry dropped and all written anew': (log, random) => {
    const at = notKey(log, random);
    return withEntries(log, rewritten(log.entries.toSpliced(at, 1), at, trueKey(log)), headOver(log, at));
  },
  'an entry put in between and all written anew': (log, random) => {
    const at = notKey(log, random);
    const more = { ...log.entries[at]!, recordedAt: new Date(log.entries[at]!.recordedAt.getTime() + 1) };
    return withEntries(log, rewritten(log.entries.toSpliced(at, 0, more), at, trueKey(log)), headOver(log, at));
  },
};

const HEAD_ACTS: Record<string, Act> = {
  'a head with another root or signature': (log, random) => {
    const at = any(log.heads, random);
    const field = (['root', 'keyId', 'signature'] as const)[random.below(3)]!;
    return withHeads(log, log.heads.with(at, { ...log.heads[at]!, [field]: flipped(log.heads[at]![field], random) }), at);
  },
  'a head of another size, time or log': (log, random) => {
    const at = any(log.heads, random);
    const head = log.heads[at]!;
    const others = [{ size: head.size + 1 }, { size: head.size + 1000 }, { signedAt: new Date(head.signedAt.getTime() + 1) }, { log: head.log.replace(/^./, (first) => (first === '0' ? '1' : '0')) }];
    return withHeads(log, log.heads.with(at, { ...head, ...others[random.below(others.length)]! }), at);
  },
};

const ACTS = Object.entries({ ...ENTRY_ACTS, ...KEY_ACTS, ...REWRITING_ACTS, ...HEAD_ACTS });

/** How many kinds of tampering there are. */
export const KINDS_OF_TAMPERING = ACTS.length;

/** The log with one random thing done to it, of the kind with that number, modulo how many there are. */
export function tamperedWith(log: SavedLog, kind: number, random: Random): Tampered {
  const [name, act] = ACTS[kind % ACTS.length]!;
  return { kind: name, ...act(log, random) };
}
