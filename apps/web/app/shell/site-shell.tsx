import type { ReactNode } from 'react';
import { DeletionBanner } from '~/features/my-data/deletion-banner';
import { MovementWays } from '~/features/movement/movement-ways';
import { RestrictionBanner } from '~/features/decisions/restriction-banner';
import { PowersWaitDialog } from '~/features/security/powers-wait';
import { StaffBanner } from '~/features/security/staff-banner';
import { useT } from '~/i18n/react';
import { HintLayer } from '~/kit/hint';
import { BottomBar } from './bottom-bar';
import { Footer } from './footer';
import { CommunityHeader, SiteHeader } from './header';
import styles from './site-shell.module.css';

/** Fanfare's own pages. */
export function SiteShell({ children }: { children: ReactNode }) {
  return <Frame header={<SiteHeader />}>{children}</Frame>;
}

/** A community's pages. */
export function CommunityShell({ children }: { children: ReactNode }) {
  return <Frame header={<CommunityHeader />} ways={<MovementWays />} bottom={<BottomBar />}>{children}</Frame>;
}

function Frame({ header, ways, bottom, children }: { header: ReactNode; ways?: ReactNode; bottom?: ReactNode; children: ReactNode }) {
  const t = useT();
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>{t('common.skipToContent')}</a>
      {header}
      <DeletionBanner />
      <StaffBanner />
      <RestrictionBanner />
      {ways}
      <main id="content" tabIndex={-1} className={styles.main}>{children}</main>
      <Footer />
      {bottom}
      <HintLayer />
      <PowersWaitDialog />
    </div>
  );
}
