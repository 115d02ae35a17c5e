import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Theme, type ThemePicture, ThemeModel } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { pictureIdIn } from './picture.addresses.js';
import { PictureModel } from './picture.model.js';
import type { PictureRow } from './picture.row.js';
import { PicturesLoaders } from './pictures.loaders.js';

const DESCRIPTION = 'The same with all its sizes, when it was uploaded; null for artwork that came with the site.';

/** A community's uploaded pictures in every size. */
@Resolver(() => ThemeModel)
export class ThemePicturesResolver {
  constructor(private readonly loaders: PicturesLoaders) {}

  @ResolveField(() => PictureModel, { nullable: true, description: DESCRIPTION })
  heroPicture(@Parent() theme: Theme, @Ctx() context: RequestContext): Promise<PictureRow | null> | null {
    return this.load(theme, 'hero', context);
  }

  @ResolveField(() => PictureModel, { nullable: true, description: DESCRIPTION })
  logoPicture(@Parent() theme: Theme, @Ctx() context: RequestContext): Promise<PictureRow | null> | null {
    return this.load(theme, 'logo', context);
  }

  @ResolveField(() => PictureModel, { nullable: true, description: DESCRIPTION })
  faviconPicture(@Parent() theme: Theme, @Ctx() context: RequestContext): Promise<PictureRow | null> | null {
    return this.load(theme, 'favicon', context);
  }

  private load(theme: Theme, as: ThemePicture, context: RequestContext): Promise<PictureRow | null> | null {
    const id = theme[as] && pictureIdIn(theme[as]);
    return id ? this.loaders.byId.load(context, id) : null;
  }
}
