import { useRef, useState, type FormEvent } from 'react';
import { useT } from '~/i18n/react';
import { Button, SubmitButton } from '~/kit/button';
import { Select, TextField } from '~/kit/field';
import { MarkdownEditor } from '~/kit/markdown-editor';
import { useCommunity } from '~/shell/use-root';
import { InterestField, type DeclaredInterest } from '../comments/interest-field';
import { checkIdea } from './check-idea';
import { LinkHint } from '../reputation/link-hint';
import { DraftStatus } from './draft-status';
import { LONGEST_BODY, LONGEST_TITLE } from './limits';
import { SimilarIdeas } from './similar-ideas';
import type { useDraft } from './use-draft';
import { useSimilar } from './use-similar';
import styles from './idea-form.module.css';

interface Props {
  draft: ReturnType<typeof useDraft>;
  /** What the brand suggests to write about; may be empty. */
  template: string;
  onReview(): void;
}

/** Title first, with what is already there; then text, category and ties. */
export function IdeaForm({ draft, template, onReview }: Props) {
  const t = useT();
  const { community } = useCommunity()!;
  const form = useRef<HTMLFormElement>(null);
  const [checked, setChecked] = useState(false);
  const { text } = draft.state;
  const similar = useSimilar(community.slug, text.title);
  const faults = checkIdea(text, community.categories.length > 0);
  const count = Object.keys(faults).length;
  const error = (field: keyof typeof faults) => (checked && faults[field] ? t(faults[field].key, faults[field].values) : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (count === 0) return onReview();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('posting.titleLabel')}
        hint={t('posting.titleHint')}
        placeholder={t('posting.titlePlaceholder')}
        value={text.title}
        maxLength={LONGEST_TITLE}
        error={error('title')}
        autoComplete="off"
        onChange={(event) => draft.change({ title: event.target.value })}
      />
      <SimilarIdeas ideas={similar} />
      <div className={styles.body}>
        <MarkdownEditor label={t('posting.bodyLabel')} value={text.body} onChange={(body) => draft.change({ body })} maxLength={LONGEST_BODY} rows={10} error={error('body')} />
        <LinkHint text={text.body} />
        {template && text.body.trim() === '' && (
          <Button size="s" onClick={() => draft.change({ body: template })}>{t('posting.templateUse', { community: community.name })}</Button>
        )}
      </div>
      {community.categories.length > 0 && (
        <Select
          label={t('posting.categoryLabel')}
          hint={t('posting.categoryHint')}
          value={text.category ?? ''}
          error={error('category')}
          options={[{ value: '', label: t('posting.categoryChoose') }, ...community.categories.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => draft.change({ category: event.target.value || null })}
        />
      )}
      <InterestField value={text.interest as DeclaredInterest | null} onChange={(interest) => draft.change({ interest })} />
      <div className={styles.foot}>
        <p role="alert" className={styles.faults}>{checked && count > 0 && t('posting.errorSummary', { count })}</p>
        <DraftStatus state={draft.state} />
        <SubmitButton tone="primary" size="l">{t('posting.review')}</SubmitButton>
      </div>
    </form>
  );
}
