import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { Theme, ThemeChange } from './theme.js';

export const THEME_PICTURES = ['hero', 'logo', 'favicon'] as const;
export type ThemePicture = (typeof THEME_PICTURES)[number];

/** What the media room knows and this one does not: uploaded pictures. */
export interface PictureKeeper {
  /** The uploaded picture that a value names, by its id or by an address of one of its files; null for any other value. */
  pictureIn(value: string): string | null;
  /**
   * Makes a community show a picture of the account's own.
   *
   * @returns the site path that the theme keeps
   * @throws Problem `NOT_FOUND` for a picture that is not theirs or not meant for this place
   */
  take(tx: Tx, use: { pictureId: string; as: ThemePicture; communityId: string; accountId: string | null }): Promise<string>;
  /** The community shows it no more. */
  release(tx: Tx, communityId: string, pictureId: string): Promise<void>;
}

/** Lets a theme's pictures be uploaded ones. A keeper registers when its room is there; without it only artwork of the site is known. */
@Injectable()
export class ThemePictures {
  private keeper: PictureKeeper | null = null;

  keptBy(keeper: PictureKeeper): void {
    this.keeper = keeper;
  }

  /** The change with every new picture taken and turned into its path. What stays as it is passes. */
  async taken(tx: Tx, change: ThemeChange, now: Theme, owner: { communityId: string; accountId: string | null }): Promise<ThemeChange> {
    const paths: Partial<Record<ThemePicture, string>> = {};
    for (const as of THEME_PICTURES) {
      const value = change[as];
      const pictureId = value && value !== now[as] ? this.keeper?.pictureIn(value) : null;
      if (pictureId) paths[as] = await this.keeper!.take(tx, { pictureId, as, ...owner });
    }
    return { ...change, ...paths };
  }

  /** Lets go of what the theme showed before and shows nowhere any more. */
  async released(tx: Tx, before: Theme, now: Theme, communityId: string): Promise<void> {
    const shown = new Set(this.uploadedIn(now));
    for (const pictureId of this.uploadedIn(before)) {
      if (!shown.has(pictureId)) await this.keeper!.release(tx, communityId, pictureId);
    }
  }

  private uploadedIn(theme: Theme): string[] {
    const found = THEME_PICTURES.map((as) => (theme[as] && this.keeper ? this.keeper.pictureIn(theme[as]) : null));
    return found.filter((id) => id !== null);
  }
}
