import { lazy, Suspense } from 'react';
import type { MergeProps } from './merge-sheet';

const Sheet = lazy(() => import('./merge-sheet'));

/** Merges an idea for the brand. Fetched when the first one opens, so that nobody else carries it. */
export function MergeDialog(props: MergeProps) {
  if (props.idea === null) return null;
  return <Suspense fallback={null}><Sheet key={props.idea.id} {...props} /></Suspense>;
}
