import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { type AuditEntry, AuditEntryModel, idsIn } from '@fanfare/members';
import { IdeaModel } from './idea.model.js';
import type { IdeaRow } from './idea.row.js';
import { IdeasLoaders } from './ideas.loaders.js';

/** The idea an act of staff was about. */
@Resolver(() => AuditEntryModel)
export class AuditEntryIdeaResolver {
  constructor(private readonly loaders: IdeasLoaders) {}

  @ResolveField(() => IdeaModel, { nullable: true })
  async idea(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    const found = await Promise.all(idsIn(entry, 'ideaId', 'idea').map((id) => this.loaders.byId.load(context, id)));
    return found.find((idea) => idea?.communityId === entry.communityId) ?? null;
  }
}
