import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { asProblem, type ProblemFacts } from '~/data/problem';
import { AnswerSheetDocument, type IdeaStatus } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { Markdown } from '~/kit/markdown';
import { RelativeTime } from '~/kit/relative-time';
import { SkeletonText } from '~/kit/skeleton';
import { useCommunity } from '~/shell/use-root';
import { ideaPath } from '../paths';
import type { Sheet } from './answer-facts';
import { AnswerForm } from './answer-form';
import { Notes } from './notes';
import styles from './answer-sheet.module.css';

export interface AnswerProps {
  /** Id of the idea to answer; null while none is. */
  idea: string | null;
  /** Where it is meant to go. */
  to?: IdeaStatus | null;
  onClose(): void;
  /** After the answer is out; the dialog closes itself by `onClose`. */
  onAnswered(): void;
}

/** The dialog in which the brand answers one idea; see answer-dialog.tsx, which fetches it. */
export default function AnswerSheet({ idea, to = null, onClose, onAnswered }: AnswerProps) {
  const t = useT();
  const { sheet, problem, reload } = useSheet(idea);
  const answered = () => {
    onClose();
    onAnswered();
  };
  return (
    <Dialog wide open={idea !== null} onOpenChange={(open) => !open && onClose()} title={sheet ? t('desk.answerTitle', { title: sheet.title }) : t('desk.answerTitlePlain')}>
      {problem && <FormProblem problem={problem} />}
      {!sheet && !problem && <SkeletonText lines={8} />}
      {sheet && (
        <div className={styles.columns}>
          <div className={styles.main}>
            {/* Another status than the sheet says: the text is kept, the choices are not. */}
            <AnswerForm key={sheet.status} sheet={sheet} to={to} onStale={reload} onAnswered={answered} onCancel={onClose} />
          </div>
          <aside className={styles.aside} aria-label={t('desk.beside')}>
            <About sheet={sheet} />
            <Notes idea={sheet.id} notes={sheet.notes?.nodes ?? []} />
          </aside>
        </div>
      )}
    </Dialog>
  );
}

/** What is being answered, in short. */
function About({ sheet }: { sheet: Sheet }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const response = sheet.officialResponse;
  return (
    <section className={styles.about}>
      <p lang={locale}>{sheet.excerpt} <Link to={ideaPath(slug, sheet)}>{t('desk.readIdea')}</Link></p>
      {response && (
        <details className={styles.before}>
          <summary>{t('desk.lastAnswer')} · <RelativeTime at={response.createdAt} /></summary>
          <Markdown html={response.bodyHtml} lang={locale} level={4} />
        </details>
      )}
    </section>
  );
}

function useSheet(idea: string | null) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const load = useCallback(async (id: string, isCurrent: () => boolean) => {
    try {
      const found = (await mutate(AnswerSheetDocument, { id })).idea;
      if (!isCurrent()) return;
      setSheet(found);
      setProblem(found ? null : { code: 'NOT_FOUND', params: {} });
    } catch (error) {
      if (isCurrent()) setProblem(asProblem(error));
    }
  }, []);
  useEffect(() => {
    let current = true;
    setSheet(null);
    setProblem(null);
    if (idea) void load(idea, () => current);
    return () => {
      current = false;
    };
  }, [idea, load]);
  return { sheet, problem, reload: () => void (idea && load(idea, () => true)) };
}
