import { newId } from '@fanfare/kernel';
import { IDEA_STATUSES, type IdeaStatus } from '@fanfare/ideas';
import { aCommunity, anIdea, aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, accountOf, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';

let app: App;
let brand: Brand;
beforeAll(async () => {
  app = await startApp();
  brand = await aBrand(app);
});
afterAll(() => app?.stop());

const WHY = 'Here is what we think of it, and why.';
const ANSWERED = 'idea { id status officialResponse { id } waitingSince } response { id body status author { handle } }';

const answer = (idea: string, input: object = {}, by: Client = brand.manager) => by.mutate('answerIdea', { idea, response: WHY, ...input }, ANSWERED);
const refused = (idea: string, input: object = {}, by: Client = brand.manager) => by.refusal('answerIdea', { idea, response: WHY, ...input }, ANSWERED);
const read = async (id: string, selection: string, by: Client = app.visitor()) =>
  (await by.get(`query ($id: ID!) { idea(id: $id) { ${selection} } }`, { id })).idea;

/** An idea that stands somewhere, as the database would have it. */
async function anIdeaIn(status: IdeaStatus, columns: object = {}): Promise<string> {
  const target = status === 'MERGED' ? (await anIdea(app.database, brand.communityId)).id : null;
  return (await anIdea(app.database, brand.communityId, { status, author_id: brand.fanId, merged_into_id: target, ...columns })).id;
}

/** Where it stands, and how many responses, moves and acts of staff it left. */
async function tracesOf(id: string) {
  const sql = `SELECT status, (SELECT count(*)::int FROM official_responses WHERE idea_id = $1) AS responses,
    (SELECT count(*)::int FROM idea_moves WHERE idea_id = $1) AS moves,
    (SELECT count(*)::int FROM events WHERE subject_id = $1 AND type IN ('idea.answered', 'idea.moved', 'idea.estimated', 'credit.given')) AS events
    FROM ideas WHERE id = $1`;
  const [row] = await app.database.query<{ status: IdeaStatus; responses: number; moves: number; events: number }>(sql, [id]);
  return row!;
}

/** The column "staff, with a response" of the domain's table, written here a second time. Merging is another mutation. */
const TABLE: Readonly<Partial<Record<IdeaStatus, readonly IdeaStatus[]>>> = {
  OPEN: ['UNDER_REVIEW', 'PLANNED', 'DECLINED'],
  UNDER_REVIEW: ['OPEN', 'PLANNED', 'DECLINED'],
  PLANNED: ['IN_PROGRESS', 'DELIVERED', 'UNDER_REVIEW', 'DECLINED'],
  IN_PROGRESS: ['DELIVERED', 'PLANNED', 'DECLINED'],
  DELIVERED: ['IN_PROGRESS'],
  DECLINED: ['UNDER_REVIEW'],
  EXPIRED: ['UNDER_REVIEW'],
};
/** Where the brand may say more without moving the idea. */
const SAYS_MORE: readonly IdeaStatus[] = ['OPEN', 'UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED'];
const HIDDEN: readonly IdeaStatus[] = ['DRAFT', 'PENDING'];

describe('the table of moves, through the API', () => {
  const every = IDEA_STATUSES.flatMap((from) => IDEA_STATUSES.map((to): [IdeaStatus, IdeaStatus] => [from, to]));
  const isAllowed = (from: IdeaStatus, to: IdeaStatus) => (from === to ? SAYS_MORE.includes(to) : (TABLE[from] ?? []).includes(to));

  it.each(every.filter(([from, to]) => isAllowed(from, to)))('%s to %s is allowed, with its response', async (from, to) => {
    const id = await anIdeaIn(from);
    const { idea, response } = await answer(id, { status: to });
    expect(idea).toEqual({ id, status: to, officialResponse: { id: response.id }, waitingSince: null });
    expect(response).toMatchObject({ body: WHY, status: to, author: { handle: 'mia-answers' } });
    const { history } = await read(id, 'history { from to actor { handle } response { id } }');
    if (from === to) expect(history).toHaveLength(1);
    else expect(history.at(-1)).toEqual({ from, to, actor: { handle: 'mia-answers' }, response: { id: response.id } });
  });

  it.each(every.filter(([from, to]) => !isAllowed(from, to)))('%s to %s is refused and leaves nothing', async (from, to) => {
    const id = await anIdeaIn(from);
    expect(await refused(id, { status: to })).toBe(HIDDEN.includes(from) ? 'NOT_FOUND' : 'MOVE_REFUSED');
    expect(await tracesOf(id)).toEqual({ status: from, responses: 0, moves: 0, events: 0 });
  });

  it('is 16 moves, and 6 places where more can be said', () => {
    expect(every.filter(([from, to]) => isAllowed(from, to))).toHaveLength(16 + 6);
  });

  it('is told beforehand, where it stands first', async () => {
    for (const from of IDEA_STATUSES.filter((status) => !HIDDEN.includes(status))) {
      const { answerStatuses } = await read(await anIdeaIn(from), 'answerStatuses');
      expect(new Set(answerStatuses)).toEqual(new Set([...(SAYS_MORE.includes(from) ? [from] : []), ...(TABLE[from] ?? [])]));
      if (SAYS_MORE.includes(from)) expect(answerStatuses[0]).toBe(from);
    }
  });

  it('is recorded as an act of staff, by ids alone', async () => {
    const id = await anIdeaIn('OPEN');
    const { response } = await answer(id, { status: 'PLANNED' });
    const events = await app.database.query<{ type: string; actor_id: string; payload: Record<string, unknown> }>(
      `SELECT type, actor_id, payload FROM events WHERE subject_id = $1 ORDER BY sequence`, [id]);
    const moveId = events[0]!.payload['moveId'];
    expect(events).toMatchObject([
      { type: 'idea.moved', payload: { from: 'OPEN', to: 'PLANNED', moveId } },
      { type: 'idea.answered', actor_id: await accountOf(brand.manager), payload: { responseId: response.id, moveId } },
    ]);
    expect(JSON.stringify(events)).not.toContain(WHY);
  });
});

describe('who may answer', () => {
  it.each(['owner', 'manager'] as const)('the %s', async (who) => {
    expect((await answer(await anIdeaIn('OPEN'), { status: 'UNDER_REVIEW' }, brand[who])).idea.status).toBe('UNDER_REVIEW');
  });

  it.each(['moderator', 'fan', 'rival', 'operator'] as const)('not the %s', async (who) => {
    const id = await anIdeaIn('OPEN');
    expect(await refused(id, { status: 'PLANNED' }, brand[who])).toBe('NOT_ALLOWED');
    expect(await refused(id, {}, brand[who])).toBe('NOT_ALLOWED');
    const { results } = await brand[who].mutate('answerIdeas', { ideas: [id], status: 'PLANNED', response: WHY }, 'results { id problem { code } }');
    expect(results).toEqual([{ id, problem: { code: 'NOT_ALLOWED' } }]);
    expect(await tracesOf(id)).toEqual({ status: 'OPEN', responses: 0, moves: 0, events: 0 });
  });

  it('not a visitor, and nobody who no longer holds the role', async () => {
    const id = await anIdeaIn('OPEN');
    expect(await refused(id, {}, app.visitor())).toBe('SIGN_IN_REQUIRED');
    expect(await app.visitor().refusal('answerIdeas', { ideas: [id], status: 'PLANNED', response: WHY }, 'results { id }')).toBe('SIGN_IN_REQUIRED');
    const former = await app.visitor().signUp();
    await former.join(brand.slug, 'once-a-manager');
    await brand.owner.mutate('grantRole', { community: brand.slug, handle: 'once-a-manager', role: 'BRAND_MANAGER' }, 'member { id }');
    await answer(id, {}, former);
    await brand.owner.mutate('revokeRole', { community: brand.slug, handle: 'once-a-manager', role: 'BRAND_MANAGER' }, 'member { id }');
    expect(await refused(id, {}, former)).toBe('NOT_ALLOWED');
  });

  it('an owner who never joined speaks for the brand without a name', async () => {
    const owner = await app.visitor().signUp();
    const { id: communityId } = await aCommunity(app.database);
    await aRole(app.database, communityId, await accountOf(owner), 'OWNER');
    const { id } = await anIdea(app.database, communityId);
    expect((await answer(id, { status: 'PLANNED' }, owner)).response.author).toBeNull();
  });

  it('is told each reader', async () => {
    const id = await anIdeaIn('OPEN');
    const can = async (by: Client) => (await read(id, 'viewerCan { answer { allowed reason } }', by)).viewerCan.answer;
    expect(await can(brand.owner)).toEqual({ allowed: true, reason: null });
    expect(await can(brand.moderator)).toEqual({ allowed: false, reason: 'NOT_ALLOWED' });
    expect(await can(app.visitor())).toEqual({ allowed: false, reason: 'SIGN_IN_REQUIRED' });
  });
});

describe('a response', () => {
  it('is never empty, whatever the move; DECLINED without a reason least of all', async () => {
    const id = await anIdeaIn('OPEN');
    for (const response of ['', '   ', '\n\t', '\u0007\u202e']) {
      for (const status of ['DECLINED', 'PLANNED', null]) expect(await refused(id, { status, response })).toBe('EMPTY_TEXT');
    }
    expect(await refused(id, { status: 'DECLINED', response: null })).toMatch(/BAD_USER_INPUT|EMPTY_TEXT/);
    expect(await refused(id, { response: 'x'.repeat(10_001) })).toBe('TOO_LONG');
    expect(await tracesOf(id)).toEqual({ status: 'OPEN', responses: 0, moves: 0, events: 0 });
  });

  it('is asked for by the database too', async () => {
    const id = await anIdeaIn('OPEN');
    const move = (to: string, mover: string) =>
      app.database.query(`INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at) VALUES ($1, $2, $3, 'OPEN', $4, $5, now())`, [newId(), id, brand.communityId, to, mover]);
    await expect(move('DECLINED', 'IMPORT')).rejects.toThrow('idea_moves_declined_has_reason');
    await expect(move('PLANNED', 'STAFF')).rejects.toThrow('idea_moves_staff_answers');
    await move('PLANNED', 'IMPORT'); // negative control
    await expect(
      app.database.query(`INSERT INTO official_responses (id, idea_id, community_id, status, body, created_at) VALUES ($1, $2, $3, 'DECLINED', E' \\n', now())`, [newId(), id, brand.communityId]),
    ).rejects.toThrow('official_responses_says_something');
  });

  it('without a status is a further one: the idea stays, and all are kept', async () => {
    const id = await anIdeaIn('OPEN');
    await answer(id, { status: 'PLANNED', response: 'It is on the plan.' });
    await answer(id, { response: 'The first drawings are done.' });
    const { officialResponses, officialResponse, history } = await read(id, 'officialResponse { body } officialResponses { totalCount nodes { body status } } history { to }');
    expect(officialResponse.body).toBe('The first drawings are done.');
    expect(officialResponses).toEqual({ totalCount: 2, nodes: [{ body: 'The first drawings are done.', status: 'PLANNED' }, { body: 'It is on the plan.', status: 'PLANNED' }] });
    expect(history.map((event: { to: string }) => event.to)).toEqual(['OPEN', 'PLANNED']);
    const page = await read(id, 'officialResponses(first: 1) { pageInfo { endCursor hasNextPage } }');
    expect(page.officialResponses.pageInfo.hasNextPage).toBe(true);
    const next = await read(id, `officialResponses(after: "${page.officialResponses.pageInfo.endCursor}") { nodes { body } }`);
    expect(next.officialResponses.nodes).toEqual([{ body: 'It is on the plan.' }]);
  });

  it('happens once however often the same request arrives', async () => {
    const id = await anIdeaIn('OPEN');
    const once = { status: 'PLANNED', idempotencyKey: `answer-${id}` };
    const answers = await Promise.all([1, 2, 3].map(() => answer(id, once)));
    expect(new Set(answers.map(({ response }) => response.id)).size).toBe(1);
    expect(await tracesOf(id)).toMatchObject({ status: 'PLANNED', responses: 1, moves: 1 });
    expect(await refused(id, { ...once, status: 'DECLINED' })).toBe('IDEMPOTENCY_KEY_REUSED');
    await answer(id, { ...once, idempotencyKey: null, status: 'IN_PROGRESS' });
    expect((await answer(id, once)).idea.status).toBe('IN_PROGRESS');
  });
});

describe('two at once', () => {
  it('two managers who both expect OPEN: one answers, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await anIdeaIn('OPEN');
      const codes = await Promise.all([
        brand.manager.ask('mutation ($i: AnswerIdeaInput!) { answerIdea(input: $i) { idea { status } } }', { i: { idea: id, response: WHY, status: 'PLANNED', expectedStatus: 'OPEN' } }),
        brand.owner.ask('mutation ($i: AnswerIdeaInput!) { answerIdea(input: $i) { idea { status } } }', { i: { idea: id, response: WHY, status: 'DECLINED', expectedStatus: 'OPEN' } }),
      ]);
      expect(codes.map(({ code }) => code).sort()).toEqual(['STALE_STATUS', null]);
      const stale = codes.find(({ code }) => code)!;
      const { status } = await tracesOf(id);
      expect(stale.errors[0]!.extensions.params).toEqual({ status });
      expect(await tracesOf(id)).toMatchObject({ responses: 1, moves: 1 });
    }
  });

  it('whatever they ask, history stays a path along the table', async () => {
    const id = await anIdeaIn('OPEN');
    const targets = ['PLANNED', 'DECLINED', 'UNDER_REVIEW', 'IN_PROGRESS', 'DELIVERED', 'OPEN', 'PLANNED', 'DECLINED', 'IN_PROGRESS', 'UNDER_REVIEW'];
    await Promise.all(targets.map((status, at) => (at % 2 ? brand.manager : brand.owner).ask('mutation ($i: AnswerIdeaInput!) { answerIdea(input: $i) { idea { id } } }', { i: { idea: id, response: WHY, status } })));
    const { history, status } = await read(id, 'status history { from to }');
    const steps = history.slice(1) as { from: IdeaStatus; to: IdeaStatus }[];
    expect(steps.length).toBeGreaterThan(0);
    for (const [at, { from, to }] of steps.entries()) {
      expect(from).toBe(at === 0 ? 'OPEN' : steps[at - 1]!.to);
      expect(TABLE[from]).toContain(to);
    }
    expect(status).toBe(steps.at(-1)!.to);
  });

  it('votes during an answer are counted or refused, never lost', async () => {
    const id = await anIdeaIn('OPEN');
    const fans = await Promise.all(Array.from({ length: 8 }, async (_, at) => {
      const fan = await app.visitor().signUp();
      await fan.join(brand.slug, `voter-${at}-${id.slice(-6)}`);
      return fan;
    }));
    const votes = fans.map((fan) => fan.ask('mutation ($i: CastVoteInput!) { castVote(input: $i) { idea { id } } }', { i: { idea: id } }));
    const [, ...answers] = await Promise.all([answer(id, { status: 'PLANNED' }), ...votes]);
    const cast = answers.filter(({ code }) => code === null).length;
    expect(answers.every(({ code }) => code === null || code === 'VOTING_CLOSED')).toBe(true);
    expect((await read(id, 'support { raw }')).support.raw).toBe(cast);
  });
});

