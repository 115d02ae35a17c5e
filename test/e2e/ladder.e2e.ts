import { aCommunity, anIdea, aRole } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';

const LADDER = [{ support: 2, days: 60 }, { support: 3, days: 365 }, { support: 4, days: 182 }];
const DAY = 86_400_000;
const STATE = 'status votingOpen deadline rung { position support days } nextRung { position } rungsReached { position support reachedAt }';

let app: App;
let community: { id: string; slug: string };
let owner: Client;
let fans: Client[];

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

beforeEach(async () => {
  community = await aCommunity(app.database);
  fans = (await someFans(app.database, community.id, 9)).filter((fan) => !fan.isAnonymous).map((fan) => Object.assign(app.visitor(), { token: fan.token, fan }));
  owner = fans.pop()!;
  await aRole(app.database, community.id, (owner as unknown as { fan: { accountId: string } }).fan.accountId, 'OWNER');
  await set({ ladder: LADDER });
});

const set = (settings: object) => owner.mutate('updateCommunity', { community: community.slug, ...settings }, 'community { surveyRung ladder { support days } }');
const back = (fan: Client, idea: { id: string }) => fan.mutate('castVote', { idea: idea.id }, 'idea { id }');

/** Posted so many days ago, with so many left; a fraction of a second less than nothing is just over. */
const posted = (daysAgo = 1, daysLeft = 59) =>
  anIdea(app.database, community.id, {
    created_at: new Date(Date.now() - daysAgo * DAY),
    deadline: new Date(Date.now() + daysLeft * DAY),
    clock_days: 60,
  });

async function read(idea: { id: string }, selection = STATE, client: Client = app.visitor()) {
  return (await client.get(`query ($id: ID!) { idea(id: $id) { ${selection} } }`, { id: idea.id }))['idea'];
}

/** Once the worker inside has seen it. */
const later = (idea: { id: string }, fits: (found: any) => boolean, selection = STATE) => eventually(() => read(idea, selection), fits);

describe('a rung', () => {
  it('is reached by verified votes, stays when they go, and gives the idea the days of the next', async () => {
    const idea = await posted();
    const before = new Date((await read(idea)).deadline).getTime();
    for (const fan of fans.slice(0, 2)) await back(fan, idea);
    const climbed = await later(idea, ({ rung }) => rung !== null);
    expect(climbed).toMatchObject({ status: 'OPEN', votingOpen: true, rung: { position: 1, support: 2 }, nextRung: { position: 2 }, rungsReached: [{ position: 1, support: 2 }] });
    expect(new Date(climbed.deadline).getTime()).toBe(before + 365 * DAY);
    await fans[0]!.mutate('withdrawVote', { idea: idea.id }, 'idea { id }');
    expect(await read(idea)).toMatchObject({ rung: { position: 1 }, deadline: climbed.deadline });
  });

  it('at the top brings the idea to review, where voting goes on and the history says so', async () => {
    const idea = await posted();
    for (const fan of fans.slice(0, 4)) await back(fan, idea);
    const top = await later(idea, ({ status }) => status !== 'OPEN', `${STATE} history { from to actor { id } response { id } }`);
    expect(top).toMatchObject({ status: 'UNDER_REVIEW', votingOpen: true, deadline: null, rung: { position: 3 }, nextRung: null });
    expect(top.history.at(-1)).toEqual({ from: 'OPEN', to: 'UNDER_REVIEW', actor: null, response: null });
    await back(fans[4]!, idea);
  });
});

describe('a deadline', () => {
  it('closes voting at once and expires the idea soon after, dated by itself', async () => {
    const idea = await posted(60, -0.5 / 86_400);
    expect(await fans[0]!.refusal('castVote', { idea: idea.id }, 'idea { id }')).toBe('VOTING_CLOSED');
    const { deadline, votingOpen } = await read(idea);
    expect(votingOpen).toBe(false);
    const expired = await later(idea, ({ status }) => status === 'EXPIRED', 'status deadline votingOpen history { to at }');
    expect(expired).toMatchObject({ status: 'EXPIRED', deadline, votingOpen: false });
    expect(expired.history.at(-1)).toEqual({ to: 'EXPIRED', at: deadline });
  });
});

