import { Module } from '@nestjs/common';
import { WebClient } from './web-client.js';

@Module({ providers: [{ provide: WebClient, useFactory: () => new WebClient() }], exports: [WebClient] })
export class OutboundModule {}
