import { EvidenceService } from '@fanfare/identity';
import { aCommunity, aMember, anIdea, aRole } from '@fanfare/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive } from '../../libs/portability/src/backup/archive.js';
import { type App, startApp } from '../support/app.js';
import { type Client, codeIn, eventually } from '../support/client.js';

const PASSWORD = 'a quiet blue tricycle';
const DELETION = 'deletion { texts requestedAt dueAt }';

let app: App;
let folder: string;
let slug: string;
let communityId: string;

beforeAll(async () => {
  app = await startApp();
  folder = mkdtempSync(join(tmpdir(), 'fanfare-my-data-'));
  const community = await aCommunity(app.database);
  [slug, communityId] = [community.slug, community.id];
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true });
});

async function fan(): Promise<{ fan: Client; memberId: string }> {
  const client = await (await app.visitor().signUp()).confirm();
  return { fan: client, memberId: await client.join(slug) };
}

const download = (client: Client, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/me/data.zip`, { headers: { ...(client.token ? { authorization: `Bearer ${client.token}` } : {}), ...headers }, redirect: 'manual' });

/** The day comes: the pause is over, and the worker looks. */
async function dayComes(client: Client): Promise<void> {
  const accountId = await accountOf(client);
  await client.sql(`UPDATE account_deletions SET requested_at = requested_at - interval '7 days', due_at = due_at - interval '7 days' WHERE account_id = $1`, [accountId]);
  await client.sql(`UPDATE schedules SET next_run_at = now() WHERE name = 'portability.beginDeletions'`);
  await app.schedules.runDue();
  const gone = await eventually(() => client.sql(`SELECT FROM accounts WHERE id = $1 AND erased_at IS NOT NULL`, [accountId]), (rows) => rows.length === 1);
  expect(gone).toHaveLength(1);
  await app.dispatcher.drain(); // and what follows from it
}

async function accountOf(client: Client): Promise<string> {
  const { viewer } = await client.get('{ viewer { account { id } } }');
  return viewer.account.id as string;
}

describe('the download', () => {
  it('is a zip of everything, for the person alone', async () => {
    const { fan: ada } = await fan();
    const idea = await anIdea(app.database, communityId);
    await ada.mutate('castVote', { idea: idea.id }, 'idea { id }');
    await ada.mutate('addComment', { idea: idea.id, body: 'Remember me' }, 'comment { id }');
    const { viewer } = await ada.get('{ viewer { dataExport { url } } }');
    expect(viewer.dataExport.url).toBe(`${app.url}/me/data.zip`);
    const response = await download(ada);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      200, 'application/zip', 'attachment; filename="my-data.zip"',
    ]);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const file = join(folder, 'ada.zip');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    const archive = await Archive.open(file);
    await archive.verify();
    expect(archive.names).toEqual(expect.arrayContaining(['README.md', 'account.json', 'memberships.csv', 'votes.json', 'comments.md']));
    expect(JSON.parse(await archive.text('account.json'))).toMatchObject([{ email: ada.person!.email }]);
    expect(await archive.text('comments.md')).toContain('Remember me');
    archive.close();
  });

  it('is refused to visitors, to other sites’ links and after a few an hour', async () => {
    const visitor = app.visitor();
    expect((await download(visitor)).status).toBe(401);
    const page = await download(visitor, { accept: 'text/html' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/settings/data?refused=SIGN_IN_REQUIRED']);
    const { fan: ada } = await fan();
    expect((await download(ada, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) statuses.push((await download(ada)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe('proofs of who one is', () => {
  it('are in the download, go with the account, and are free for whoever comes next', async () => {
    const [{ fan: ada }, { fan: next }, { fan: staff }] = [await fan(), await fan(), await fan()];
    const [leaver, comer, attestedBy] = [await accountOf(ada), await accountOf(next), await accountOf(staff)];
    const prove = (proof: Parameters<EvidenceService['establish']>[1]) => app.transactor.run((tx) => app.get(EvidenceService).establish(tx, proof));
    const page = { kind: 'WEBSITE', subject: 'ada.example', label: 'https://ada.example/' } as const;
    await prove({ ...page, accountId: leaver });
    await prove({ kind: 'REAL_NAME', accountId: leaver, communityId, attestedBy, subject: 'ada', label: 'x', note: 'Met at the fair.' });
    const file = join(folder, 'proofs.zip');
    writeFileSync(file, Buffer.from(await (await download(ada)).arrayBuffer()));
    const archive = await Archive.open(file);
    expect(JSON.parse(await archive.text('evidence.json'))).toMatchObject([
      { kind: 'EMAIL', rests_on: ada.person!.email }, { kind: 'WEBSITE', rests_on: page.label }, { kind: 'REAL_NAME', attestors_note: 'Met at the fair.' },
    ]);
    archive.close();
    const notices = () => ada.sql('SELECT FROM notifications n JOIN evidence e ON e.id = n.evidence_id WHERE e.account_id = $1', [leaver]);
    await ada.mutate('requestAccountDeletion', { texts: 'KEEP', password: PASSWORD }, DELETION);
    await dayComes(ada);
    expect([await ada.sql('SELECT FROM evidence WHERE account_id = $1', [leaver]), await notices()]).toEqual([[], []]);
    expect(await prove({ ...page, accountId: comer })).toMatchObject({ accountId: comer });
  });
});

describe('the deletion', () => {
  it('is announced by mail, can be taken back, and then never happens', async () => {
    const { fan: ada } = await fan();
    expect(await ada.refusal('requestAccountDeletion', { texts: 'KEEP', password: 'wrong wrong wrong' }, DELETION)).toBe('WRONG_CREDENTIALS');
    const { deletion } = await ada.mutate('requestAccountDeletion', { texts: 'ERASE', password: PASSWORD }, DELETION);
    expect(deletion).toMatchObject({ texts: 'ERASE' });
    const mail = await ada.mailTo(ada.person!.email, 'Keep my account');
    expect(mail.text).toContain(`${app.url}/settings/data`);
    expect(mail.text).toContain('What you wrote is erased too.');
    expect((await ada.get(`{ viewer { ${DELETION} } }`)).viewer.deletion).toEqual(deletion);
    const { cancelAccountDeletion } = await ada.get(`mutation { cancelAccountDeletion(input: {}) { cancelled viewer { ${DELETION} } } }`);
    expect(cancelAccountDeletion).toEqual({ cancelled: true, viewer: { deletion: null } });
    await ada.sql(`UPDATE schedules SET next_run_at = now() WHERE name = 'portability.beginDeletions'`);
    await app.schedules.runDue();
    await app.dispatcher.drain();
    expect((await ada.get('{ viewer { account { email } } }')).viewer.account.email).toBe(ada.person!.email);
  });

  it('keeps texts under a former member, frees address and handle, takes votes and sessions', async () => {
    const { fan: ada, memberId } = await fan();
    const { member: before } = await handleOf(ada, memberId);
    const idea = await anIdea(app.database, communityId);
    const other = await aMember(app.database, communityId);
    await ada.mutate('castVote', { idea: idea.id }, 'idea { id }');
    await ada.mutate('addComment', { idea: idea.id, body: 'I was here' }, 'comment { id }');
    await ada.mutate('requestAccountDeletion', { texts: 'KEEP', password: PASSWORD }, DELETION);
    const { email } = ada.person!;
    await dayComes(ada);
    expect((await ada.get('{ viewer { account { id } } }')).viewer).toBeNull();
    const visitor = app.visitor();
    expect(await visitor.refusal('signIn', { email, password: PASSWORD }, 'token')).toBe('WRONG_CREDENTIALS');
    const seen = await visitor.get(
      `query ($id: ID!) { idea(id: $id) { support { raw } comments { nodes { body author { displayName former imported handle bio } } } } }`,
      { id: idea.id },
    );
    expect(seen.idea.support.raw).toBe(0);
    expect(seen.idea.comments.nodes).toMatchObject([{ body: 'I was here', author: { displayName: 'Former member', former: true, imported: false, bio: '' } }]);
    expect(seen.idea.comments.nodes[0].author.handle).toMatch(/^former-[0-9a-f]{16}$/);
    const { community } = await visitor.get('query ($slug: String!) { community(slug: $slug) { members(first: 100) { nodes { id } } } }', { slug });
    expect(community.members.nodes.map(({ id }: { id: string }) => id)).toContain(other.id);
    expect(community.members.nodes.map(({ id }: { id: string }) => id)).not.toContain(memberId);
    const farewell = await ada.mailTo(email, 'your account is gone');
    expect(farewell.subject).toBe('Your account has been deleted');
    const again = await app.visitor().signUp({ email });
    const code = codeIn(await again.mailTo(email, 'enter this code'));
    await again.mutate('confirmEmail', { code }, 'viewer { identity { level } }');
    expect(await again.join(slug, before.handle)).not.toBe(memberId);
  });

  it('of who reported, reviewed and was reported leaves what was decided and that it was asked for, and takes words, name and address', async () => {
    const [{ fan: ada, memberId }, { fan: ben, memberId: benId }] = [await fan(), await fan()];
    await aRole(app.database, communityId, await accountOf(ada), 'MODERATOR');
    const idea = await anIdea(app.database, communityId, { author_id: benId });
    const own = await anIdea(app.database, communityId, { author_id: memberId });
    const address = { law: 'Code pénal, 226-1', location: 'https://fans.example.org', name: 'Ada Private', email: 'ada.private@example.org', goodFaith: true };
    await ada.mutate('report', { subject: idea.id, category: 'ILLEGAL_CONTENT', explanation: 'It shows where I live.', notice: address }, 'report { id }');
    await ben.mutate('report', { subject: own.id, category: 'SPAM', explanation: 'Ada sells watches.' }, 'report { id }');
    const [item] = await ada.sql<{ id: string }>('SELECT id FROM review_items WHERE subject_id = $1', [idea.id]);
    await ada.mutate('claimReview', { item: item!.id }, 'item { id }');
    await ada.mutate('addReviewNote', { item: item!.id, body: 'I know the author.' }, 'note { id }');
    const left = () => ada.sql(
      `SELECT r.category, r.explanation, r.reporter_id = $1 AS "byMember", n.name, n.email::text, n.law, t.state, t.claimed_by AS "claimedBy",
         (SELECT json_agg(json_build_object('body', w.body, 'by', w.author_account_id)) FROM review_notes w WHERE w.item_id = t.id) AS notes
       FROM review_items t JOIN reports r ON r.item_id = t.id LEFT JOIN illegal_content_notices n ON n.report_id = r.id
       WHERE t.subject_id = ANY ($2::uuid[]) ORDER BY r.category`, [memberId, [idea.id, own.id]]);
    expect(await left()).toMatchObject([{ explanation: 'It shows where I live.', claimedBy: await accountOf(ada) }, { explanation: 'Ada sells watches.' }]);
    await ada.mutate('requestAccountDeletion', { texts: 'ERASE', password: PASSWORD }, DELETION);
    await dayComes(ada);
    expect(await left()).toEqual([
      { category: 'ILLEGAL_CONTENT', explanation: '', byMember: true, name: null, email: null, law: 'Code pénal, 226-1', state: 'OPEN', claimedBy: null, notes: [{ body: 'I know the author.', by: null }] },
      { category: 'SPAM', explanation: 'Ada sells watches.', byMember: false, name: null, email: null, law: null, state: 'OPEN', claimedBy: null, notes: null },
    ]);
  });

  it('erases texts when that was the choice, and leaves the idea’s page standing', async () => {
    const { fan: ada } = await fan();
    const { idea } = await ada.mutate('submitIdea', { community: slug, title: 'Take it all back', body: 'Every word of it, and all that it stood for.' }, 'idea { id }');
    await ada.mutate('requestAccountDeletion', { texts: 'ERASE', password: PASSWORD }, DELETION);
    await dayComes(ada);
    const { idea: left } = await app.visitor().get('query ($id: ID!) { idea(id: $id) { title body author { id } versions { number } } }', { id: idea.id });
    expect(left).toMatchObject({ title: 'Erased by its author', author: null });
    expect(JSON.stringify(left)).not.toContain('Every word of it');
    const { community } = await app.visitor().get(
      'query ($slug: String!) { community(slug: $slug) { ideas(filter: { search: "Take it all back" }) { nodes { id } } } }',
      { slug },
    );
    expect(community.ideas.nodes).toEqual([]);
  });

  it('leaves others their votes for an erased idea, and lets nobody vote for a text that is gone', async () => {
    const { fan: ada } = await fan();
    const [{ fan: ben, memberId: benId }, { fan: cleo, memberId: cleoId }] = [await fan(), await fan()];
    const submit = async (title: string) => (await ada.mutate('submitIdea', { community: slug, title, body: 'Every word of it, and all that it stood for.' }, 'idea { id }')).idea.id as string;
    const idea = await submit('What others backed');
    const duplicate = await anIdea(app.database, communityId, { status: 'MERGED', merged_into_id: idea });
    for (const client of [ada, ben]) await client.mutate('castVote', { idea }, 'idea { id }');
    await ada.mutate('requestAccountDeletion', { texts: 'ERASE', password: PASSWORD }, DELETION);
    await dayComes(ada);
    const SEEN = 'query ($id: ID!) { idea(id: $id) { status erasedAt votingOpen support { raw } viewerVote { castAt } viewerCan { vote { allowed reason } } } }';
    const seen = async (client: Client, id = idea) => (await client.get(SEEN, { id })).idea;
    expect(await seen(ben)).toMatchObject({ status: 'OPEN', erasedAt: expect.any(String), votingOpen: false, support: { raw: 1 }, viewerVote: expect.anything() });
    expect((await seen(cleo)).viewerCan).toEqual({ vote: { allowed: false, reason: 'VOTING_CLOSED' } });
    for (const id of [idea, duplicate.id]) expect(await cleo.refusal('castVote', { idea: id }, 'idea { id }')).toBe('VOTING_CLOSED');
    await ben.mutate('castVote', { idea }, 'idea { id }'); // what was cast is cast
    const insert = (id: string, memberId: string) => cleo.sql(`INSERT INTO votes (idea_id, member_id, community_id, standing, idea_version, cast_at) VALUES ($1, $2, $3, 'UNVERIFIED', 1, now())`, [id, memberId, communityId]);
    for (const id of [idea, duplicate.id]) await expect(insert(id, cleoId)).rejects.toThrow(/text was erased/);
    await insert((await anIdea(app.database, communityId)).id, cleoId);
    await ben.mutate('withdrawVote', { idea }, 'idea { id }');
    expect(await seen(ben)).toMatchObject({ support: { raw: 0 }, viewerVote: null });
    await expect(insert(idea, benId)).rejects.toThrow(/text was erased/);
  });
});

async function handleOf(client: Client, id: string) {
  const [row] = await client.sql<{ handle: string }>('SELECT handle::text FROM members WHERE id = $1', [id]);
  return { member: row! };
}
