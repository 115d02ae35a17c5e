import { DEFAULT_LEVEL_RIGHTS, LevelRightsTable } from '@fanfare/communities';
import { EventLog } from '@fanfare/events';
import { MemberIdentityChanged } from '@fanfare/members';
import { HistoryService, LedgerService } from '@fanfare/reputation';
import { aCircle, aComment, aMember, anIdea } from '@fanfare/testing';
import { Transactor } from '@fanfare/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { eventually } from '../support/client.js';

let app: App;
let brand: Brand;
beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
  const idea = await anIdea(app.database, brand.communityId, { author_id: brand.fanId });
  for (let n = 0; n < 3; n += 1) {
    const { id } = await aMember(app.database, brand.communityId);
    await app.database.query(
      `INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version) VALUES ($1, $2, $3, 'VERIFIED', now(), 1)`, [idea.id, id, brand.communityId]);
  }
  await app.database.query(`UPDATE members SET identity_level = 'CONFIRMED' WHERE id = $1`, [brand.fanId]);
  const identity = { communityId: brand.communityId, subjectId: brand.fanId, payload: { from: 'ANONYMOUS', to: 'CONFIRMED' } } as const;
  await app.get(Transactor).run((tx) => app.get(EventLog).append(tx, MemberIdentityChanged, identity));
  await app.get(Transactor).run((tx) => app.get(HistoryService).tell(tx, brand.communityId));
  const deadline = Date.now() + 15_000;
  while ((await app.database.query('SELECT FROM reputation_entries')).length < 3 && Date.now() < deadline) await app.get(LedgerService).catchUp();
});
afterAll(() => app?.stop());

const MEMBER = `query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) { level reputation {
  score hidden tenths sources { points rule { code } } merits { times rule { code sentence(locale: "fr") } } nextLevel { level points identity } history { score }
  entries(first: 2) { totalCount pageInfo { hasNextPage } nodes { id points base scoreAfter reversal because reversedAt rule { code version } cause { kind ideas { id } } reversedBy disputedAt } } } } } }`;

async function seenBy(client: Brand['fan']) {
  const [{ handle }] = (await app.database.query<{ handle: string }>('SELECT handle::text AS handle FROM members WHERE id = $1', [brand.fanId])) as [{ handle: string }];
  return (await client.get(MEMBER, { slug: brand.slug, handle })).community.member.reputation;
}

it('tells the member and moderators every reason, and everybody the score and kinds of merit', async () => {
  const mine = await seenBy(brand.fan);
  expect(mine).toMatchObject({ score: 6, hidden: false, nextLevel: { level: 'FAN', points: 4, identity: null }, history: [{ score: 2 }, { score: 4 }, { score: 6 }] });
  expect(mine).toMatchObject({ tenths: 5, sources: [{ points: 12, rule: { code: 'VOTE_RECEIVED' } }] });
  expect(mine.entries).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(mine.entries.nodes[0]).toMatchObject({ points: 2, base: 4, scoreAfter: 6, reversal: false, rule: { code: 'VOTE_RECEIVED', version: 1 }, cause: { kind: 'IDEA', ideas: [{}] } });
  const public_ = await seenBy(app.visitor());
  expect(public_).toMatchObject({ score: 6, hidden: null, nextLevel: null, history: null, entries: null, tenths: null, sources: null });
  expect(public_.merits).toEqual([{ times: 3, rule: { code: 'VOTE_RECEIVED', sentence: 'Quelqu’un vote pour votre idée' } }]);
});

const BOARD = `query ($slug: String!) { community(slug: $slug) { reputationRules { code } levels { level } leaderboard(period: ALL_TIME) { totalCount nodes { rank points member { id } } }
  viewerPlace(period: MONTH) { rank points } } }`;

it('lists who earned most, without those who do not want it', async () => {
  const board = async () => (await app.visitor().get(BOARD, { slug: brand.slug })).community.leaderboard;
  const ownPlace = async () => (await brand.fan.get(BOARD, { slug: brand.slug })).community.viewerPlace;
  expect(await board()).toEqual({ totalCount: 1, nodes: [{ rank: 1, points: 6, member: { id: brand.fanId } }] });
  expect(await ownPlace()).toEqual({ rank: 1, points: 6 });
  await brand.fan.mutate('hideFromLeaderboards', { community: brand.slug, hidden: true }, 'member { id }');
  expect(await board()).toEqual({ totalCount: 0, nodes: [] });
  expect(await ownPlace()).toBeNull();
});

