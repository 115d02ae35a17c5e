import { PersonalData } from '@fanfare/access';
import { Schedules } from '@fanfare/events';
import { DAY, MINUTE, newId } from '@fanfare/kernel';
import { aCommunity, aMember, bootRooms, type Rooms } from '@fanfare/testing';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { opens } from './commitment.js';
import { hashOf } from './entry.js';
import type { DecisionBody, KeyBody } from './log-body.js';
import { LogHeads, SIGN_HEADS } from './log-heads.service.js';
import { LogModule } from './log.module.js';
import { LogProofs } from './log-proofs.service.js';
import { LogQueries } from './log.queries.js';
import type { LogEntryRow } from './log.row.js';
import { LogService } from './log.service.js';
import { rootOfPeaks, verifyConsistency, verifyInclusion } from './merkle.js';
import { silence } from '../../../../test/support/silence.js';
import { verifyEndorsement, verifyEntry, verifyHead } from './signing.js';

let rooms: Rooms;
let communityId: string;
const SECRET = { SECRET_KEY: 'a key for tests, long enough to be one' };
beforeAll(async () => {
  rooms = await bootRooms([LogModule], { env: SECRET });
});
afterAll(() => rooms.close());
beforeEach(async () => {
  communityId = (await aCommunity(rooms.database)).id;
});

const decision = (more: Partial<DecisionBody> = {}): DecisionBody => ({
  decision: newId(),
  action: 'REMOVE',
  mutedRight: null,
  subjectKind: 'COMMENT',
  ground: 'RULE',
  ruleNumber: 2,
  ruleVersion: 1,
  ruleTitle: 'No insults',
  law: null,
  source: 'REPORT',
  automatedDetection: false,
  automatedDecision: false,
  decidedAs: 'MODERATOR',
  proposed: false,
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: null,
  ...more,
});

const TEXTS = { facts: 'It calls another member names.', passage: 'you utter brick' };
const append = (body = decision(), memberId: string | null = null): Promise<LogEntryRow> =>
  rooms.transactor.run((tx) => rooms.get(LogService).append(tx, { communityId, kind: 'DECISION', body, committed: TEXTS, memberId }));
const entries = () => rooms.get(LogQueries).forward(communityId, 0, 1_000, 1_000);
const publicKeyIn = ({ body }: LogEntryRow) => Buffer.from((body as unknown as KeyBody).publicKey, 'hex');
const signHeads = (from = rooms) => from.transactor.run((tx) => from.get(LogHeads).sign(tx));

