import { limitsRule, ONCE_PER_OPERATION } from '@fanfare/graphql';
import { aCommunity, anIdea } from '@fanfare/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType, parse, specifiedRules, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { GraphqlError } from '../support/client.js';
import { Live } from '../support/live.js';

/** Asks for an idea, over one of the two ways in. */
interface Door {
  readonly name: string;
  /** The largest page of pages that it takes: what is answered again with every change may cost less. */
  readonly page: number;
  ask(selection: string, after?: string): Promise<{ errors: readonly GraphqlError[]; code: string | null }>;
}

let app: App;
let live: Live;
let ideaId: string;

const doors: Door[] = [
  { name: 'HTTP', page: 50, ask: (selection, after = '') => app.visitor().ask(`query ($id: ID!) { idea(id: $id) ${selection} } ${after}`, { id: ideaId }) },
  { name: 'WebSocket', page: 10, ask: (selection, after = '') => live.ask(`subscription ($id: ID!) { ideaChanged(idea: $id) ${selection} } ${after}`, { id: ideaId }) },
];

beforeAll(async () => {
  app = await startApp();
  const community = await aCommunity(app.database);
  ideaId = (await anIdea(app.database, community.id)).id;
  live = await Live.connect(app.url);
});
afterAll(async () => {
  live.close();
  await app.stop();
});

/** A selection that reaches `depth`, the root field counted. */
const nested = (depth: number) => `${'{ mergedInto '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)}`;
const times = (count: number, text: (at: number) => string) => Array.from({ length: count }, (_, at) => text(at)).join(' ');
/** Of all that `listing` and `ask` write around a list. */
const FIXED_TOKENS = 36;

