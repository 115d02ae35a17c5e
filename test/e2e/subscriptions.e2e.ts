import { createClient } from 'graphql-ws';
import { newId } from '@fanfare/kernel';
import { EventLog } from '@fanfare/events';
import { IdeaChanges, StandingsService, VoteCast } from '@fanfare/votes';
import { aCommunity, aMember, anIdea, aVote } from '@fanfare/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type App, startApp } from '../support/app.js';
import { eventually } from '../support/client.js';
import { someFans } from '../support/fans.js';

const CHANGED = 'subscription ($idea: ID!) { ideaChanged(idea: $idea) { title status commentCount support { raw } viewerVote { standing } } }';

interface Message {
  readonly data?: { ideaChanged: { title: string; status: string; commentCount: number; support: { raw: number }; viewerVote: { standing: string } | null } } | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

let here: App;
let there: App;
let community: { id: string };
let idea: { id: string; community_id: string };

beforeAll(async () => {
  here = await startApp();
  there = await startApp({ databaseUrl: here.config.databaseUrl });
  community = await aCommunity(here.database);
});
afterAll(async () => {
  await there?.stop();
  await here?.stop();
});

beforeEach(async () => {
  idea = await anIdea(here.database, community.id);
});

const open = new Set<Reader>();
afterEach(async () => {
  for (const reader of open) await reader.close();
  await eventually(async () => here.get(IdeaChanges).watching + there.get(IdeaChanges).watching, (count) => count === 0);
});

/** A reader with the page of an idea open. */
class Reader {
  readonly messages: Message[] = [];
  readonly problems: unknown[] = [];
  completed = false;
  readonly leave: () => void;
  private readonly client;

  constructor(app: App, ideaId: string, { token = null as string | null, query = CHANGED } = {}) {
    this.client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    });
    open.add(this);
    this.leave = this.client.subscribe<Message['data']>(
      { query, variables: { idea: ideaId } },
      {
        next: (message) => this.messages.push(message as Message),
        error: (error) => this.problems.push(error),
        complete: () => (this.completed = true),
      },
    );
  }

  /** The newest state shown, once it fits. */
  async shows(fits: (idea: NonNullable<Message['data']>['ideaChanged']) => boolean) {
    await eventually(
      async () => this.messages.at(-1)?.data?.ideaChanged,
      (shown) => shown !== undefined && fits(shown),
    );
    return this.messages.at(-1)?.data?.ideaChanged;
  }

  async refusedWith(): Promise<string | undefined> {
    await eventually(async () => this.problems.length + this.messages.length, (count) => count > 0);
    const errors = [...this.problems.flat(), ...this.messages.flatMap((message) => message.errors ?? [])] as NonNullable<Message['errors']>;
    return errors[0]?.extensions?.code;
  }

  async close(): Promise<void> {
    open.delete(this);
    this.leave();
    await this.client.dispose();
  }
}

const vote = (app: App, token: string, mutation = 'castVote') => {
  const client = app.visitor();
  client.token = token;
  return client.mutate(mutation, { idea: idea.id }, 'idea { id }');
};

