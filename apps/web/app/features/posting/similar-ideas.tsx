import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { ideaPath } from '../paths';
import { useVote } from '../voting/use-vote';
import type { Similar } from './use-similar';
import styles from './similar-ideas.module.css';

/** What is already there, under the title as it is typed: backing it helps more than posting it again. */
export function SimilarIdeas({ ideas }: { ideas: readonly Similar[] | null }) {
  const t = useT();
  return (
    <div className={styles.block}>
      <p role="status" className="visually-hidden">{ideas && (ideas.length === 0 ? t('posting.similarNone') : t('posting.similarFound', { count: ideas.length }))}</p>
      {ideas?.length === 0 && <p className={styles.none} aria-hidden="true"><Icon name="sparkle" size={18} />{t('posting.similarNone')}</p>}
      {ideas && ideas.length > 0 && (
        <section className={styles.found} aria-labelledby="similar">
          <h2 id="similar" className={styles.title}>{t('posting.similarHeading')}</h2>
          <p className={styles.text}>{t('posting.similarText')}</p>
          <ul role="list" className={styles.list}>{ideas.map((idea) => <li key={idea.id}><OneSimilar idea={idea} /></li>)}</ul>
        </section>
      )}
    </div>
  );
}

function OneSimilar({ idea }: { idea: Similar }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { voted, support, press } = useVote(idea);
  return (
    <article className={styles.idea}>
      <div className={styles.words}>
        <h3 className={styles.name}><Link to={ideaPath(slug, idea)} lang={locale}>{idea.title}</Link></h3>
        <p className={styles.excerpt} lang={locale}>{idea.excerpt}</p>
        <p className={styles.facts}>
          {idea.status !== 'OPEN' && <StatusBadge status={idea.status} size="s" />}
          <span>{t('posting.similarBackers', { count: support.raw + support.imported })}</span>
        </p>
      </div>
      {idea.votingOpen && (
        <Button size="s" tone={voted ? 'secondary' : 'primary'} icon={<Icon name={voted ? 'check' : 'arrowUp'} size={16} />} aria-pressed={voted} onClick={press}>
          {t(voted ? 'posting.similarBacked' : 'posting.similarBack')}
        </Button>
      )}
    </article>
  );
}
