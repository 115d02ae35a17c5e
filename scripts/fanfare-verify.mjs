#!/usr/bin/env node
/**
 * fanfare-verify: checks a downloaded moderation log, and heads that were saved earlier, without asking anybody.
 *
 *   node fanfare-verify.mjs LOG.jsonl [HEADS…] [--key KEY]… [--openings FILE] [--json]
 *
 * This one file needs Node.js 18 or newer and nothing else. What it checks is written down in the README of
 * libs/moderation; it shares no code with the program that writes the log.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HELP = `Checks a moderation log of Fanfare offline.

  node fanfare-verify.mjs LOG.jsonl [HEADS…] [--key KEY]… [--openings FILE] [--json]

  LOG.jsonl        the log: /c/COMMUNITY/log/entries.jsonl of a site ("-" reads it from the input)
  HEADS            heads you saved: head.json, heads.jsonl or a JSON list of such. Without one nobody can tell
                   whether the end of the log was cut off, or all of it written anew
  --key KEY        a key you trust: its id or the public key, 64 hex digits. Without one the first key of the log is
                   trusted. May be given several times
  --openings FILE  texts with their salts, as in the file moderation-log.json among your data: whether they are what
                   the log committed to
  --json           the outcome as one line of JSON

Ends with 0 when everything holds, 1 when something does not, 2 when it could not look.`;

const ENTRY_FIELDS = 'body,commitments,index,keyId,kind,leafHash,log,recordedAt,signature,v';
const HEAD_FIELDS = 'keyId,log,root,signature,signedAt,size,v';
const KEY_FIELDS = 'endorsement,keyId,previous,publicKey';
const HASH = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;

/** Why something does not hold. */
class Fault extends Error {
  /** @param {'form' | 'index' | 'hash' | 'key' | 'signature' | 'root' | 'size' | 'log' | 'text'} check @param {string} why */
  constructor(check, why) {
    super(why);
    this.check = check;
  }
}

function need(holds, check, why) {
  if (!holds) throw new Fault(check, why);
}

/** JSON with sorted names and nothing between: there is one spelling of every entry. */
function spell(value) {
  if (Array.isArray(value)) return '[' + value.map(spell).join(',') + ']';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return '{' + Object.keys(value).sort().map((name) => JSON.stringify(name) + ':' + spell(value[name])).join(',') + '}';
}

function read(text, what) {
  try {
    const value = JSON.parse(text);
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // falls through
  }
  throw new Fault('form', `it is no ${what}: not a JSON object`);
}

const sha256 = (...pieces) => pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256')).digest();
const hashLeaf = (text) => sha256(Buffer.from([0]), Buffer.from(text, 'utf8'));
const hashPair = (left, right) => sha256(Buffer.from([1]), left, right);

function isSigned(publicKey, tag, message, signature) {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(publicKey, 'hex')]);
  const bytes = Buffer.concat([Buffer.from(tag + '\n'), message]);
  try {
    return verify(null, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'));
  } catch {
    return false; // no point of the curve
  }
}

/** A tree that forgets everything but the roots of its complete parts: how many leaves each has, and its hash. */
class Tree {
  parts = [];
  size = 0;

  add(leaf) {
    this.parts.push([1, leaf]);
    this.size += 1;
    for (let last = this.parts.length - 1; last > 0 && this.parts[last - 1][0] === this.parts[last][0]; last -= 1) {
      const [[width, left], [, right]] = this.parts.splice(last - 1, 2);
      this.parts.push([width * 2, hashPair(left, right)]);
    }
  }

  get root() {
    if (this.size === 0) return sha256();
    return this.parts.map(([, hash]) => hash).reduceRight((right, left) => hashPair(left, right));
  }
}

/** Checks a log line by line, and remembers what heads and openings ask for. */
export class LogCheck {
  tree = new Tree();
  log = null;
  /** @type {{ id: string, publicKey: string } | null} */
  key = null;
  keys = [];
  trusted = false;
  /** At each size that a head names: the root, and the key in force. */
  states = new Map();
  commitments = new Map();

  /**
   * @param {{ keys?: string[], sizes?: Iterable<number>, opened?: Iterable<number> }} [wanted] keys: trusted ones, as ids or
   *   public keys; sizes: of heads; opened: entries whose commitments are asked for
   */
  constructor({ keys = [], sizes = [], opened = [] } = {}) {
    this.pins = new Set(keys);
    this.sizes = new Set(sizes);
    this.opened = new Set(opened);
  }

  /** One line. @throws Fault */
  add(line) {
    const entry = this.entryIn(line);
    const leaf = this.leafOf(entry);
    if (entry.kind === 'KEY') this.follow(entry);
    need(this.key !== null, 'key', 'the log does not begin with the key that signs it');
    need(entry.keyId === this.key.id, 'key', 'it names another key than the one in force');
    need(isSigned(this.key.publicKey, 'fanfare log entry 1', leaf, entry.signature), 'signature', 'its signature is not by the key in force');
    this.tree.add(leaf);
    if (this.opened.has(entry.index)) this.commitments.set(entry.index, entry.commitments);
    if (this.sizes.has(this.tree.size)) this.states.set(this.tree.size, { root: this.tree.root.toString('hex'), key: this.key });
  }

