import { useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { RedeemPerkDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { Dialog } from '~/kit/dialog';
import { FormProblem } from '~/kit/error-state';
import { useCommunity } from '~/shell/use-root';
import type { Perk } from './rewards.server';
import styles from './rewards-page.module.css';

/** What the reader may choose for their points. Nothing is taken without a second look. */
export function PerksPart({ perks, points }: { perks: readonly Perk[]; points: number }) {
  const t = useT();
  const [chosen, setChosen] = useState<Perk | null>(null);
  return (
    <section className={styles.part} aria-labelledby="choose">
      <h2 id="choose">{t('rewards.choose')}</h2>
      {perks.length === 0 && <p className={styles.quiet}>{t('rewards.noPerks')}</p>}
      {perks.length > 0 && <ul role="list" className={styles.perks}>{perks.map((perk) => <li key={perk.id}><PerkCard perk={perk} points={points} onChoose={() => setChosen(perk)} /></li>)}</ul>}
      {chosen && <Choose perk={chosen} points={points} onClose={() => setChosen(null)} />}
    </section>
  );
}

function PerkCard({ perk: { title, description, stock, cost }, points, onChoose }: { perk: Perk; points: number; onChoose(): void }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const missing = (cost ?? 0) - points;
  return (
    <Card as="article" snug className={styles.perk}>
      <h3 lang={locale}>{title}</h3>
      {description && <p lang={locale} className={styles.quiet}>{description}</p>}
      <p className={styles.facts}><strong>{t('rewards.cost', { cost: cost ?? 0 })}</strong><span className={styles.quiet}>{t('rewards.left', { stock })}</span></p>
      {stock > 0 && missing > 0
        ? <p className={styles.quiet}>{t('rewards.missing', { points: missing })}</p>
        : <Button onClick={onChoose} disabled={stock < 1} aria-label={t('rewards.takeLabel', { title })}>{t('rewards.take')}</Button>}
    </Card>
  );
}

function Choose({ perk: { id, title, cost }, points, onClose }: { perk: Perk; points: number; onClose(): void }) {
  const t = useT();
  const { act, busy, problem } = useAct();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const take = async () => {
    if (await act(() => mutate(RedeemPerkDocument, { input: { perk: id, cost, idempotencyKey } }), t('rewards.taken', { title }))) onClose();
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={onClose}>{t('common.cancel')}</Button>
      <Button tone="primary" busy={busy} onClick={() => void take()}>{t('rewards.take')}</Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(stays) => !stays && onClose()} title={t('rewards.takeLabel', { title })} description={t('rewards.sure', { cost: cost ?? 0, left: points - (cost ?? 0) })} footer={footer}>
      <FormProblem problem={problem} />
    </Dialog>
  );
}
