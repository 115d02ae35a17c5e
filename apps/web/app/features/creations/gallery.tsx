import { useRef, type MouseEvent } from 'react';
import type { PictureFactsFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Picture } from '~/kit/picture';
import styles from './gallery.module.css';

const SIZES = '(max-width: 56rem) calc(100vw - 2rem), 46rem';

/** Pictures one beside the other, swiped or chosen below; without a script the small ones are links to the large ones. */
export function Gallery({ title, pictures }: { title: string; pictures: readonly PictureFactsFragment[] }) {
  const t = useT();
  const strip = useRef<HTMLUListElement>(null);
  const altOf = (picture: PictureFactsFragment, at: number) => picture.alt || t('creations.pictureOf', { number: at + 1, count: pictures.length, title });
  const go = (event: MouseEvent, at: number) => {
    event.preventDefault();
    strip.current?.children[at]?.scrollIntoView({ inline: 'start', block: 'nearest' });
  };
  const [only] = pictures;
  if (pictures.length === 1) return <figure className={styles.only}><Picture picture={only!} sizes={SIZES} alt={altOf(only!, 0)} first className={styles.large} /></figure>;
  return (
    <section className={styles.gallery} aria-label={t('creations.gallery')}>
      <ul role="list" ref={strip} className={styles.strip} tabIndex={0} aria-label={t('creations.gallery')}>
        {pictures.map((picture, at) => (
          <li key={picture.id} id={`picture-${at + 1}`}><Picture picture={picture} sizes={SIZES} alt={altOf(picture, at)} first={at === 0} className={styles.large} /></li>
        ))}
      </ul>
      <ul role="list" className={styles.small}>
        {pictures.map((picture, at) => (
          <li key={picture.id}>
            <a href={`#picture-${at + 1}`} onClick={(event) => go(event, at)} aria-label={t('creations.toPicture', { number: at + 1 })}><Picture picture={picture} sizes="6rem" alt="" /></a>
          </li>
        ))}
      </ul>
    </section>
  );
}
