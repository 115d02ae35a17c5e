import { newId } from '@fanfare/kernel';
import { LogService } from '@fanfare/moderation';
import { aCommunity, aMember, aRole } from '@fanfare/testing';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headsIn, verifyLog } from '../../scripts/fanfare-verify.mjs';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';

let app: App;
let visitor: Client;
let communityId: string;
const decisions: string[] = [];

beforeAll(async () => {
  app = await startApp({ web: true, env: { SECRET_KEY: 'a key for tests, long enough to be one' } });
  visitor = app.visitor();
  communityId = (await aCommunity(app.database, { slug: 'brick' })).id;
  await aCommunity(app.database, { slug: 'quiet' });
});
afterAll(() => app.stop());

const FACTS = 'It calls another member names.';

async function decide(memberId: string | null = null): Promise<void> {
  const decision = newId();
  decisions.push(decision);
  await app.transactor.run((tx) =>
    app.get(LogService).append(tx, {
      communityId,
      kind: 'DECISION',
      body: {
        decision, action: 'MUTE', mutedRight: 'COMMENTING', subjectKind: 'COMMENT', ground: 'RULE', ruleNumber: 2, ruleVersion: 1, ruleTitle: 'No insults', law: null,
        source: 'REPORT', automatedDetection: false, automatedDecision: false, decidedAs: 'MODERATOR', proposed: false, startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-01-08T00:00:00.000Z',
      },
      committed: { facts: FACTS, passage: 'you utter brick' },
      memberId,
    }),
  );
}

const read = (path: string) => fetch(`${app.url}${path}`);
const text = async (path: string) => (await read(path)).text();
const linesIn = (file: string) => file.split('\n').slice(0, -1);

const ENTRY = `index kind recordedAt leafHash keyId signature leaf commitments { name hash }
  decision { decision action mutedRight subjectKind ground ruleNumber ruleTitle law source automatedDecision decidedAs proposed startsAt endsAt }
  second { concerns agreed } appeal { concerns outcome newDecision } key { keyId publicKey previous endorsed }`;

