import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { ideaPath, pagePath } from '../paths';
import type { Delivered } from './feed.server';
import styles from './feed-hero.module.css';

interface Brand {
  slug: string;
  name: string;
  locale: string;
  tagline: string;
  theme: { hero?: string | null; heroPicture?: { srcset: string } | null };
}

/** The brand's promise over its artwork, and proof below it: what earlier ideas became. */
export function FeedHero({ community, results }: { community: Brand; results: readonly Delivered[] }) {
  const t = useT();
  return (
    <header className={styles.hero}>
      <div className={styles.stage} data-plain={community.theme.hero ? undefined : ''}>
        {community.theme.hero && <img src={community.theme.hero} srcSet={community.theme.heroPicture?.srcset} sizes="(min-width: 72rem) 72rem, 100vw" alt="" className={styles.art} fetchPriority="high" />}
        <div className={styles.promise}>
          <h1 className={styles.tagline} lang={community.locale}><Whole text={community.tagline || community.name} /></h1>
          <p className={styles.lead}>{t('feed.promiseLead')}</p>
          <LinkButton to={pagePath(community.slug, 'post')} size="l" className={styles.act} icon={<Icon name="plus" />}>
            {t('feed.postIdea')}
          </LinkButton>
        </div>
      </div>
      {results.length > 0 && <Results slug={community.slug} locale={community.locale} results={results} />}
    </header>
  );
}

/** Large words break between words, never at a hyphen. */
function Whole({ text }: { text: string }) {
  return text.split(/(\s+)/).map((word, index) => (word.includes('-') ? <span key={index} className={styles.whole}>{word}</span> : word));
}

function Results({ slug, locale, results }: { slug: string; locale: string; results: readonly Delivered[] }) {
  const t = useT();
  return (
    <section className={styles.results} aria-labelledby="results">
      <h2 id="results" className={styles.resultsTitle}>
        <span className={styles.badge}><Icon name="check" size={16} /></span>
        {t('feed.resultsHeading')}
      </h2>
      <ul role="list" className={styles.cards}>
        {results.map((idea) => (
          <li key={idea.id} className={styles.result}>
            <Link to={ideaPath(slug, idea)} className={styles.resultTitle} lang={locale}>{idea.title}</Link>
            <p className={styles.credit}>
              {idea.author && <>{t('feed.resultsBy', { author: idea.author.displayName })} · </>}
              {t('feed.resultsBackers', { count: idea.support.raw + idea.support.imported })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
