import { Link } from 'react-router';
import type { CreationCardFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { classes } from '~/kit/classes';
import { Icon } from '~/kit/icon';
import { Picture } from '~/kit/picture';
import { useCommunity } from '~/shell/use-root';
import { creationPath, memberPath } from '../paths';
import { AppreciateButton } from './appreciate-button';
import styles from './creation-grid.module.css';

interface Props {
  creations: readonly CreationCardFragment[];
  /** Of the titles. */
  level: 2 | 3;
  /** The first one stands larger where there is room. */
  featured?: boolean;
  /** In a column beside or under other things: smaller. */
  compact?: boolean;
}

/** Seen before one scrolls: fetched at once. */
const FIRST_SEEN = 4;

/** Works side by side. Every picture's place is there before the picture is. */
export function CreationGrid({ creations, level, featured, compact }: Props) {
  return (
    <ul role="list" className={classes(styles.grid, compact && styles.compact, featured && creations.length > 2 && styles.featured)}>
      {creations.map((creation, at) => (
        <li key={creation.id}>
          <CreationCard creation={creation} level={level} first={!compact && at < FIRST_SEEN} large={Boolean(featured) && at === 0} />
        </li>
      ))}
    </ul>
  );
}

const SIZES = '(max-width: 36rem) calc(100vw - 2rem), (max-width: 60rem) 46vw, 23rem';
const LARGE_SIZES = '(max-width: 36rem) calc(100vw - 2rem), (max-width: 60rem) 94vw, 47rem';

function CreationCard({ creation, level, first, large }: { creation: CreationCardFragment; level: 2 | 3; first: boolean; large: boolean }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const Heading = `h${level}` as const;
  const { author, cover, remixOf, remixCount, responseCount } = creation;
  return (
    <article className={styles.card}>
      <div className={styles.frame}>{cover && <Picture picture={cover} alt="" sizes={large ? LARGE_SIZES : SIZES} first={first} className={styles.picture} />}</div>
      <div className={styles.words}>
        <Heading className={styles.title} lang={locale}><Link to={creationPath(slug, creation)} prefetch="intent">{creation.title}</Link></Heading>
        <p className={styles.by}>
          <Avatar seed={author?.id ?? creation.id} url={author?.avatarUrl} size={24} />
          {author ? <Link to={memberPath(slug, author.handle)}>{author.displayName}</Link> : t('creations.former')}
        </p>
        {remixOf && <p className={styles.remix}><Icon name="merge" size={16} /><span>{remixOf.title ? t('creations.remixOf', { title: remixOf.title }) : t('creations.remixOfGone')}</span></p>}
        <p className={styles.counts}>
          <AppreciateButton creation={creation} size="s" />
          {remixCount > 0 && <span><Icon name="merge" size={16} /><span aria-hidden="true">{t.compact(remixCount)}</span><span className="visually-hidden">{t('creations.remixes', { count: remixCount })}</span></span>}
          {responseCount > 0 && <span><Icon name="comment" size={16} /><span aria-hidden="true">{t.compact(responseCount)}</span><span className="visually-hidden">{t('creations.responses', { count: responseCount })}</span></span>}
        </p>
      </div>
    </article>
  );
}
