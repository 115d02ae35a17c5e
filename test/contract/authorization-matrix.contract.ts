import { ALLOWED } from '@fanfare/kernel';
import { Reviewers } from '@fanfare/moderation';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isCompositeType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { expectGolden } from '../support/golden.js';
import type { Live } from '../support/live.js';
import { argumentsOf, callsOf } from '../support/matrix/arguments.js';
import { exceptionsSeen } from '../support/matrix/exceptions.js';
import { explore, type Place } from '../support/matrix/explore.js';
import { type AnyField, fieldsOf, Reader } from '../support/matrix/fields.js';
import { asking, outcomeOverSocket, outcomesOfMutation, outcomesOfWatching, Rehearsal, socketOf } from '../support/matrix/operations.js';
import { type Matrix, type Row, written } from '../support/matrix/table.js';
import { DOING, KNOWING, PAST_THE_DOOR, READING, surprisesInOperations, surprisesInTypes, whoIn } from '../support/matrix/rules.js';
import { aMatrixWorld, type MatrixWorld, type Role, ROLES } from '../support/matrix/world.js';
import { silence } from '../support/silence.js';

silence(); // what was taken back is not found when it is read again

/** Some two thousand calls: half a minute on a machine of one's own, more beside others. */
const PATIENCE_MS = 600_000;

let app: App;
let schema: GraphQLSchema;
let world: MatrixWorld;
let sockets: Live[];
const matrix: Matrix = { queries: [], mutations: [], subscriptions: [], types: [], exceptions: [], unreached: [] };

beforeAll(async () => {
  app = await startApp();
  await app.schedules.stop();
  schema = app.get(GraphQLSchemaHost).schema;
  world = await aMatrixWorld(app);
  await app.dispatcher.drain();
  await app.dispatcher.stop();
  await app.database.query('CREATE TABLE matrix_sessions AS TABLE sessions');
  sockets = await Promise.all(ROLES.map((role) => socketOf(app, world.clients[role])));
});
afterAll(async () => {
  for (const socket of sockets ?? []) socket.close();
  await app?.stop();
});

const rootsOf = (kind: 'Query' | 'Mutation' | 'Subscription') => fieldsOf(schema.getType(kind) as GraphQLObjectType).sort((a, b) => (a.name < b.name ? -1 : 1));
/** Bulk calls answer for each row apart: whether they let somebody through stands there. */
const SELECTIONS: Readonly<Record<string, string>> = { answerIdeas: '{ results { problem { code } } }', decideReviews: '{ outcomes { problem { code } } }' };
const selectionOf = ({ name, type }: AnyField) => SELECTIONS[name] ?? (isCompositeType(getNamedType(type)) ? ' { __typename }' : '');
const documentOf = (kind: string, field: AnyField, call = field.name) => `${kind} { ${field.name}${argumentsOf(field, world, call)}${selectionOf(field)} }`;

/** What outlives a transaction that is taken back: sessions that ended, and counts of how often something was tried. */
const REFRESH = ['INSERT INTO sessions SELECT * FROM matrix_sessions ON CONFLICT DO NOTHING', 'DELETE FROM rate_limits'];

async function rehearsed(rehearsal: Rehearsal, field: AnyField, call: string): Promise<Row> {
  const document = documentOf('mutation', field, call);
  const clients = ROLES.map((role) => world.clients[role]);
  if (!/sign|session|password|deletion|code|email|illegal/i.test(call)) return { name: call, cells: await outcomesOfMutation(rehearsal, clients, document) };
  const cells = [];
  for (const client of clients) {
    cells.push(...(await outcomesOfMutation(rehearsal, [client], document)));
    for (const sql of REFRESH) await app.database.query(sql);
  }
  return { name: call, cells };
}

/** Types with fields that somebody may come to: what mutations answer was read with the mutation. */
function readable(): string[] {
  const answers = new Set(rootsOf('Mutation').map(({ type }) => getNamedType(type).name));
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__')).map(({ name }) => name);
  return objects.filter((name) => !answers.has(name) && !['Mutation', 'Subscription'].includes(name));
}

const rowsIn = ({ way: { type }, sights }: Place): Row[] =>
  fieldsOf(type).map(({ name }) => ({ name: `${type.name}.${name}`, cells: sights.map((sight) => sight.get(name)?.outcome ?? '·') }));

