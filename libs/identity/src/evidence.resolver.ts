import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, AccountLoaders, type ViewerModel } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { RevokeEvidenceInput, RevokeEvidencePayload, ShowEvidenceInput, ShowEvidencePayload } from './evidence.inputs.js';
import type { EvidenceRow } from './evidence.row.js';
import { MyEvidenceService } from './my-evidence.service.js';

type Changed = Promise<{ evidence: EvidenceRow; viewer: ViewerModel }>;

/** What people do with the proofs about them. */
@Access('SIGNED_IN')
@Resolver()
export class EvidenceResolver {
  constructor(
    private readonly mine: MyEvidenceService,
    private readonly accounts: AccountLoaders,
  ) {}

  @Mutation(() => RevokeEvidencePayload, { description: 'Drops a proof of one’s own; an attested name is also taken back by its attestor, or an owner.' })
  async revokeEvidence(@Args('input') input: RevokeEvidenceInput, @Ctx() context: RequestContext): Changed {
    const evidence = await this.mine.revoke(context.actor, input.evidence);
    return { evidence, viewer: await this.accounts.viewer(context) };
  }

  @Mutation(() => ShowEvidencePayload, { description: 'Shows a proof of one’s own to everybody, or no longer.' })
  async showEvidence(@Args('input') input: ShowEvidenceInput, @Ctx() context: RequestContext): Changed {
    const evidence = await this.mine.show(context.actor, input.evidence, input.public);
    return { evidence, viewer: await this.accounts.viewer(context) };
  }
}
