import { Link } from 'react-router';
import type { DeskIdeaFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Button } from '~/kit/button';
import fields from '~/kit/field.module.css';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { expectedIn } from '../answers/estimate';
import { DeadlineNote } from '../idea/deadline-note';
import { ideaPath } from '../paths';
import { SupportCount } from './support-count';
import { WhyHere } from './why-here';
import styles from './desk-row.module.css';

interface Props {
  idea: DeskIdeaFragment;
  showStatus: boolean;
  chosen: boolean;
  onChoose(on: boolean): void;
  onAnswer(): void;
}

/** One idea for the team: how much support, why it is here, and the way to answer. */
export function DeskRow({ idea, showStatus, chosen, onChoose, onAnswer }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <article className={styles.row} data-chosen={chosen || undefined}>
      <input type="checkbox" className={fields.tick} checked={chosen} aria-label={t('desk.choose', { title: idea.title })} onChange={(event) => onChoose(event.target.checked)} />
      <SupportCount support={idea.support} />
      <div className={styles.words}>
        <h2 className={styles.title}><Link to={ideaPath(community.slug, idea)} prefetch="intent" lang={community.locale}>{idea.title}</Link></h2>
        <WhyHere idea={idea} />
        <p className={styles.facts}>
          {showStatus && <StatusBadge status={idea.status} size="s" />}
          {idea.estimate && <span>{expectedIn(t, idea.estimate)}</span>}
          {idea.category && <span lang={community.locale}>{idea.category.name}</span>}
          <span>{idea.author?.displayName ?? t('idea.commentFormer')}</span>
          {idea.commentCount > 0 && (
            <span className={styles.comments}>
              <Icon name="comment" size={16} /><span className="visually-hidden">{t('feed.cardComments', { count: idea.commentCount })}</span><span aria-hidden="true">{t.compact(idea.commentCount)}</span>
            </span>
          )}
          {idea.status === 'OPEN' && <DeadlineNote deadline={idea.deadline} />}
        </p>
      </div>
      <Button className={styles.act} onClick={onAnswer}><span aria-hidden="true">{t('desk.answer')}</span><span className="visually-hidden">{t('desk.answerTitle', { title: idea.title })}</span></Button>
    </article>
  );
}
