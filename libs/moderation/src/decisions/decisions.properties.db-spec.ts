import { DAY, Problem } from '@fanfare/kernel';
import { aComment, type Rooms } from '@fanfare/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppealDecisionsService } from '../appeals/appeal-decisions.service.js';
import { AppealsService } from '../appeals/appeals.service.js';
import { aCourt, anItem, bootCourt, type Court, decide, inDays, INSULT, restrictionsOf, WHY, withheldOf } from '../../test/small-court.js';
import type { DecisionAction } from '../moderation.enums.js';
import { DecisionEnds } from './decision-ends.service.js';
import { DecisionsService } from './decisions.service.js';
import { WarningsService } from './warnings.service.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootCourt();
});
afterAll(() => rooms?.close());

/** What can happen next to one comment and its author; numbers choose among what is there. */
type Step =
  | { readonly do: 'decide'; readonly action: DecisionAction; readonly days: number; readonly beside: boolean }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'second'; readonly agree: boolean }
  | { readonly do: 'appeal'; readonly at: number; readonly outcome: 'UPHELD' | 'REVERSED' | 'CHANGED' }
  | { readonly do: 'acknowledge' };

/** Bans more often than their turn: for good, they wait for a second moderator. */
const ACTIONS = ['KEEP', 'ASK_CHANGE', 'HIDE', 'REMOVE', 'LABEL', 'WARN', 'MUTE', 'HOLD', 'SUSPEND', 'BAN', 'BAN', 'BAN', 'BAN'] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), action: fc.constantFrom(...ACTIONS), days: fc.integer({ min: 0, max: 3 }), beside: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('second' as const), agree: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('appeal' as const), at: fc.nat(9), outcome: fc.constantFrom('UPHELD' as const, 'REVERSED' as const, 'CHANGED' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('acknowledge' as const) }) },
);

const idsOf = async ({ db, community }: Court, where: string) =>
  (await db.query<{ id: string }>(`SELECT id FROM decisions WHERE community_id = $1 AND ${where} ORDER BY decided_at, id`, [community.id])).map(({ id }) => id);

async function take(court: Court, comment: string, next: Step): Promise<void> {
  if (next.do === 'wait') {
    rooms.clock.advance(next.days * DAY);
    return void (await rooms.transactor.run((tx) => rooms.get(DecisionEnds).endDue(tx)));
  }
  if (next.do === 'decide') return rule(court, comment, next);
  if (next.do === 'appeal') return challenge(court, next);
  if (next.do === 'second') {
    for (const id of await idsOf(court, `state = 'PROPOSED'`)) await rooms.get(DecisionsService).confirm(court.mia.actor, { decision: id, agree: next.agree, reason: 'As I see it.' });
    return;
  }
  for (const id of await idsOf(court, `state = 'IN_FORCE' AND action = 'WARN'`)) await rooms.get(WarningsService).acknowledge(court.author.actor, id);
}

/** On the incident that waits, or on a new one. */
async function rule(court: Court, comment: string, { action, days, beside }: Extract<Step, { do: 'decide' }>): Promise<void> {
  const [open] = await court.db.query<{ id: string }>(`SELECT id FROM review_items WHERE subject_id = $1 AND state = 'OPEN'`, [comment]);
  const [proposed] = await court.db.query(`SELECT FROM review_items WHERE subject_id = $1 AND state = 'PROPOSED'`, [comment]);
  if (proposed) return;
  const item = open?.id ?? (await anItem(court, 'COMMENT', comment));
  const until = ['MUTE', 'SUSPEND'].includes(action) || (days > 0 && ['HIDE', 'HOLD', 'BAN'].includes(action)) ? inDays(court, days + 1) : null;
  const right = action === 'MUTE' ? ('VOTING' as const) : null;
  const sanction = beside && ['HIDE', 'REMOVE', 'ASK_CHANGE'].includes(action) ? ({ action: 'MUTE', right: 'COMMENTING', until: inDays(court, 3) } as const) : null;
  await decide(court, court.max, { item, action, until, right, sanction });
}

