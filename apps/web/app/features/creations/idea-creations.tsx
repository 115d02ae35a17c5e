import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Picture } from '~/kit/picture';
import { useCommunity } from '~/shell/use-root';
import type { IdeaFull } from '../idea/idea.server';
import { SidePart } from '../layout/side-part';
import { creationPath, newCreationPath } from '../paths';
import { wallPath } from './creations-state';
import styles from './idea-creations.module.css';

/** Beside an idea: the works that play with it, and the way to show one. */
export function IdeaCreations({ idea: { id, creations } }: { idea: IdeaFull }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <SidePart title={t('creations.ofIdea')}>
      {creations.nodes.length > 0 && (
        <ul role="list" className={styles.list}>
          {creations.nodes.map((creation) => (
            <li key={creation.id}>
              <Link to={creationPath(slug, creation)} className={styles.link} prefetch="intent">
                {creation.cover && <Picture picture={creation.cover} sizes="9rem" alt="" />}
                <span lang={locale}>{creation.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.ways}>
        {creations.totalCount > creations.nodes.length && <Link to={wallPath(slug, { idea: id })}>{t('creations.allOfIdea', { count: creations.totalCount })}</Link>}
        <Link to={`${newCreationPath(slug)}?idea=${id}`}>{t('creations.showForIdea')}</Link>
      </p>
    </SidePart>
  );
}
