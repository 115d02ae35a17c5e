import { isId } from '@fanfare/kernel';
import type { FormType } from './picture.kinds.js';
import type { PictureForm, PictureRow } from './picture.row.js';

/** Where pictures are served, on this site. */
export const MEDIA_PATH = '/media';

const FILE = /^([1-9]\d{0,4})\.(webp|png|jpg)$/;

export const MIME: Readonly<Record<FormType, string>> = { webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg' };

/** The name of a form inside its picture's folder. */
export function fileOf({ width, type }: Pick<PictureForm, 'width' | 'type'>): string {
  return `${width}.${type}`;
}

/** The name of a form in the store. */
export function nameOf(pictureId: string, form: Pick<PictureForm, 'width' | 'type'>): string {
  return `${pictureId}/${fileOf(form)}`;
}

/** The names in the store of all files of a picture. */
export function storedNamesOf({ id, forms }: Pick<PictureRow, 'id' | 'forms'>): string[] {
  return forms.map((form) => nameOf(id, form));
}

/** A form's address on this site. */
export function pathOf(pictureId: string, form: Pick<PictureForm, 'width' | 'type'>): string {
  return `${MEDIA_PATH}/${nameOf(pictureId, form)}`;
}

/** The name in the store that an address asks for, with its media type; null when nothing can be there. */
export function storedNameOf(pictureId: string, file: string): { name: string; mime: string } | null {
  const type = FILE.exec(file)?.[2] as FormType | undefined;
  return type && isId(pictureId) ? { name: `${pictureId.toLowerCase()}/${file}`, mime: MIME[type] } : null;
}

/** The picture that a site path belongs to, or null. */
export function pictureIdIn(path: string): string | null {
  const [root, id = ''] = path.split('/').slice(1);
  return `/${root}` === MEDIA_PATH && isId(id) ? id.toLowerCase() : null;
}

/** Forms for `srcset`: what an `img` chooses among. Without the plain one. */
export function choices({ forms }: Pick<PictureRow, 'forms'>): readonly PictureForm[] {
  const type = forms[0]!.type;
  return forms.filter((form) => form.type === type);
}

/** The narrowest form that is at least so wide; the widest when none is. */
export function formFor(picture: Pick<PictureRow, 'forms'>, width: number): PictureForm {
  const among = choices(picture);
  return among.find((form) => form.width >= width) ?? among.at(-1)!;
}

/** The form for mail programs and link previews: JPEG or PNG. */
export function plainForm({ forms }: Pick<PictureRow, 'forms'>): PictureForm {
  return forms.find((form) => form.type !== 'webp') ?? forms.at(-1)!;
}
