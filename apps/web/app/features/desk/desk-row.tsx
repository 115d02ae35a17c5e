import type { DeskIdeaFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { StatusBadge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { CardTitle, Fact, Facts } from '~/kit/card-words';
import fields from '~/kit/field.module.css';
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
    <Card as="article" snug className={styles.row} data-chosen={chosen || undefined}>
      <input type="checkbox" className={fields.tick} checked={chosen} aria-label={t('desk.choose', { title: idea.title })} onChange={(event) => onChoose(event.target.checked)} />
      <SupportCount support={idea.support} />
      <div className={styles.words}>
        <CardTitle level={2} to={ideaPath(community.slug, idea)} lang={community.locale}>{idea.title}</CardTitle>
        <WhyHere idea={idea} />
        <Facts>
          {showStatus && <StatusBadge status={idea.status} size="s" />}
          {idea.estimate && <Fact icon="calendar">{expectedIn(t, idea.estimate)}</Fact>}
          {idea.category && <span lang={community.locale}>{idea.category.name}</span>}
          <span>{idea.author?.displayName ?? t('idea.commentFormer')}</span>
          {idea.commentCount > 0 && (
            <Fact icon="comment"><span className="visually-hidden">{t('feed.cardComments', { count: idea.commentCount })}</span><span aria-hidden="true">{t.compact(idea.commentCount)}</span></Fact>
          )}
          {idea.status === 'OPEN' && <DeadlineNote deadline={idea.deadline} />}
        </Facts>
      </div>
      <Button className={styles.act} onClick={onAnswer}><span aria-hidden="true">{t('desk.answer')}</span><span className="visually-hidden">{t('desk.answerTitle', { title: idea.title })}</span></Button>
    </Card>
  );
}
