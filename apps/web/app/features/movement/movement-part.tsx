import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { MemberChip } from '~/kit/member-chip';
import type { Movement } from '../feed/feed.server';
import { SidePart } from '../layout/side-part';
import { entryPath, missionsPath } from '../missions/missions-state';
import { callPath } from '../paths';
import styles from './movement.module.css';

interface Props {
  readonly community: { readonly slug: string; readonly locale: string };
  readonly movement: Movement;
}

/** Beside the ideas: the call that runs, and what came on the wall last. Nothing where neither is. */
export function MovementPart({ community: { slug, locale }, movement: { openCalls, wall } }: Props) {
  const t = useT();
  const [call] = openCalls.nodes;
  if (!call && wall.nodes.length === 0) return null;
  return (
    <SidePart title={t(call ? 'movement.looksFor' : 'movement.part', { seats: call?.seats ?? 0 })}>
      {call && (
        <div className={styles.call}>
          <Link to={callPath(slug, call.id)} lang={locale}>{call.title}</Link>
          <span className={styles.quiet}>{t('movement.until', { date: t.date(call.closesAt) })}{call.viewerApplication?.state === 'DRAFT' && ` ${t('movement.yours')}`}</span>
        </div>
      )}
      {wall.nodes.length > 0 && (
        <>
          <h3 className={styles.small}>{t('movement.latest')}</h3>
          <ul role="list" className={styles.works}>
            {wall.nodes.map(({ id, member, mission }) => (
              <li key={id}>
                <MemberChip member={member} community={slug} size="s" absent={t('missions.former')} />
                <Link to={entryPath(slug, id)} lang={locale}>{mission?.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.links}>
        <Link to={missionsPath(slug, '/wall')}>{t('movement.toWall')}</Link>
        <Link to={missionsPath(slug)}>{t('movement.toMissions')}</Link>
      </p>
    </SidePart>
  );
}

/** The call that runs, on phones, where what stands beside the ideas comes after them. */
export function CallStrip({ community: { slug, locale }, movement: { openCalls } }: Props) {
  const t = useT();
  const [call] = openCalls.nodes;
  if (!call) return null;
  const begun = call.viewerApplication?.state === 'DRAFT';
  return (
    <Link to={callPath(slug, call.id, begun ? '/apply' : '')} className={styles.strip}>
      <span>{t('movement.looksFor', { seats: call.seats })}</span>
      <strong lang={locale}>{call.title}</strong>
      <span>{t(begun ? 'movement.yours' : 'movement.until', { date: t.date(call.closesAt) })}</span>
    </Link>
  );
}