describe('an append', () => {
  it('stands behind the key that signs, with hash, signature and commitments that hold', async () => {
    const body = decision({ endsAt: '2026-02-01T00:00:00.000Z', ruleTitle: 'Ünïcödé “rule”' });
    await append(body);
    const [key, entry] = (await entries()) as [LogEntryRow, LogEntryRow];
    expect([key.kind, entry.kind, entry.index, entry.body]).toEqual(['KEY', 'DECISION', 1, body]);
    for (const one of [key, entry]) {
      expect(hashOf(one).equals(one.leafHash)).toBe(true);
      expect(verifyEntry(publicKeyIn(key), one.leafHash, one.signature)).toBe(true);
    }
    const secrets = await rooms.get(LogQueries).secrets(communityId, 1);
    expect(secrets.map(({ name, text }) => [name, text])).toEqual(Object.entries(TEXTS));
    for (const secret of secrets) expect(opens(Buffer.from(entry.commitments[secret.name]!, 'hex'), secret)).toBe(true);
    expect(opens(Buffer.from(entry.commitments['facts']!, 'hex'), { ...secrets[0]!, text: 'It praises another member.' })).toBe(false);
  });

  it('is taken back with its transaction, and leaves no gap', async () => {
    await append();
    const failed = rooms.transactor.run(async (tx) => {
      await rooms.get(LogService).append(tx, { communityId, kind: 'DECISION', body: decision() });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await append()).index).toBe(2);
  });

  it('waits its turn: many at once make one log, and proofs of every size hold', async () => {
    await Promise.all(Array.from({ length: 12 }, () => append()));
    const log = await entries();
    expect(log.map(({ index }) => index)).toEqual(Array.from({ length: 13 }, (_, index) => index));
    const proofs = rooms.get(LogProofs);
    for (let size = 1; size <= log.length; size += 1) {
      const index = size % 2 === 0 ? 0 : size - 1;
      const { path, root, leafHash } = await proofs.inclusion(communityId, index, size);
      expect(leafHash.equals(log[index]!.leafHash) && verifyInclusion(leafHash, index, size, path, root)).toBe(true);
      const grown = await proofs.consistency(communityId, size, null);
      expect(grown.fromRoot.equals(root)).toBe(true);
      expect(verifyConsistency({ size, root }, { size: 13, root: grown.toRoot }, grown.path)).toBe(true);
    }
    const [tree] = await rooms.database.query<{ peaks: Buffer[] }>('SELECT peaks FROM log_trees WHERE community_id = $1', [communityId]);
    expect((await proofs.inclusion(communityId, 0, null)).root.equals(rootOfPeaks(tree!.peaks))).toBe(true);
    await expect(proofs.inclusion(communityId, 13, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(proofs.consistency(communityId, 3, 14)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await proofs.consistency(communityId, 0, 4)).path).toEqual([]);
  });

  it('finds the entry that an appeal concerns, and never one of another community', async () => {
    const { body } = await append();
    const decided = body['decision'] as string;
    const appeal = { appeal: newId(), decision: decided, appellant: 'AFFECTED', round: 1, outcome: 'REVERSED', decidedAs: 'PANEL', openedAt: '2026-01-02T00:00:00.000Z', newDecision: null } as const;
    const log = rooms.get(LogService);
    const here = await rooms.transactor.run((tx) => log.append(tx, { communityId, kind: 'APPEAL', body: appeal }));
    expect(here.body).toEqual({ ...appeal, concerns: 1 });
    const elsewhere = (await aCommunity(rooms.database)).id;
    const second = { decision: decided, agreed: true, decidedAs: 'MODERATOR' } as const;
    const there = await rooms.transactor.run((tx) => log.append(tx, { communityId: elsewhere, kind: 'SECOND', body: second }));
    expect(there.body).toEqual({ ...second, concerns: null });
  });

  it('takes nothing that its kind does not know, and no decision twice', async () => {
    await expect(append({ ...decision(), author: 'Ada' } as DecisionBody)).rejects.toThrow(/"author"/);
    await expect(append(decision({ decidedAs: 'Ada Lovelace' as never }))).rejects.toThrow(/"decidedAs"/);
    const { law: _, ...lacking } = decision();
    await expect(append(lacking as DecisionBody)).rejects.toThrow(/"law"/);
    const body = decision();
    await append(body);
    await expect(append(body)).rejects.toMatchObject({ constraint: 'log_entries_one_each' });
  });
});

describe('the tables', () => {
  it('only grow, whoever writes to them', async () => {
    await append();
    await signHeads();
    const tables = ['log_keys', 'log_trees', 'log_entries', 'log_nodes', 'log_heads'];
    for (const table of tables) await expect(rooms.database.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ constraint: 'moderation_log_append_only' });
    for (const table of [...tables, 'log_secrets']) await expect(rooms.database.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ constraint: 'moderation_log_append_only' });
    const changes = [`log_entries SET body = '{}'`, `log_heads SET size = 9`, `log_nodes SET level = 9`, `log_keys SET number = 9`, `log_secrets SET text = ''`];
    for (const change of changes) await expect(rooms.database.query(`UPDATE ${change}`)).rejects.toMatchObject({ constraint: 'moderation_log_append_only' });
    for (const change of ['size = 1', 'size = 3', `peaks = '{}', size = 0`]) {
      await expect(rooms.database.query(`UPDATE log_trees SET ${change} WHERE community_id = $1`, [communityId])).rejects.toMatchObject({ code: '23514' });
    }
    const copy = (index: string) => rooms.database.query(
      `INSERT INTO log_entries (community_id, index, kind, body, commitments, leaf_hash, key_id, signature, recorded_at)
       SELECT community_id, ${index}, 'APPEAL', body, commitments, leaf_hash, key_id, signature, recorded_at FROM log_entries WHERE community_id = $1 AND index = 1`,
      [communityId],
    );
    for (const index of ['0', '5']) await expect(copy(index)).rejects.toMatchObject({ constraint: 'moderation_log_in_order' });
  });

  it('let go of what a member said and was told, and of nothing else', async () => {
    const [gone, stays] = [await aMember(rooms.database, communityId), await aMember(rooms.database, communityId)];
    await append(decision(), gone.id);
    await append(decision(), stays.id);
    const before = await entries();
    const proof = await rooms.get(LogProofs).inclusion(communityId, 1, null);
    const records = rooms.get(PersonalData).all.get('moderation-log')!;
    const leaving = { accountId: gone.account_id!, email: 'a@example.org', hadConfirmed: true, memberIds: [gone.id], texts: 'KEEP', at: new Date() } as const;
    expect(await rooms.database.query(records.sections[0]!.sql, [gone.account_id])).toHaveLength(2);
    await rooms.transactor.run((tx) => records.erase!(tx, leaving));
    expect(await rooms.get(LogQueries).secrets(communityId, 1)).toEqual([]);
    expect(await rooms.get(LogQueries).secrets(communityId, 2)).toHaveLength(2);
    expect(await entries()).toEqual(before);
    expect(await rooms.get(LogProofs).inclusion(communityId, 1, null)).toEqual(proof);
    await rooms.transactor.run((tx) => rooms.get(LogService).erase(tx, communityId, [2], ['passage']));
    expect((await rooms.get(LogQueries).secrets(communityId, 2)).map(({ name }) => name)).toEqual(['facts']);
  });
});

