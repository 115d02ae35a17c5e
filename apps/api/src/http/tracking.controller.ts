import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Access } from '@fanfare/access';
import { VisitsService } from '@fanfare/ambassadors';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where a token leads that is no link's: a page that does not exist, in the reader's language. */
const NOWHERE = '/r';

/** Ambassadors' tracking links. Nothing is left in the browser, and every visit comes here: the answer is kept by nobody. */
@Access('PUBLIC')
@Controller('r')
export class TrackingController {
  constructor(private readonly visits: VisitsService) {}

  @Get(':token')
  async follow(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { headers, ip, method } = request;
    const purpose = method === 'HEAD' ? 'prefetch' : `${String(headers['sec-purpose'] ?? '')} ${String(headers['purpose'] ?? '')}`;
    const target = await this.visits.follow(token, { ip, userAgent: headers['user-agent'] ?? '', purpose });
    void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'strict-origin' });
    void reply.redirect(target ?? NOWHERE, 302);
  }
}
