import { setTimeout as delay } from 'node:timers/promises';

/** Somebody who speaks to the api. */
export interface Person {
  readonly handle: string;
  readonly token: string;
}

type Payload = Record<string, any>;

interface Reply {
  readonly data: Payload | null;
  readonly code: string | null;
  readonly text: string;
}

const LONGEST_TRY_MS = 30_000;
const PATIENCE_MS = 180_000;
/** How many speak at once. */
const AT_ONCE = 16;
const TRY_AGAIN = ['UNKNOWN_OUTCOME', 'TEMPORARILY_UNAVAILABLE'];

/** What people say to an api that dies now and then: each asks again until they are answered, and goes by the answer. */
export class Conversation {
  /** Mutations that were answered. */
  acknowledged = 0;
  /** Requests without an answer, or with one that says "try again". */
  interrupted = 0;
  /** Reads and writes, tries that died among them. */
  requests = 0;

  constructor(readonly url: string) {}

  /**
   * A mutation, until it is done.
   *
   * @param already the code that says it was done by a try whose answer never came; the payload is null then
   * @throws when it is refused otherwise
   */
  async say(who: Person, name: string, input: object, selection: string, already?: string): Promise<Payload | null> {
    const { reply, tries } = await this.insist(who, mutation(name, selection), { input });
    const isDone = reply.code !== null && reply.code === already && tries > 1;
    if (reply.code !== null && !isDone) throw new Error(`${name} by ${who.handle} was refused with ${reply.code}: ${reply.text}`);
    this.acknowledged += 1;
    return isDone ? null : reply.data![name];
  }

  /** The code a mutation is refused with; null for one that is not. */
  async refusal(who: Person, name: string, input: object, selection: string): Promise<string | null> {
    return (await this.insist(who, mutation(name, selection), { input })).reply.code;
  }

  /** What is answered to a question. */
  async ask<Data = Payload>(who: Person | null, query: string, variables: object = {}): Promise<Data> {
    const { reply } = await this.insist(who, query, variables);
    if (reply.code !== null) throw new Error(`${reply.code}: ${reply.text}`);
    return reply.data as Data;
  }

  private async insist(who: Person | null, query: string, variables: object): Promise<{ reply: Reply; tries: number }> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let tries = 1; ; tries += 1) {
      const reply = await this.once(who, query, variables);
      if (reply && !TRY_AGAIN.includes(reply.code ?? '')) return { reply, tries };
      this.interrupted += 1;
      if (Date.now() > deadline) throw new Error(`Nobody answered in ${PATIENCE_MS / 1000} s: ${query}`);
      await delay(100 + Math.random() * 300);
    }
  }

  private async once(who: Person | null, query: string, variables: object): Promise<Reply | null> {
    this.requests += 1;
    try {
      const response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        signal: AbortSignal.timeout(LONGEST_TRY_MS),
        headers: { 'content-type': 'application/json', ...(who && { authorization: `Bearer ${who.token}` }) },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors = [] } = (await response.json()) as { data?: Payload | null; errors?: { extensions?: { code?: string } }[] };
      return { data, code: errors[0] ? (errors[0].extensions?.code ?? 'NO_CODE') : null, text: JSON.stringify(errors).slice(0, 1_000) };
    } catch {
      return null; // the process died, or is only coming up
    }
  }
}

function mutation(name: string, selection: string): string {
  return `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`;
}

/** Does the work for each, sixteen at a time, in the order given. */
export async function forEach<T>(items: Iterable<T>, work: (item: T, at: number) => Promise<unknown>, atOnce = AT_ONCE): Promise<void> {
  const left = [...items].entries();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const [at, item] of left) await work(item, at);
  }));
}

/** 0..1, the same in every run of one seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
