import { Injectable } from '@nestjs/common';
import { type PictureKeeper, type ThemePicture, ThemePictures } from '@fanfare/communities';
import type { Tx } from '@fanfare/database';
import { isId, Problem } from '@fanfare/kernel';
import { formFor, pathOf, pictureIdIn } from './picture.addresses.js';
import type { PictureKind } from './picture.kinds.js';
import { PictureUses } from './picture-uses.service.js';

/** The form whose path a theme keeps, for clients that ask for no more; in pixels. */
const KEPT: Readonly<Record<ThemePicture, { readonly kind: PictureKind; readonly width: number }>> = {
  hero: { kind: 'HERO', width: 1600 },
  logo: { kind: 'LOGO', width: 256 },
  favicon: { kind: 'FAVICON', width: 180 },
};

/** Lets communities show pictures that their owners uploaded. */
@Injectable()
export class ThemePictureKeeper implements PictureKeeper {
  constructor(
    themes: ThemePictures,
    private readonly uses: PictureUses,
  ) {
    themes.keptBy(this);
  }

  pictureIn(value: string): string | null {
    return isId(value) ? value.toLowerCase() : pictureIdIn(value);
  }

  async take(tx: Tx, { pictureId, as, communityId, accountId }: Parameters<PictureKeeper['take']>[1]): Promise<string> {
    if (accountId === null) throw new Problem('NOT_FOUND', { what: 'picture' });
    const { kind, width } = KEPT[as];
    const picture = await this.uses.take(tx, { pictureId, kind, accountId, subjectId: communityId });
    return pathOf(picture.id, formFor(picture, width));
  }

  release(tx: Tx, communityId: string, pictureId: string): Promise<void> {
    return this.uses.release(tx, communityId, pictureId);
  }
}
