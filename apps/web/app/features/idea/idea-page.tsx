import type { Withholding } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Markdown } from '~/kit/markdown';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Comments } from '../comments/comments';
import { InterestNote } from '../comments/interest-note';
import { SurveyCard } from '../ladder/survey-card';
import { useLiveIdea } from '../live/use-live-idea';
import { feedPath } from '../paths';
import { useVote } from '../voting/use-vote';
import { LabelNote } from '../withheld/label-note';
import { isKeptFrom, WithheldWords } from '../withheld/withheld-note';
import { IdeaActions } from './idea-actions';
import { IdeaEditor } from './idea-editor';
import { IdeaNotices } from './idea-notices';
import { IdeaResponse } from './idea-response';
import { IdeaSide } from './idea-side';
import { IdeaSupport } from './idea-support';
import { IdeaTop } from './idea-top';
import { IdeaVersions } from './idea-versions';
import type { CommentWordings, IdeaFull } from './idea.server';
import type { IdeaState } from './idea-state';
import { SuccessStory } from './success-story';
import styles from './idea-page.module.css';

interface Props {
  idea: IdeaFull;
  state: IdeaState;
  /** Of the comment whose earlier wordings are open. */
  wordings: CommentWordings | null;
}

/** In the place of an idea that the reader is not shown. */
function NotShown({ withheld, decision }: { withheld: Withholding; decision?: string }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return (
    <Page width="text">
      <EmptyState level={1} title={t('withheld.ideaTitle')} text={<WithheldWords withheld={withheld} decision={decision} />} action={<LinkButton to={feedPath(slug)}>{t('withheld.toIdeas')}</LinkButton>} />
    </Page>
  );
}

/** One idea with all that happened to it. */
export function IdeaPage({ idea: loaded, state, wordings }: Props) {
  const { news, changed } = useLiveIdea(loaded);
  const idea = news ? { ...loaded, support: news.support, commentCount: news.commentCount, votingOpen: news.votingOpen } : loaded;
  const vote = useVote(idea);
  const t = useT();
  const { community } = useCommunity()!;
  if (isKeptFrom(idea, idea.title)) return <NotShown withheld={idea.withheld!} decision={idea.decision?.id} />;
  if (idea.status === 'REMOVED') return <Page width="text"><IdeaTop idea={idea} /><IdeaNotices idea={idea} changed={changed} /><Markdown html={idea.bodyHtml} lang={community.locale} level={2} className={styles.text} /></Page>;
  return (
    <Page className={styles.page}>
      <div className={styles.top}>
        <IdeaTop idea={idea} />
        <IdeaNotices idea={idea} changed={changed} />
      </div>
      <section id="support" className={styles.support} aria-label={t('idea.support')}><IdeaSupport idea={idea} vote={vote} />{idea.survey && <SurveyCard key={idea.id} idea={{ id: idea.id, survey: idea.survey }} isSupporter={vote.voted} />}</section>
      <div className={styles.body}>
        <article className={styles.idea}>
          {idea.status === 'DELIVERED' && <SuccessStory idea={idea} />}
          {idea.officialResponse && <IdeaResponse response={idea.officialResponse} estimate={idea.estimate} />}
          {state.editing && idea.viewerCan.edit.allowed ? <IdeaEditor idea={idea} state={state} /> : (
            <>
              <Markdown html={idea.bodyHtml} lang={community.locale} level={2} className={styles.text} />
              <LabelNote label={idea.labelledBy} />
              {idea.interest && <InterestNote interest={idea.interest} />}
              <IdeaActions idea={idea} state={state} />
            </>
          )}
          {state.versions && idea.versions && <IdeaVersions versions={idea.versions} />}
        </article>
        {idea.status !== 'DRAFT' && <Comments key={idea.id} idea={idea} state={state} wordings={wordings} />}
      </div>
      <aside className={styles.side}><IdeaSide idea={idea} /></aside>
    </Page>
  );
}