describe('several at once', () => {
  const many = (input: object, by: Client = brand.manager) => by.mutate('answerIdeas', { response: WHY, status: 'PLANNED', ...input }, 'results { id idea { status estimate { from } } problem { code } }');

  it('each has its own outcome, in the order asked and once each', async () => {
    const [open, declined, draft, review] = [await anIdeaIn('OPEN'), await anIdeaIn('DECLINED'), await anIdeaIn('DRAFT'), await anIdeaIn('UNDER_REVIEW')];
    const elsewhere = (await anIdea(app.database, brand.nextDoor.id)).id;
    const nothing = newId();
    const { results } = await many({ ideas: [open, declined, elsewhere, draft, nothing, 'nonsense', review, open], estimate: { from: '2027-01-01', precision: 'YEAR' } });
    expect(results).toEqual([
      { id: open, idea: { status: 'PLANNED', estimate: { from: '2027-01-01' } }, problem: null },
      { id: declined, idea: { status: 'DECLINED', estimate: null }, problem: { code: 'MOVE_REFUSED' } },
      { id: elsewhere, idea: { status: 'OPEN', estimate: null }, problem: { code: 'NOT_ALLOWED' } },
      { id: draft, idea: null, problem: { code: 'NOT_FOUND' } },
      { id: nothing, idea: null, problem: { code: 'NOT_FOUND' } },
      { id: 'nonsense', idea: null, problem: { code: 'NOT_FOUND' } },
      { id: review, idea: { status: 'PLANNED', estimate: { from: '2027-01-01' } }, problem: null },
    ]);
    expect(await tracesOf(open)).toMatchObject({ responses: 1, moves: 1 });
    expect(await tracesOf(declined)).toMatchObject({ responses: 0, moves: 0 });
  });

  it('are a hundred at most, and none is answered twice for the same key', async () => {
    const ideas = await Promise.all([1, 2].map(() => anIdeaIn('OPEN')));
    const input = { ideas, idempotencyKey: `bulk-${ideas[0]}` };
    await many(input);
    const again = await many(input);
    expect(again.results.map((result: { problem: unknown }) => result.problem)).toEqual([null, null]);
    for (const id of ideas) expect(await tracesOf(id)).toMatchObject({ status: 'PLANNED', responses: 1, moves: 1 });
    const third = await anIdeaIn('OPEN');
    await many({ ...input, ideas: [...ideas, third] }); // goes on where it was cut off
    expect(await tracesOf(third)).toMatchObject({ status: 'PLANNED', responses: 1 });
    const refusal = (list: string[]) => brand.manager.refusal('answerIdeas', { ideas: list, response: WHY, status: 'PLANNED' }, 'results { id }');
    expect(await refusal(Array.from({ length: 101 }, () => newId()))).toBe('INVALID_INPUT');
    expect(await refusal([])).toBe('INVALID_INPUT');
    const { results } = await many({ ideas: [third], response: '  ', status: 'IN_PROGRESS' });
    expect(results[0].problem).toEqual({ code: 'EMPTY_TEXT' });
  });
});