describe.each(doors)('over $name', ({ ask, page }) => {
  const codeOf = async (selection: string, after?: string) => (await ask(selection, after)).code;

  it('a document within every limit is answered', async () => {
    expect(await ask('{ id title }')).toMatchObject({ errors: [], data: expect.anything() });
  });

  it('depth ends at 12', async () => {
    expect(await codeOf(nested(12))).toBeNull();
    expect(await codeOf(nested(13))).toBe('QUERY_TOO_DEEP');
    expect(await codeOf('{ ...a }', `fragment a on Idea ${nested(13)}`)).toBe('QUERY_TOO_DEEP');
  });

  it('aliases end at 15, those of __typename too', async () => {
    expect(await codeOf(`{ ${times(15, (at) => `a${at}: __typename`)} }`)).toBeNull();
    expect(await codeOf(`{ ${times(16, (at) => `a${at}: __typename`)} }`)).toBe('QUERY_TOO_COMPLEX');
    expect(await codeOf(`{ ${times(8, (at) => `a${at}: id`)} ...b }`, `fragment b on Idea { ${times(8, (at) => `b${at}: id`)} }`)).toBe('QUERY_TOO_COMPLEX');
  });

  it('a document ends at 1,000 tokens, and is refused as one that cannot be read', async () => {
    const listing = (count: number) => `{ community { ideas(filter: { status: [${'OPEN '.repeat(count)}] }) { totalCount } } }`;
    expect(await codeOf(listing(1000 - FIXED_TOKENS))).toBeNull();
    expect(await codeOf(listing(1000 - FIXED_TOKENS + 1))).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('{ id ')).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('cost is fields by page size, all the way down', async () => {
    const pages = (first: number) => `{ community { ideas(first: ${first}) { nodes { comments(first: ${first}) { nodes { id body createdAt } } } } } }`;
    expect(await codeOf(pages(page))).toBeNull();
    expect(await codeOf(pages(2 * page))).toBe('QUERY_TOO_COMPLEX');
    const similar = '{ similar(first: 100) { idea { similar(first: 100) { idea { id title } } } } }';
    expect(await codeOf(similar)).toBe('QUERY_TOO_COMPLEX');
  });

  it('at most five errors come back, each with a code, parameters and a reference', async () => {
    const { errors } = await ask(`{ ${times(12, (at) => `nonsense${at}`)} }`);
    expect(errors).toHaveLength(5);
    for (const { message, extensions } of errors) {
      expect(extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', params: {}, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(message).toMatch(/^Cannot query field/);
    }
    const executed = await ask(`{ ${times(12, (at) => `a${at}: comments(first: 0) { totalCount }`)} }`);
    expect(executed.errors.length).toBeLessThanOrEqual(5);
    expect(executed.errors[0]!.extensions).toMatchObject({ code: 'INVALID_PAGE_SIZE', params: { min: 1, max: 100 } });
  });

  it('the parameters of a limit say which and how much', async () => {
    const [error] = (await ask(nested(13))).errors;
    expect(error).toMatchObject({ message: 'The query is nested too deeply.', extensions: { params: { what: 'depth', max: 12 } } });
  });
});

describe('over HTTP alone', () => {
  const mutation = (fields: string, after = '') => app.visitor().ask(`mutation ($in: SignInInput!) { ${fields} } ${after}`, { in: { email: 'a@b.example', password: 'x' } });

  it('root fields end at 10', async () => {
    const roots = (count: number) => app.visitor().ask(`{ ${'__typename '.repeat(count)} }`);
    expect((await roots(10)).code).toBeNull();
    expect(await roots(11)).toMatchObject({ status: 400, code: 'QUERY_TOO_COMPLEX' });
  });

  it('a refused document is 400, never 500', async () => {
    expect(await app.visitor().ask('{ id ')).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    expect(await app.visitor().ask('"'.repeat(50_000))).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    expect(await app.visitor().ask('{'.repeat(900))).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    expect(await app.visitor().ask('{ nothing }')).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await app.visitor().ask('')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await app.visitor().ask('query A { __typename } query B { __typename }')).toMatchObject({ status: 400, code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  it('a body ends at 100 KiB', async () => {
    const padded = (size: number) => JSON.stringify({ query: '{ __typename }', pad: '' }).replace('""', `"${'x'.repeat(size - 35)}"`);
    const post = (body: string) => fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(padded(1000)).toHaveLength(1000);
    expect((await post(padded(100 * 1024))).status).toBe(200);
    const refused = await post(padded(100 * 1024 + 1));
    expect(refused.status).toBe(413);
    const extensions = { code: 'TOO_LONG', params: { field: 'body', max: 102_400 }, requestId: expect.any(String) };
    expect(await refused.json()).toEqual({ errors: [{ message: 'The text is too long.', extensions }] });
  });

  it('an account mutation goes once into an operation, however it is written', async () => {
    const twice = ['a: signIn(input: $in) { token } b: signIn(input: $in) { token }', '...x ... on Mutation { b: signIn(input: $in) { token } }', '...x ...y'];
    const fragments = 'fragment x on Mutation { signIn(input: $in) { token } } fragment y on Mutation { b: signIn(input: $in) { token } }';
    expect((await mutation(twice[0]!)).errors[0]).toMatchObject({ extensions: { code: 'QUERY_REFUSED', params: { what: 'signIn' } } });
    expect((await mutation(twice[1]!, fragments.split(' fragment y')[0])).code).toBe('QUERY_REFUSED');
    expect((await mutation(twice[2]!, fragments)).code).toBe('QUERY_REFUSED');
    expect((await mutation('a: signIn(input: $in) { token } requestPasswordReset(input: { email: "a@b.example" }) { sent }')).code).toBe('QUERY_REFUSED');
    expect((await mutation('signIn(input: $in) { token }')).code).toBe('WRONG_CREDENTIALS');
  });

  it('a request carries one operation', async () => {
    const one = { query: '{ __typename }' };
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify([one, one]) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BATCHING_REFUSED', requestId: expect.any(String) } }] });
  });

  it('GET reads only', async () => {
    const get = (query: string) => fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await (await get('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
    const refused = await get('mutation { signOut(input: {}) { signedOut } }');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('subscriptions are refused in so many words', async () => {
    const answer = await app.visitor().ask('subscription ($id: ID!) { ideaChanged(idea: $id) { id } }', { id: ideaId });
    expect(answer).toMatchObject({ status: 400, code: 'QUERY_REFUSED' });
    expect(answer.errors[0]!.extensions.params).toEqual({ what: 'subscription' });
  });

  it('every mutation that takes a secret is among those that go once', () => {
    const secrets = /^(password|current|code|setupToken|email)$/;
    const fields = Object.values(app.get(GraphQLSchemaHost).schema.getMutationType()!.getFields());
    const guarded = fields.filter(({ args }) => {
      const input = getNamedType(args[0]!.type);
      return isInputObjectType(input) && Object.keys(input.getFields()).some((name) => secrets.test(name));
    });
    expect(guarded.length).toBeGreaterThan(5);
    expect(guarded.map(({ name }) => name).filter((name) => !ONCE_PER_OPERATION.has(name))).toEqual([]);
  });
});

describe('without the safeguard', () => {
  const SIGN_IN = 'signIn(input: { email: "a@b.example", password: "x" }) { token }';
  const refused: [what: string, document: string][] = [
    ['depth', `{ idea(id: "x") ${nested(13)} }`],
    ['aliases', `{ ${times(2, (at) => `r${at}: deployment { ${times(8, (field) => `a${field}: __typename`)} }`)} }`],
    ['root fields', `{ ${'__typename '.repeat(11)} }`],
    ['cost', '{ community(slug: "x") { ideas(first: 100) { nodes { comments(first: 100) { nodes { id body createdAt } } } } } }'],
    ['account mutations', `mutation { a: ${SIGN_IN} b: ${SIGN_IN} }`],
  ];

  it.each(refused)('the document that has too much of %s would pass', (_what, document) => {
    const { schema } = app.get(GraphQLSchemaHost);
    expect(validate(schema, parse(document))).toEqual([]);
    expect(validate(schema, parse(document), [...specifiedRules, limitsRule])).toHaveLength(1);
  });

  it('a NUL character would be an accident of SQL', async () => {
    await expect(app.database.query('SELECT FROM communities WHERE slug = $1', ['a\0b'])).rejects.toThrow(/invalid byte sequence/);
    expect(await app.visitor().ask('{ community(slug: "a\\u0000b") { id } }')).toMatchObject({ errors: [], data: { community: null } });
  });
});
