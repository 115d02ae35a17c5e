import { useCallback } from 'react';
import { useBeforeUnload, useBlocker, type BlockerFunction } from 'react-router';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Dialog } from '~/kit/dialog';

/**
 * Asks before a page is left with words that are not saved: here on the way to another page of this site, by the browser
 * itself on the way out. Another view of the same page is no leaving. One on a page at a time: the router keeps one.
 */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useT();
  const blocker = useBlocker(useCallback<BlockerFunction>(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname, [when]));
  useBeforeUnload(useCallback((event) => {
    if (when) event.preventDefault();
  }, [when]));
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t('shell.leaveTitle')}
      description={t('shell.leaveText')}
      footer={<>
        <Button tone="quiet" onClick={() => blocker.proceed?.()}>{t('shell.leaveGo')}</Button>
        <Button tone="primary" onClick={() => blocker.reset?.()}>{t('shell.leaveStay')}</Button>
      </>}
    />
  );
}
