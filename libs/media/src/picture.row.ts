import type { FormType, PictureKind } from './picture.kinds.js';

/** One size of a picture, as one file. */
export interface PictureForm {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly type: FormType;
  readonly bytes: number;
}

/** A picture as the database keeps it, and as its GraphQL type shows it. */
export interface PictureRow {
  readonly id: string;
  readonly kind: PictureKind;
  /** Who brought it; null once their account is gone. */
  readonly accountId: string | null;
  /** Of the largest form, in pixels. */
  readonly width: number;
  readonly height: number;
  /** From the smallest; the plain one last. */
  readonly forms: readonly PictureForm[];
  /** Its average, `#rrggbb`: what to show while it loads. */
  readonly color: string;
  /** What it shows, for who cannot see it; '' when it says nothing that the words beside it do not. */
  readonly alt: string;
}

export const PICTURE_COLUMNS = `p.id, p.kind, p.account_id AS "accountId", p.width, p.height, p.forms, p.color, p.alt`;
