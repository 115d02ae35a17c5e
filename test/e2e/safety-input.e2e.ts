import { GraphQLSchemaHost } from '@nestjs/graphql';
import { encodeCursor, newId } from '@fanfare/kernel';
import { getNamedType, getNullableType, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLNamedType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Answer, Client } from '../support/client.js';
import { aWorld, type World } from '../support/small-world.js';

let app: App;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await aWorld(app);
});
afterAll(() => app.stop());

function run(client: Client, name: string, input: unknown): Promise<Answer<Record<string, any>>> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return client.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
}

const codeOf = async (client: Client, name: string, input: unknown) => (await run(client, name, input)).code;

/** Anything that fits the type of an input. */
function sample(type: GraphQLInputObjectType): Record<string, unknown> {
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
}

function sampleOf(type: GraphQLInputType): unknown {
  const named: GraphQLNamedType = getNamedType(type);
  if (isListType(getNullableType(type))) return [];
  if (isInputObjectType(named)) return sample(named);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  return { DateTime: new Date().toISOString(), Int: 1, Float: 1, Boolean: true, ID: newId() }[named.name] ?? 'x';
}

function mutations(): { name: string; input: Record<string, unknown> }[] {
  const fields = Object.values(app.get(GraphQLSchemaHost).schema.getMutationType()!.getFields());
  return fields.map(({ name, args }) => ({ name, input: sample(getNamedType(args[0]!.type) as GraphQLInputObjectType) }));
}

describe('a visitor', () => {
  const FOR_VISITORS = ['signUp', 'signIn', 'signInWithPasskey', 'signOut', 'requestPasswordReset', 'resetPassword', 'setUpDeployment'];

  it('is asked to sign in by every mutation but those that lead there', async () => {
    const codes = await Promise.all(mutations().map(async ({ name, input }) => [name, await codeOf(app.visitor(), name, input)] as const));
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter(([, code]) => code !== 'SIGN_IN_REQUIRED').map(([name]) => name).sort()).toEqual([...FOR_VISITORS].sort());
    expect(codes.filter(([, code]) => code === 'INTERNAL')).toEqual([]);
  });

  it('sees no drafts, no sessions and no addresses of others', async () => {
    expect((await app.visitor().get('query ($id: ID!) { idea(id: $id) { title } }', { id: world.ids.othersDraft }))['idea']).toBeNull();
    expect((await app.visitor().get('{ viewer { account { email sessions { id } } } }'))['viewer']).toBeNull();
  });
});

describe('without the role', () => {
  const fan = () => world.fan;
  it.each([
    ['createCommunity', () => ({ slug: 'mine', name: 'Mine', locale: 'en', terms: 'Ours' }), 'NOT_ALLOWED'],
    ['updateCommunity', () => ({ community: world.slug, name: 'Mine' }), 'NOT_ALLOWED'],
    ['grantRole', () => ({ community: world.slug, handle: world.fanHandle, role: 'OWNER' }), 'NOT_ALLOWED'],
    ['revokeRole', () => ({ community: world.slug, handle: 'the-owner', role: 'OWNER' }), 'NOT_ALLOWED'],
    ['editIdea', () => ({ idea: world.ids.idea, title: 'Not mine at all' }), 'NOT_ALLOWED'],
    ['editComment', () => ({ comment: world.ids.comment, body: 'Not mine' }), 'NOT_ALLOWED'],
    ['deleteComment', () => ({ comment: world.ids.comment }), 'NOT_ALLOWED'],
    ['markHelpful', () => ({ comment: world.ids.ownComment }), 'OWN_COMMENT'],
    ['editCreation', () => ({ creation: world.ids.creation, title: 'Not mine' }), 'NOT_ALLOWED'],
    ['withdrawCreation', () => ({ creation: world.ids.creation }), 'NOT_ALLOWED'],
    ['appreciateCreation', () => ({ creation: world.ids.ownCreation }), 'OWN_CREATION'],
    ['discardDraft', () => ({ draft: world.ids.othersDraft }), 'NOT_FOUND'],
    ['editIdea', () => ({ idea: world.ids.othersDraft, title: 'Not mine at all' }), 'NOT_FOUND'],
  ])('%s is refused', async (name, input, code) => expect(await codeOf(fan(), name, input())).toBe(code));

  it.each([
    ['castVote', () => ({ idea: world.ids.idea })],
    ['addComment', () => ({ idea: world.ids.idea, body: 'Hello' })],
    ['markHelpful', () => ({ comment: world.ids.comment })],
    ['submitIdea', () => ({ community: world.slug, title: 'A title that is long enough', body: 'And a body that is long enough, too.' })],
    ['updateMember', () => ({ community: world.slug, bio: 'x' })],
    ['showCreation', () => ({ community: world.slug, title: 'A tower', pictures: [{ picture: world.ids.picture }] })],
    ['appreciateCreation', () => ({ creation: world.ids.creation })],
    ['respondToCreation', () => ({ creation: world.ids.creation, body: 'Hello' })],
  ])('%s is for members', async (name, input) => expect(await codeOf(world.outsider, name, input())).toBe('NOT_A_MEMBER'));

  it('the owner of one community changes no other', async () => {
    await app.database.query('UPDATE accounts SET is_operator = false WHERE id IN (SELECT account_id FROM role_grants)');
    expect(await codeOf(world.owner, 'updateCommunity', { community: world.nextDoor, name: 'Mine' })).toBe('NOT_ALLOWED');
    expect(await codeOf(world.owner, 'updateCommunity', { community: world.slug, tagline: 'Ours' })).toBeNull();
  });
});