describe('another ladder', () => {
  const PREVIEW = 'query ($slug: String!, $ladder: [RungInput!]!) { ladderPreview(community: $slug, ladder: $ladder) { ideas changedIdeas reachedNow completedNow laterDeadlines keptDeadlines keptRungs examples { idea { id } rungBefore rungAfter deadlineBefore deadlineAfter completes } } }';
  const preview = async (ladder: object[]) => (await owner.get(PREVIEW, { slug: community.slug, ladder }))['ladderPreview'];

  it('is shown to an owner before it is set, and then does exactly that', async () => {
    const [near, other] = [await posted(), await posted()];
    await back(fans[0]!, near);
    await eventually(() => app.database.query<{ verified: number }>('SELECT verified FROM idea_ranks WHERE idea_id = $1', [near.id]), ([row]) => row!.verified === 1);
    const lower = [{ support: 1, days: 90 }, LADDER[1]!, LADDER[2]!];
    const shown = await preview(lower);
    expect(shown).toMatchObject({ ideas: 2, changedIdeas: 2, reachedNow: 1, completedNow: 0, laterDeadlines: 2, keptDeadlines: 0, keptRungs: 0 });
    expect(shown.examples[0]).toMatchObject({ idea: { id: near.id }, rungBefore: 0, rungAfter: 1, completes: false });
    await set({ ladder: lower });
    const climbed = await later(near, ({ rung }) => rung !== null);
    expect(climbed.deadline).toBe(shown.examples[0].deadlineAfter);
    const waiting = await later(other, ({ deadline }) => deadline === shown.examples[1].deadlineAfter);
    expect(waiting.deadline).toBe(shown.examples[1].deadlineAfter);
  });

  it('keeps promises: what was reached and what was promised', async () => {
    const idea = await posted();
    for (const fan of fans.slice(0, 2)) await back(fan, idea);
    const { deadline } = await later(idea, ({ rung }) => rung !== null);
    const harder = [{ support: 3, days: 5 }, { support: 30, days: 5 }];
    expect(await preview(harder)).toMatchObject({ changedIdeas: 0, keptDeadlines: 1, keptRungs: 1, examples: [] });
    await set({ ladder: harder });
    expect(await read(idea)).toMatchObject({ rung: { position: 1 }, deadline });
  });

  it('is previewed for owners only', async () => {
    for (const client of [fans[0]!, app.visitor()]) {
      const { data, code } = await client.ask(PREVIEW, { slug: community.slug, ladder: LADDER });
      expect([data?.['ladderPreview'] ?? null, code]).toEqual([null, client.token ? 'NOT_ALLOWED' : 'SIGN_IN_REQUIRED']);
    }
    const { code } = await owner.ask(PREVIEW, { slug: community.slug, ladder: [LADDER[1], LADDER[0]] });
    expect(code).toBe('INVALID_INPUT');
  });
});