describe('everybody tries everything', () => {
  it('watches', async () => {
    for (const field of rootsOf('Subscription')) {
      matrix.subscriptions.push({ name: field.name, cells: await outcomesOfWatching(sockets, documentOf('subscription', field), world.stir) });
    }
    expect(matrix.subscriptions.length).toBeGreaterThan(1);
  }, PATIENCE_MS);

  it('reads', async () => {
    const places = await explore(schema, world);
    for (const place of places) {
      const { type, keys } = place.way;
      if (type.name === 'Query') matrix.queries.push(...rowsIn(place).map(({ name, cells }) => ({ name: name.replace('Query.', ''), cells })));
      else matrix.types.push({ type: type.name, way: keys.join('.'), reached: place.reached, rows: rowsIn(place) });
    }
    matrix.exceptions.push(...(await exceptionsSeen(schema, world)));
    matrix.unreached.push(...readable().filter((name) => !places.some(({ way }) => way.type.name === name)).sort());
    expect(matrix.types.length).toBeGreaterThan(100);
  }, PATIENCE_MS);

  it('and reads in subscriptions what it reads over HTTP', async () => {
    const read = async (type: string, step: string, role: Role) => {
      const way = { type: schema.getType(type) as GraphQLObjectType, steps: [step], keys: [step.split('(')[0]!] };
      const [sights] = await new Reader(asking(sockets[ROLES.indexOf(role)]!, world.stir), world).fieldsAt([way]);
      return fieldsOf(way.type).map(({ name }) => `${name}: ${sights!.get(name)?.outcome}`);
    };
    const overHttp = (type: string, role: Role) =>
      matrix.types.find((one) => one.type === type)!.rows.map(({ name, cells }) => `${name.split('.')[1]}: ${cells[ROLES.indexOf(role)]}`);
    await Promise.all(ROLES.map(async (role) => expect([role, await read('Idea', `ideaChanged(idea: "${world.ids['idea']}")`, role)]).toEqual([role, overHttp('Idea', role)])));
    expect(await read('ReviewItem', `reviewQueueChanged(community: "${world.slug}")`, 'moderator')).toEqual(overHttp('ReviewItem', 'moderator'));
  }, PATIENCE_MS);

  it('calls', async () => {
    const rehearsal = new Rehearsal(app);
    for (const field of rootsOf('Mutation')) for (const call of callsOf(field.name)) matrix.mutations.push(await rehearsed(rehearsal, field, call));
    expect(matrix.mutations.length).toBeGreaterThan(110);
  }, PATIENCE_MS);

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
    expectGolden('test/contract/authorization-matrix.golden.md', written(matrix));
  });

  it('holds no surprise: everybody may what the domain says, and nothing else', () => {
    expect(surprisesInOperations([...matrix.queries, ...matrix.subscriptions], READING)).toEqual([]);
    expect(surprisesInOperations(matrix.mutations, DOING)).toEqual([]);
    expect(surprisesInOperations(matrix.exceptions, KNOWING)).toEqual([]);
    expect(surprisesInTypes(matrix.types)).toEqual([]);
  });

  const may = (role: Role) => matrix.mutations.filter((row) => whoIn(row, PAST_THE_DOOR).includes(role)).map(({ name }) => name);
  const isModeration = (name: string) => /review|dispute|contest|ruleOnRun|confirmDecision|decideAppeal|decideAmbassadorAppeal|removeAvatar/i.test(name) && !/disputeEntry|contestMerge|askForReview|answerReview|reviewEntry|nameCallReviewers/.test(name);

  it('lets who is banned or suspended do only what leads out, and is about themselves', () => {
    expect(may('banned').filter((name) => may('visitor').includes(name) || LEADS_OUT.includes(name))).toEqual(may('banned'));
    expect(may('suspended').filter((name) => !may('banned').includes(name))).toEqual(['acknowledgeWarning']); // whom it warns
  });

  it('keeps moderation from all but the moderators of the community, and them from speaking for the brand', () => {
    expect(may('moderator').filter(isModeration).length).toBeGreaterThan(9);
    for (const role of ROLES.filter((one) => one !== 'moderator')) expect([role, may(role).filter(isModeration)]).toEqual([role, []]);
    expect(may('moderator').filter((name) => may('owner').includes(name) && !may('member').includes(name))).toEqual(['addIdeaNote', 'attestRealName', 'saveFilter', 'updateIntakeSettings']);
  });

  it('holds a moderator from next door to be a member like any other', () => {
    const own = ['answerSurvey', 'acceptInvitation', 'declineInvitation', 'nominateForCall']; // the member voted, is invited, and of a circle that has somebody to put forward
    expect(may('moderator next door')).toEqual(may('member').filter((name) => !own.includes(name)));
    const seen = (role: Role) => matrix.types.flatMap(({ rows }) => rows).filter((row) => whoIn(row, ['yes']).includes(role)).map(({ name }) => name);
    const more = seen('moderator next door').filter((name) => !seen('member').includes(name));
    expect(more).toEqual(['AccountSecurity.staffDeadline']); // who is on staff anywhere needs a second factor
  });
});

