import { Link } from 'react-router';
import type { ProfileQuery } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { pagePath, whyPath } from '../paths';
import { meritWords, ruleIcon } from './rule-words';
import styles from './score-block.module.css';

type Member = NonNullable<NonNullable<ProfileQuery['community']>['member']>;

/** A member's score and what they are known for; they and moderators may read each reason. */
export function ScoreBlock({ member: { id, handle, reputation: { score, merits } } }: { member: Pick<Member, 'id' | 'handle' | 'reputation'> }) {
  const t = useT();
  const { community, membership, roles = [] } = useCommunity()!;
  const mayRead = membership?.id === id || roles.includes('MODERATOR');
  return (
    <section className={styles.block} aria-label={t('reputation.title')}>
      <p className={styles.score}><strong>{t.number(score)}</strong> <span>{t('reputation.pointsWord', { score })}</span></p>
      <div className={styles.behind}>
        {merits.length > 0 ? (
          <ul role="list" className={styles.merits} aria-label={t('reputation.merits')}>
            {merits.map(({ rule, times }) => <li key={rule.code}><Icon name={ruleIcon(rule.code)} size={16} />{meritWords(t, rule, times)}</li>)}
          </ul>
        ) : <p className={styles.quiet}>{t('reputation.noMerits')}</p>}
        <p className={styles.ways}>
          {mayRead && <LinkButton size="s" to={whyPath(community.slug, handle)}>{t('reputation.why', { score })}</LinkButton>}
          <Link to={pagePath(community.slug, 'reputation')}>{t('reputation.how')}</Link>
        </p>
      </div>
    </section>
  );
}