  entryIn(line) {
    const entry = read(line, 'entry');
    need(Object.keys(entry).sort().join() === ENTRY_FIELDS, 'form', 'it has other fields than an entry has');
    need(entry.v === 1, 'form', `version ${entry.v} is not known to this program`);
    need(spell(entry) === line, 'form', 'it is spelled in another way than the log spells it');
    need(entry.index === this.tree.size, 'index', `it calls itself entry ${entry.index}`);
    need(entry.log === (this.log ?? entry.log), 'log', 'it belongs to another log');
    need(HASH.test(entry.leafHash) && HASH.test(entry.keyId) && SIGNATURE.test(entry.signature), 'form', 'its hash, key or signature is not in hex');
    this.log = entry.log;
    return entry;
  }

  leafOf({ leafHash, keyId, signature, ...content }) {
    const leaf = hashLeaf(spell(content));
    need(leaf.toString('hex') === leafHash, 'hash', 'its content does not have the hash it names');
    return leaf;
  }

  /** A key comes into force: the first, or one that the former key names, or one that is trusted. */
  follow({ log, index, body }) {
    need(Object.keys(body).sort().join() === KEY_FIELDS && HASH.test(body.publicKey), 'form', 'it names no key');
    const id = sha256(Buffer.from(body.publicKey, 'hex')).toString('hex');
    need(id === body.keyId, 'key', 'its key does not have the id it names');
    need(body.previous === (this.key?.id ?? null), 'key', 'it follows another key than the one in force');
    const isPinned = this.pins.has(id) || this.pins.has(body.publicKey);
    if (this.key && !isPinned) this.needEndorsement({ log, index, keyId: id, previous: this.key.id }, body.endorsement);
    this.key = { id, publicKey: body.publicKey };
    this.keys.push({ keyId: id, publicKey: body.publicKey, since: index });
    this.trusted ||= isPinned;
  }

  needEndorsement(change, endorsement) {
    need(endorsement !== null, 'key', 'a new key signs, and the former key does not say so: give it with --key if you trust it');
    const holds = SIGNATURE.test(endorsement) && isSigned(this.key.publicKey, 'fanfare log key 1', Buffer.from(spell(change)), endorsement);
    need(holds, 'key', 'the former key did not sign that this key follows it');
  }

  /** Once every line was added. @throws Fault about the first entry */
  end() {
    need(this.tree.size > 0, 'form', 'the log is empty');
    need(this.pins.size === 0 || this.trusted, 'key', 'none of the keys you gave signs this log');
  }

  /** A saved head against the log. @throws Fault */
  checkHead(head) {
    need(Object.keys(head).sort().join() === HEAD_FIELDS && head.v === 1, 'form', 'it is no head that this program knows');
    need(head.log === this.log, 'log', 'it belongs to another log');
    need(Number.isSafeInteger(head.size) && head.size > 0, 'form', 'its size is no size');
    need(head.size <= this.tree.size, 'size', `the log has ${this.tree.size} entries: what came behind was cut off`);
    const { root, key } = this.states.get(head.size);
    const { keyId, signature, ...content } = head;
    need(head.root === root, 'root', 'the entries it was made of are others now');
    need(keyId === key.id, 'key', 'it names another key than the one in force');
    const isSound = SIGNATURE.test(signature) && isSigned(key.publicKey, 'fanfare log head 1', Buffer.from(spell(content)), signature);
    need(isSound, 'signature', 'its signature is not by the key in force');
  }

  /** A text with its salt against the entry that committed to it. @throws Fault */
  checkOpening({ index, name, salt, text }) {
    const commitment = this.commitments.get(index)?.[name];
    need(typeof commitment === 'string', 'text', 'the entry commits to no such text');
    const opened = sha256(Buffer.from(`fanfare log commitment 1\n${name}\n`), Buffer.from(salt, 'hex'), Buffer.from(text, 'utf8'));
    need(/^[0-9a-f]{64}$/.test(salt) && opened.toString('hex') === commitment, 'text', 'the log committed to another text');
  }
}

/** The heads in a file: one, a list, or one on each line. */
export function headsIn(text, file) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const perLine = lines.every((line) => isJson(line));
  const found = perLine ? lines.flatMap((line) => JSON.parse(line)) : [read(text, 'list of heads')].flat();
  return found.map((head, at) => ({ file, number: at + 1, head: Object(head) }));
}

