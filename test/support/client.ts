import type { Database } from '@fanfare/database';
import { setTimeout as delay } from 'node:timers/promises';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly params?: Record<string, unknown>; readonly requestId?: string };
}

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly GraphqlError[];
  /** The code of the first error, or null. */
  readonly code: string | null;
}

interface Person {
  readonly email: string;
  readonly password: string;
}

/** What happens soon after happens within this, also on a machine that does much else; only what never happens takes it all. */
const PATIENCE_MS = 30_000;

let people = 0;

/** Somebody who speaks GraphQL over HTTP: a visitor at first, then whoever signed up or in. */
export class Client {
  token: string | null = null;
  person: Person | null = null;

  constructor(
    readonly url: string,
    private readonly database: Database,
  ) {}

  /** What the api answers, errors included. */
  async ask<Data = Record<string, any>>(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data | null; errors?: GraphqlError[] };
    const errors = body.errors ?? [];
    return { status: response.status, data: body.data ?? null, errors, code: errors[0]?.extensions.code ?? null };
  }

  /** The data; throws when anything was refused. */
  async get<Data = Record<string, any>>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors.length > 0 || data === null) throw new Error(`Refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** One mutation with one input: `mutate('castVote', { idea }, 'idea { id }')`. */
  async mutate<Payload = Record<string, any>>(name: string, input: Record<string, unknown>, selection: string): Promise<Payload> {
    const data = await this.get<Record<string, Payload>>(mutation(name, selection), { input });
    return data[name]!;
  }

  /** The code a mutation is refused with; fails when it is not. */
  async refusal(name: string, input: Record<string, unknown>, selection: string): Promise<string> {
    const { code } = await this.ask(mutation(name, selection), { input });
    if (code === null) throw new Error(`${name} was not refused`);
    return code;
  }

  /** A fresh ANONYMOUS account. */
  async signUp(person: Partial<Person> & { displayName?: string; locale?: string } = {}): Promise<this> {
    const number = (people += 1);
    const { email = `fan-${process.pid}-${number}@example.org`, password = 'a quiet blue tricycle', displayName = `Fan ${number}`, locale = 'en' } = person;
    const { token } = await this.mutate<{ token: string }>('signUp', { email, password, displayName, locale }, 'token');
    this.token = token;
    this.person = { email, password };
    return this;
  }

  /** Confirms the address with the code from the mail. */
  async confirm(): Promise<this> {
    const code = codeIn(await this.mailTo(this.person!.email));
    await this.mutate('confirmEmail', { code }, 'viewer { identity { level } }');
    return this;
  }

  /** Joins a community as a member; answers the member's id. */
  async join(community: string, handle = `fan-${(people += 1)}`): Promise<string> {
    const { community: found } = await this.get('query ($slug: String!) { community(slug: $slug) { terms { version } } }', { slug: community });
    const input = { community, handle, acceptedTerms: found.terms.version, ofAge: true };
    const { member } = await this.mutate<{ member: { id: string } }>('joinCommunity', input, 'member { id }');
    return member.id;
  }

  /** The newest mail to an address, once it is there. */
  async mailTo(address: string, matching = ''): Promise<{ subject: string; text: string; html: string }> {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const { mails } = (await (await fetch(`${this.url}/dev/mail.json`)).json()) as { mails: { to: string; subject: string; text: string; html: string; at: string }[] };
      const found = mails.filter((mail) => mail.to.includes(address) && mail.text.includes(matching)).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
      if (found) return found;
      await delay(25);
    }
    throw new Error(`No mail to ${address} within ${PATIENCE_MS / 1000} seconds`);
  }

  /** For what no API shows. */
  sql<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.query<Row>(sql, parameters);
  }
}

function mutation(name: string, selection: string): string {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
}

/** The code a mail asks to enter: the only word of capital letters and digits on a line of its own. */
export function codeIn(mail: { text: string }): string {
  const found = /^\s*([A-Z0-9]{6,12})\s*$/m.exec(mail.text)?.[1];
  if (!found) throw new Error(`No code in the mail: ${mail.text}`);
  return found;
}

/** Asks again until the answer fits, for what happens soon after. */
export async function eventually<T>(ask: () => Promise<T>, fits: (value: T) => boolean, milliseconds = PATIENCE_MS): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const value = await ask();
    if (fits(value) || Date.now() > deadline) return value;
    await delay(20);
  }
}