it('lets the member dispute an entry, once', async () => {
  const [entry] = (await seenBy(brand.fan)).entries.nodes;
  expect(await brand.manager.refusal('disputeEntry', { entry: entry.id, reason: 'Not mine.' }, 'entry { id }')).toBe('NOT_FOUND');
  const { entry: disputed } = await brand.fan.mutate('disputeEntry', { entry: entry.id, reason: 'It should be more.' }, 'entry { disputedAt }');
  expect(disputed.disputedAt).not.toBeNull();
  expect(await brand.fan.refusal('disputeEntry', { entry: entry.id, reason: 'Again.' }, 'entry { id }')).toBe('ALREADY_DISPUTED');
});

it('opens links to other sites with a level', async () => {
  const idea = await anIdea(app.database, brand.communityId);
  const comment = (body: string) => ({ idea: idea.id, body });
  expect(await brand.fan.refusal('addComment', comment('Look at [this](https://example.com).'), 'comment { id }')).toBe('LEVEL_TOO_LOW');
  await brand.fan.mutate('addComment', comment(`Look at [this](/c/${brand.slug}).`), 'comment { id }');
  const circle = (await aCircle(app.database, brand.communityId, [brand.fanId])).id;
  const { post } = await brand.fan.mutate('postInCircle', { circle, body: 'Look at this.' }, 'post { id }');
  const linking = { body: 'Look at [this](https://example.com).' };
  expect(await brand.fan.refusal('postInCircle', { circle, ...linking }, 'post { id }')).toBe('LEVEL_TOO_LOW');
  expect(await brand.fan.refusal('editCirclePost', { post: post.id, ...linking }, 'post { id }')).toBe('LEVEL_TOO_LOW');
  await brand.manager.mutate('addComment', comment('Look at [this](https://example.com).'), 'comment { id }');
  await app.database.query(`UPDATE members SET level = 'FAN' WHERE id = $1`, [brand.fanId]);
  const { comment: mine } = await brand.fan.mutate('addComment', comment('Look at [this](https://example.com).'), 'comment { id }');
  const picture = 'Look at ![this](https://example.com/a.png).';
  expect(await brand.fan.refusal('editComment', { comment: mine.id, body: picture }, 'comment { id }')).toBe('LEVEL_TOO_LOW');
  await app.database.query(`UPDATE members SET level = 'REGULAR' WHERE id = $1`, [brand.fanId]);
  await brand.fan.mutate('editComment', { comment: mine.id, body: picture }, 'comment { id }');
  await app.database.query(`UPDATE members SET level = 'NEWCOMER' WHERE id = $1`, [brand.fanId]);
  await brand.fan.mutate('editComment', { comment: mine.id, body: `${picture} It stood there before.` }, 'comment { id }');
});

it('gives each level so many votes a day, and staff any number', async () => {
  const rights = DEFAULT_LEVEL_RIGHTS.map((right) => ({ ...right, votesPerDay: 2 }));
  await app.get(Transactor).run((tx) => app.get(LevelRightsTable).write(tx, brand.communityId, rights));
  const ideas = await Promise.all([1, 2, 3].map(() => anIdea(app.database, brand.communityId)));
  const [first, second, third] = ideas.map(({ id }) => ({ idea: id })) as [{ idea: string }, { idea: string }, { idea: string }];
  for (const idea of [first, second, first, second]) await brand.fan.mutate('castVote', idea, 'idea { id }');
  expect(await brand.fan.refusal('castVote', third, 'idea { id }')).toBe('VOTES_OF_DAY_USED');
  for (const idea of [first, second, third]) await brand.manager.mutate('castVote', idea, 'idea { id }');
  await brand.fan.mutate('withdrawVote', first, 'idea { id }');
  await brand.fan.mutate('castVote', third, 'idea { id }');
});

const RIGHTS = `query ($slug: String!) { viewer { membership(community: $slug) { level rights {
  links { open missing { level points identity } } markHelpful { open missing { level points identity } } votesPerDay votesLeft } } }
  community(slug: $slug) { levels { level score identityLevel links images votesPerDay reportWeight applyToCalls markHelpful } } }`;