describe('where it is closed', () => {
  it('no vote is taken from or for a closed idea, nor for a duplicate of one', async () => {
    const closed = async () => Promise.all(['closedIdea', 'mergedIdea'].flatMap((which) => ['castVote', 'withdrawVote'].map((name) => codeOf(world.fan, name, { idea: world.ids[which as 'closedIdea'] }))));
    await world.fan.sql(`UPDATE ideas SET status = 'DECLINED', deadline = NULL WHERE id = $1`, [world.ids.idea]);
    expect(await closed()).toEqual(Array(4).fill('VOTING_CLOSED'));
    await world.fan.sql(`UPDATE ideas SET status = 'OPEN' WHERE id = $1`, [world.ids.idea]);
  });

  it('a merged idea takes no comment', async () => {
    expect(await codeOf(world.fan, 'addComment', { idea: world.ids.mergedIdea, body: 'Hello' })).toBe('COMMENTS_CLOSED');
  });
});

describe('ids', () => {
  const NONSENSE = ['', 'x', '0', '00000000-0000-7000-8000-000000000000', "'; DROP TABLE ideas; --", '\u0000', '\ud800', '🧱', 'x'.repeat(5_000)];

  it.each([
    ['castVote', 'idea', {}],
    ['withdrawVote', 'idea', {}],
    ['editIdea', 'idea', { title: 'A title that is long enough' }],
    ['addComment', 'idea', { body: 'Hello' }],
    ['discardDraft', 'draft', {}],
    ['editComment', 'comment', { body: 'Hello' }],
    ['deleteComment', 'comment', {}],
    ['markHelpful', 'comment', {}],
    ['unmarkHelpful', 'comment', {}],
    ['editCreation', 'creation', { title: 'A tower' }],
    ['withdrawCreation', 'creation', {}],
    ['appreciateCreation', 'creation', {}],
    ['respondToCreation', 'creation', { body: 'Hello' }],
    ['editCreationResponse', 'response', { body: 'Hello' }],
    ['removeCreationResponse', 'response', {}],
  ])('%s of a thing that is not there', async (name, field, rest) => {
    for (const id of NONSENSE) expect([id, await codeOf(world.fan, name, { ...rest, [field]: id })]).toEqual([id, 'NOT_FOUND']);
  });

  it('reading one answers null', async () => {
    for (const id of NONSENSE) {
      expect((await world.fan.get('query ($id: ID!) { idea(id: $id) { id } }', { id }))['idea']).toBeNull();
      expect((await world.fan.get('query ($id: String!) { community(slug: $id) { id } }', { id }))['community']).toBeNull();
    }
  });

  it('of another community open nothing here', async () => {
    const { ids, slug, fan } = world;
    const idea = { community: slug, title: 'A title that is long enough', body: 'And a body that is long enough, too.' };
    expect(await codeOf(fan, 'submitIdea', { ...idea, category: ids.categoryNextDoor })).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf(fan, 'saveDraft', { ...idea, category: ids.categoryNextDoor })).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf(fan, 'editIdea', { idea: ids.ownIdea, category: ids.categoryNextDoor })).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf(fan, 'addComment', { idea: ids.idea, parent: ids.commentNextDoor, body: 'Hello' })).toBe('NOT_FOUND');
    expect(await codeOf(fan, 'castVote', { idea: ids.ideaNextDoor })).toBe('NOT_A_MEMBER');
    expect(await codeOf(fan, 'markHelpful', { comment: ids.commentNextDoor })).toBe('NOT_A_MEMBER');
    expect(await codeOf(world.owner, 'grantRole', { community: slug, handle: 'nobody-here', role: 'MODERATOR' })).toBe('NOT_FOUND');
    const filtered = 'query ($slug: String!, $filter: IdeaFilter) { community(slug: $slug) { ideas(filter: $filter) { nodes { id } } } }';
    const refusal = async (filter: object) => (await fan.ask(filtered, { slug, filter })).code;
    expect(await refusal({ category: ids.categoryNextDoor })).toBe('UNKNOWN_CATEGORY');
    expect(await refusal({ author: ids.memberNextDoor })).toBe('NOT_FOUND');
  });
});