describe('the survey', () => {
  const SURVEY = 'survey { rung open viewerAnswer { wouldBuy price currency forWhom } viewerCanAnswer { allowed reason } viewerSeesResults }';
  const RESULTS = 'survey { results { answers yes maybe no prices { currency answers lowerQuartile median upperQuartile } audience { word answers } } }';
  const ANSWER = 'idea { survey { viewerAnswer { wouldBuy price currency forWhom } } }';
  const answer = (fan: Client, idea: { id: string }, said: object) => fan.mutate('answerSurvey', { idea: idea.id, ...said }, ANSWER);

  it('asks supporters from its rung on, lets them change their mind, and is counted for the brand and the author', async () => {
    expect(await set({ surveyRung: 1 })).toMatchObject({ community: { surveyRung: 1 } });
    const author = (fans[5] as unknown as { fan: { memberId: string } }).fan.memberId;
    const idea = await posted();
    await app.database.query('UPDATE ideas SET author_id = $2 WHERE id = $1', [idea.id, author]);
    await back(fans[0]!, idea);
    expect((await read(idea, SURVEY, fans[0])).survey).toBeNull();
    expect(await fans[0]!.refusal('answerSurvey', { idea: idea.id, wouldBuy: 'YES' }, ANSWER)).toBe('SURVEY_CLOSED');
    await back(fans[1]!, idea);
    await back(fans[2]!, idea);
    await later(idea, ({ survey }) => survey !== null, SURVEY);
    expect((await read(idea, SURVEY, fans[0])).survey).toEqual({ rung: 1, open: true, viewerAnswer: null, viewerCanAnswer: { allowed: true, reason: null }, viewerSeesResults: false });
    expect((await read(idea, SURVEY, fans[4])).survey.viewerCanAnswer).toEqual({ allowed: false, reason: 'NOT_A_SUPPORTER' });
    expect((await read(idea, SURVEY)).survey.viewerCanAnswer).toEqual({ allowed: false, reason: 'SIGN_IN_REQUIRED' });

    await answer(fans[0]!, idea, { wouldBuy: 'NO' });
    const again = await answer(fans[0]!, idea, { wouldBuy: 'YES', price: 19.994, currency: 'eur', forWhom: 'My daughter, and the whole school' });
    expect(again.idea.survey.viewerAnswer).toEqual({ wouldBuy: 'YES', price: 19.99, currency: 'EUR', forWhom: 'My daughter, and the whole school' });
    await answer(fans[1]!, idea, { wouldBuy: 'MAYBE', price: 30.01, currency: 'EUR', forWhom: 'a school' });
    await answer(fans[2]!, idea, { wouldBuy: 'NO', price: 1, currency: 'EUR' });
    for (const reader of [owner, fans[5]!]) {
      const { results } = (await read(idea, RESULTS, reader)).survey;
      expect(results).toMatchObject({ answers: 3, yes: 1, maybe: 1, no: 1, prices: [{ currency: 'EUR', answers: 2, median: 25 }] });
      expect(results.audience[0]).toEqual({ word: 'school', answers: 2 });
      expect(results.audience.map(({ word }: { word: string }) => word)).not.toContain('the');
    }
    await fans[2]!.mutate('withdrawVote', { idea: idea.id }, 'idea { id }');
    expect((await read(idea, RESULTS, owner)).survey.results).toMatchObject({ answers: 2, no: 0 });
    const { data, code } = await fans[1]!.ask(`query ($id: ID!) { idea(id: $id) { ${RESULTS} } }`, { id: idea.id });
    expect([data?.['idea'].survey.results, code]).toEqual([null, 'NOT_ALLOWED']);
  });

  it('refuses what cannot be a price, and is none where nobody wants to know', async () => {
    await set({ surveyRung: 1 });
    const idea = await posted();
    await app.database.query('UPDATE ideas SET rung = 1 WHERE id = $1', [idea.id]);
    await back(fans[0]!, idea);
    for (const bad of [{ price: -1, currency: 'EUR' }, { price: 5 }, { price: 5, currency: 'XXZ' }, { price: 2e6, currency: 'EUR' }]) {
      expect(await fans[0]!.refusal('answerSurvey', { idea: idea.id, wouldBuy: 'YES', ...bad }, ANSWER)).toBe('INVALID_INPUT');
    }
    expect(await fans[0]!.refusal('answerSurvey', { idea: idea.id, wouldBuy: 'YES', forWhom: 'x'.repeat(201) }, ANSWER)).toBe('TOO_LONG');
    expect(await owner.refusal('updateCommunity', { community: community.slug, surveyRung: 0 }, 'community { id }')).toBe('INVALID_INPUT');
    await set({ surveyRung: null });
    expect((await read(idea, SURVEY, fans[0])).survey).toBeNull();
    expect(await fans[0]!.refusal('answerSurvey', { idea: idea.id, wouldBuy: 'YES' }, ANSWER)).toBe('SURVEY_CLOSED');
  });
});
