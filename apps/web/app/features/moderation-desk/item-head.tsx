import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { useNow } from '~/shell/now';
import { whyPath } from '../paths';
import type { ReviewItem } from './moderation-desk.server';
import { PrioritySum } from './priority-sum';
import { waitedFor } from './waiting';
import styles from './item.module.css';

/** What it is, who made it and where it stands. */
export function ItemHead({ item, community }: { item: ReviewItem; community: string }) {
  const t = useT();
  const now = useNow();
  const { author, content, categories, incident } = item;
  return (
    <header className={styles.head}>
      <div className={styles.marks}>
        <h2 className={styles.kind}>{t(`review.kind.${item.subjectKind}`)}</h2>
        {categories.map((category) => <Badge key={category} size="s" tone={item.hardContent ? 'bad' : 'warn'}>{t(`review.category.${category}`)}</Badge>)}
        {content?.withheld && <Badge size="s" icon="eyeOff">{t(`review.withheld.${content.withheld}`)}</Badge>}
        {incident > 1 && <Badge size="s" icon="history">{t('review.incident', { number: incident })}</Badge>}
        <span className={styles.since}>
          {item.decidedAt
            ? <><Icon name="check" size={14} />{t('review.decidedOn', { date: t.date(item.decidedAt) })}</>
            : <><Icon name="hourglass" size={14} />{t('review.waiting', { time: waitedFor(t, item.openedAt, now, 'long') })}</>}
        </span>
        {content && <Link to={content.path} target="_blank" className={styles.there}>{t('review.seeThere')}<Icon name="external" size={14} /></Link>}
      </div>
      {item.subjectKind !== 'MERGE' && (
        <MemberChip member={author} community={community} absent={t('review.noAuthor')}>
          {content && <RelativeTime at={content.createdAt} />}
        </MemberChip>
      )}
      {author && (
        <p className={styles.record}>
          <Link to={whyPath(community, author.handle)}>{t('review.score', { score: author.reputation.score })}</Link>
          <span>{t('review.memberSince', { date: t.date(author.joinedAt) })}</span>
          {content && content.supporters > 0 && <span>{t('review.supporters', { count: content.supporters })}</span>}
        </p>
      )}
      <PrioritySum priority={item.full} />
    </header>
  );
}
