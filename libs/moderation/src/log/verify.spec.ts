import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { headsIn, verifyLog } from '../../../../scripts/fanfare-verify.mjs';
import { type Files, filesOf, KINDS_OF_TAMPERING, tamperedWith } from '../../test/log-tampering.js';
import { paperLog } from '../../test/paper-log.js';
import { Random } from '../../../reputation/src/eval/random.js';
import { entryLine, headLine } from './entry.js';
import { newSigningKey } from './signing.js';

const COMMAND = fileURLToPath(new URL('../../../../scripts/fanfare-verify.mjs', import.meta.url));
const linesIn = (log: string) => log.split('\n').slice(0, -1);
const check = ({ log, heads, trusted }: Files) => verifyLog(linesIn(log), { heads: headsIn(heads, 'heads'), keys: trusted });
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe('fanfare-verify, written apart from what writes the log', () => {
  it('finds nothing in logs as they are written, with any words in them', async () => {
    await fc.assert(fc.asyncProperty(seeds, async (seed) => {
      const log = paperLog(new Random(seed));
      const outcome = await check(filesOf(log));
      expect(outcome).toMatchObject({ failed: null, ok: true, entries: log.entries.length, heads: log.heads.length, root: log.heads.at(-1)!.root.toString('hex') });
      expect(outcome.keys.map(({ keyId }) => keyId)).toEqual(log.keys.map(({ id }) => id.toString('hex')));
    }), { numRuns: 40 });
  });

  it('names what was tampered with, whatever the kind', async () => {
    const kinds = fc.nat(KINDS_OF_TAMPERING - 1);
    const examples = Array.from({ length: KINDS_OF_TAMPERING }, (_, kind): [number, number] => [kind + 1, kind]);
    await fc.assert(fc.asyncProperty(seeds, kinds, async (seed, kind) => {
      const random = new Random(seed);
      const tampered = tamperedWith(paperLog(random), kind, random);
      const { ok, failed } = await check(tampered);
      const found = failed?.head ? { head: failed.head.number } : { entry: failed?.entry };
      expect([tampered.kind, ok, found]).toEqual([tampered.kind, false, tampered.fails]);
    }), { numRuns: 80, examples });
  });

  it('follows keys that follow each other, and others only when told to trust them', async () => {
    const log = paperLog(new Random(5));
    const first = log.keys[0]!;
    for (const key of [first.id, first.publicKey]) expect((await check({ ...filesOf(log), trusted: [key.toString('hex')] })).ok).toBe(true);
    const stranger = newSigningKey().id.toString('hex');
    expect(await check({ ...filesOf(log), trusted: [stranger] })).toMatchObject({ ok: false, failed: { entry: 0, check: 'key' } });
    expect((await check({ ...filesOf(log), trusted: [stranger, log.keys.at(-1)!.id.toString('hex')] })).ok).toBe(true);
  });

  it('opens commitments, with no text and salt but those that were committed to', async () => {
    const { openings, ...log } = paperLog(new Random(6));
    const given = openings.at(-1)!;
    const opening = (other: object) => verifyLog(linesIn(filesOf(log).log), { openings: [...openings.slice(0, -1), { ...given, ...other }] });
    expect(await opening({})).toMatchObject({ ok: true, openings: openings.length });
    expect(await opening({ log: 'another log', text: 'Something else.' })).toMatchObject({ ok: true });
    for (const other of [{ text: `${given.text} ` }, { name: 'subject' }, { index: 0 }, { salt: `00${given.salt.slice(2)}` }, { salt: `${given.salt} ` }]) {
      expect(await opening(other)).toMatchObject({ ok: false, failed: { opening: { name: other.name ?? given.name }, check: 'text' } });
    }
  });

  it('is a command: one line that says what fails, a code, and JSON for programs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fanfare-verify-'));
    try {
      const log = paperLog(new Random(7));
      const [file, heads, one, openings] = ['log.jsonl', 'heads.json', 'head.json', 'mine.json'].map((name) => join(folder, name)) as [string, string, string, string];
      const run = (...args: string[]) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
        return { status, stdout, stderr };
      };
      writeFileSync(file, log.entries.map((entry) => `${entryLine(entry)}\r\n`).join(''));
      writeFileSync(heads, JSON.stringify(log.heads.map((head) => JSON.parse(headLine(head)) as object), null, 2));
      writeFileSync(one, `${headLine(log.heads[0]!)}\n`);
      expect(run(file, heads, one)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^All \d+ entries hold, signed by .*\n\d+ saved heads hold\.\n$/) });
      expect(run(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('No saved head was given') });
      writeFileSync(openings, JSON.stringify(log.openings.map(({ index, ...rest }) => ({ entry: index, ...rest }))));
      expect(run(file, '--openings', openings).stdout).toMatch(/texts are what the log committed to/);
      writeFileSync(file, log.entries.slice(0, -1).map((entry) => `${entryLine(entry)}\n`).join(''));
      const cut = run(file, heads, '--json');
      expect([cut.status, JSON.parse(cut.stdout).failed]).toMatchObject([1, { head: { size: log.entries.length }, check: 'size' }]);
      writeFileSync(file, log.entries.toSpliced(1, 1).map((entry) => `${entryLine(entry)}\n`).join(''));
      expect(run(file, heads)).toMatchObject({ status: 1, stdout: 'Entry 1 fails: it calls itself entry 2.\n' });
      writeFileSync(file, '');
      expect(run(file)).toMatchObject({ status: 1, stdout: 'Entry 0 fails: the log is empty.\n' });
      for (const wrong of [['--key', 'abc', file], ['--what', file], [join(folder, 'nowhere')]]) expect(run(...wrong)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^.+\n$/) });
      expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('LOG.jsonl') });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
