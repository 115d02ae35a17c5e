import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { Access } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Problem } from '@fanfare/kernel';
import { LogDownload } from '@fanfare/moderation';
import type { FastifyReply } from 'fastify';
import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { answerProblem } from './problem-answer.js';

const LINES = 'application/jsonl; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
/** A reader of heads may hear of a new one that much later, in seconds. */
const KEPT = 'public, max-age=60';

/** The public log of a community as files, in the form that `fanfare-verify` reads: plain links open them. */
@Access('PUBLIC')
@Controller('c/:slug/log')
export class LogController {
  constructor(
    private readonly communities: CommunitiesQueries,
    private readonly download: LogDownload,
  ) {}

  /** The latest signed head; 404 until there is one. */
  @Get('head.json')
  async head(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    await this.give(slug, reply, JSON_TYPE, async (id) => {
      const head = await this.download.head(id);
      if (head === null) throw new Problem('NOT_FOUND', { what: 'logHead' });
      return head;
    });
  }

  /** Every signed head, the oldest first. */
  @Get('heads.jsonl')
  async heads(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    await this.give(slug, reply, LINES, async (id) => Readable.from(this.download.heads(id)));
  }

  /** The whole log, the oldest entry first. */
  @Get('entries.jsonl')
  async entries(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('content-disposition', `attachment; filename="${encodeURIComponent(slug)}-log.jsonl"`);
    await this.give(slug, reply, LINES, async (id) => Readable.from(this.download.entries(id)));
  }

  /** The keys that signed, and since which entry each. */
  @Get('keys.json')
  async keys(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    await this.give(slug, reply, JSON_TYPE, async (id) => `${JSON.stringify(await this.download.keys(id), null, 2)}\n`);
  }

  /** Nothing of it is secret: another site's page may check it as well. */
  private async give(slug: string, reply: FastifyReply, type: string, body: (communityId: string) => Promise<string | Readable>): Promise<void> {
    try {
      const { id } = await this.communities.requireBySlug(slug);
      const found = await body(id);
      void reply.headers({ 'content-type': type, 'cache-control': KEPT, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
      void reply.send(found);
    } catch (error) {
      answerProblem(reply.removeHeader('content-disposition'), error, 'GET log');
    }
  }
}

const COMMAND = fileAbove(dirname(fileURLToPath(import.meta.url)), 'scripts/fanfare-verify.mjs');

/** Sources lie less deep than what is built of them. */
function fileAbove(folder: string, name: string): string {
  const path = join(folder, name);
  if (existsSync(path) || dirname(folder) === folder) return path;
  return fileAbove(dirname(folder), name);
}

/** The command that checks a downloaded log, for who has nothing but Node. */
@Access('PUBLIC')
@Controller()
export class VerifyCommandController {
  @Get('fanfare-verify.mjs')
  @Header('cache-control', 'public, max-age=3600')
  command(): StreamableFile {
    return new StreamableFile(createReadStream(COMMAND), { type: 'text/javascript; charset=utf-8', disposition: 'attachment; filename="fanfare-verify.mjs"' });
  }
}
