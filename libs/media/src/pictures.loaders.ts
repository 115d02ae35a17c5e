import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { AvatarRemovalRow } from './avatar-removal.row.js';
import type { PictureRow } from './picture.row.js';
import { PicturesQueries } from './pictures.queries.js';

@Injectable()
export class PicturesLoaders {
  readonly byId = new Loader<PictureRow>((ids) => this.queries.byIds(ids));
  /** By the member. */
  readonly lastRemoval = new Loader<AvatarRemovalRow>((ids) => this.queries.lastRemovals(ids));

  constructor(private readonly queries: PicturesQueries) {}
}