it('lets owners set what levels ask and open; members know what is missing before they are refused', async () => {
  const asFan = async () => (await brand.fan.get(RIGHTS, { slug: brand.slug }));
  const levels = DEFAULT_LEVEL_RIGHTS;
  const change = { community: brand.slug, levels: levels.map((right) => ({ ...right, ...(right.level === 'NEWCOMER' ? { markHelpful: false, votesPerDay: 3 } : {}) })) };
  expect(await brand.moderator.refusal('updateLevelRights', change, 'community { id }')).toBe('NOT_ALLOWED');
  expect(await brand.owner.refusal('updateLevelRights', { ...change, levels: [...levels.slice(0, 4), { ...levels[4], score: 200 }] }, 'community { id }')).toBe('INVALID_INPUT');
  await brand.owner.mutate('updateLevelRights', change, 'community { id }');
  await app.dispatcher.drain(); // the level that the test above gave goes back to what was earned
  const missing = { level: 'FAN', points: 4, identity: null };
  const { viewer: { membership } } = await asFan();
  expect(membership).toMatchObject({ level: 'NEWCOMER', rights: { links: { open: false, missing }, markHelpful: { open: false, missing }, votesPerDay: 3 } });
  expect(membership.rights.votesLeft).toBeLessThanOrEqual(3);
  const comment = await aComment(app.database, await anIdea(app.database, brand.communityId));
  const asked = await brand.fan.get('query ($id: ID!) { comment(id: $id) { viewerCan { markHelpful { allowed reason } } } }', { id: comment.id });
  expect(asked.comment.viewerCan.markHelpful).toEqual({ allowed: false, reason: 'LEVEL_TOO_LOW' });
  expect(await brand.fan.refusal('markHelpful', { comment: comment.id }, 'comment { id }')).toBe('LEVEL_TOO_LOW');
});

it('says why something was taken back', async () => {
  const voter = await (await app.visitor().signUp()).confirm();
  await voter.join(brand.slug, 'second_thoughts');
  const [idea] = await app.database.query<{ id: string }>('SELECT id FROM ideas WHERE author_id = $1 ORDER BY id LIMIT 1', [brand.fanId]);
  await voter.mutate('castVote', { idea: idea!.id }, 'idea { id }');
  await voter.mutate('withdrawVote', { idea: idea!.id }, 'idea { id }');
  await expect.poll(async () => {
    await app.get(LedgerService).catchUp();
    return (await seenBy(brand.fan)).entries.totalCount;
  }, { timeout: 15_000 }).toBe(5);
  const [taken, given] = (await seenBy(brand.fan)).entries.nodes;
  expect(taken).toMatchObject({ points: -2, reversal: true, because: 'VOTE_WITHDRAWN', reversedBy: null });
  expect(given).toMatchObject({ points: 2, because: 'VOTE_WITHDRAWN', reversedBy: taken.id, reversedAt: expect.anything() });
});

it('brings a disputed entry before moderators, who take it back when the member is right', async () => {
  const asked = 'query ($slug: String!) { community(slug: $slug) { reviewQueue(filter: { kind: [REPUTATION_ENTRY] }) { nodes { subjectId content { text } subject { ... on ReputationEntry { points } } } } } }';
  const waiting = async () => (await brand.moderator.get(asked, { slug: brand.slug })).community.reviewQueue.nodes;
  const [item] = await eventually(waiting, (found) => found.length > 0);
  expect(item).toMatchObject({ content: { text: 'It should be more.' }, subject: { points: 2 } });
  const decide = { entry: item.subjectId, uphold: true, reason: 'The vote was a mistake of ours.' };
  expect(await brand.fan.refusal('decideDispute', decide, 'entry { id }')).toBe('NOT_ALLOWED');
  expect(await brand.manager.refusal('decideDispute', decide, 'entry { id }')).toBe('NOT_ALLOWED');
  await brand.moderator.mutate('decideDispute', decide, 'entry { id }');
  expect(await brand.moderator.refusal('decideDispute', decide, 'entry { id }')).toBe('ITEM_DECIDED');
  expect(await waiting()).toEqual([]);
  const taken = async () => {
    await app.get(LedgerService).catchUp();
    return app.database.query<{ points: number }>(`SELECT t.points FROM reputation_reversals r JOIN reputation_entries t ON t.id = r.reversal_id WHERE r.entry_id = $1`, [item.subjectId]);
  };
  expect(await eventually(taken, (found) => found.length > 0, 15_000)).toEqual([{ points: -2 }]);
});
