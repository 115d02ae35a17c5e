import { ACTIVITY_LIMITS, type Activity, ANONYMOUS_COST } from '@fanfare/access';
import { aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aWorld, type World } from '../support/small-world.js';

let app: App;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await aWorld(app);
  const [fan] = await world.fan.sql<{ id: string }>('SELECT account_id AS id FROM members WHERE handle = $1', [world.fanHandle]);
  await world.fan.sql(`UPDATE members SET identity_level = 'CONFIRMED' WHERE handle = $1`, [world.fanHandle]); // to vote in elections
  const [nextDoor] = await world.fan.sql<{ id: string }>('SELECT id FROM communities WHERE slug = $1', [world.nextDoor]);
  await aRole(app.database, nextDoor!.id, fan!.id, 'OWNER');
});
afterAll(() => app?.stop());

const IDEA = { title: 'A lighthouse with a working lamp', body: 'It should turn, and shine, and be taller than a minifigure ship.' };

/** Allowances of mutations; pictures are uploaded without GraphQL, linking wants a provider (linked-accounts.e2e.ts), reviewing a moderator (reports.e2e.ts), appealing a decision (moderation.e2e.ts), a perk a stock and a link a mission (rewards.e2e.ts), recruiting a call (recruitment.e2e.ts), missions a term (missions.e2e.ts). */
const ELSEWHERE = [
  'uploadPicture', 'linkAccount', 'review', 'appeal', 'redeemPerk', 'trackReach', 'runCall', 'applyToCall', 'judgeApplications', 'voteForApplication', 'runMissions', 'joinMission', 'writeEntry',
  'reviewEntry',
] as const satisfies readonly Activity[];
type Written = Exclude<Activity, (typeof ELSEWHERE)[number]>;

/** What each mutation that is bounded may look like, under the name of its allowance. */
const asks = (ids: World['ids']): Record<Written, [mutation: string, input: Record<string, unknown>, selection: string]> => ({
  joinCommunity: ['joinCommunity', { community: 'next-door', handle: 'the-guest', acceptedTerms: 1, ofAge: true }, 'member { id }'],
  attestRealName: ['attestRealName', { member: ids.member, note: 'We met at the fair.' }, 'evidence { id }'],
  uploadPurchaseCodes: ['uploadPurchaseCodes', { community: 'next-door', label: 'A set', csv: 'LIGHTHOUSE-1' }, 'added'],
  createApiToken: ['createApiToken', { community: 'next-door', name: 'Shop', scope: 'PURCHASE_ISSUE' }, 'apiToken { id }'],
  inviteStaff: ['inviteStaff', { community: 'next-door', email: 'colleague@example.org', role: 'MODERATOR' }, 'invitation { id }'],
  updateMember: ['updateMember', { community: 'here', bio: 'Builds at night.' }, 'member { id }'],
  setAvatar: ['setAvatar', { community: 'here', picture: null }, 'member { id }'],
  submitIdea: ['submitIdea', { community: 'here', ...IDEA }, 'idea { id }'],
  editIdea: ['editIdea', { idea: ids.ownIdea, ...IDEA, body: 'A window in every wall, to see the lamp from outside.' }, 'idea { id }'],
  addComment: ['addComment', { idea: ids.idea, body: 'A fine lamp.' }, 'comment { id }'],
  editComment: ['editComment', { comment: ids.ownComment, body: 'A finer lamp.' }, 'comment { id }'],
  markHelpful: ['markHelpful', { comment: ids.comment }, 'comment { id }'],
  answerIdea: ['answerIdea', { idea: ids.idea, response: 'We are looking at it.' }, 'idea { id }'],
  answerIdeas: ['answerIdeas', { ideas: [ids.idea], status: 'OPEN', response: 'We are looking at it.' }, 'results { id }'],
  noteIdea: ['addIdeaNote', { idea: ids.idea, body: 'Ask the workshop.' }, 'note { id }'],
  follow: ['follow', { subject: ids.idea }, 'idea { id }'],
  createCircle: ['createCircle', { community: 'here', name: 'Lamp lovers', description: 'For those who like lamps.', joining: 'OPEN' }, 'circle { id }'],
  joinCircle: ['joinCircle', { circle: ids.circle }, 'circle { id }'],
  runCircle: ['updateCircle', { circle: ids.ownCircle, description: 'For those who like lighthouses.' }, 'circle { id }'],
  postInCircle: ['postInCircle', { circle: ids.ownCircle, body: 'A fine lamp.' }, 'post { id }'],
  voteInElection: ['voteInElection', { election: ids.election, candidate: ids.member }, 'election { id }'],
  showCreation: ['showCreation', { community: 'here', title: 'A lighthouse', pictures: [{ picture: ids.picture }] }, 'creation { id }'],
  editCreation: ['editCreation', { creation: ids.ownCreation, title: 'A taller lighthouse' }, 'creation { id }'],
  appreciateCreation: ['appreciateCreation', { creation: ids.creation }, 'creation { id }'],
  respondToCreation: ['respondToCreation', { creation: ids.creation, body: 'So bright!' }, 'response { id }'],
  report: ['report', { subject: ids.idea, category: 'SPAM' }, 'report { id }'],
  mergeIdea: ['mergeIdea', { duplicate: ids.ownIdea, target: ids.idea }, 'idea { id }'],
  manageRewards: ['createRewardBudget', { community: 'here', name: 'Summer' }, 'budget { id }'],
  judgeDuplicate: ['dismissDuplicate', { idea: ids.ownIdea, other: ids.idea }, 'idea { id }'],
});

