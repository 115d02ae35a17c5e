import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLField, getNamedType, type GraphQLSchema, isCompositeType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { expectGolden } from '../support/golden.js';
import type { Live } from '../support/live.js';
import { argumentsOf } from '../support/matrix/arguments.js';
import { seenBy, type Way, waysThrough } from '../support/matrix/fields.js';
import { type Outcome, outcomeOfMutation, outcomeOfQuery, outcomeOverSocket, Rehearsal, socketOf } from '../support/matrix/operations.js';
import { silence } from '../support/silence.js';
import { type Row, tableOf } from '../support/matrix/table.js';
import { aMatrixWorld, type MatrixWorld, type Role, ROLES } from '../support/matrix/world.js';

silence(); // what was taken back is not found when it is read again

let app: App;
let schema: GraphQLSchema;
let world: MatrixWorld;
let rehearsal: Rehearsal;
let sockets: Live[];

beforeAll(async () => {
  app = await startApp();
  await app.schedules.stop();
  schema = app.get(GraphQLSchemaHost).schema;
  world = await aMatrixWorld(app);
  await app.dispatcher.drain();
  await app.dispatcher.stop();
  await app.database.query('CREATE TABLE matrix_sessions AS TABLE sessions');
  rehearsal = new Rehearsal(app);
  sockets = await Promise.all(ROLES.map((role) => socketOf(app, world.clients[role])));
});
afterAll(async () => {
  for (const socket of sockets ?? []) socket.close();
  await app?.stop();
});

type AnyField = GraphQLField<unknown, unknown>;
const rootsOf = (kind: 'Query' | 'Mutation' | 'Subscription'): AnyField[] => Object.values((schema.getType(kind) as { getFields(): Record<string, AnyField> } | undefined)?.getFields() ?? {}).sort((a, b) => (a.name < b.name ? -1 : 1));
const documentOf = (kind: string, field: AnyField) => `${kind} { ${field.name}${argumentsOf(field, world)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''} }`;
const cell = ({ cells }: Row, role: Role) => cells[ROLES.indexOf(role)]!;

/** Some calls end sessions for good, outside a transaction: the sessions come back. */
const RESTORE = 'INSERT INTO sessions SELECT * FROM matrix_sessions ON CONFLICT DO NOTHING';

async function rowsOf(fields: readonly AnyField[], ask: (field: AnyField, role: Role) => Promise<Outcome>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const field of fields) {
    const cells: Outcome[] = [];
    for (const role of ROLES) cells.push(await ask(field, role));
    rows.push({ name: field.name, cells });
  }
  return rows;
}

interface TypeSeen {
  readonly way: Way;
  readonly reached: readonly Role[];
  /** Fields that not all who come to the object find alike. */
  readonly rows: readonly Row[];
  readonly alike: readonly string[];
}

/** By the first way on which anybody comes to an object of the type. */
async function typeSeen(ways: readonly Way[]): Promise<TypeSeen | null> {
  for (const way of ways) {
    const seen = await Promise.all(ROLES.map((role) => seenBy(world.clients[role], way, world)));
    const reached = ROLES.filter((_, at) => seen[at] !== null);
    if (reached.length === 0) continue;
    const rows = Object.keys(way.type.getFields()).map((name) => ({ name, cells: seen.map((one) => one?.get(name) ?? '·') }));
    const isAlike = ({ cells }: Row) => new Set(cells.filter((outcome) => outcome !== '·')).size <= 1;
    return { way, reached, rows: rows.filter((row) => !isAlike(row)), alike: rows.filter(isAlike).map(({ name }) => name) };
  }
  return null;
}

const LEGEND = `# Who may do and see what

Written by \`test/contract/authorization-matrix.contract.ts\` from the schema: each operation is called by each of these people over
HTTP, with arguments filled from a small community in which everything there is one of is the author's; each transaction goes to its
end and is taken back. Over the WebSocket each subscription is called, and every query and mutation is refused.

\`yes\`: let through. \`no\`: NOT_ALLOWED. \`sign in\`: SIGN_IN_REQUIRED. \`join\`: NOT_A_MEMBER. \`shut\`: RESTRICTED, by a decision of moderators.
\`hidden\`: NOT_FOUND, or null without a word. Another code: let through the door, and refused for what it says. \`·\`: does not come to the object.
`;

const head = (what: string) => [what, ...ROLES];
let queries: Row[], mutations: Row[], subscriptions: Row[];
const types: TypeSeen[] = [];
let unreached: string[] = [];