describe('ideaChanged', () => {
  it('tells at once how things are, then of votes and comments in any process', async () => {
    const reader = new Reader(here, idea.id);
    expect(await reader.shows(() => true)).toMatchObject({ support: { raw: 0 }, commentCount: 0, viewerVote: null });
    const [fan] = await someFans(here.database, community.id, 1);
    await vote(there, fan!.token);
    expect(await reader.shows(({ support }) => support.raw === 1)).toMatchObject({ support: { raw: 1 } });
    const client = there.visitor();
    client.token = fan!.token;
    await client.mutate('addComment', { idea: idea.id, body: 'I would use this every day.' }, 'comment { id }');
    expect(await reader.shows(({ commentCount }) => commentCount === 1)).toMatchObject({ commentCount: 1 });
    await vote(there, fan!.token, 'withdrawVote');
    expect(await reader.shows(({ support }) => support.raw === 0)).toMatchObject({ support: { raw: 0 } });
  });

  it('shows each reader their own vote', async () => {
    const [fan, other] = await someFans(here.database, community.id, 2);
    const [own, others] = [new Reader(there, idea.id, { token: fan!.token }), new Reader(there, idea.id, { token: other!.token })];
    await Promise.all([own.shows(() => true), others.shows(() => true)]);
    await vote(here, fan!.token);
    expect(await own.shows(({ viewerVote }) => viewerVote !== null)).toMatchObject({ viewerVote: { standing: 'VERIFIED' } });
    expect(await others.shows(({ support }) => support.raw === 1)).toMatchObject({ viewerVote: null });
  });

  it('tells of standings that moved', async () => {
    const member = await aMember(here.database, community.id, { identity_level: 'ANONYMOUS' });
    await aVote(here.database, idea, member.id, { standing: 'UNVERIFIED' });
    const verified = 'subscription ($idea: ID!) { ideaChanged(idea: $idea) { support { raw verified } } }';
    const reader = new Reader(here, idea.id, { query: verified });
    await reader.shows(() => true);
    await here.database.query(`UPDATE members SET identity_level = 'CONFIRMED' WHERE id = $1`, [member.id]);
    await there.transactor.run((tx) => there.get(StandingsService).restand(tx, [member.id]));
    const shown = await reader.shows(({ support }) => (support as unknown as { verified: number }).verified === 1);
    expect(shown).toEqual({ support: { raw: 1, verified: 1 } });
  });

  it('says a storm in few words: at most five messages a second', async () => {
    const reader = new Reader(here, idea.id);
    await reader.shows(() => true);
    const fans = await someFans(here.database, community.id, 60);
    const began = performance.now();
    await Promise.all(fans.map((fan, at) => vote(at % 2 ? here : there, fan.token)));
    await reader.shows(({ support }) => support.raw === 60);
    const seconds = (performance.now() - began) / 1000;
    expect(reader.messages.at(-1)!.data!.ideaChanged.support.raw).toBe(60);
    expect(reader.messages.length - 1).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1);
  });

  it('is quiet about other ideas', async () => {
    const other = await anIdea(here.database, community.id);
    const [quiet, told] = [new Reader(here, other.id), new Reader(here, idea.id)];
    await Promise.all([quiet.shows(() => true), told.shows(() => true)]);
    const [fan] = await someFans(here.database, community.id, 1);
    await vote(here, fan!.token);
    await told.shows(({ support }) => support.raw === 1);
    expect(quiet.messages).toHaveLength(1);
  });

  it('forgets readers who leave', async () => {
    const readers = [new Reader(here, idea.id), new Reader(here, idea.id)];
    for (const reader of readers) await reader.shows(() => true);
    expect(here.get(IdeaChanges).watching).toBe(2);
    for (const reader of readers) await reader.close();
    expect(await eventually(async () => here.get(IdeaChanges).watching, (count) => count === 0)).toBe(0);
  });
});

/** An event about an idea, as if somebody had voted. */
function somethingHappens(ideaId: string, memberId: string): Promise<string> {
  const event = { communityId: community.id, subjectId: ideaId, payload: { memberId, standing: 'VERIFIED' } } as const;
  return here.transactor.run((tx) => here.get(EventLog).append(tx, VoteCast, event));
}

describe('who may watch', () => {
  it('nobody watches what they may not know of', async () => {
    const author = await aMember(here.database, community.id);
    const held = await anIdea(here.database, community.id, { status: 'PENDING', author_id: author.id, deadline: null });
    for (const id of [held.id, newId(), 'no id']) {
      const reader = new Reader(here, id);
      expect(await reader.refusedWith()).toBe('NOT_FOUND');
      expect(reader.messages.filter(({ data }) => data?.ideaChanged)).toEqual([]);
      await reader.close();
    }
    expect(here.get(IdeaChanges).watching).toBe(0);
  });

  it('whoever signed out meanwhile is a visitor', async () => {
    const [fan] = await someFans(here.database, community.id, 1);
    const own = await anIdea(here.database, community.id, { author_id: fan!.memberId, status: 'PENDING', deadline: null });
    const reader = new Reader(here, own.id, { token: fan!.token });
    expect(await reader.shows(() => true)).toMatchObject({ status: 'PENDING' });
    await here.database.query('DELETE FROM sessions WHERE account_id = $1', [fan!.accountId]);
    await somethingHappens(own.id, fan!.memberId);
    expect(await eventually(async () => reader.completed, Boolean)).toBe(true);
    expect(reader.messages).toHaveLength(1);
  });

  it('whoever may no longer know of it is told nothing more', async () => {
    const author = await aMember(here.database, community.id);
    const own = await anIdea(here.database, community.id, { author_id: author.id });
    const reader = new Reader(here, own.id);
    await reader.shows(() => true);
    await here.database.query(`UPDATE ideas SET status = 'PENDING', deadline = NULL, title = 'Now a secret of the author' WHERE id = $1`, [own.id]);
    await somethingHappens(own.id, author.id);
    expect(await eventually(async () => reader.completed, Boolean)).toBe(true);
    expect(JSON.stringify(reader.messages)).not.toContain('secret');
  });
});