/** What only the brand does. */
const BRANDS: readonly Activity[] = ['answerIdea', 'answerIdeas', 'noteIdea', 'mergeIdea', 'judgeDuplicate', 'attestRealName', 'manageRewards'];

describe('what one account may write in an hour', () => {
  it.each(Object.keys(ACTIVITY_LIMITS).filter((activity): activity is Written => !ELSEWHERE.includes(activity as 'linkAccount')))('ends: %s', async (activity) => {
    const [name, input, selection] = asks(world.ids)[activity];
    const by = BRANDS.includes(activity) ? world.owner : world.fan;
    expect(await by.mutate(name, input, selection)).toBeTruthy();
    const used = await by.sql<{ key: string }>(`UPDATE rate_limits SET points = 1000000 WHERE key LIKE $1 || ':account:%' RETURNING key`, [activity]);
    expect(used.flat().length).toBeGreaterThan(0);
    expect(await by.refusal(name, input, selection)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('is one allowance for a deed and its undoing', async () => {
    expect(await world.fan.refusal('unmarkHelpful', { comment: world.ids.comment }, 'comment { id }')).toBe('TOO_MANY_ATTEMPTS');
    expect(await world.owner.refusal('unmergeIdea', { idea: world.ids.ownIdea }, 'idea { id }')).toBe('TOO_MANY_ATTEMPTS');
  });

  it('counts one answer to many ideas by the ideas', async () => {
    const room = ACTIVITY_LIMITS.answerIdeas.points - ANONYMOUS_COST; // for one idea of somebody whose address is not confirmed
    const almost = () => world.owner.sql(`UPDATE rate_limits SET points = $1 WHERE key LIKE 'answerIdeas:account:%'`, [room]);
    const answer = { status: 'OPEN', response: 'We are still looking at it.' };
    await almost();
    expect(await world.owner.refusal('answerIdeas', { ...answer, ideas: [world.ids.idea, world.ids.ownIdea] }, 'results { id }')).toBe('TOO_MANY_ATTEMPTS');
    await almost();
    expect(await world.owner.mutate('answerIdeas', { ...answer, ideas: [world.ids.idea] }, 'results { id }')).toBeTruthy();
  });

  it('leaves voting, and taking back what one said', async () => {
    expect(await world.fan.mutate('castVote', { idea: world.ids.idea }, 'idea { id }')).toEqual({ idea: { id: world.ids.idea } });
    expect(await world.fan.mutate('deleteComment', { comment: world.ids.ownComment }, 'comment { id }')).toBeTruthy();
  });
});
