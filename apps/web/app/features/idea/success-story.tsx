import { useT } from '~/i18n/react';
import { Avatar } from '~/kit/avatar';
import { FanShape } from '~/kit/marks';
import { useCommunity } from '~/shell/use-root';
import { IdeaCredits } from './idea-credits';
import type { IdeaFull } from './idea.server';
import styles from './success-story.module.css';

const DAY = 86_400_000;

/** What a delivered idea became, with credit to the person who had it and all who backed it. */
export function SuccessStory({ idea }: { idea: IdeaFull }) {
  const t = useT();
  const { community } = useCommunity()!;
  const count = idea.support.raw + idea.support.imported;
  const delivered = idea.history.findLast(({ to }) => to === 'DELIVERED')?.at ?? idea.officialResponse?.createdAt;
  const days = delivered ? Math.max(1, Math.round((Date.parse(delivered) - Date.parse(idea.createdAt)) / DAY)) : null;
  return (
    <section className={styles.story} aria-labelledby="success">
      <div className={styles.sign} aria-hidden="true">
        <FanShape size={72} />
        {idea.author && <Avatar seed={idea.author.id} url={idea.author.avatarUrl} size={56} className={styles.author} />}
      </div>
      <div className={styles.words}>
        <h2 id="success" className={styles.title}>{t('idea.successHeading')}</h2>
        <p className={styles.credit}>
          {idea.author
            ? t('idea.successText', { author: idea.author.displayName, count, community: community.name })
            : t('idea.successTextNoAuthor', { count, community: community.name })}
        </p>
        <p className={styles.small}>
          {days !== null && t('idea.successJourney', { days })} {idea.viewerVote && <strong>{t('idea.successYouBacked')}</strong>}
        </p>
      </div>
      <IdeaCredits idea={idea} />
    </section>
  );
}
