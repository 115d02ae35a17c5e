import { useState } from 'react';
import { useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { DeliveriesDocument, UpdateDeliveryDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { TextField } from '~/kit/field';
import { MemberChip } from '~/kit/member-chip';
import { RelativeTime } from '~/kit/relative-time';
import { Tabs } from '~/kit/tabs';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { CardSkeletons } from '../layout/card-skeletons';
import { useOtherView } from '../layout/use-other-view';
import { Growing } from '../members/growing';
import { type Delivery, type Deliveries, DELIVERY_STATES, type DeliveryTab } from './budgets-state';
import { FormDialog } from './form-dialog';
import { movementPath } from './movement-path';
import { MovementTabs } from './movement-tabs';
import styles from './budgets.module.css';

/** Perks on their way to members: what waits to be sent first. */
export function DeliveriesPage({ deliveries, state }: { deliveries: Deliveries; state: DeliveryTab }) {
  const t = useT();
  const { key } = useLocation();
  const { slug } = useCommunity()!.community;
  const leaving = useOtherView();
  const here = (tab: DeliveryTab, after?: string) => movementPath(slug, 'deliveries', `?state=${tab}${after ? `&after=${after}` : ''}`);
  const fetchPage = async (after: string) => (await mutate(DeliveriesDocument, { slug, state, after })).community!.perkDeliveries!;
  return (
    <Page>
      <MovementTabs current="deliveries" />
      <PageTitle title={t('budgets.deliveries')} lead={t('budgets.deliveriesLead')} />
      <Tabs label={t('budgets.deliveryTabs')} tabs={DELIVERY_STATES.map((tab) => ({ to: here(tab), label: t(`rewards.state_${tab}`), current: tab === state }))} />
      {leaving && <CardSkeletons count={3} />}
      {!leaving && deliveries.nodes.length === 0 && <EmptyState title={t(`budgets.empty_${state}`)} text={t('budgets.emptyDeliveries')} />}
      <Growing key={key} page={deliveries} fetchPage={fetchPage} hrefOf={(after) => here(state, after)} label={t('common.loadMore')}>
        {(nodes) => !leaving && nodes.length > 0 && <ul role="list" className={styles.deliveries}>{nodes.map((delivery) => <li key={delivery.id}><DeliveryCard delivery={delivery} /></li>)}</ul>}
      </Growing>
    </Page>
  );
}

/** What may come next, the likeliest first. */
const NEXT = { OWED: ['SENT', 'RETURNED'], SENT: ['RECEIVED', 'RETURNED'], RECEIVED: ['RETURNED'], RETURNED: [] } as const;

function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { act, busy } = useAct({ aloud: true });
  const [asked, setAsked] = useState<'SENT' | 'RETURNED' | null>(null);
  const { id, perk, member, note, state, owedAt, changedAt } = delivery;
  const name = member?.displayName ?? t('budgets.former');
  const received = () => void act(() => mutate(UpdateDeliveryDocument, { input: { delivery: id, state: 'RECEIVED' } }), t('budgets.moved_RECEIVED'));
  const wordOf = (to: 'SENT' | 'RECEIVED' | 'RETURNED') => (to === 'RETURNED' && state === 'OWED' ? 'CANCELLED' : to);
  return (
    <Card as="article" snug className={styles.delivery}>
      <div className={styles.words}>
        <h2 className={styles.small} lang={locale}>{perk.title}</h2>
        <MemberChip member={member} community={slug} absent={t('budgets.former')} size="s" />
        {note && <span lang={locale} className={styles.note}>{note}</span>}
        <span className={styles.quiet}>{t('budgets.owedSince')} <RelativeTime at={owedAt} />{state !== 'OWED' && <> · {t(`rewards.state_${state}`)} <RelativeTime at={changedAt} /></>}</span>
      </div>
      <div className={styles.actions}>
        {NEXT[state].map((to) => (
          <Button
            key={to} size="s" tone={to === 'SENT' ? 'primary' : to === 'RECEIVED' ? 'secondary' : 'quiet'} busy={busy}
            onClick={() => (to === 'RECEIVED' ? received() : setAsked(to))} aria-label={t(`budgets.moveLabel_${wordOf(to)}`, { title: perk.title, name })}
          >
            {t(`budgets.move_${wordOf(to)}`)}
          </Button>
        ))}
        {state === 'SENT' && <Button size="s" tone="quiet" onClick={() => setAsked('SENT')} aria-label={t('budgets.noteLabel', { title: perk.title, name })}>{t('budgets.editNote')}</Button>}
      </div>
      {asked === 'RETURNED' && (
        <FormDialog
          title={t('budgets.sendTitle', { title: perk.title, name })} description={t('budgets.returnText', { name })} action={t(`budgets.move_${wordOf('RETURNED')}`)} done={t('budgets.moved_RETURNED')} onClose={() => setAsked(null)}
          send={(fields) => mutate(UpdateDeliveryDocument, { input: { delivery: id, state: 'RETURNED', note: fields.text('note') || null } })}
        >
          <TextField label={t('budgets.note')} hint={t('budgets.returnHint')} name="note" defaultValue={note ?? ''} lang={locale} maxLength={500} optional />
        </FormDialog>
      )}
      {asked === 'SENT' && (
        <FormDialog
          title={t('budgets.sendTitle', { title: perk.title, name })} description={state === 'OWED' ? t('budgets.sendText', { name }) : undefined}
          action={t(state === 'OWED' ? 'budgets.move_SENT' : 'common.save')} done={t(state === 'OWED' ? 'budgets.moved_SENT' : 'common.saved')} onClose={() => setAsked(null)}
          send={(fields) => mutate(UpdateDeliveryDocument, { input: { delivery: id, state: 'SENT', note: fields.text('note') || null } })}
        >
          <TextField label={t('budgets.note')} hint={t('budgets.noteHint')} name="note" defaultValue={note ?? ''} lang={locale} maxLength={500} optional />
        </FormDialog>
      )}
    </Card>
  );
}
