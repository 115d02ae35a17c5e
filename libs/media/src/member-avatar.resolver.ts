import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { pathOf } from './picture.addresses.js';
import { KIND_RULES } from './picture.kinds.js';
import { PictureModel } from './picture.model.js';
import type { PictureRow } from './picture.row.js';
import { PicturesLoaders } from './pictures.loaders.js';

const { widths, type } = KIND_RULES.AVATAR;
const USUAL_WIDTH = 128;

/** A member's face. */
@Resolver(() => MemberModel)
export class MemberAvatarResolver {
  constructor(private readonly loaders: PicturesLoaders) {}

  @ResolveField(() => PictureModel, { nullable: true, description: 'A picture of their own; without one, clients draw one from the id.' })
  avatar(@Parent() { avatarId }: MemberRow, @Ctx() context: RequestContext): Promise<PictureRow | null> | null {
    return avatarId ? this.loaders.byId.load(context, avatarId) : null;
  }

  /** Every avatar has every width, so its address is known without asking the database. */
  @ResolveField(() => String, { nullable: true, description: 'Of the same picture, square, at least so many pixels wide: up to 256; 128 when left out.' })
  avatarUrl(@Parent() { avatarId }: MemberRow, @Args('width', { type: () => Int, nullable: true }) width?: number | null): string | null {
    const wide = widths.find((one) => one >= (width ?? USUAL_WIDTH)) ?? widths.at(-1)!;
    return avatarId && pathOf(avatarId, { width: wide, type });
  }
}
