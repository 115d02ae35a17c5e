import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CurrentActor } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import type { MemberRow } from '@fanfare/members';
import { AvatarsService } from './avatars.service.js';
import { choices, formFor, pathOf, plainForm } from './picture.addresses.js';
import { DescribePictureInput, DescribePicturePayload, PictureModel, SetAvatarInput, SetAvatarPayload } from './picture.model.js';
import type { PictureRow } from './picture.row.js';
import { PicturesService } from './pictures.service.js';

@Resolver(() => PictureModel)
export class PicturesResolver {
  constructor(
    private readonly pictures: PicturesService,
    private readonly avatars: AvatarsService,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => SetAvatarPayload, { description: 'One’s own picture in a community.' })
  async setAvatar(@Args('input') input: SetAvatarInput, @CurrentActor() actor: Actor): Promise<{ member: MemberRow }> {
    return { member: await this.avatars.set(actor, input.community, input.picture ?? null) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => DescribePicturePayload, { description: 'Says what a picture of one’s own shows.' })
  async describePicture(@Args('input') input: DescribePictureInput, @CurrentActor() actor: Actor): Promise<{ picture: PictureRow }> {
    return { picture: await this.pictures.describe(actor, input.picture, input.alt) };
  }

  @ResolveField(() => String, { description: 'The form that is at least so many pixels wide, or the widest: WebP, or PNG for a FAVICON.' })
  url(@Parent() picture: PictureRow, @Args('width', { type: () => Int, nullable: true }) width?: number | null): string {
    return pathOf(picture.id, formFor(picture, width ?? Infinity));
  }

  @ResolveField(() => String, { description: 'Every width, for the `srcset` of an `img`.' })
  srcset(@Parent() picture: PictureRow): string {
    return srcsetOf(picture);
  }

  @ResolveField(() => String, { description: 'JPEG or PNG, for what does not read WebP: mail programs, link previews.' })
  plainUrl(@Parent() picture: PictureRow): string {
    return pathOf(picture.id, plainForm(picture));
  }
}

export function srcsetOf(picture: PictureRow): string {
  return choices(picture).map((form) => `${pathOf(picture.id, form)} ${form.width}w`).join(', ');
}
