import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { RelativeTime } from '~/kit/relative-time';
import { LinkButton } from '~/kit/button';
import { useCommunity } from '~/shell/use-root';
import { ShareIntoCircle } from '../circles/share-into-circle';
import { FollowButton } from '../follow/follow-button';
import { MergeButton } from '../merges/merge-button';
import { ideaPath } from '../paths';
import { ReportButton } from '../reports/report-button';
import { formatIdea, type IdeaState } from './idea-state';
import type { IdeaFull } from './idea.server';
import { AnswerButton } from './answer-button';
import { ShareButton } from './share-button';
import styles from './idea-actions.module.css';

/** Under the text: share, edit, what changed, what was merged here. */
export function IdeaActions({ idea, state }: { idea: IdeaFull; state: IdeaState }) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  const at = (change: Partial<IdeaState>) => ideaPath(slug, idea) + formatIdea({ ...state, versions: false, editing: false, ...change });
  // What others do not see is not shared, followed or reported.
  const shown = !idea.withheld && idea.status !== 'DRAFT' && idea.status !== 'PENDING' && idea.status !== 'REMOVED';
  return (
    <div className={styles.actions}>
      {shown && <ShareButton title={idea.title} path={ideaPath(slug, idea)} />}
      {shown && idea.author?.id !== membership?.id && <FollowButton subject={idea.id} following={idea.viewerFollows} name={idea.title} />}
      {shown && <ShareIntoCircle idea={idea.id} />}
      {shown && <ReportButton words subject={{ kind: 'IDEA', id: idea.id, path: ideaPath(slug, idea), author: idea.author?.id, reported: idea.reportedByViewer }} />}
      {idea.viewerCan.edit.allowed && idea.status !== 'DRAFT' && (
        <LinkButton to={at({ editing: true })} preventScrollReset icon={<Icon name="edit" size={18} />}>{t('idea.edit')}</LinkButton>
      )}
      {idea.viewerCan.answer.allowed && <AnswerButton idea={idea} />}
      {idea.viewerCan.answer.allowed && idea.status !== 'MERGED' && <MergeButton idea={idea} />}
      {idea.editedAt && (
        <p className={styles.edited}>
          <Link to={at({ versions: !state.versions }) + (state.versions ? '' : '#versions')} preventScrollReset>{t('idea.editedLink')}</Link> <RelativeTime at={idea.editedAt} />
        </p>
      )}
      {idea.merged.length > 0 && <Merged idea={idea} slug={slug} />}
    </div>
  );
}

function Merged({ idea, slug }: { idea: IdeaFull; slug: string }) {
  const t = useT();
  return (
    <details className={styles.merged}>
      <summary>{t('idea.mergedFrom', { count: idea.merged.length })}</summary>
      <ul>{idea.merged.map((other) => <li key={other.id}><Link to={ideaPath(slug, other)}>{other.title}</Link></li>)}</ul>
    </details>
  );
}
