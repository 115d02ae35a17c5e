import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { MyRewardLinesDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { entryPath, missionsPath } from '../missions/missions-state';
import { DeliveryBadge } from './delivery-badge';
import { LinksPart } from './links-part';
import { PerksPart } from './perks-part';
import type { Delivery, MyRewards, RewardLine, Rewards } from './rewards.server';
import { SitesPart } from './sites-part';
import styles from './rewards-page.module.css';

/** What the reader earned here, what they may choose for it, where that is, and how far their work goes. */
export function RewardsPage({ mine }: { mine: MyRewards }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  const { rewards, perks, links, feeds, missions, serves } = mine;
  if (!rewards) return <Page width="text"><PageTitle title={t('rewards.title')} lead={t('rewards.notMember', { community: name })} /></Page>;
  return (
    <Page width="text">
      <PageTitle title={t('rewards.title')} lead={t('rewards.lead', { community: name })} />
      <Card as="section" tone="accent" aria-label={t('rewards.balance')} className={styles.balance}>
        <p><strong className={styles.points}>{t.number(rewards.points)}</strong> {t('rewards.unit', { points: Math.abs(rewards.points) })}</p>
        {rewards.points < 0 && <p>{t('rewards.debt')}</p>}
      </Card>
      <PerksPart perks={perks} points={rewards.points} />
      <DeliveriesPart deliveries={rewards.deliveries.nodes} />
      <History transfers={rewards.transfers} />
      {(serves || links.length > 0) && <LinksPart links={links} missions={missions} />}
      {(serves || feeds.length > 0) && <SitesPart feeds={feeds} serves={serves} />}
    </Page>
  );
}

function DeliveriesPart({ deliveries }: { deliveries: readonly Delivery[] }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  if (deliveries.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="deliveries">
      <h2 id="deliveries">{t('rewards.deliveries')}</h2>
      <ul role="list" className={styles.lines}>
        {deliveries.map(({ id, perk, note, state, changedAt }) => (
          <li key={id} className={styles.row}>
            <div className={styles.words}>
              <strong lang={locale}>{perk.title}</strong>
              {note && <span lang={locale} className={styles.note}>{note}</span>}
              <span className={styles.quiet}><RelativeTime at={changedAt} /></span>
            </div>
            <DeliveryBadge state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ transfers }: { transfers: Rewards['transfers'] }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => (await mutate(MyRewardLinesDocument, { slug, after })).viewer!.membership!.rewards!.transfers;
  return (
    <section className={styles.part} aria-labelledby="history">
      <h2 id="history">{t('rewards.history')}</h2>
      {transfers.nodes.length === 0 && <EmptyState level={3} title={t('rewards.nothing')} text={t('rewards.nothingText')} action={<LinkButton to={missionsPath(slug)}>{t('missions.title')}</LinkButton>} />}
      <Growing key={transfers.nodes[0]?.id} page={transfers} fetchPage={fetchPage} hrefOf={() => `/c/${slug}/rewards`} label={t('rewards.earlier')}>
        {(lines) => lines.length > 0 && <ul role="list" className={styles.lines}>{lines.map((line) => <li key={line.id}><HistoryLine line={line} /></li>)}</ul>}
      </Growing>
    </section>
  );
}

function HistoryLine({ line: { kind, amount, perk, reason, at, mission, entryId } }: { line: RewardLine }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>{t(`rewards.kind_${kind}`)}{mission && entryId && <>{' · '}<Link to={entryPath(slug, entryId)} lang={locale}>{mission.title}</Link></>}</span>
        {reason && <q lang={locale} className={styles.quiet}>{reason}</q>}
        <span className={styles.quiet}><RelativeTime at={at} /></span>
      </div>
      <span className={styles.amount} data-comes={amount > 0 || undefined}>
        {t.number(amount, { signDisplay: 'exceptZero' })} {perk ? <span lang={locale}>{perk.title}</span> : t('rewards.unit', { points: Math.abs(amount) })}
      </span>
    </div>
  );
}
