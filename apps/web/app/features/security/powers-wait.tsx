import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { POWERS_WAIT } from '~/data/powers-wait';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Dialog } from '~/kit/dialog';
import { EmptyState } from '~/kit/empty-state';
import { Icon } from '~/kit/icon';
import { useCommunity, useViewer } from '~/shell/use-root';
import styles from './security.module.css';

/** Where a second factor is set up; from there one comes back to the page one was sent away from. */
export function useSecurityPath(): string {
  const { pathname, search } = useLocation();
  return pathname === '/settings/security' ? pathname + search : `/settings/security?${new URLSearchParams({ to: pathname + search })}`;
}

/** Whether the reader has powers here that wait for a second factor: as staff of the page's community, or who runs the site. */
export function usePowersWait(): boolean {
  const viewer = useViewer();
  const community = useCommunity();
  const runs = Boolean(viewer?.security.staffHeld && viewer.account.isOperator);
  return runs || (community?.waitingRoles?.length ?? 0) > 0;
}

/** In place of a page for staff, to staff whose time without a second factor is over. */
export function PowersWait() {
  const t = useT();
  return (
    <>
      <title>{t('security.waitTitle')}</title>
      <EmptyState level={1} title={t('security.waitTitle')} text={t('security.waitText')} art={<Icon name="key" size={56} className={styles.art} />} action={<SetUp />} />
    </>
  );
}

/** The same, where the time ended while a page was open: whatever act was refused says so, and how it goes on. */
export function PowersWaitDialog() {
  const t = useT();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = (event: Event) => {
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener(POWERS_WAIT, show);
    return () => window.removeEventListener(POWERS_WAIT, show);
  }, []);
  return <Dialog open={open} onOpenChange={setOpen} title={t('security.waitTitle')} description={t('security.waitText')} footer={<SetUp />} />;
}

/** A document of its own: what the header knows of the reader's powers is out of date by now. */
function SetUp() {
  const t = useT();
  return <LinkButton tone="primary" to={useSecurityPath()} reloadDocument icon={<Icon name="key" size={18} />}>{t('security.waitAction')}</LinkButton>;
}