describe('heads', () => {
  it('are signed where a log grew, ten minutes apart, each by the key in force', async () => {
    await append();
    await signHeads();
    const first = (await rooms.get(LogQueries).head(communityId))!;
    await append();
    await signHeads();
    expect((await rooms.get(LogQueries).head(communityId))!.size).toBe(2);
    rooms.clock.advance(10 * MINUTE);
    await signHeads();
    await signHeads();
    const heads = await rooms.get(LogQueries).headsForward(communityId, 0, 9);
    expect(heads.map(({ size }) => size)).toEqual([2, 3]);
    const [key] = await entries();
    for (const head of heads) expect(verifyHead(publicKeyIn(key!), head, head.signature)).toBe(true);
    const { path } = await rooms.get(LogProofs).consistency(communityId, 2, 3);
    expect(verifyConsistency(first, heads[1]!, path)).toBe(true);
  });

  it('come by themselves, of however many logs', async () => {
    const many = await Promise.all(Array.from({ length: 45 }, () => aCommunity(rooms.database)));
    for (const { id } of many) {
      await rooms.transactor.run((tx) => rooms.get(LogService).append(tx, { communityId: id, kind: 'DECISION', body: decision() }));
    }
    rooms.clock.advance(DAY);
    await rooms.get(Schedules).runDue();
    expect(rooms.get(Schedules).names).toContain(SIGN_HEADS);
    const heads = await Promise.all(many.map(({ id }) => rooms.get(LogQueries).head(id)));
    expect(heads.every((head) => head?.size === 2)).toBe(true);
  });
});

