import { Link } from 'react-router';
import type { CreationLinkFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Picture } from '~/kit/picture';
import { useCommunity } from '~/shell/use-root';
import { creationPath, memberPath } from '../paths';
import { isKeptFrom } from '../withheld/withheld-note';
import type { CreationFull } from './creations.server';
import styles from './chain-path.module.css';

/** Who built on whom, from the first work down to this one. What was taken back keeps its place. */
export function ChainPath({ creation }: { creation: CreationFull }) {
  const t = useT();
  const missing = creation.depth - creation.chain.length;
  return (
    <ol role="list" className={styles.path}>
      {creation.chain.map((link, at) => (
        <li key={link.id} className={styles.step} data-gone={isGone(link) ? '' : undefined}>
          <Step link={link} />
          {at === 0 && missing > 0 && <p className={styles.more}>{t('creations.stepsBetween', { count: missing })}</p>}
        </li>
      ))}
      <li className={styles.step} data-here="" aria-current="true">
        <span className={styles.thumb}>{creation.cover && <Picture picture={creation.cover} sizes="3.5rem" alt="" />}</span>
        <span className={styles.words}><strong>{t('creations.thisOne')}</strong>{creation.author && <span className={styles.by}>{creation.author.displayName}</span>}</span>
      </li>
    </ol>
  );
}

/** Taken back by its author, or not shown to this reader. */
function isGone(link: CreationLinkFragment): boolean {
  return link.withdrawnAt !== null || isKeptFrom(link, link.title);
}

function Step({ link }: { link: CreationLinkFragment }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <>
      <span className={styles.thumb}>{link.cover && <Picture picture={link.cover} sizes="3.5rem" alt="" />}</span>
      <span className={styles.words}>
        <Link to={creationPath(slug, link)} lang={isGone(link) ? undefined : locale} prefetch="intent">{isGone(link) ? t(link.withheld ? 'withheld.creationTitle' : 'creations.noLonger') : link.title}</Link>
        {link.author && <Link to={memberPath(slug, link.author.handle)} className={styles.by}>{link.author.displayName}</Link>}
      </span>
    </>
  );
}