describe('text', () => {
  const idea = () => ({ community: world.slug, title: 'A title that is long enough', body: 'And a body that is long enough, too.' });
  const EMPTY = ['', '   ', '\n\t', '\u0000', '\u202e', '\u0007\u200e'.slice(0, 1)];
  const LONG = 'é'.repeat(21_000);

  it.each([
    ['submitIdea', 'title', idea],
    ['submitIdea', 'body', idea],
    ['editIdea', 'title', () => ({ idea: world.ids.ownIdea })],
    ['editIdea', 'body', () => ({ idea: world.ids.ownIdea })],
    ['addComment', 'body', () => ({ idea: world.ids.idea })],
    ['editComment', 'body', () => ({ comment: world.ids.ownComment })],
    ['updateAccount', 'displayName', () => ({})],
    ['updateMember', 'displayName', () => ({ community: world.slug })],
  ])('%s refuses an empty or over-long %s', async (name, field, rest) => {
    for (const text of EMPTY) {
      expect((await run(world.fan, name, { ...rest(), [field]: text })).errors[0]?.extensions).toMatchObject({ code: 'EMPTY_TEXT', params: { field } });
    }
    expect((await run(world.fan, name, { ...rest(), [field]: LONG })).errors[0]?.extensions).toMatchObject({ code: 'TOO_LONG', params: { field } });
  });

  it('may be of any script, and counts what people count', async () => {
    for (const title of ['Größere Räder für den Zug 🚂🧱👩‍👩‍👧', 'رأي باللغة العربية عن القطارات', '日本語のとても長いタイトルです']) {
      const { data } = await world.fan.ask('mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { idea { title } } }', { input: { ...idea(), title } });
      expect(data!['submitIdea'].idea.title).toBe(title.normalize('NFC'));
    }
  });

  it('loses what cannot be kept or hides the rest', async () => {
    const title = 'A \u0000title \u202ethat \ud800 is \u2066fine';
    const { data } = await world.fan.ask('mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { idea { title } } }', { input: { ...idea(), title } });
    expect(data!['submitIdea'].idea.title).toBe('A title that � is fine');
  });

  it('runs no script as Markdown, from those who may post links', async () => {
    const body = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> ![x](http://evil.example/x.png)';
    const { data } = await world.owner.ask('mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { idea { bodyHtml } } }', { input: { ...idea(), body } });
    expect(data!['submitIdea'].idea.bodyHtml).not.toMatch(/<script|<img|href="javascript/i);
  });

  it.each([
    ['no address', { email: 'nowhere' }, 'INVALID_EMAIL'],
    ['two addresses', { email: 'a@b.example, c@d.example' }, 'INVALID_EMAIL'],
    ['an address with a line break', { email: 'a@b.example\nBcc: c@d.example' }, 'INVALID_EMAIL'],
    ['a short password', { password: 'short' }, 'WEAK_PASSWORD'],
    ['a common password', { password: 'password1234' }, 'COMMON_PASSWORD'],
    ['an endless password', { password: 'x y'.repeat(300) }, 'TOO_LONG'],
    ['a text beyond all measure', { displayName: 'x'.repeat(50_000) }, 'TOO_LONG'],
    ['no name', { displayName: ' ' }, 'EMPTY_TEXT'],
    ['no language', { locale: '\u0000💥' }, 'INVALID_INPUT'],
  ])('signing up with %s', async (_what, change, code) => {
    const input = { email: `${newId()}@example.org`, password: 'a quiet blue tricycle', displayName: 'Fan', locale: 'en', ...change };
    expect(await codeOf(app.visitor(), 'signUp', input)).toBe(code);
  });

  it.each([
    ['too short', 'a', 'INVALID_HANDLE'],
    ['with a space', 'two words', 'INVALID_HANDLE'],
    ['with letters that look alike', 'аdmin', 'INVALID_HANDLE'],
    ['with the direction turned', 'abc\u202edef', 'INVALID_HANDLE'],
    ['of the house', 'admin', 'HANDLE_RESERVED'],
    ['of somebody else', 'the-fan', 'HANDLE_TAKEN'],
    ['of somebody else in capitals', 'THE-FAN', 'HANDLE_TAKEN'],
  ])('a handle %s', async (_what, handle, code) => {
    expect(await codeOf(world.outsider, 'joinCommunity', { community: world.slug, handle, acceptedTerms: 1, ofAge: true })).toBe(code);
  });

  it('joining asks for the terms of today and the age', async () => {
    const join = (change: object) => codeOf(world.outsider, 'joinCommunity', { community: world.slug, handle: 'outsider', acceptedTerms: 1, ofAge: true, ...change });
    expect(await join({ acceptedTerms: 0 })).toBe('TERMS_NOT_ACCEPTED');
    expect(await join({ acceptedTerms: 2 ** 31 - 1 })).toBe('TERMS_NOT_ACCEPTED');
    expect(await join({ community: 'nowhere' })).toBe('NOT_FOUND');
  });
});

describe('pages', () => {
  const LISTS: readonly [name: string, open: string, close: string][] = [
    ['communities', '{ communities', '}'],
    ['Community.ideas', '{ community(slug: "here") { ideas', '} }'],
    ['Community.members', '{ community(slug: "here") { members', '} }'],
    ['Idea.comments', '{ idea(id: "$idea") { comments', '} }'],
    ['Comment.replies', '{ idea(id: "$idea") { comments(first: 1) { nodes { replies', '} } } }'],
    ['Member.ideas', '{ community(slug: "here") { member(handle: "the-fan") { ideas', '} } }'],
    ['Member.supportedIdeas', '{ community(slug: "here") { member(handle: "the-fan") { supportedIdeas', '} } }'],
    ['Viewer.votes', '{ viewer { votes', '} }'],
    ['Viewer.comments', '{ viewer { comments', '} }'],
  ];

  it.each(LISTS)('%s: sizes and cursors that are none', async (name, open, close) => {
    const community = name.startsWith('Viewer') ? 'community: "here", ' : '';
    const codes = async (args: string) => (await world.fan.ask(`${open.replace('$idea', world.ids.idea)}(${community}${args}) { nodes { __typename } } ${close}`)).code;
    for (const first of [0, -1, 101, 1_000, -(2 ** 31), 2 ** 31 - 1]) expect([first, await codes(`first: ${first}`)]).toEqual([first, 'INVALID_PAGE_SIZE']);
    for (const first of ['2147483648', '1.5', '"1"', 'true']) expect([first, await codes(`first: ${first}`)]).toEqual([first, 'GRAPHQL_VALIDATION_FAILED']);
    expect(await codes('first: 100')).toBeNull();
    for (const after of ['x', '===', 'null', '💥', encodeCursor('nonsense', ['x']), encodeCursor('TOP', [1, 2, 3]), 'W10', 'e30', 'x'.repeat(5_000)]) {
      expect([after, await codes(`after: ${JSON.stringify(after)}`)]).toEqual([after, 'INVALID_CURSOR']);
    }
  });
});

describe('the shape of input', () => {
  it.each([
    ['no variables', undefined],
    ['null for what is required', null],
    ['a text for an object', 'x'],
    ['a list for an object', [1, 2]],
    ['nothing in it', {}],
    ['null inside', { idea: null }],
    ['an unknown field', { idea: 'x', nonsense: 1 }],
    ['an object for an id', { idea: { id: 'x' } }],
    ['a number with a fraction for an id', { idea: 1.5 }],
    ['a boolean for an id', { idea: true }],
    ['an object for a text', { idea: 'x', idempotencyKey: {} }],
    ['a hundred unknown fields', Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`f${at}`, at]))],
  ])('%s is the sender’s mistake', async (_what, input) => {
    const answer = await run(world.fan, 'castVote', input);
    expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.errors.length).toBeLessThanOrEqual(5);
    for (const { message } of answer.errors) expect(message.length).toBeLessThan(510);
  });

  it('a message quotes no more than it must of a long value', async () => {
    const { errors } = await run(world.fan, 'castVote', 'x'.repeat(90_000));
    expect(errors[0]!.message.length).toBeLessThan(510);
  });

  it('numbers beyond measure', async () => {
    for (const acceptedTerms of [2 ** 31, 1e308, -1e308, 0.1, '1']) {
      expect(await codeOf(world.outsider, 'joinCommunity', { community: world.slug, handle: 'x', acceptedTerms, ofAge: true })).toBe('BAD_USER_INPUT');
    }
  });

  it('an idempotency key of any text', async () => {
    for (const idempotencyKey of ['\u0000', '\ud800', '💥', ' ', 'x'.repeat(5_000)]) {
      expect([null, 'TOO_LONG', 'EMPTY_TEXT', 'INVALID_INPUT']).toContain(await codeOf(world.fan, 'castVote', { idea: world.ids.idea, idempotencyKey }));
    }
  });
});
