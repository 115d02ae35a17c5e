import { useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { RedeemPerkDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import type { Delivery, MyRewards, Perk, RewardLine } from './rewards.server';
import styles from './rewards-page.module.css';

/** What the reader earned here, what they may choose for it, and where that is. */
export function RewardsPage({ mine: { rewards, perks } }: { mine: MyRewards }) {
  const t = useT();
  const { name } = useCommunity()!.community;
  if (!rewards) return <Page><PageTitle title={t('rewards.title')} lead={t('rewards.notMember', { community: name })} /></Page>;
  const { points, transfers, deliveries } = rewards;
  return (
    <Page>
      <PageTitle title={t('rewards.title')} lead={t('rewards.lead', { community: name })} />
      <p className={styles.points}>{t('rewards.points', { points })}</p>
      {points < 0 && <p className={styles.quiet}>{t('rewards.debt')}</p>}
      <section className={styles.part} aria-labelledby="choose">
        <h2 id="choose">{t('rewards.choose')}</h2>
        {perks.length === 0 && <p className={styles.quiet}>{t('rewards.noPerks')}</p>}
        <ul role="list" className={styles.list}>{perks.map((perk) => <li key={perk.id}><PerkRow perk={perk} points={points} /></li>)}</ul>
      </section>
      {deliveries.nodes.length > 0 && (
        <section className={styles.part} aria-labelledby="deliveries">
          <h2 id="deliveries">{t('rewards.deliveries')}</h2>
          <ul role="list" className={styles.list}>{deliveries.nodes.map((delivery) => <li key={delivery.id}><DeliveryLine delivery={delivery} /></li>)}</ul>
        </section>
      )}
      <section className={styles.part} aria-labelledby="history">
        <h2 id="history">{t('rewards.history')}</h2>
        {transfers.nodes.length === 0 && <EmptyState title={t('rewards.nothing')} />}
        <ul role="list" className={styles.list}>{transfers.nodes.map((line) => <li key={line.id}><HistoryLine line={line} /></li>)}</ul>
      </section>
    </Page>
  );
}

function PerkRow({ perk, points }: { perk: Perk; points: number }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { act, busy } = useAct({ aloud: true });
  const [idempotencyKey, renewKey] = useState(newIdempotencyKey);
  const take = async () => {
    const taken = await act(() => mutate(RedeemPerkDocument, { input: { perk: perk.id, idempotencyKey } }), t('rewards.taken', { title: perk.title }));
    if (taken) renewKey(newIdempotencyKey());
  };
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <strong lang={locale}>{perk.title}</strong>
        {perk.description && <span lang={locale}>{perk.description}</span>}
        <span className={styles.quiet}>{t('rewards.cost', { cost: perk.cost ?? 0 })} · {t('rewards.left', { stock: perk.stock })}</span>
      </div>
      <Button onClick={take} busy={busy} disabled={perk.stock < 1 || points < (perk.cost ?? 0)} aria-label={t('rewards.takeLabel', { title: perk.title })}>{t('rewards.take')}</Button>
    </div>
  );
}

function DeliveryLine({ delivery: { perk, state, note, changedAt } }: { delivery: Delivery }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <strong lang={locale}>{perk.title}</strong>
        {note && <span lang={locale}>{note}</span>}
        <span className={styles.quiet}><RelativeTime at={changedAt} /></span>
      </div>
      <Badge tone={state === 'RECEIVED' ? 'good' : undefined}>{t(`rewards.state_${state}`)}</Badge>
    </div>
  );
}

function HistoryLine({ line: { kind, amount, perk, reason, at } }: { line: RewardLine }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const signed = t.number(amount, { signDisplay: 'exceptZero' });
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>{t(`rewards.kind_${kind}`)}</span>
        {reason && <span lang={locale} className={styles.quiet}>{reason}</span>}
        <span className={styles.quiet}><RelativeTime at={at} /></span>
      </div>
      <span className={styles.amount}>{signed} {perk ? <span lang={locale}>{perk.title}</span> : t('rewards.unit', { points: Math.abs(amount) })}</span>
    </div>
  );
}
