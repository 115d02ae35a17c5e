import { lazy, Suspense, useState } from 'react';
import type { DialogProps } from './dialog-frame';

const Frame = lazy(() => import('./dialog-frame'));

/**
 * A question that must be answered before going on. Keeps the focus, closes on Escape, gives the focus back. A sheet on phones.
 * It is fetched when the first one opens.
 */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return <Suspense fallback={null}><Frame {...props} /></Suspense>;
}
