import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Database, DatabaseModule, Transactor } from '@fanfare/database';
import { Dispatcher, EventsModule } from '@fanfare/events';
import { type Config, CONFIG, loadConfig, ManualClock } from '@fanfare/kernel';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { Onlooker } from './onlooker.js';

/** Some rooms on a database of their own, without HTTP. */
export interface Rooms {
  readonly database: Database;
  readonly transactor: Transactor;
  readonly dispatcher: Dispatcher;
  readonly clock: ManualClock;
  readonly url: string;
  get<T>(type: Type<T>): T;
  close(): Promise<void>;
}

interface BootOptions {
  readonly env?: Record<string, string>;
  /** The time at start; today when left out. */
  readonly now?: Date;
  /** A migrated database that is there and stays; a fresh one when left out. */
  readonly url?: string;
}

/** Boots the modules on a fresh database, unless said otherwise. Events wait until `dispatcher.drain()`. */
export async function bootRooms(modules: (Type | DynamicModule)[], options: BootOptions = {}): Promise<Rooms> {
  const testDatabase = options.url ? { url: options.url, drop: () => Promise.resolve() } : await createTestDatabase();
  const clock = new ManualClock(options.now ?? new Date());
  const config = loadConfig({ DATABASE_URL: testDatabase.url, PUBLIC_URL: 'http://localhost:3000', ...options.env });
  const app = await NestFactory.createApplicationContext(root(config, clock, modules), { logger: ['error', 'warn'], abortOnError: false });
  return rooms(app, testDatabase, clock);
}

function root(config: Config, clock: ManualClock, modules: (Type | DynamicModule)[]): DynamicModule {
  return {
    module: class RootModule {},
    imports: [configured(config), DatabaseModule.forRoot({ url: config.databaseUrl, poolSize: 12 }, clock), EventsModule, ...modules],
  };
}

/** The configuration, wherever a room asks for it. */
export function configured(config: Config): DynamicModule {
  @Global()
  @Module({ providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] })
  class ConfiguredModule {}
  return { module: ConfiguredModule };
}

function rooms(app: INestApplicationContext, testDatabase: TestDatabase, clock: ManualClock): Rooms {
  return {
    database: new Onlooker(app.get(Database).source),
    transactor: app.get(Transactor),
    dispatcher: app.get(Dispatcher),
    clock,
    url: testDatabase.url,
    get: (type) => app.get(type, { strict: false }),
    close: async () => {
      await app.close();
      await testDatabase.drop();
    },
  };
}
