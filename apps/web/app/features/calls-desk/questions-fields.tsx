import { useRef } from 'react';
import type { QuestionAudience, QuestionKind } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button, IconButton } from '~/kit/button';
import { Checkbox, Select, TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { MOST_QUESTIONS, moved, newQuestion, type QuestionDraft } from './call-draft';
import type { Part } from './call-draft';
import { FormSection } from './form-section';
import styles from './call-form.module.css';

const KINDS: readonly QuestionKind[] = ['TEXT', 'CHOICE', 'LINK', 'VIDEO'];
const AUDIENCES: readonly QuestionAudience[] = ['PANEL', 'COMMUNITY'];

/** What applicants are asked, in this order. */
export function QuestionsFields({ draft, change }: Part) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const { questions } = draft;
  const edit = (at: number, part: Partial<QuestionDraft>) => change({ questions: questions.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const add = () => {
    change({ questions: [...questions, newQuestion()] });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  return (
    <FormSection title={t('calls.partQuestions')} text={t('calls.partQuestionsText')}>
      <ol role="list" className={styles.questions} ref={list}>
        {questions.map((question, at) => (
          <li key={question.key}>
            <Question
              question={question}
              number={at + 1}
              votes={draft.selection !== 'PANEL'}
              edit={(part) => edit(at, part)}
              onMove={(by) => change({ questions: moved(questions, at, by) })}
              ends={{ first: at === 0, last: at === questions.length - 1 }}
              onRemove={() => change({ questions: questions.filter((_, index) => index !== at) })}
            />
          </li>
        ))}
      </ol>
      {questions.length < MOST_QUESTIONS && <p><Button size="s" icon={<Icon name="plus" size={18} />} onClick={add}>{t('calls.questionAdd')}</Button></p>}
    </FormSection>
  );
}

interface QuestionProps {
  question: QuestionDraft;
  number: number;
  /** Whether the community votes, and so may read some answers. */
  votes: boolean;
  edit(part: Partial<QuestionDraft>): void;
  onMove(by: 1 | -1): void;
  ends: { first: boolean; last: boolean };
  onRemove(): void;
}

function Question({ question, number, votes, edit, onMove, ends, onRemove }: QuestionProps) {
  const t = useT();
  return (
    <fieldset className={styles.question}>
      <legend>{t('calls.question', { number })}</legend>
      <div className={styles.tools}>
        <IconButton size="s" icon={<Icon name="chevronUp" size={18} />} label={t('calls.questionUp', { number })} disabled={ends.first} onClick={() => onMove(-1)} />
        <IconButton size="s" icon={<Icon name="chevronDown" size={18} />} label={t('calls.questionDown', { number })} disabled={ends.last} onClick={() => onMove(1)} />
        <IconButton size="s" icon={<Icon name="trash" size={18} />} label={t('calls.questionRemove', { number })} onClick={onRemove} />
      </div>
      <TextField label={t('calls.questionText')} value={question.text} maxLength={300} required onChange={(event) => edit({ text: event.target.value })} />
      <div className={styles.pair}>
        <Select label={t('calls.questionKind')} value={question.kind} onChange={(event) => edit({ kind: event.target.value as QuestionKind })} options={KINDS.map((value) => ({ value, label: t(`calls.kind_${value}`) }))} />
        {votes && <Select label={t('calls.questionAudience')} value={question.audience} onChange={(event) => edit({ audience: event.target.value as QuestionAudience })} options={AUDIENCES.map((value) => ({ value, label: t(`calls.audience_${value}`) }))} />}
      </div>
      {question.kind === 'CHOICE' && <TextArea label={t('calls.choices')} hint={t('calls.choicesHint')} value={question.choices} required rows={4} onChange={(event) => edit({ choices: event.target.value })} />}
      <TextField label={t('calls.questionHelp')} value={question.help} optional maxLength={1_000} onChange={(event) => edit({ help: event.target.value })} />
      <Checkbox label={t('calls.questionRequired')} checked={question.required} onChange={(event) => edit({ required: event.target.checked })} />
    </fieldset>
  );
}
