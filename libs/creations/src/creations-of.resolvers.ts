import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, connectionOf, Ctx, PageArgs, pageSize, RequestContext } from '@fanfare/graphql';
import { canRead, IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { CreationConnection, CreationsArgs } from './creation.model.js';
import type { CreationRow } from './creation.row.js';
import { CreationsLoaders } from './creations.loaders.js';

@Resolver(() => CommunityModel)
export class CommunityCreationsResolver {
  constructor(
    private readonly loaders: CreationsLoaders,
    private readonly ideas: IdeasLoaders,
  ) {}

  @ResolveField(() => CreationConnection, { description: 'Works that fans show.' })
  async creations(@Parent() { id }: CommunityRow, @Args() args: CreationsArgs, @Ctx() context: RequestContext): Promise<Connection<CreationRow>> {
    const order = args.orderBy ?? 'NEW';
    if (!args.idea) return this.loaders.page(context, 'COMMUNITY', id, order, args);
    const idea = await this.ideas.byId.load(context, args.idea.toLowerCase());
    const there = idea?.communityId === id && canRead(context.actor, idea);
    return there ? this.loaders.page(context, 'IDEA', idea.id, order, args) : none(args);
  }
}

@Resolver(() => IdeaModel)
export class IdeaCreationsResolver {
  constructor(private readonly loaders: CreationsLoaders) {}

  @ResolveField(() => CreationConnection, { description: 'Works that play with it, the newest first.' })
  async creations(@Parent() idea: IdeaRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CreationRow>> {
    return canRead(context.actor, idea) ? this.loaders.page(context, 'IDEA', idea.id, 'NEW', args) : none(args);
  }
}

@Resolver(() => MemberModel)
export class MemberCreationsResolver {
  constructor(private readonly loaders: CreationsLoaders) {}

  @ResolveField(() => CreationConnection, { description: 'Works they show, the newest first.' })
  creations(@Parent() { id }: MemberRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CreationRow>> {
    return this.loaders.page(context, 'MEMBER', id, 'NEW', args);
  }
}

function none(args: PageArgs): Connection<CreationRow> {
  pageSize(args); // a page that cannot be asked for is refused here too
  return connectionOf<CreationRow>([], args, () => '', async () => 0);
}
