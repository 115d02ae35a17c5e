import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { LinkButton } from '~/kit/button';
import { Markdown } from '~/kit/markdown';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { EntryWall } from './entry-wall';
import { KIND_ICONS } from './mission-facts';
import { missionsPath } from './missions-state';
import type { RallyFull } from './missions.server';
import { RallyCard } from './rally-card';
import styles from './missions.module.css';

/** While people act, the work below is fetched anew at most so often. */
const FRESH_MS = 10_000;

/** A rally by itself, to be shown on a wall or a phone while it goes on. */
export function RallyPage({ mission }: { mission: RallyFull }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const refresh = useRefresh();
  return (
    <Page>
      <div className={styles.head}>
        <p className={styles.badges}><Badge icon={KIND_ICONS.RALLY} tone="accent">{t('missions.kind.RALLY')}</Badge></p>
        <h1 lang={locale}>{mission.title}</h1>
      </div>
      <RallyCard large mission={mission.id} first={mission.rally!} onMore={refresh}>
        <LinkButton tone="primary" to={missionsPath(slug, `/${mission.id}`)}>{t('missions.toMission')}</LinkButton>
      </RallyCard>
      <Markdown html={mission.html} lang={locale} level={2} />
      {mission.entries.nodes.length > 0 && (
        <section className={styles.below}>
          <h2>{t('missions.latest')}</h2>
          <EntryWall entries={mission.entries.nodes} level={3} ofOneMission />
        </section>
      )}
    </Page>
  );
}

/** Reads the page again once the pause since the last time is over: one time for however many asked. */
function useRefresh(): () => void {
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      if (!document.hidden) void revalidate();
    }, FRESH_MS);
  };
}
