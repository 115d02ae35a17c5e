import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Access, SessionService } from '@fanfare/access';
import { RequestContext } from '@fanfare/graphql';
import { LinkedAccountsService } from '@fanfare/identity';
import { Problem } from '@fanfare/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { factsOf } from '../graphql/context.js';

/**
 * Where a provider sends people back to. It is another site that sends them, which the cookie's SameSite=Lax allows for a
 * page; what makes the answer ours is the state, which belongs to the session that left.
 */
@Access('PUBLIC')
@Controller('link')
export class LinkController {
  constructor(
    private readonly sessions: SessionService,
    private readonly links: LinkedAccountsService,
  ) {}

  @Get(':provider/callback')
  async callback(@Param('provider') provider: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
    const outcome = await this.outcome(provider, request);
    void reply.redirect(`/settings/identity?${new URLSearchParams(outcome)}`, 303);
  }

  /** The page it ends on says what happened, in the person's language. */
  private async outcome(provider: string, request: FastifyRequest): Promise<Record<string, string>> {
    const actor = await this.sessions.actorOf(new RequestContext(factsOf(request)));
    const at = request.url.indexOf('?');
    try {
      await this.links.finish(actor, provider, at < 0 ? '' : request.url.slice(at));
      return { linked: provider };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { refused: error.code };
    }
  }
}
