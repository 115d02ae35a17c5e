import { Markdown } from '~/kit/markdown';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Comments } from '../comments/comments';
import { InterestNote } from '../comments/interest-note';
import { useLiveIdea } from '../live/use-live-idea';
import { useVote } from '../voting/use-vote';
import { IdeaActions } from './idea-actions';
import { IdeaEditor } from './idea-editor';
import { IdeaNotices } from './idea-notices';
import { IdeaResponse } from './idea-response';
import { IdeaSide } from './idea-side';
import { IdeaSupport } from './idea-support';
import { IdeaTop } from './idea-top';
import { IdeaVersions } from './idea-versions';
import type { IdeaFull } from './idea.server';
import type { IdeaState } from './idea-state';
import { SuccessStory } from './success-story';
import styles from './idea-page.module.css';

/** One idea with all that happened to it. */
export function IdeaPage({ idea: loaded, state }: { idea: IdeaFull; state: IdeaState }) {
  const { news, changed } = useLiveIdea(loaded);
  const idea = news ? { ...loaded, support: news.support, commentCount: news.commentCount, votingOpen: news.votingOpen } : loaded;
  const vote = useVote(idea);
  const { community } = useCommunity()!;
  if (idea.status === 'REMOVED') return <Page width="text"><IdeaTop idea={idea} /><IdeaNotices idea={idea} changed={changed} /></Page>;
  return (
    <Page side={<IdeaSide idea={idea} vote={vote} />}>
      <article className={styles.idea}>
        <IdeaTop idea={idea} />
        <IdeaNotices idea={idea} changed={changed} />
        {idea.status === 'DELIVERED' && <SuccessStory idea={idea} />}
        <div className={styles.phoneSupport}><IdeaSupport idea={idea} vote={vote} /></div>
        {idea.officialResponse && <IdeaResponse response={idea.officialResponse} />}
        {state.editing && idea.viewerCan.edit.allowed ? <IdeaEditor idea={idea} state={state} /> : (
          <>
            <Markdown html={idea.bodyHtml} lang={community.locale} level={2} className={styles.text} />
            {idea.interest && <InterestNote interest={idea.interest} />}
            <IdeaActions idea={idea} state={state} />
          </>
        )}
        {state.versions && idea.versions && <IdeaVersions versions={idea.versions} />}
      </article>
      {idea.status !== 'DRAFT' && <Comments key={idea.id} idea={idea} state={state} />}
    </Page>
  );
}
