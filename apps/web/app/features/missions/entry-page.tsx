import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { EntryCard } from './entry-card';
import { EntryProgressCard } from './entry-progress';
import { missionsPath } from './missions-state';
import type { EntryFull } from './missions.server';
import styles from './missions.module.css';

/** One piece of work by itself; to its author with how it goes on. */
export function EntryPage({ entry }: { entry: EntryFull }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const back = entry.mission && <LinkButton size="s" to={missionsPath(slug, `/${entry.mission.id}`)}>{t('missions.toMission')}</LinkButton>;
  return (
    <Page width="text">
      <PageTitle title={entry.mission?.title ?? t('missions.title')} actions={back} />
      <div className={styles.section}>
        {entry.viewerCan.withdraw.allowed ? <EntryProgressCard entry={entry} /> : <EntryCard entry={entry} />}
      </div>
    </Page>
  );
}
