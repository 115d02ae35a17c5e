import { Controller, Get, Res } from '@nestjs/common';
import { Access } from '@fanfare/access';
import type { FastifyReply } from 'fastify';
import { Readiness } from './readiness.js';

@Access('PUBLIC')
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Alive: says nothing of the database, so that its outage restarts nobody. */
  @Get('livez')
  livez() {
    return { status: 'ok' };
  }

  @Get('readyz')
  async readyz(@Res({ passthrough: true }) reply: FastifyReply) {
    const obstacle = await this.readiness.obstacle();
    reply.status(obstacle ? 503 : 200);
    return obstacle ? { status: 'unavailable', reason: obstacle } : { status: 'ok' };
  }
}
