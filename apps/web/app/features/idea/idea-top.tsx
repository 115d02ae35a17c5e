import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge, StatusBadge } from '~/kit/badge';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { feedPath } from '../paths';
import type { IdeaFull } from './idea.server';
import styles from './idea-top.module.css';

/** Title, state, author. */
export function IdeaTop({ idea }: { idea: IdeaFull }) {
  const t = useT();
  const { community } = useCommunity()!;
  const inCategory = idea.category && feedPath(community.slug, `?category=${idea.category.slug}`);
  return (
    <header className={styles.top}>
      <p className={styles.where}>
        <Link to={feedPath(community.slug)} className={styles.back}><Icon name="chevronLeft" size={16} />{t('idea.back')}</Link>
        {inCategory && <Link to={inCategory} lang={community.locale}>{idea.category!.name}</Link>}
      </p>
      <h1 className={styles.title} lang={community.locale}>{idea.title}</h1>
      <div className={styles.facts}>
        {!(idea.withheld && idea.status === 'OPEN') && <StatusBadge status={idea.status} />}
        {idea.withheld && idea.status !== 'PENDING' && <Badge icon={idea.withheld === 'HOLD' ? 'hourglass' : 'eyeOff'}>{t(`withheld.badge.${idea.withheld}`)}</Badge>}
        <MemberChip member={idea.author} community={community.slug} absent={t('idea.commentFormer')} size="s">
          <RelativeTime at={idea.createdAt} />
        </MemberChip>
      </div>
    </header>
  );
}
