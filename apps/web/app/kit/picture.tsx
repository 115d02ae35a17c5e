import type { CSSProperties } from 'react';
import type { PictureFactsFragment } from '~/graphql/generated/documents';
import styles from './picture.module.css';
import { classes } from './classes';

interface PictureProps {
  picture: Pick<PictureFactsFragment, 'url' | 'srcset' | 'width' | 'height' | 'color' | 'alt'>;
  /** How wide it will stand, as in `sizes` of an `img`: `(max-width: 40rem) 100vw, 20rem`. */
  sizes: string;
  /** What it shows, in place of the words it brings; '' when the words beside it say it already. */
  alt?: string;
  /** Among the first things seen: fetched at once. */
  first?: boolean;
  className?: string;
}

/** An uploaded picture in the width that fits. Its place and its colour are there before it is. */
export function Picture({ picture, sizes, alt = picture.alt, first, className }: PictureProps) {
  const { url, srcset, width, height, color } = picture;
  return (
    <img
      src={url}
      srcSet={srcset}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
      className={classes(styles.picture, className)}
      style={{ '--color': color } as CSSProperties}
    />
  );
}
