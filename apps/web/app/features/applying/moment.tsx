import { useT } from '~/i18n/react';
import { useHydrated } from '~/shell/now';

/** A deadline or a start: the day from the server, with the hour once the reader's own clock is known. */
export function useMoment(): (at: string) => string {
  const t = useT();
  const local = useHydrated();
  return (at) => t.date(at, local ? { dateStyle: 'long', timeStyle: 'short' } : { dateStyle: 'long', timeZone: 'UTC' });
}