function isJson(line) {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The openings in a file that are about this log: rows of one's own data, or objects with `index`. */
function openingsIn(text) {
  return [read(text, 'list of openings')].flat().map(({ log = null, entry, index = entry, name, salt, text: words }) =>
    ({ log, index: Number(index), name: String(name), salt: String(salt), text: String(words) }));
}

/**
 * Checks a whole log.
 *
 * @param {AsyncIterable<string> | Iterable<string>} lines
 * @param {{ keys?: string[], heads?: { file: string, number: number, head: any }[], openings?: any[] }} [given]
 * @returns what holds; `failed` is null when everything does, else what fails first: an entry, else a head, else an opening
 */
export async function verifyLog(lines, { keys = [], heads = [], openings = [] } = {}) {
  const check = new LogCheck({ keys, sizes: heads.map(({ head }) => head.size), opened: openings.map(({ index }) => index) });
  const failed = (await entriesFault(lines, check)) ?? headsFault(check, heads) ?? openingsFault(check, openings);
  return {
    ok: failed === null, log: check.log, entries: check.tree.size, root: check.tree.root.toString('hex'), keys: check.keys,
    heads: heads.length, openings: openings.length, failed,
  };
}

async function entriesFault(lines, check) {
  try {
    for await (const line of lines) check.add(line);
  } catch (error) {
    return faultOf(error, { entry: check.tree.size });
  }
  return caught(() => check.end(), { entry: 0 });
}

function headsFault(check, heads) {
  const inOrder = [...heads].sort((a, b) => a.head.size - b.head.size);
  for (const { file, number, head } of inOrder) {
    const fault = caught(() => check.checkHead(head), { head: { file, number, size: head.size ?? null, signedAt: head.signedAt ?? null } });
    if (fault) return fault;
  }
  return null;
}

function openingsFault(check, openings) {
  for (const opening of openings.filter(({ log }) => log === null || log === check.log)) {
    const fault = caught(() => check.checkOpening(opening), { opening: { entry: opening.index, name: opening.name } });
    if (fault) return fault;
  }
  return null;
}

function caught(work, place) {
  try {
    work();
    return null;
  } catch (error) {
    return faultOf(error, place);
  }
}

function faultOf(error, place) {
  if (error instanceof Fault) return { ...place, check: error.check, why: error.message };
  if (error instanceof TypeError) return { ...place, check: 'form', why: 'it is not as the log writes it' };
  throw error;
}

/** @param {import('node:stream').Readable} stream */
async function* linesOf(stream) {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    yield* lines.map(withoutReturn);
  }
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line) {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function optionsIn(args) {
  const options = { files: [], keys: [], openings: null, json: false, help: args.length === 0 };
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--key') options.keys.push(String(args[(at += 1)]).toLowerCase());
    else if (args[at] === '--openings') options.openings = args[(at += 1)];
    else if (args[at] === '--json') options.json = true;
    else if (args[at] === '--help') options.help = true;
    else if (args[at].startsWith('--')) throw new Error(`What is ${args[at]}? Try --help.`);
    else options.files.push(args[at]);
  }
  const wrong = options.keys.find((key) => !HASH.test(key));
  if (wrong !== undefined) throw new Error(`A key is 64 hex digits; "${wrong}" is not.`);
  return options;
}

function summary({ ok, entries, keys, heads, openings, failed }) {
  const many = (count, one, more) => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
  if (!ok && 'entry' in failed) return `Entry ${failed.entry} fails: ${failed.why}.`;
  if (!ok && 'head' in failed) {
    return `All ${many(entries, 'entry', 'entries')} hold, but the head of size ${failed.head.size} (${failed.head.file}, number ${failed.head.number}) does not: ${failed.why}.`;
  }
  if (!ok) return `The log holds, but the text "${failed.opening.name}" of entry ${failed.opening.entry} does not: ${failed.why}.`;
  const lines = [`All ${many(entries, 'entry', 'entries')} hold, signed by ${many(keys.length, 'key', 'keys')}, the last ${keys[keys.length - 1].keyId}.`];
  lines.push(heads > 0 ? `${many(heads, 'saved head holds', 'saved heads hold')}.` : 'No saved head was given: a log that was cut off or written anew cannot be told.');
  if (openings > 0) lines.push(`${many(openings, 'text is', 'texts are')} what the log committed to.`);
  return lines.join('\n');
}

async function main(args) {
  const { files: [log, ...headFiles], keys, openings, json, help } = optionsIn(args);
  if (help || !log) return void console.log(HELP);
  const heads = headFiles.flatMap((file) => headsIn(readFileSync(file, 'utf8'), file));
  const lines = linesOf(log === '-' ? process.stdin : createReadStream(log));
  const outcome = await verifyLog(lines, { keys, heads, openings: openings ? openingsIn(readFileSync(openings, 'utf8')) : [] });
  console.log(json ? JSON.stringify(outcome) : summary(outcome));
  process.exitCode = outcome.ok ? 0 : 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
