import { Injectable } from '@nestjs/common';
import { canUpdateCommunity, CommunitiesQueries, ladderFrom, type Step } from '@fanfare/communities';
import { type Actor, Clock, enforce } from '@fanfare/kernel';
import { type Preview, previewOf } from './ladder-preview.js';
import { LadderQueries } from './ladder.queries.js';

/** Shows an owner what a change of the ladder would do before they make it. */
@Injectable()
export class LadderPreviewService {
  constructor(
    private readonly communities: CommunitiesQueries,
    private readonly queries: LadderQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `INVALID_INPUT` as `updateCommunity` does */
  async preview(actor: Actor, slug: string, steps: readonly Step[]): Promise<Preview> {
    const { id } = await this.communities.requireBySlug(slug);
    enforce(canUpdateCommunity(actor, id));
    const ladder = ladderFrom(steps);
    return previewOf(await this.queries.onLadder(id), ladder, this.clock.now());
  }
}
