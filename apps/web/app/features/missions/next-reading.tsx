import { useT } from '~/i18n/react';
import { RelativeTime } from '~/kit/relative-time';
import { useNow } from '~/shell/now';

/** When a page or a feed is read next, to stand behind when it was read last. */
export function NextReading({ at }: { at: string }) {
  const t = useT();
  const due = Date.parse(at) <= useNow();
  return <> · {t('missions.nextReading')} {due ? t('missions.nextReadingSoon') : <RelativeTime at={at} />}</>;
}
