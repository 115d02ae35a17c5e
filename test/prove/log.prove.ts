import { PersonalData } from '@fanfare/access';
import { newId } from '@fanfare/kernel';
import { type DecisionBody, LogDownload, LogHeads, LogModule, LogProofs, LogQueries, LogService } from '@fanfare/moderation';
import { aCommunity, aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headsIn, type Outcome, verifyLog } from '../../scripts/fanfare-verify.mjs';
import { verifyConsistency, verifyInclusion } from '../../libs/moderation/src/log/merkle.js';
import { signingKeyOf } from '../../libs/moderation/src/log/signing.js';
import { Random } from '../../libs/reputation/src/eval/random.js';
import { type Files, KINDS_OF_TAMPERING, type SavedLog, tamperedWith } from '../../libs/moderation/test/log-tampering.js';

const LOGS = Number(process.env['LOGS'] ?? 1_000);
const COMMAND = fileURLToPath(new URL('../../scripts/fanfare-verify.mjs', import.meta.url));
const KEYS = [1, 2, 3].map(() => generateKeyPairSync('ed25519').privateKey);
const PEMS = KEYS.map((key) => key.export({ format: 'pem', type: 'pkcs8' }) as string);
const random = new Random(20_261_122);

let folder: string;
let rooms: Rooms;
const logs: { communityId: string; memberIds: string[] }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanfare-log-'));
});
afterAll(async () => {
  await rooms?.close();
  rmSync(folder, { recursive: true });
});

const decision = (): DecisionBody => ({
  decision: newId(), action: 'REMOVE', mutedRight: null, subjectKind: 'COMMENT', ground: 'RULE', ruleNumber: 1 + random.below(9), ruleVersion: 1,
  ruleTitle: ['No insults', 'Pas d’insultes', 'Stay on topic'][random.below(3)]!, law: null, source: 'REPORT', automatedDetection: random.next() < 0.5,
  automatedDecision: false, decidedAs: 'MODERATOR', proposed: false, startsAt: new Date(1.8e12 + random.below(1e9)).toISOString(), endsAt: null,
});

/** So many decisions, in one transaction. */
async function decideIn(house: Rooms, { communityId, memberIds }: (typeof logs)[number], many: number): Promise<void> {
  const entries = Array.from({ length: many }, () => ({
    communityId, kind: 'DECISION' as const, body: decision(), memberId: memberIds[random.below(memberIds.length)]!,
    committed: { facts: 'It calls another member names.', passage: `you utter brick ${random.below(1e6)}`, subject: newId() },
  }));
  await house.transactor.run(async (tx) => {
    for (const entry of entries) await house.get(LogService).append(tx, entry);
  });
}

/** Decisions in every log, some heads in between, by a process with the first so many keys: the last of them signs. */
async function live(house: Rooms): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await each(logs, (log) => decideIn(house, log, random.below(6)));
    house.clock.advance(3_600_000);
    while (await house.transactor.run((tx) => house.get(LogHeads).sign(tx))) continue;
  }
}

async function savedLog(communityId: string): Promise<SavedLog> {
  const [entries, heads] = [await rooms.get(LogQueries).forward(communityId, 0, 1e6, 1e6), await rooms.get(LogQueries).headsForward(communityId, 0, 1e6)];
  return { entries, heads, keys: KEYS.map(signingKeyOf) };
}

/** Every so manieth log goes to the command as well. It shares no divisor with the number of kinds: each kind gets there. */
const TO_COMMAND = 8;

/** What `fanfare-verify` says of files: its own function, called here, since most of a process is the start of Node. */
async function verdict(files: Files, at: number): Promise<Outcome> {
  const { log, heads, trusted } = files;
  const outcome = await verifyLog(log.split('\n').slice(0, -1), { heads: headsIn(heads, 'heads'), keys: [...trusted] });
  if (at % TO_COMMAND === 0) await expectOfCommand(files, outcome, at);
  return outcome;
}

let processes = 0;

