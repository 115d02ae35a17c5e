import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { PictureRow } from './picture.row.js';
import { PicturesQueries } from './pictures.queries.js';

@Injectable()
export class PicturesLoaders {
  readonly byId = new Loader<PictureRow>((ids) => this.queries.byIds(ids));

  constructor(private readonly queries: PicturesQueries) {}
}
