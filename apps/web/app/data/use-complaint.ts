import { useCallback } from 'react';
import { problemText } from '~/i18n/problems';
import { useT } from '~/i18n/react';
import { useToast } from '~/kit/toast';
import { asProblem, isToldOf } from './problem';

/** Says in a toast why something was refused, unless a dialog says so already: beneath that the toast could only repeat it. */
export function useComplaint(): (error: unknown) => void {
  const t = useT();
  const toast = useToast();
  return useCallback((error) => {
    if (!isToldOf(error)) toast(problemText(t, asProblem(error)), { tone: 'bad' });
  }, [t, toast]);
}
