import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, connectionOf, Ctx, FewPerRequest, PageArgs, pageSize, permissionOf, RequestContext } from '@fanfare/graphql';
import { canRead, IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { canReadWithheld, excerptOf } from '@fanfare/kernel';
import { PictureModel, type PictureRow, PicturesLoaders } from '@fanfare/media';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import { CreationConnection, CreationModel, CreationPermissionsModel, CreationResponseConnection } from './creation.model.js';
import { canAnswerCreation, canAppreciate, canEditCreation, canWithdrawCreation } from './creation.policy.js';
import type { CreationPictureRow, CreationRow } from './creation.row.js';
import type { CreationResponseRow } from './creation-response.row.js';
import { CreationsLoaders } from './creations.loaders.js';
import { LONGEST_CHAIN } from './creations.queries.js';

/** Each may hold 24 works, which the measure of a document does not know. */
const chainsFew = new FewPerRequest('chain', 120);

const EXCERPT_LENGTH = 200;

@Resolver(() => CreationModel)
export class CreationFieldsResolver {
  constructor(
    private readonly creations: CreationsLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly pictureRows: PicturesLoaders,
    private readonly ideaRows: IdeasLoaders,
    private readonly members: MembersLoaders,
    private readonly mentions: MentionsService,
  ) {}

  @ResolveField(() => String, { description: 'The story, ready to show.' })
  html(@Parent() { communityId, story }: CreationRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, communityId, story);
  }

  @ResolveField(() => String, { description: 'The first words of the story, as plain text.' })
  excerpt(@Parent() { story }: CreationRow): string {
    return excerptOf(story, EXCERPT_LENGTH);
  }

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: CreationRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null on a tombstone.' })
  author(@Parent() { authorId }: CreationRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => PictureModel, { nullable: true, description: 'The first picture; null on a tombstone.' })
  async cover(@Parent() creation: CreationRow, @Ctx() context: RequestContext): Promise<PictureRow | null> {
    const [first] = await this.shown(context, creation);
    return first ? this.picture(context, first) : null;
  }

  @ResolveField(() => [PictureModel], { description: 'From the cover on; none on a tombstone.' })
  async pictures(@Parent() creation: CreationRow, @Ctx() context: RequestContext): Promise<PictureRow[]> {
    const shown = await this.shown(context, creation);
    return present(await Promise.all(shown.map((one) => this.picture(context, one))));
  }

  @ResolveField(() => [IdeaModel], { description: 'What it plays with; only what the reader may read.' })
  async ideas(@Parent() creation: CreationRow, @Ctx() context: RequestContext): Promise<IdeaRow[]> {
    if (!canReadWithheld(context.actor, creation)) return [];
    const ids = (await this.creations.ideas.load(context, creation.id)) ?? [];
    const found = present(await Promise.all(ids.map((idea) => this.ideaRows.byId.load(context, idea))));
    return found.filter((idea) => canRead(context.actor, idea));
  }

  @ResolveField(() => Boolean)
  async viewerAppreciates(@Parent() { id }: CreationRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.creations.appreciatedByViewer.load(context, id)) ?? false;
  }

  @ResolveField(() => CreationResponseConnection, { description: 'Of level one, from the oldest; each holds its replies.' })
  async responses(@Parent() creation: CreationRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CreationResponseRow>> {
    if (canReadWithheld(context.actor, creation)) return this.creations.responsePage(context, 'CREATION', creation.id, page);
    pageSize(page); // a page that cannot be asked for is refused here too
    return connectionOf<CreationResponseRow>([], page, () => '', async () => 0);
  }

  @ResolveField(() => CreationModel, { nullable: true, description: 'What it builds on; a tombstone when that was withdrawn.' })
  remixOf(@Parent() { parentId }: CreationRow, @Ctx() context: RequestContext): Promise<CreationRow | null> | null {
    return parentId === null ? null : this.creations.byId.load(context, parentId);
  }

  @ResolveField(() => CreationConnection, { description: 'What builds on it and is still shown, the newest first.' })
  remixes(@Parent() { id }: CreationRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CreationRow>> {
    return this.creations.page(context, 'REMIXES', id, 'NEW', page);
  }

  @ResolveField(() => [CreationModel], {
    description: `All it builds on, from the first work down, withdrawn ones as tombstones. Of more than ${LONGEST_CHAIN} (see depth) the first and the nearest. Of 120 creations in one request at most.`,
  })
  async chain(@Parent() { id, parentId }: CreationRow, @Ctx() context: RequestContext): Promise<CreationRow[]> {
    if (parentId === null) return [];
    chainsFew.count(context);
    return (await this.creations.chain.load(context, id)) ?? [];
  }

  @ResolveField(() => CreationPermissionsModel)
  async viewerCan(@Parent() creation: CreationRow, @Ctx() context: RequestContext): Promise<CreationPermissionsModel> {
    const { actor } = context;
    const { communityId } = creation;
    const member = actor.accountId ? await this.members.byAccount.load(context, { accountId: actor.accountId, communityId }) : null;
    return {
      edit: permissionOf(canEditCreation(actor, creation)),
      withdraw: permissionOf(canWithdrawCreation(actor, creation)),
      appreciate: permissionOf(canAppreciate(actor, member, creation)),
      respond: permissionOf(canAnswerCreation(actor, member, creation, 'COMMENTING')),
      remix: permissionOf(canAnswerCreation(actor, member, creation, 'POSTING')),
    };
  }

  /** None of what the reader may not read. */
  private async shown(context: RequestContext, creation: CreationRow): Promise<CreationPictureRow[]> {
    return canReadWithheld(context.actor, creation) ? ((await this.creations.pictures.load(context, creation.id)) ?? []) : [];
  }

  /** What it shows is said anew with each creation. */
  private async picture(context: RequestContext, { pictureId, alt }: CreationPictureRow): Promise<PictureRow | null> {
    const picture = await this.pictureRows.byId.load(context, pictureId);
    return picture && { ...picture, alt };
  }
}

function present<Row>(rows: readonly (Row | null)[]): Row[] {
  return rows.filter((row) => row !== null);
}
