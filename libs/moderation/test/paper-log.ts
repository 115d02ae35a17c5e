import { newId } from '@fanfare/kernel';
import { commit, openingOf } from '../src/log/commitment.js';
import { hashOf, type LeafContent, type LogEntry, type LogHead } from '../src/log/entry.js';
import { append, rootOfPeaks } from '../src/log/merkle.js';
import { endorse, newSigningKey, signEntry, signHead, type SigningKey } from '../src/log/signing.js';
import type { Opening } from '../../../scripts/fanfare-verify.mjs';
import type { Random, SavedLog } from './log-tampering.js';

const WORDS = ['No insults', 'Ünïcödé “rule” №3 🎺', 'back\\slash "quoted"', 'line\u2028separator\u0007', '', 'É vs É', '<script>'];

export interface PaperLog extends SavedLog {
  /** What opens its commitments. */
  readonly openings: readonly Opening[];
}

/** A log as the server writes it, of the server's own parts but without a database: some entries, keys and heads at random. */
export function paperLog(random: Random): PaperLog {
  const log = newId();
  const [entries, heads, keys, openings] = [[] as LogEntry[], [] as LogHead[], [] as SigningKey[], [] as Opening[]];
  let peaks: readonly Buffer[] = [];
  const add = (content: Pick<LeafContent, 'kind' | 'body' | 'commitments'>) => {
    const whole = { ...content, log, index: entries.length, recordedAt: new Date(1.7e12 + random.below(1e12)) };
    const leafHash = hashOf(whole);
    entries.push({ ...whole, leafHash, keyId: keys.at(-1)!.id, signature: signEntry(keys.at(-1)!, leafHash) });
    peaks = append(peaks, whole.index, leafHash).peaks;
  };
  const sign = () => {
    const head = { log, size: entries.length, root: rootOfPeaks(peaks), signedAt: new Date(1.8e12 + random.below(1e12)) };
    heads.push({ ...head, keyId: keys.at(-1)!.id, signature: signHead(keys.at(-1)!, head) });
  };
  const changeKey = () => {
    const [former, key] = [keys.at(-1), newSigningKey()];
    const [keyId, previous] = [key.id.toString('hex'), former?.id.toString('hex') ?? null];
    const endorsement = former ? endorse(former, { log, index: entries.length, keyId, previous: previous! }).toString('hex') : null;
    keys.push(key);
    add({ kind: 'KEY', body: { keyId, publicKey: key.publicKey.toString('hex'), previous, endorsement }, commitments: {} });
  };
  changeKey();
  const many = 2 + random.below(30);
  for (let at = 0; at < many; at += 1) {
    const secrets = (random.next() < 0.8 ? ['facts', 'passage'] : []).map((name) => openingOf(name, someText(random)));
    openings.push(...secrets.map(({ name, salt, text }) => ({ log, index: entries.length, name, salt: salt.toString('hex'), text })));
    const commitments = Object.fromEntries(secrets.map((opening) => [opening.name, commit(opening).toString('hex')]));
    add({ ...someContent(random), commitments });
    if (random.next() < 0.08) changeKey();
    if (random.next() < 0.2) sign();
  }
  if (heads.at(-1)?.size !== entries.length) sign();
  return { entries, heads, keys, openings };
}

function someText(random: Random): string {
  return random.shuffled(WORDS).slice(0, 2).join(' ');
}

function someContent(random: Random): Pick<LeafContent, 'kind' | 'body'> {
  const kind = random.next() < 0.8 ? 'DECISION' : 'APPEAL';
  const nested = [random.below(9), someText(random), {}];
  return { kind, body: { decision: newId(), ruleTitle: someText(random), ruleNumber: random.below(100), automated: random.next() < 0.5, endsAt: null, nested } };
}
