import { useState } from 'react';
import { useT } from '~/i18n/react';
import { Select, TextArea, TextField } from '~/kit/field';
import { useCommunity } from '~/shell/use-root';
import type { CallFull } from '../recruitment/recruitment.server';
import type { Writing } from './use-application';
import { completed, fits } from './wizard-steps';

type Question = CallFull['questions'][number];

/** A few questions with their answers. `checked`: somebody tried to hand it in, so what is missing is said. */
export function QuestionFields({ questions, writing, checked }: { questions: readonly Question[]; writing: Writing; checked: boolean }) {
  return <>{questions.map((question) => <QuestionField key={question.id} question={question} value={writing.written.answers[question.id] ?? ''} checked={checked} onChange={(text) => writing.answer(question.id, text)} />)}</>;
}

function QuestionField({ question, value, checked, onChange }: { question: Question; value: string; checked: boolean; onChange(text: string): void }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const [left, setLeft] = useState(false);
  const { kind, text, help, required, maxLength, choices, audience } = question;
  const isLink = kind === 'LINK' || kind === 'VIDEO';
  const wrong = isLink && !fits(question, completed(value)) && (left || checked) ? t('applying.linkWrong') : null;
  const missing = checked && required && value.trim() === '' ? t('applying.missing') : null;
  const hint = <>{help && <span lang={locale}>{help} </span>}{isLink && !help && `${t('applying.linkHint')} `}{t(audience === 'COMMUNITY' ? 'applying.publicHint' : 'applying.panelHint')}</>;
  const shared = { label: <span lang={locale}>{text}</span>, hint, optional: !required, error: wrong ?? missing, value };
  if (kind === 'CHOICE') return <Select {...shared} onChange={(event) => onChange(event.target.value)} options={[{ value: '', label: t('applying.choose') }, ...choices.map((choice) => ({ value: choice, label: choice }))]} />;
  if (kind === 'TEXT') return <TextArea {...shared} rows={5} maxLength={maxLength} onChange={(event) => onChange(event.target.value)} />;
  const leave = () => {
    setLeft(true);
    if (completed(value) !== value) onChange(completed(value));
  };
  return <TextField {...shared} type="url" inputMode="url" placeholder="https://" maxLength={maxLength} onBlur={leave} onChange={(event) => onChange(event.target.value)} />;
}
