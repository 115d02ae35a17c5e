import { Link } from 'react-router';
import type { IdeaCardFragment } from '~/graphql/generated/documents';
import { T, useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { MemberChip } from '~/kit/member-chip';
import { Badge, StatusBadge } from '~/kit/badge';
import { useCommunity } from '~/shell/use-root';
import { DeadlineNote } from '../idea/deadline-note';
import { ideaPath } from '../paths';
import { IdeaVote } from '../voting/idea-vote';
import styles from './idea-card.module.css';

/** One idea in a list: backed here, read on its page. */
export function IdeaCard({ idea, note, level = 3 }: { idea: IdeaCardFragment; note?: string; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <article className={styles.card}>
      <IdeaVote idea={idea} />
      <div className={styles.words}>
        <div className={styles.marks}>
          {idea.status !== 'OPEN' && <StatusBadge status={idea.status} size="s" />}
          {idea.withheld && idea.status !== 'PENDING' && <Badge size="s" icon={idea.withheld === 'HOLD' ? 'hourglass' : 'eyeOff'}>{t(`withheld.badge.${idea.withheld}`)}</Badge>}
          {idea.category && <span lang={community.locale} className={styles.category}>{idea.category.name}</span>}
          {idea.status === 'OPEN' && <DeadlineNote deadline={idea.deadline} />}
        </div>
        <Heading className={styles.title}>
          <Link to={ideaPath(community.slug, idea)} prefetch="intent" lang={community.locale}>{idea.title}</Link>
        </Heading>
        <p className={styles.excerpt} lang={community.locale}>{idea.excerpt}</p>
        {idea.mergedInto && <MergedInto target={idea.mergedInto} />}
        <div className={styles.foot}>
          <MemberChip member={idea.author} community={community.slug} absent={t('idea.commentFormer')} size="s" />
          <span className={styles.comments}>
            <Icon name="comment" size={16} />
            <span className="visually-hidden">{t('feed.cardComments', { count: idea.commentCount })}</span>
            <span aria-hidden="true">{t.compact(idea.commentCount)}</span>
          </span>
          {note && <span>{note}</span>}
        </div>
      </div>
    </article>
  );
}

/** A duplicate's words help to find the idea that it lives on in. */
function MergedInto({ target }: { target: NonNullable<IdeaCardFragment['mergedInto']> }) {
  const { community } = useCommunity()!;
  const link = <Link to={ideaPath(community.slug, target)} prefetch="intent" lang={community.locale}>{target.title}</Link>;
  return (
    <p className={styles.merged}>
      <Icon name="merge" size={16} />
      <span><T k="feed.cardMergedInto" values={{ title: link }} /></span>
    </p>
  );
}