describe('everybody tries everything', () => {
  it('calls', async () => {
    queries = await rowsOf(rootsOf('Query'), (field, role) => outcomeOfQuery(world.clients[role], documentOf('query', field), field.name));
    mutations = await rowsOf(rootsOf('Mutation'), async (field, role) => {
      const outcome = await outcomeOfMutation(rehearsal, world.clients[role], documentOf('mutation', field));
      if (/sign|session|password|deletion/i.test(field.name)) await app.database.query(RESTORE);
      return outcome;
    });
    subscriptions = await rowsOf(rootsOf('Subscription'), (field, role) => outcomeOverSocket(sockets[ROLES.indexOf(role)]!, documentOf('subscription', field)));
    expect(mutations.length).toBeGreaterThan(110);
  });

  it('reads', async () => {
    const ways = waysThrough(schema, world);
    for (const name of [...ways.keys()].sort()) {
      const seen = await typeSeen(ways.get(name)!);
      if (seen) types.push(seen);
      else unreached.push(name);
    }
    expect(types.length).toBeGreaterThan(100);
  });

  it('and over the socket nothing but subscriptions is taken', async () => {
    for (const kind of ['query', 'mutation'] as const) {
      for (const field of rootsOf(kind === 'query' ? 'Query' : 'Mutation')) {
        const codes = await Promise.all(sockets.map((socket) => outcomeOverSocket(socket, documentOf(kind, field))));
        expect([field.name, new Set(codes)]).toEqual([field.name, new Set(['QUERY_REFUSED'])]);
      }
    }
  });
});

describe('the matrix', () => {
  it('is as reviewed', () => {
    const byType = types.filter(({ rows, reached }) => rows.length > 0 || reached.length < ROLES.length);
    const text = [
      LEGEND,
      `## Queries\n\n${tableOf(head('query'), queries)}\n`,
      `## Mutations\n\n${tableOf(head('mutation'), mutations)}\n`,
      `## Subscriptions, over the WebSocket\n\n${tableOf(head('subscription'), subscriptions)}\n`,
      `## Fields that not everybody finds alike\n`,
      ...byType.map(({ way, reached, rows, alike }) => {
        const who = reached.length === ROLES.length ? 'everybody' : reached.join(', ');
        const table = rows.length > 0 ? `\n${tableOf(head(way.type.name), rows)}\n` : '';
        return `### ${way.type.name}\n\nBy \`${way.keys.join('.')}\`: ${who}.\n${table}${alike.length > 0 ? `\nAlike for them: ${alike.join(', ')}.\n` : ''}`;
      }),
      `## Alike for everybody\n\n${types.filter((type) => !byType.includes(type)).map(({ way, alike }) => `- ${way.type.name}: ${alike.join(', ')}`).join('\n')}\n`,
      `## Of which this community has none\n\n${unreached.join(', ')}\n`,
    ].join('\n');
    expectGolden('test/contract/authorization-matrix.golden.md', text);
  });

  it('lets visitors call nothing that changes a community', () => {
    const open = mutations.filter((row) => !['SIGN_IN_REQUIRED'].includes(cell(row, 'visitor'))).map(({ name }) => name);
    expect(open).toEqual(OPEN_TO_VISITORS);
  });

  it('lets a banned and a suspended member do the same, and only what leads out', () => {
    const done = (role: Role) => mutations.filter((row) => cell(row, role) === 'yes').map(({ name }) => name);
    expect(done('banned').filter((name) => !LEADS_OUT.includes(name))).toEqual([]);
    expect(done('suspended').filter((name) => !done('banned').includes(name))).toEqual(['acknowledgeWarning']); // which is theirs
  });

  it('keeps the brand out of moderation, moderators out of the brand, and neighbours out of both', () => {
    const may = (role: Role) => mutations.filter((row) => cell(row, role) === 'yes').map(({ name }) => name);
    const byModerators = MODERATION.filter((name) => may('moderator').includes(name));
    expect(byModerators).toEqual(MODERATION);
    for (const role of ['member', 'brand manager', 'owner', 'moderator next door', 'banned'] as const) {
      expect([role, may(role).filter((name) => MODERATION.includes(name))]).toEqual([role, []]);
    }
    expect(may('moderator').filter((name) => BRAND.includes(name))).toEqual([]);
    expect(may('moderator next door')).toEqual(may('member'));
  });
});

const OPEN_TO_VISITORS: string[] = [];
const LEADS_OUT: string[] = [];
const MODERATION = ['addReviewNote', 'answerAppeal', 'claimReview', 'confirmDecision', 'decideAppeal', 'decideReview', 'decideReviews'];
const BRAND = ['answerIdea', 'answerIdeas', 'setEstimate', 'giveCredit', 'withdrawCredit', 'updateCommunity', 'updateCommunityRules', 'grantRole', 'revokeRole', 'inviteStaff', 'uploadPurchaseCodes', 'createApiToken', 'recogniseCircle'];
