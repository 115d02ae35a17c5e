import { lazy, Suspense } from 'react';
import type { AnswerProps } from './answer-sheet';

const Sheet = lazy(() => import('./answer-sheet'));

/** Answers an idea for the brand. Fetched when the first one opens, so that nobody else carries it. */
export function AnswerDialog(props: AnswerProps) {
  if (props.idea === null) return null;
  return <Suspense fallback={null}><Sheet {...props} /></Suspense>;
}