describe('the search for surprises', () => {
  const shut = (cells: readonly string[], at: number) => cells.map((cell, of) => (of === at ? (PAST_THE_DOOR.includes(cell) ? 'NOT_ALLOWED' : 'yes') : cell));

  it('finds every single cell of an operation that is not as it should be, and an operation that nobody thought of', () => {
    for (const [rows, rules] of [[matrix.mutations, DOING], [[...matrix.queries, ...matrix.subscriptions], READING], [matrix.exceptions, KNOWING]] as const) {
      const missed = rows.flatMap((row, which) =>
        ROLES.filter((role, at) => {
          const doctored = rows.map((one, of) => (of === which ? { ...row, cells: shut(row.cells, at) } : one));
          const [surprise, ...others] = surprisesInOperations(doctored, rules);
          return others.length > 0 || !surprise?.startsWith(`${row.name}: ${role} may`);
        }),
      );
      expect(missed).toEqual([]);
      expect(surprisesInOperations([...rows, { name: 'somethingNew', cells: ROLES.map(() => 'yes') }], rules)).toEqual(['somethingNew: no rule says who may']);
    }
  });

  it('finds every field that tells one more reader something', () => {
    const leaks = matrix.types.flatMap((one) => one.rows.flatMap((row) => ROLES.map((role, at) => ({ one, row, role, at }))))
      .filter(({ one, row, role, at }) => row.cells[at] !== 'yes' && (one.reached.length > 1 || one.reached[0] !== role));
    expect(leaks.length).toBeGreaterThan(1000);
    const missed = leaks.filter(({ one, row, at }) => {
      const rows = one.rows.map((other) => (other === row ? { ...row, cells: row.cells.map((cell, of) => (of === at ? 'yes' : cell)) } : other));
      return !surprisesInTypes([{ ...one, rows }]).some((surprise) => surprise.startsWith(`${row.name}:`));
    });
    expect(missed.map(({ row, role }) => `${row.name}: ${role}`)).toEqual([]);
  });

  it('finds a guard that is gone from the product', async () => {
    const community = matrix.types.find(({ type }) => type === 'Community')!;
    const way = { type: schema.getType('Community') as GraphQLObjectType, steps: [`community(slug: "${world.slug}")`], keys: ['community'] };
    const guard = vi.spyOn(app.get(Reviewers), 'canReview').mockResolvedValue(ALLOWED);
    try {
      const sights = await Promise.all(ROLES.map(async (role) => (await new Reader(world.clients[role], world).fieldsAt([way]))[0]!));
      const surprises = surprisesInTypes([{ ...community, rows: rowsIn({ way, reached: ROLES, sights }) }]);
      for (const role of ['member', 'brand manager', 'moderator next door']) expect(surprises).toContain(`Community.reviewQueue: ${role} may, and should not`);
    } finally {
      guard.mockRestore();
    }
  });
});

/** What a member does who leaves, or looks after what is theirs. */
const LEADS_OUT = `
  addPasskey cancelAccountDeletion changePassword confirmEmail confirmTotp endSessions hideFromLeaderboards leaveCircle leaveMission linkWebsite markRead muteMember removePasskey removeTotp
  renamePasskey renewProof renewRecoveryCodes requestAccountDeletion requestPasskeyOptions resendConfirmation seeCall setAvatar setNotificationPreference setUpTotp unappreciateCreation
  unfollow unmarkHelpful updateAccount withdrawApplicationVote withdrawVote`.trim().split(/\s+/);
