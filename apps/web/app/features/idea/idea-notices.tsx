import type { ReactNode } from 'react';
import { Link, useRevalidator } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Icon, type IconName } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import { MergedStory } from '../merges/merged-story';
import { decisionPath, draftPath, ideaPath } from '../paths';
import { WithheldNote } from '../withheld/withheld-note';
import { FIRST_IDEA, formatIdea } from './idea-state';
import type { IdeaFull } from './idea.server';
import styles from './idea-notices.module.css';

/** What a reader must know before reading: who sees this, what changed, where it went. */
export function IdeaNotices({ idea, changed }: { idea: IdeaFull; changed: boolean }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const { revalidate } = useRevalidator();
  const versions = ideaPath(slug, idea) + formatIdea({ ...FIRST_IDEA, versions: true }) + '#versions';
  return (
    <div className={styles.notices}>
      <div role="status">
        {changed && <Notice icon="sparkle">{t('idea.liveChanged')} <Button size="s" onClick={() => void revalidate()}>{t('idea.liveReload')}</Button></Notice>}
      </div>
      {idea.status === 'REMOVED' && <Notice icon="eyeOff"><strong>{t('idea.removedTitle')}.</strong> {t('idea.removedText')} {idea.decision && <Link to={decisionPath(slug, idea.decision.id)}>{t('withheld.decision')}</Link>}</Notice>}
      {idea.withheld && <WithheldNote withheld={idea.withheld} author={idea.author} decision={idea.decision} />}
      {idea.status === 'DRAFT' && <Notice icon="edit">{t('idea.draftNotice')} <Link to={draftPath(slug, idea.id)}>{t('idea.draftContinue')}</Link></Notice>}
      {(idea.mergedInto || idea.mergeContest) && <div className={styles.notice}><Icon name="merge" /><MergedStory idea={idea} /></div>}
      {idea.editedSinceVote && <Notice icon="history">{t('idea.changedSinceVote')} <Link to={versions} preventScrollReset>{t('idea.changedSee')}</Link></Notice>}
    </div>
  );
}

function Notice({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  );
}
