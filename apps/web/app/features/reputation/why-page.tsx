import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { HideFromLeaderboardsDocument, WhyScoreDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { LevelMark } from '~/kit/marks';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { useAct } from '../circles/use-act';
import { Growing } from '../members/growing';
import { memberPath, pagePath, whyPath } from '../paths';
import { EntryLine } from './entry-line';
import type { Explained } from './reputation.server';
import { ScoreChart } from './score-chart';
import styles from './reputation.module.css';

/** "Why 74": every reason for a score, for its member and for moderators. */
export function WhyPage({ member }: { member: Explained }) {
  const t = useT();
  const { community, membership } = useCommunity()!;
  const mine = membership?.id === member.id;
  const { score, entries, history } = member.reputation;
  const path = whyPath(community.slug, member.handle);
  const fetchPage = async (after: string) => (await mutate(WhyScoreDocument, { slug: community.slug, handle: member.handle, after })).community!.member!.reputation.entries!;
  return (
    <Page width="text">
      <PageTitle
        title={t('reputation.why', { score })}
        lead={<><Link to={memberPath(community.slug, member.handle)}>{member.displayName}</Link> · <Link to={pagePath(community.slug, 'reputation')}>{t('reputation.how')}</Link></>}
      />
      <Next member={member} />
      {history && history.length > 1 && <ScoreChart history={history} />}
      <section>
        <h2>{t('reputation.entries')}</h2>
        {entries!.nodes.length === 0 && <EmptyState level={3} title={t(mine ? 'reputation.emptyMine' : 'reputation.empty')} />}
        <Growing page={entries!} fetchPage={fetchPage} hrefOf={(after) => `${path}?after=${encodeURIComponent(after)}`} label={t('reputation.more')}>
          {(lines) => <ol role="list" className={styles.entries}>{lines.map((entry) => <EntryLine key={entry.id} entry={entry} mine={mine} />)}</ol>}
        </Growing>
      </section>
      {mine && <OptOut hidden={member.reputation.hidden ?? false} />}
    </Page>
  );
}

/** What is missing for the next level, in numbers. */
function Next({ member: { level, reputation: { nextLevel } } }: { member: Explained }) {
  const t = useT();
  const missing = nextLevel && [
    ...(nextLevel.points > 0 ? [t('reputation.missingPoints', { points: nextLevel.points })] : []),
    ...(nextLevel.identity ? [t('reputation.missingIdentity', { identity: t(`domain.identity.${nextLevel.identity}`) })] : []),
  ];
  return (
    <p className={styles.next}>
      <LevelMark level={level} size={28} />
      <span><strong>{t(`domain.level.${level}`)}</strong> {nextLevel ? t('reputation.next', { level: t(`domain.level.${nextLevel.level}`), missing: missing!.join(t('reputation.and')) }) : t('reputation.top')}</span>
    </p>
  );
}

function OptOut({ hidden }: { hidden: boolean }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const { act, busy } = useAct();
  const turn = () => act(HideFromLeaderboardsDocument, { community: slug, hidden: !hidden }, t(hidden ? 'reputation.shownAgain' : 'reputation.hiddenNow'));
  return (
    <section className={styles.choice}>
      <h2>{t('reputation.listing')}</h2>
      <p>{t(hidden ? 'reputation.isHidden' : 'reputation.isListed')}</p>
      <Button size="s" busy={busy} onClick={() => void turn()}>{t(hidden ? 'reputation.show' : 'reputation.hide')}</Button>
    </section>
  );
}