describe('the log of a community', () => {
  it('is read by visitors, the latest entry first, page by page', async () => {
    for (let at = 0; at < 6; at += 1) await decide();
    const page = (after: string | null) => visitor.get(
      `query ($after: String) { community(slug: "brick") { moderationLog(first: 4, after: $after) { totalCount nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    const { moderationLog: first } = (await page(null))['community'];
    expect([first.totalCount, first.nodes.map(({ index }: { index: number }) => index)]).toEqual([7, [6, 5, 4, 3]]);
    expect(first.nodes[0]).toMatchObject({
      kind: 'DECISION',
      decision: { decision: decisions[5], action: 'MUTE', mutedRight: 'COMMENTING', ruleNumber: 2, ruleTitle: 'No insults', decidedAs: 'MODERATOR', endsAt: '2026-01-08T00:00:00.000Z' },
      second: null, appeal: null, key: null,
      commitments: [{ name: 'facts' }, { name: 'passage' }],
    });
    const { moderationLog: last } = (await page(first.pageInfo.endCursor))['community'];
    expect(last.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['DECISION', 'DECISION', 'KEY']);
    expect(last.nodes[2].key).toMatchObject({ keyId: last.nodes[2].keyId, previous: null, endorsed: false });
    const { community } = await visitor.get(`{ community(slug: "brick") { moderationLog(kinds: [KEY]) { totalCount } logEntry(index: 3) { index } none: logEntry(index: 99) { index } } }`);
    expect(community).toEqual({ moderationLog: { totalCount: 1 }, logEntry: { index: 3 }, none: null });
  });

  it('is proved over the API to hold an entry, and to have only grown', async () => {
    const { community } = await visitor.get(`{ community(slug: "brick") {
      inclusion: logInclusionProof(index: 3) { treeSize leafHash path root } consistency: logConsistencyProof(from: 3) { to fromRoot toRoot path }
      logEntry(index: 3) { leafHash } } }`);
    expect(community.inclusion).toMatchObject({ treeSize: 7, leafHash: community.logEntry.leafHash, root: community.consistency.toRoot });
    expect([community.inclusion.path.length, community.consistency.path.length]).toEqual([3, 4]);
    for (const field of ['logInclusionProof(index: 7)', 'logInclusionProof(index: 1, treeSize: 8)', 'logInclusionProof(index: -1)', 'logConsistencyProof(from: 3, to: 8)', 'logConsistencyProof(from: 5, to: 3)']) {
      expect((await visitor.ask(`{ community(slug: "brick") { ${field} { path } } }`)).code, field).toMatch(/^(NOT_FOUND|INVALID_INPUT)$/);
    }
  });

  it('is downloaded whole, with the command that checks it, and stays sound while it grows', async () => {
    await app.schedules.runDue();
    await expect.poll(async () => (await read('/c/brick/log/head.json')).status).toBe(200);
    const saved = await text('/c/brick/log/head.json');
    await decide();
    const log = await read('/c/brick/log/entries.jsonl');
    expect([log.headers.get('content-type'), log.headers.get('access-control-allow-origin')]).toEqual(['application/jsonl; charset=utf-8', '*']);
    const lines = linesIn(await log.text());
    const heads = [...headsIn(saved, 'head.json'), ...headsIn(await text('/c/brick/log/heads.jsonl'), 'heads.jsonl')];
    const outcome = await verifyLog(lines, { heads });
    expect(outcome).toMatchObject({ ok: true, entries: 8, heads: 2 });
    expect(await (await read('/c/brick/log/keys.json')).json()).toEqual([{ ...outcome.keys[0], recordedAt: expect.any(String) }]);
    expect((await verifyLog(lines.toSpliced(4, 1), { heads })).failed).toMatchObject({ entry: 4 });
    expect(await text('/fanfare-verify.mjs')).toBe(readFileSync(new URL('../../scripts/fanfare-verify.mjs', import.meta.url), 'utf8'));
    const { community } = await visitor.get('{ community(slug: "brick") { logHead { size root keyId signature signedAt } logHeads(first: 1) { totalCount nodes { size } } } }');
    expect(JSON.parse(saved)).toMatchObject(community.logHead);
    expect(community.logHeads).toEqual({ totalCount: 1, nodes: [{ size: 7 }] });
    const feed = await text('/c/brick/log/heads.atom');
    for (const part of [`<link rel="self" type="application/atom+xml" href="${app.url}/c/brick/log/heads.atom"/>`, '<title>7 entries, signed</title>', community.logHead.root, community.logHead.signature]) {
      expect(feed).toContain(part);
    }
  });

  it('is empty where nothing was decided, and nowhere where no community is', async () => {
    const { community } = await visitor.get('{ community(slug: "quiet") { moderationLog { totalCount } logHead { size } } }');
    expect(community).toEqual({ moderationLog: { totalCount: 0 }, logHead: null });
    expect(await Promise.all(['entries.jsonl', 'heads.jsonl', 'keys.json'].map((file) => text(`/c/quiet/log/${file}`)))).toEqual(['', '', '[]\n']);
    for (const path of ['/c/quiet/log/head.json', '/c/nowhere/log/entries.jsonl', '/c/nowhere/log/keys.json']) expect((await read(path)).status, path).toBe(404);
  });

  it('is opened by whom it concerns and by moderators, until it is erased', async () => {
    const [concerned, moderator, other] = await Promise.all([1, 2, 3].map(() => app.visitor().signUp()));
    const accountOf = async (client: Client) => (await client.get('{ viewer { account { id } } }'))['viewer'].account.id as string;
    const member = await aMember(app.database, communityId, { account_id: await accountOf(concerned!) });
    await aRole(app.database, communityId, await accountOf(moderator!), 'MODERATOR');
    await decide(member.id);
    const ask = (client: Client) => client.ask('{ community(slug: "brick") { logEntry(index: 8) { openings { name salt text } commitments { name hash } } } }');
    expect((await ask(visitor)).code).toBe('SIGN_IN_REQUIRED');
    expect((await ask(other!)).code).toBe('NOT_ALLOWED');
    const lines = () => text('/c/brick/log/entries.jsonl').then(linesIn);
    for (const client of [concerned!, moderator!]) {
      const { openings } = (await ask(client)).data!['community'].logEntry;
      expect(openings).toMatchObject([{ name: 'facts', text: FACTS }, { name: 'passage' }]);
      const given = openings.map((opening: object) => ({ ...opening, log: communityId, index: 8 }));
      expect(await verifyLog(await lines(), { openings: given })).toMatchObject({ ok: true, openings: 2 });
    }
    const before = await lines();
    await app.transactor.run((tx) => app.get(LogService).eraseMembers(tx, [member.id]));
    expect((await ask(moderator!)).data!['community'].logEntry.openings).toEqual([]);
    expect((await ask(concerned!)).code).toBe('NOT_ALLOWED');
    expect(await lines()).toEqual(before);
  });
});
