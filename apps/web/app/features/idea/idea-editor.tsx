import { useState, type FormEvent } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { mutate } from '~/data/mutate';
import type { ProblemFacts } from '~/data/problem';
import { EditIdeaDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton, SubmitButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useToast } from '~/kit/toast';
import { LeaveGuard } from '~/shell/leave-guard';
import { useCommunity } from '~/shell/use-root';
import { ideaPath } from '../paths';
import { LONGEST_BODY, LONGEST_TITLE } from '../posting/limits';
import { isNudged, useRephrasing } from '../withheld/use-rephrasing';
import { formatIdea, type IdeaState } from './idea-state';
import type { IdeaFull } from './idea.server';
import styles from './idea-editor.module.css';

/** The author's own hand on the text; every version stays readable. */
export function IdeaEditor({ idea, state }: { idea: IdeaFull; state: IdeaState }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const [title, setTitle] = useState(idea.title);
  const [body, setBody] = useState(idea.body);
  const { save, busy, problem } = useSave(idea, slug);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ title, body });
  };
  return (
    <Card as="form" className={styles.form} {...{ onSubmit: submit }}>
      <LeaveGuard when={(title !== idea.title || body !== idea.body) && !busy} />
      <div>
        <h2 className={styles.title}>{t('idea.editTitle')}</h2>
        <p className={styles.lead}>{t('idea.editText')}</p>
      </div>
      <TextField label={t('posting.titleLabel')} value={title} maxLength={LONGEST_TITLE} required onChange={(event) => setTitle(event.target.value)} />
      <MarkdownEditor label={t('posting.bodyLabel')} value={body} onChange={setBody} maxLength={LONGEST_BODY} rows={12} />
      <FormProblem problem={problem} />
      <div className={styles.buttons}>
        <LinkButton tone="quiet" preventScrollReset to={ideaPath(slug, idea) + formatIdea({ ...state, editing: false })}>{t('idea.editDiscard')}</LinkButton>
        <SubmitButton tone="primary" busy={busy}>{t(isNudged(problem) ? 'withheld.saveAnyway' : 'idea.editSave')}</SubmitButton>
      </div>
    </Card>
  );
}

function useSave(idea: IdeaFull, slug: string) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const rephrasing = useRephrasing();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const save = async (text: { title: string; body: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      const { editIdea } = await mutate(EditIdeaDocument, { input: { idea: idea.id, rephrased: rephrasing.rephrased(), ...text } });
      toast(t(editIdea.idea.withheld === 'HOLD' ? 'withheld.heldSaved' : 'idea.editSaved'), { tone: 'good' });
      await navigate(ideaPath(slug, editIdea.idea), { preventScrollReset: true });
      await revalidate();
    } catch (error) {
      setProblem(rephrasing.stopped(error));
      setBusy(false);
    }
  };
  return { save, busy, problem };
}