async function challenge(court: Court, { at, outcome }: Extract<Step, { do: 'appeal' }>): Promise<void> {
  const ids = await idsOf(court, `state IN ('IN_FORCE', 'ENDED') AND action <> 'KEEP'`);
  if (ids.length === 0) return;
  const appeal = await rooms.get(AppealsService).appeal(court.author.actor, { decision: ids[at % ids.length]!, text: 'It was a joke.' });
  const instead = outcome === 'CHANGED' ? { action: 'LABEL' as const, ...WHY } : null;
  await rooms.get(AppealDecisionsService).decide(court.mo.actor, { appeal, outcome, reasons: 'We read it again.', instead });
}

const WITHHOLDS: Readonly<Record<string, string>> = { HOLD: 'HOLD', ASK_CHANGE: 'HIDDEN', HIDE: 'HIDDEN', REMOVE: 'REMOVED' };
const RESTRICTS: Readonly<Record<string, string>> = { WARN: 'WARNING', MUTE: 'MUTE', HOLD: 'HOLD', SUSPEND: 'SUSPENSION', BAN: 'BAN' };

/** What ought to be, said from the decisions alone. */
async function ought({ db, community }: Court) {
  const rows = await db.query<{ action: string; scope: string; right: string | null }>(
    `SELECT action, scope, muted_right AS "right" FROM decisions WHERE community_id = $1 AND state = 'IN_FORCE'`, [community.id]);
  const kinds = rows.filter(({ scope }) => scope === 'TEXT').map(({ action }) => WITHHOLDS[action]);
  const withheld = ['REMOVED', 'HIDDEN', 'HOLD'].find((kind) => kinds.includes(kind)) ?? null;
  const restrictions = rows.filter(({ scope }) => scope === 'MEMBER').map(({ action, right }) => (right ? `${RESTRICTS[action]} ${right}` : RESTRICTS[action]!)).sort();
  return { withheld, restrictions, labels: rows.filter(({ action }) => action === 'LABEL').length };
}

/** Decisions that are over, and not wrong: each ended in the log, once; and nothing did that still binds. */
async function ends({ db, community }: Court) {
  const rows = await db.query<{ state: string; times: number }>(
    `SELECT d.state, (SELECT count(*)::int FROM log_entries e WHERE e.community_id = $1 AND e.kind = 'DECISION_ENDED' AND e.body ->> 'decision' = d.id::text) AS times
     FROM decisions d WHERE d.community_id = $1`, [community.id]);
  return rows.filter(({ state, times }) => (state === 'FALLEN' ? times > 1 : times !== Number(state === 'ENDED')));
}

async function is(court: Court, comment: string) {
  const labels = await court.db.query('SELECT FROM content_labels WHERE subject_id = $1 AND lifted_at IS NULL', [comment]);
  return { withheld: await withheldOf(court, 'comments', comment), restrictions: (await restrictionsOf(court, court.author.id)).sort(), labels: labels.length };
}

/** A ban for good that another moderator agrees to, or not: chance alone comes by it too seldom. */
function seconded(agree: boolean): Step[] {
  const ban: Step = { do: 'decide', action: 'BAN', days: 0, beside: false };
  return [{ do: 'decide', action: 'HIDE', days: 2, beside: true }, ban, { do: 'second', agree }, { do: 'wait', days: 4 }, { do: 'appeal', at: 0, outcome: 'REVERSED' }];
}

it('in any order of decisions, endings and appeals, what is shown and who is restricted is what the decisions in force say', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const court = await aCourt(rooms);
      const { id: comment } = await aComment(court.db, court.idea, { author_id: court.author.id, body: INSULT });
      for (const next of steps) {
        await take(court, comment, next).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error; // refused, and then nothing has changed
        });
        expect(await is(court, comment), JSON.stringify(next)).toEqual(await ought(court));
        expect(await ends(court)).toEqual([]);
        for (const { state } of await court.db.query<{ state: string }>('SELECT state FROM decisions WHERE community_id = $1', [court.community.id])) reached.add(state);
      }
    }),
    { numRuns: 20, examples: [[seconded(true)], [seconded(false)]] },
  );
  expect([...reached].sort()).toEqual(['ENDED', 'FALLEN', 'IN_FORCE', 'PROPOSED', 'REJECTED']); // so that the property was about something
});
