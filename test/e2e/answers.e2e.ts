import { ANSWER_STATUSES, IDEA_STATUSES, type IdeaStatus, MOVES } from '@fanfare/ideas';
import { anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { type Brand, aBrand } from '../support/brand.js';

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

describe('the table of moves, through the API', () => {
  const every = IDEA_STATUSES.flatMap((from) => IDEA_STATUSES.map((to): [IdeaStatus, IdeaStatus] => [from, to]));

  it.each(every)('%s to %s', async (from, to) => {
    const id = await anIdeaIn(from);
    const hidden = from === 'DRAFT' || from === 'PENDING';
    const allowed = ANSWER_STATUSES.includes(to) && (from === to || MOVES[from].STAFF.includes(to));
    if (!allowed) {
      expect(await refused(id, { status: to })).toBe(hidden ? 'NOT_FOUND' : 'MOVE_REFUSED');
      const [row] = await app.database.query<{ status: string; said: number }>(
        'SELECT status, (SELECT count(*)::int FROM official_responses WHERE idea_id = $1) + (SELECT count(*)::int FROM idea_moves WHERE idea_id = $1) AS said FROM ideas WHERE id = $1', [id]);
      expect(row).toEqual({ status: from, said: 0 });
      return;
    }
    const { idea, response } = await answer(id, { status: to });
    expect(idea).toMatchObject({ status: to, officialResponse: { id: response.id } });
    expect(response).toMatchObject({ body: WHY, status: to, author: { handle: 'mia-answers' } });
    const { history } = await read(id, 'history { from to actor { handle } response { id } }');
    if (from === to) expect(history).toHaveLength(1);
    else expect(history.at(-1)).toEqual({ from, to, actor: { handle: 'mia-answers' }, response: { id: response.id } });
  });

  it('says where an answer may go, its own status first', async () => {
    for (const from of IDEA_STATUSES.filter((status) => status !== 'DRAFT' && status !== 'PENDING')) {
      const { answerStatuses } = await read(await anIdeaIn(from), 'answerStatuses');
      expect(answerStatuses).toEqual([from, ...MOVES[from].STAFF].filter((status) => ANSWER_STATUSES.includes(status)));
    }
  });
});