/** The command, in a process of its own, must say what its function says. */
async function expectOfCommand({ log, heads, trusted }: Files, outcome: Outcome, at: number): Promise<void> {
  const [logFile, headFile] = [join(folder, `${at}.jsonl`), join(folder, `${at}-heads.jsonl`)];
  writeFileSync(logFile, log);
  writeFileSync(headFile, heads);
  const child = spawn(process.execPath, [COMMAND, logFile, headFile, '--json', ...trusted.flatMap((key) => ['--key', key])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const inFile = outcome.failed?.head ? { ...outcome, failed: { ...outcome.failed, head: { ...outcome.failed.head, file: headFile } } } : outcome;
  expect([code, JSON.parse(said)]).toEqual([outcome.ok ? 0 : 1, inFile]);
  processes += 1;
}

/** Does the work for each, as many at once as there are cores. */
async function each<Item>(items: readonly Item[], work: (item: Item, at: number) => Promise<void>): Promise<void> {
  const left = [...items.entries()];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

async function inTheDownload(communityId: string): Promise<Files> {
  const whole = (pieces: AsyncIterable<string>) => text(Readable.from(pieces));
  const download = rooms.get(LogDownload);
  return { log: await whole(download.entries(communityId)), heads: await whole(download.heads(communityId)), trusted: [] };
}

describe(`${LOGS} logs`, () => {
  it('are written by the service, under one key after the other', async () => {
    rooms = await bootRooms([LogModule], { env: { LOG_SIGNING_KEY: PEMS[0]! } });
    for (let at = 0; at < LOGS; at += 1) {
      const { id } = await aCommunity(rooms.database);
      const members = [await aMember(rooms.database, id), await aMember(rooms.database, id)];
      logs.push({ communityId: id, memberIds: members.map((member) => member.id) });
      await decideIn(rooms, logs.at(-1)!, 1);
    }
    await live(rooms);
    for (const env of [`${PEMS[1]}${PEMS[0]}`, `${PEMS[2]}${PEMS[1]}`]) {
      const later = await bootRooms([LogModule], { env: { DATABASE_URL: rooms.url, LOG_SIGNING_KEY: env }, now: rooms.clock.now() });
      await live(later).finally(() => later.close());
      rooms.clock.set(later.clock.now());
    }
  });

  it('as they are: fanfare-verify finds nothing in any', async () => {
    let entries = 0;
    const wrong: unknown[] = [];
    await each(logs, async ({ communityId }, at) => {
      const outcome = await verdict(await inTheDownload(communityId), at);
      entries += outcome.entries;
      if (!outcome.ok || outcome.failed !== null) wrong.push({ communityId, ...outcome });
    });
    console.log(`${LOGS} untouched logs with ${entries} entries: ${wrong.length} found wanting`);
    expect(wrong).toEqual([]);
  });

  it('with one random tampering each: every one is found, and the right place named', async () => {
    const found = new Map<string, number>();
    const toCommand = new Set<string>();
    const missed: unknown[] = [];
    await each(logs, async ({ communityId }, at) => {
      const tampered = tamperedWith(await savedLog(communityId), at, new Random(at + 1));
      const { ok, failed } = await verdict(tampered, at);
      if (at % TO_COMMAND === 0) toCommand.add(tampered.kind);
      const place = failed?.head ? { head: failed.head.number } : { entry: failed?.entry };
      if (!ok && JSON.stringify(place) === JSON.stringify(tampered.fails)) found.set(tampered.kind, (found.get(tampered.kind) ?? 0) + 1);
      else missed.push({ kind: tampered.kind, communityId, fails: tampered.fails, ok, failed });
    });
    for (const [kind, count] of [...found].sort()) console.log(`  ${String(count).padStart(4)}  ${kind}`);
    console.log(`${[...found.values()].reduce((sum, count) => sum + count, 0)} of ${LOGS} tamperings found and named, of ${found.size} kinds`);
    expect(missed).toEqual([]);
    expect(found.size).toBe(Math.min(KINDS_OF_TAMPERING, LOGS));
    expect(toCommand.size).toBe(Math.min(KINDS_OF_TAMPERING, Math.ceil(LOGS / TO_COMMAND)));
  });

  it('stay as provable when authors are erased: salts and texts are gone, files and proofs are the same', async () => {
    const before = await Promise.all(logs.slice(0, 50).map(({ communityId }) => inTheDownload(communityId)));
    const gone = logs.map(({ memberIds }) => memberIds[0]!);
    const leaving = { accountId: newId(), email: 'a@example.org', hadConfirmed: true, memberIds: gone, texts: 'ERASE', at: rooms.clock.now() } as const;
    const count = async () => (await rooms.database.query<{ count: number }>('SELECT count(*)::int AS count FROM log_secrets WHERE member_id = ANY ($1)', [gone]))[0]!.count;
    const had = await count();
    expect(had).toBeGreaterThan(LOGS);
    await rooms.transactor.run((tx) => rooms.get(PersonalData).all.get('moderation-log')!.erase!(tx, leaving));
    expect(await count()).toBe(0);
    expect(await Promise.all(logs.slice(0, 50).map(({ communityId }) => inTheDownload(communityId)))).toEqual(before);
    let proofs = 0;
    await each(logs, async ({ communityId }, at) => {
      expect(await verdict(await inTheDownload(communityId), at)).toMatchObject({ ok: true, failed: null });
      proofs += await proveAll(communityId);
    });
    console.log(`${had} salts and texts of ${LOGS} authors erased; ${proofs} inclusion and consistency proofs hold; ${processes} times the command was asked too`);
  });
});

/** Every entry of a log in its last tree, and every head before the last one. */
async function proveAll(communityId: string): Promise<number> {
  const { entries, heads } = await savedLog(communityId);
  const last = heads.at(-1)!;
  const service = rooms.get(LogProofs);
  for (const { index, leafHash } of entries) {
    const proof = await service.inclusion(communityId, index, last.size);
    expect(verifyInclusion(leafHash, index, last.size, proof.path, last.root)).toBe(true);
  }
  for (const head of heads) expect(verifyConsistency(head, last, (await service.consistency(communityId, head.size, last.size)).path)).toBe(true);
  return entries.length + heads.length;
}