describe('the key', () => {
  const pem = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  /** Another process on a database of its own, and on it again with other settings. */
  const on = async (env: Record<string, string>, work: (house: Rooms) => Promise<void>, url?: string) => {
    const house = await bootRooms([LogModule], { env: { ...env, ...(url ? { DATABASE_URL: url } : {}) } });
    try {
      await work(house);
    } finally {
      await house.close();
    }
  };
  const decide = (house: Rooms, community: string) =>
    house.transactor.run((tx) => house.get(LogService).append(tx, { communityId: community, kind: 'DECISION', body: decision() }));

  it('is made once, by whoever comes first, and is the same for every process', async () => {
    await on(SECRET, async (one) => {
      await on(SECRET, async (other) => {
        const communities = await Promise.all([one, other, one, other].map(async (house) => ({ house, id: (await aCommunity(one.database)).id })));
        await Promise.all(communities.map(({ house, id }) => decide(house, id)));
        expect(await one.database.query('SELECT number, sealed IS NOT NULL AS sealed FROM log_keys')).toEqual([{ number: 1, sealed: true }]);
      }, one.url);
    });
  });

  it('is replaced by a configured one: logs say so at once, with the former key’s word, and heads follow', async () => {
    const [second, third] = [pem(), pem()];
    await on(SECRET, async (first) => {
      const { id } = await aCommunity(first.database);
      await decide(first, id);
      await on({ ...SECRET, LOG_SIGNING_KEY: second }, (house) => signHeads(house).then(() => undefined), first.url);
      await on({ ...SECRET, LOG_SIGNING_KEY: `${third}\n${second}` }, async (house) => {
        await decide(house, id);
        await signHeads(house);
        const log = await house.get(LogQueries).forward(id, 0, 99, 99);
        expect(log.map(({ kind }) => kind)).toEqual(['KEY', 'DECISION', 'KEY', 'KEY', 'DECISION']);
        for (const [former, at] of [[0, 2], [2, 3]] as const) {
          const { keyId, previous, endorsement } = log[at]!.body as unknown as KeyBody;
          const change = { log: id, index: at, keyId, previous: previous! };
          expect(verifyEndorsement(publicKeyIn(log[former]!), change, Buffer.from(endorsement!, 'hex'))).toBe(true);
          expect(verifyEndorsement(publicKeyIn(log[former]!), { ...change, index: at + 1 }, Buffer.from(endorsement!, 'hex'))).toBe(false);
          expect(verifyEntry(publicKeyIn(log[at]!), log[at]!.leafHash, log[at]!.signature)).toBe(true);
        }
        const heads = await house.get(LogQueries).headsForward(id, 0, 9);
        expect(heads.map(({ size }) => size)).toEqual([3]);
      }, first.url);
    });
  });

  describe('that is not at hand', () => {
    silence();

    it('is never used again once another one has replaced it', async () => {
      const [second, third] = [pem(), pem()];
      await on({ LOG_SIGNING_KEY: second }, async (stale) => {
        const { id } = await aCommunity(stale.database);
        await decide(stale, id);
        await on({ LOG_SIGNING_KEY: `${third}\n${second}` }, (house) => decide(house, id).then(() => undefined), stale.url);
        await expect(decide(stale, id)).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
      });
    });

    it('is replaced without its word where LOG_SIGNING_KEY names another, and in production not otherwise', async () => {
      const production = { NODE_ENV: 'production', SEED_DEMO: '0', SECRET_KEY: 'another key, just as long as the first one' };
      await on(SECRET, async (first) => {
        const { id } = await aCommunity(first.database);
        await decide(first, id);
        await on(production, (house) => expect(decide(house, id)).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' }), first.url);
        await on({ ...production, LOG_SIGNING_KEY: pem() }, (house) => decide(house, id).then(() => undefined), first.url);
        const [key] = await first.get(LogQueries).forward(id, 2, 3, 1);
        expect(key!.body).toMatchObject({ previous: expect.any(String), endorsement: null });
      });
    });
  });
});
