import { relativeFormat } from '~/i18n/format';
import { useT } from '~/i18n/react';
import { useHydrated, useNow } from '~/shell/now';
import { inWords } from './time-words';

/** "3 hours ago" with the exact moment on hover; the same words from server and browser. Older than a month: the date. */
export function RelativeTime({ at }: { at: string }) {
  const t = useT();
  const now = useNow();
  const local = useHydrated();
  const exact = t.date(at, { dateStyle: 'long', timeStyle: 'short', ...(local ? {} : { timeZone: 'UTC' }) });
  const words = inWords(Date.parse(at), now);
  return (
    <time dateTime={at} data-hint={exact} title={local ? undefined : exact}>
      {words ? relativeFormat(t.locale).format(words.value, words.unit) : t.date(at, { dateStyle: 'medium', timeZone: 'UTC' })}
    </time>
  );
}
