import { Injectable } from '@nestjs/common';
import type { Withholdable } from '@fanfare/kernel';
import type { PictureKind } from './picture.kinds.js';

/** Everything that shows a picture now, and whether that is itself kept from being shown. */
export type FindShowings = (pictureId: string) => Promise<readonly Withholdable[]>;

/** Rooms whose things may be withheld say what shows a picture: its files are given to whoever may see one of them. */
@Injectable()
export class PictureShowings {
  private readonly rooms = new Map<PictureKind, FindShowings>();

  /** One room for each kind. */
  register(kind: PictureKind, find: FindShowings): void {
    this.rooms.set(kind, find);
  }

  /** Nothing where nobody registered, and of what nothing shows yet. */
  async of(kind: PictureKind, pictureId: string): Promise<readonly Withholdable[]> {
    return (await this.rooms.get(kind)?.(pictureId)) ?? [];
  }
}
