import { useRef, useState, type FormEvent } from 'react';
import type { ProblemFacts } from '~/data/problem';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { FormProblem } from '~/kit/error-state';
import { TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { isNudged, useRephrasing } from '../withheld/use-rephrasing';
import { IdeasEditor } from './ideas-editor';
import { PicturesEditor } from './pictures-editor';
import type { KeptWork } from './use-kept-work';
import { LONGEST_PRODUCT, LONGEST_STORY, LONGEST_TITLE, SHORTEST_TITLE, type Work } from './work-draft';
import styles from './work-form.module.css';

interface Props {
  kept: KeptWork;
  submitLabel: string;
  /** @throws ProblemError */
  onSend(work: Work, rephrased: string | null): Promise<void>;
}

/** Pictures first; then a title, the story, and what the work plays with. */
export function WorkForm({ kept: { work, change }, submitLabel, onSend }: Props) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const rephrasing = useRephrasing();
  const [problem, setProblem] = useState<ProblemFacts | null>(null);
  const faults = {
    pictures: work.pictures.length === 0 ? t('creations.faultPictures') : null,
    title: work.title.trim().length < SHORTEST_TITLE ? t('creations.faultTitle', { min: SHORTEST_TITLE }) : null,
  };
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onSend(work, rephrasing.rephrased());
    } catch (error) {
      setProblem(rephrasing.stopped(error));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!faults.pictures && !faults.title) return void send();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <PicturesEditor pictures={work.pictures} onChange={(how) => change((now) => ({ pictures: how(now.pictures) }))} error={checked ? faults.pictures : null} />
      <TextField
        label={t('creations.titleLabel')}
        placeholder={t('creations.titlePlaceholder')}
        value={work.title}
        maxLength={LONGEST_TITLE}
        error={checked ? faults.title : null}
        autoComplete="off"
        onChange={(event) => change(() => ({ title: event.target.value }))}
      />
      <MarkdownEditor label={t('creations.storyLabel')} placeholder={t('creations.storyPlaceholder')} optional value={work.story} onChange={(story) => change(() => ({ story }))} maxLength={LONGEST_STORY} rows={8} />
      <section className={styles.plays} aria-labelledby="plays-with">
        <h2 id="plays-with">{t('creations.playsWith')}</h2>
        <IdeasEditor ideas={work.ideas} onChange={(ideas) => change(() => ({ ideas }))} />
        <TextField
          label={t('creations.productLabel')}
          placeholder={t('creations.productPlaceholder')}
          optional
          value={work.product}
          maxLength={LONGEST_PRODUCT}
          autoComplete="off"
          onChange={(event) => change(() => ({ product: event.target.value }))}
        />
      </section>
      <FormProblem problem={problem} />
      <div className={styles.foot}><SubmitButton tone="primary" size="l" busy={busy}>{isNudged(problem) ? t('withheld.postAnyway') : submitLabel}</SubmitButton></div>
    </form>
  );
}
