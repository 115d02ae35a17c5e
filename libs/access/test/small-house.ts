import type { ApolloServer } from '@apollo/server';
import { Database, DatabaseModule, Transactor } from '@fanfare/database';
import { Dispatcher, EventsModule } from '@fanfare/events';
import { DateTimeScalar, formatError, EdgeFilter, RequestContext, shapePipe } from '@fanfare/graphql';
import { CONFIG, loadConfig, ManualClock } from '@fanfare/kernel';
import { DevMailbox, type KeptMail } from '@fanfare/mail';
import { createTestDatabase, Onlooker } from '@fanfare/testing';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AccessModule } from '../src/index.js';

export const PUBLIC_URL = 'http://fanfare.test';
export const PASSWORD = 'a quiet blue tricycle';

interface Options {
  readonly env?: Record<string, string>;
  readonly providers?: Provider[];
  readonly databaseUrl?: string;
}

export interface Answer {
  readonly data: Record<string, any> | null;
  readonly code: string | null;
  readonly params: Record<string, unknown>;
  /** The whole answer as text, for comparing. */
  readonly text: string;
}

let addresses = 0;

/** A fresh address of the network for each person, so that limits count them apart. */
export function anIp(): string {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

/** The rooms mail and access behind a real GraphQL server, asked without a network: as pages rendered on the server do. */
export class SmallHouse {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: ManualClock,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open({ env = {}, providers = [], databaseUrl }: Options = {}): Promise<SmallHouse> {
    const own = databaseUrl ? null : await createTestDatabase();
    const url = databaseUrl ?? own!.url;
    const config = loadConfig({ DATABASE_URL: url, PUBLIC_URL, ...env });
    const clock = new ManualClock(new Date());

    @Global()
    @Module({ providers: [{ provide: CONFIG, useValue: config }, DateTimeScalar, { provide: APP_FILTER, useClass: EdgeFilter }, ...providers], exports: [CONFIG] })
    class HouseModule {}

    @Module({
      imports: [
        HouseModule,
        DatabaseModule.forRoot({ url, poolSize: 6 }, clock),
        EventsModule,
        AccessModule,
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          autoSchemaFile: true,
          fieldResolverEnhancers: ['guards'],
          formatError,
        }),
      ],
    })
    class RootModule {}

    const app = await NestFactory.create<NestFastifyApplication>(RootModule, new FastifyAdapter(), { logger: ['error', 'warn'] });
    app.useGlobalPipes(shapePipe);
    await app.init();
    return new SmallHouse(app, clock, url, own ? () => own.drop() : async () => undefined);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  get database(): Database {
    return new Onlooker(this.get(Database).source);
  }

  get transactor(): Transactor {
    return this.get(Transactor);
  }

  visitor(headers: Record<string, string> = {}): Person {
    return new Person(this, headers);
  }

  async ask(context: RequestContext, query: string, variables: Record<string, unknown>): Promise<Answer> {
    const { instance: apollo } = this.app.get<{ graphQlAdapter: { instance: ApolloServer<RequestContext> } }>(GraphQLModule).graphQlAdapter;
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: context });
    if (body.kind !== 'single') throw new Error('one answer expected');
    const { data = null, errors = [] } = body.singleResult;
    const { code = null, params = {} } = (errors[0]?.extensions ?? {}) as { code?: string; params?: Record<string, unknown> };
    return { data: data as Answer['data'], code, params, text: JSON.stringify({ data, errors }) };
  }

  /** Mails to an address once every event has been delivered, the newest first. */
  async mailsTo(address: string): Promise<KeptMail[]> {
    await this.get(Dispatcher).drain();
    return (await this.get(DevMailbox).list()).filter((mail) => mail.to === address);
  }

  /** The code in the newest mail to an address that holds one. */
  async codeFor(address: string): Promise<string> {
    for (const { text } of await this.mailsTo(address)) {
      const code = /^\s*([A-Z0-9]{6,12})\s*$/m.exec(text)?.[1];
      if (code) return code;
    }
    throw new Error(`No code was sent to ${address}`);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}

/** Somebody at the door. */
export class Person {
  readonly ip = anIp();
  readonly cookies = new Map<string, string>();
  token: string | null = null;

  constructor(
    readonly house: SmallHouse,
    private readonly headers: Record<string, string>,
  ) {}

  ask(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const authorization = this.token ? { authorization: `Bearer ${this.token}` } : {};
    const jar = {
      set: (name: string, value: string) => void this.cookies.set(name, value),
      clear: (name: string) => void this.cookies.delete(name),
    };
    const context = new RequestContext({ headers: { ...authorization, ...this.headers, ...headers }, ip: this.ip }, jar);
    return this.house.ask(context, query, variables);
  }

  mutate(name: string, input: object, selection: string, headers: Record<string, string> = {}): Promise<Answer> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return this.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, { input }, headers);
  }

  async signUp(email: string, password = PASSWORD, more: object = {}): Promise<this> {
    const { data, text } = await this.mutate('signUp', { email, password, displayName: 'Ada', ...more }, 'token');
    if (!data) throw new Error(text);
    this.token = data['signUp'].token;
    return this;
  }

  async signIn(email: string, password = PASSWORD): Promise<Answer> {
    const answer = await this.mutate('signIn', { email, password }, 'token');
    if (answer.data) this.token = answer.data['signIn'].token;
    return answer;
  }

  confirm(code: string): Promise<Answer> {
    return this.mutate('confirmEmail', { code }, 'viewer { account { emailConfirmed } identity { level } }');
  }

  /** Signs up and takes the address into possession. */
  async settle(email: string, password = PASSWORD): Promise<this> {
    await this.signUp(email, password);
    const { text, data } = await this.confirm(await this.house.codeFor(email));
    if (!data) throw new Error(text);
    return this;
  }
}

/** Statements sent to the database while something happens, without transaction control. */
export async function statementsOf(happening: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
    const text: string = typeof args[0] === 'string' ? args[0] : args[0]?.text;
    if (text) seen.push(text.replace(/\s+/g, ' ').trim());
    return (original as (...all: any[]) => any).apply(this, args);
  } as typeof original;
  try {
    await happening();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}
