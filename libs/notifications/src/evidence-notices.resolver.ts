import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { EvidenceLoaders, EvidenceModel, type EvidenceRow } from '@fanfare/identity';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The proofs that matters are about. */
@Resolver(() => NotificationModel)
export class EvidenceNoticesResolver {
  constructor(private readonly evidence: EvidenceLoaders) {}

  @ResolveField('evidence', () => EvidenceModel, { nullable: true, description: 'The reader’s own proof, as it is now.' })
  async evidenceOf(@Parent() { evidenceId }: NotificationRow, @Ctx() context: RequestContext): Promise<EvidenceRow | null> {
    const found = evidenceId === null ? null : await this.evidence.byId.load(context, evidenceId);
    return found?.accountId === context.actor.accountId ? found : null;
  }
}
