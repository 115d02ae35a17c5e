import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@fanfare/kernel';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { Database } from './database.js';
import { Transactor } from './transactor.js';

@Injectable()
class ConnectionCloser implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

@Module({})
export class DatabaseModule {
  /** Connects at start; the clock is here so that every room finds it. */
  static forRoot(options: DatabaseOptions, clock: Clock = new Clock()): DynamicModule {
    const source = { provide: DataSource, useFactory: () => createDataSource(options).initialize() };
    return {
      module: DatabaseModule,
      global: true,
      providers: [source, Database, Transactor, ConnectionCloser, { provide: Clock, useValue: clock }],
      exports: [DataSource, Database, Transactor, Clock],
    };
  }
}
