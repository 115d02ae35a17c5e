import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import type { ProblemFacts } from '~/data/problem';
import { SubmitIdeaDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { postedPath } from '../paths';
import { useVoting } from '../voting/voting-provider';
import { isNudged, useRephrasing } from '../withheld/use-rephrasing';
import { checkIdea } from './check-idea';
import { IdeaPreview } from './idea-preview';
import { interestOf, type useDraft } from './use-draft';
import styles from './last-look.module.css';

type Draft = ReturnType<typeof useDraft>;

/** The idea as it will stand, before it is posted. */
export function LastLook({ draft, category, onBack }: { draft: Draft; category: string | null; onBack(): void }) {
  const t = useT();
  const voting = useVoting();
  const { community } = useCommunity()!;
  const { submit, busy, problem } = useSubmitIdea(draft);
  const ready = Object.keys(checkIdea(draft.state.text, community.categories.length > 0)).length === 0;
  const words = voting.gate === 'sign-in' ? 'posting.submitSignIn' : voting.gate === 'join' ? 'posting.submitJoin' : busy ? 'posting.submitting' : isNudged(problem) ? 'withheld.postAnyway' : 'posting.submit';
  return (
    <Page width="text">
      <PageTitle title={t('posting.reviewHeading')} lead={t('posting.reviewText')} />
      <div className={styles.look}>
        <Card className={styles.idea}><IdeaPreview text={draft.state.text} category={category} level={2} /></Card>
        {voting.gate && <p className={styles.gate}>{t('posting.submitSignInText')}</p>}
        <FormProblem problem={problem} />
        <div className={styles.buttons}>
          <Button size="l" onClick={onBack}>{t('posting.reviewBack')}</Button>
          <Button size="l" tone="primary" busy={busy || draft.state.phase === 'saving'} disabled={!ready} onClick={() => voting.pass({ kind: 'talk' }) && void submit()}>{t(words)}</Button>
        </div>
      </div>
    </Page>
  );
}

function useSubmitIdea(draft: Draft) {
  const navigate = useNavigate();
  const slug = useCommunity()!.community.slug;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  // One key per text: sent again after a lost answer, the same idea is still one idea.
  const sent = useRef({ text: '', key: '' });
  const rephrasing = useRephrasing();
  const { id, text } = draft.state;
  useEffect(() => setProblem(null), [text]);
  const submit = async () => {
    const input = { rephrased: rephrasing.rephrased(), community: slug, draft: id, title: text.title, body: text.body, category: text.category, interest: interestOf(text) };
    const written = JSON.stringify(input);
    if (sent.current.text !== written) sent.current = { text: written, key: newIdempotencyKey() };
    setBusy(true);
    draft.hold(true);
    try {
      const { submitIdea } = await mutate(SubmitIdeaDocument, { input: { ...input, idempotencyKey: sent.current.key } });
      draft.finish();
      await navigate(postedPath(slug, submitIdea.idea.id), { replace: true });
    } catch (error) {
      draft.hold(false);
      setProblem(rephrasing.stopped(error));
      setBusy(false);
    }
  };
  return { submit, busy, problem };
}
