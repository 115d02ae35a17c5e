import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { Access, PersonalAllowance, SessionService } from '@fanfare/access';
import { RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';
import { DataExport } from '@fanfare/portability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { open, rm, stat } from 'node:fs/promises';
import { factsOf } from '../graphql/context.js';

/** Everything about whoever asks, as a file. A plain link opens it, so it is a page's business and not GraphQL's. */
@Access('PUBLIC')
@Controller('me')
export class MyDataController {
  constructor(
    private readonly sessions: SessionService,
    private readonly allowance: PersonalAllowance,
    private readonly exports: DataExport,
  ) {}

  @Get('data.zip')
  async download(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile | void> {
    void reply.header('cache-control', 'private, no-store');
    try {
      return await this.file(request);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return refuse(request, reply, error);
    }
  }

  private async file(request: FastifyRequest): Promise<StreamableFile> {
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new Problem('CROSS_SITE_REQUEST');
    const context = new RequestContext(factsOf(request));
    context.actor = await this.sessions.actorOf(context);
    const account = await this.allowance.takeExport(context);
    const { content, length } = await vanishing(await this.exports.write(account.id, account.locale));
    return new StreamableFile(content, { type: 'application/zip', disposition: 'attachment; filename="my-data.zip"', length });
  }
}

/** A file that is gone once it is read, whether or not the reader stays to the end. */
async function vanishing(path: string) {
  const { size } = await stat(path);
  const handle = await open(path);
  await rm(path);
  return { content: handle.createReadStream(), length: size };
}

const STATUS: Partial<Record<string, number>> = { SIGN_IN_REQUIRED: 401, TOO_MANY_ATTEMPTS: 429, TEMPORARILY_UNAVAILABLE: 503 };

/** A person who followed the link is brought back to its page, which says why; a program gets the code. */
function refuse({ headers }: FastifyRequest, reply: FastifyReply, { code, params }: Problem): void {
  if (headers.accept?.includes('text/html')) return void reply.redirect(`/settings/data?refused=${code}`, 303);
  void reply.status(STATUS[code] ?? 403).send({ code, params });
}
