import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { Access, SessionService } from '@fanfare/access';
import { FACTS_NAMES, type FactsName, NumbersService } from '@fanfare/ambassadors';
import { CommunitiesQueries } from '@fanfare/communities';
import { RequestContext } from '@fanfare/graphql';
import { isId, Problem } from '@fanfare/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { factsOf } from '../graphql/context.js';
import { answerProblem } from './problem-answer.js';

interface Wanted {
  readonly from?: string;
  readonly to?: string;
  readonly call?: string;
}

/** The rows behind a movement's numbers as files, for the brand's team: plain links open them. */
@Access('PUBLIC')
@Controller('c/:slug/movement/files')
export class MovementFilesController {
  constructor(
    private readonly sessions: SessionService,
    private readonly communities: CommunitiesQueries,
    private readonly numbers: NumbersService,
  ) {}

  /** `GET /c/SLUG/movement/files/reach.csv?from=…&to=…`, times in ISO 8601; see `FACTS` for the names. */
  @Get(':file')
  async file(@Param('slug') slug: string, @Param('file') file: string, @Query() wanted: Wanted, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const body = await this.read(slug, file, wanted, request);
      void reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'private, no-store' });
      void reply.header('content-disposition', `attachment; filename="${encodeURIComponent(slug)}-${file}"`).send(body);
    } catch (error) {
      answerProblem(reply, error, 'GET movement file');
    }
  }

  private async read(slug: string, file: string, { from, to, call }: Wanted, request: FastifyRequest): Promise<string> {
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new Problem('CROSS_SITE_REQUEST');
    const name = FACTS_NAMES.find((known) => `${known}.csv` === file) as FactsName | undefined;
    if (name === undefined) throw new Problem('NOT_FOUND', { what: 'file' });
    const context = new RequestContext(factsOf(request));
    const actor = await this.sessions.actorOf(context);
    const { id } = await this.communities.requireBySlug(slug);
    return this.numbers.file(actor, id, { from: timeOf('from', from), to: timeOf('to', to), call: call && isId(call) ? call : null }, name);
  }
}

function timeOf(field: string, text: string | undefined): Date {
  const time = new Date(text ?? '');
  if (Number.isNaN(time.getTime())) throw new Problem('INVALID_INPUT', { field });
  return time;
}
