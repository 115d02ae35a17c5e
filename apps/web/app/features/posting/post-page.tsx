import { useSearchParams } from 'react-router';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { RestrictedPage } from '../decisions/restricted';
import { useRestrictionOn } from '../decisions/restriction';
import { useVoting } from '../voting/voting-provider';
import { DraftNotices } from './draft-notices';
import { IdeaForm } from './idea-form';
import { IdeaPreview } from './idea-preview';
import { LONGEST_TITLE } from './limits';
import { LastLook } from './last-look';
import type { loadPost } from './post.server';
import { useDraft } from './use-draft';
import styles from './post-page.module.css';

export type PostData = Awaited<ReturnType<typeof loadPost>>;

/** Where an idea is written, looked at once more, and posted. */
export function PostPage({ data }: { data: PostData }) {
  const restriction = useRestrictionOn('POSTING');
  return restriction ? <RestrictedPage restriction={restriction} /> : <Posting data={data} />;
}

function Posting({ data }: { data: PostData }) {
  const t = useT();
  const { community } = useCommunity()!;
  const { gate } = useVoting();
  const [params, setParams] = useSearchParams();
  const title = (params.get('title') ?? '').slice(0, LONGEST_TITLE);
  const draft = useDraft(community.slug, data.draft, { onServer: gate === null, title });
  const reviewing = params.get('step') === 'review';
  const category = community.categories.find(({ id }) => id === draft.state.text.category)?.name ?? null;
  const step = (to: string | null) => setParams((now) => withStep(now, to));
  if (reviewing) return <LastLook draft={draft} category={category} onBack={() => step(null)} />;
  return (
    <Page
      side={
        <Card tone="wash" as="section" className={styles.preview} aria-labelledby="preview">
          <h2 id="preview" className={styles.previewTitle}>{t('posting.previewHeading')}</h2>
          <IdeaPreview text={draft.state.text} category={category} />
        </Card>
      }
    >
      <PageTitle title={t('posting.heading')} lead={t('posting.lead')} />
      <DraftNotices drafts={data.drafts} draft={draft} current={data.draft?.id ?? null} />
      <IdeaForm draft={draft} template={data.template} onReview={() => step('review')} />
    </Page>
  );
}

function withStep(params: URLSearchParams, step: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (step) next.set('step', step);
  else next.delete('step');
  return next;
}
