import { GraphQLSchemaHost } from '@nestjs/graphql';
import { PROBLEM_CODES } from '@fanfare/kernel';
import fc from 'fast-check';
import { getNamedType, type GraphQLField, type GraphQLObjectType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Answer, Client } from '../support/client.js';
import { hostileArguments } from '../support/hostile.js';
import { CALL, MISSION } from '../support/matrix/programme.js';
import { aWorld, type World } from '../support/small-world.js';

const STABLE = new Set<string>([...PROBLEM_CODES, 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

let app: App;
let world: World;
let ids: string[];

beforeAll(async () => {
  app = await startApp();
  world = await aWorld(app);
  ids = [...Object.values(world.ids), ...(await aMovement(world))];
});
afterAll(() => app.stop());

/** A call, a budget with a perk and a mission in its period, as the brand makes them. */
async function aMovement({ owner, slug: community }: World): Promise<string[]> {
  const make = async (mutation: string, input: Record<string, unknown>, name: string) => (await owner.mutate(mutation, input, `${name} { id }`))[name].id as string;
  const call = await make('openCall', { community, ...CALL, publish: true }, 'call');
  const budget = await make('createRewardBudget', { community, name: 'Autumn' }, 'budget');
  await owner.mutate('fundBudget', { budget, amount: 500 }, 'budget { left }');
  const perk = await make('createPerk', { budget, title: 'A mug', cost: 10, stock: 5 }, 'perk');
  const period = await make('createPeriod', { community, theme: 'On the road', startsAt: MISSION.opensAt, endsAt: MISSION.closesAt }, 'period');
  return [call, budget, perk, period, await make('publishMission', { community, ...MISSION, period }, 'mission')];
}

function fieldsOf(type: string): GraphQLField<unknown, unknown>[] {
  return Object.values((app.get(GraphQLSchemaHost).schema.getType(type) as GraphQLObjectType).getFields());
}

/** A few scalars of whatever a field answers. */
function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  if (named.name.endsWith('Connection')) return '{ totalCount pageInfo { endCursor } nodes { __typename } }';
  const leaves = Object.values(named.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
  return `{ __typename ${leaves.map(({ name }) => name).join(' ')} }`;
}

function document(kind: string, field: GraphQLField<unknown, unknown>, open = '', close = ''): string {
  const names = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind} ${names && `(${names})`} { ${open} ${field.name}${given && `(${given})`} ${selectionOf(field)} ${close} }`;
}

function expectStable({ status, errors }: Answer<unknown>, what: string): void {
  expect(status, what).toBeLessThan(500);
  for (const { message, extensions } of errors) {
    expect(STABLE.has(extensions.code) && extensions.code !== 'INTERNAL', `${what}: ${extensions.code}`).toBe(true);
    expect(extensions).toMatchObject({ params: expect.any(Object), requestId: expect.any(String) });
    expect(message).not.toMatch(/\bat \/|node_modules|SELECT|relation "|duplicate key/);
  }
}

/** Sends `runs` inputs to fields chosen at random; what is sent is said when an answer is wrong. */
async function fuzz(runs: number, cases: { document: string; field: GraphQLField<unknown, unknown> }[], as: () => Client): Promise<Map<string, number>> {
  const codes = new Map<string, number>();
  const requests = fc.constantFrom(...cases).chain((one) => hostileArguments(one.field.args, ids).map((variables) => ({ query: one.document, variables })));
  await fc.assert(
    fc.asyncProperty(requests, async ({ query, variables }) => {
      await app.database.query('DELETE FROM rate_limits');
      const answer = await as().ask(query, variables);
      const code = answer.code ?? 'fine';
      codes.set(code, (codes.get(code) ?? 0) + 1);
      expectStable(answer, `${query} ${JSON.stringify(variables).slice(0, 400)}`);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return codes;
}

describe('hostile input never meets an accident', () => {
  const everyMutation = () => fieldsOf('Mutation').filter(({ name }) => name !== 'signOut' && name !== 'changePassword');
  const cases = (fields: GraphQLField<unknown, unknown>[]) => fields.map((field) => ({ field, document: document('mutation', field) }));

  it('in mutations of somebody who may do everything', async () => {
    const codes = await fuzz(450, cases(everyMutation()), () => world.owner);
    expect(codes.get('fine') ?? 0, 'so that the depths are reached').toBeGreaterThan(20);
    expect(codes.size).toBeGreaterThan(5);
  }, 120_000);

  it('in mutations of a fan and of a visitor', async () => {
    await fuzz(80, cases(everyMutation()), () => world.fan);
    await fuzz(60, cases(fieldsOf('Mutation')), () => app.visitor());
  }, 120_000);

  it.each([
    ['Query', '', ''],
    ['Community', 'community(slug: "here") {', '}'],
    ['Idea', 'idea(id: "$idea") {', '}'],
    ['Member', 'community(slug: "here") { member(handle: "the-fan") {', '} }'],
    ['Viewer', 'viewer {', '}'],
    ['Circle', 'circle(id: "$circle") {', '}'],
    ['Comment', 'idea(id: "$idea") { comments(first: 5) { nodes {', '} } }'],
  ])('in questions about a %s', async (type, open, close) => {
    const asked = fieldsOf(type).filter(({ args }) => args.length > 0);
    expect(asked.length).toBeGreaterThan(0);
    const opened = open.replace('$idea', world.ids.idea).replace('$circle', world.ids.ownCircle);
    await fuzz(60, asked.map((field) => ({ field, document: document('query', field, opened, close) })), () => world.fan);
  }, 60_000);
});
