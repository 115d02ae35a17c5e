import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { FundBudgetDocument, RewardBudgetDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { Balance } from './budgets-page';
import type { BudgetFull } from './budgets.server';
import { FormDialog } from './form-dialog';
import { movementPath } from './movement-path';
import { MovementTabs } from './movement-tabs';
import { PerksPart } from './perks-part';
import { Statement } from './statement';
import styles from './budgets.module.css';

/** One budget: what is left, what it gives, and everything that went through it. */
export function BudgetPage({ budget }: { budget: BudgetFull }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, locale } = useCommunity()!.community;
  const [asked, setAsked] = useState<'add' | 'take' | null>(null);
  const fetchPage = async (after: string) => (await mutate(RewardBudgetDocument, { slug, id: budget.id, after })).community!.rewardBudget!.transfers;
  return (
    <Page>
      <MovementTabs current="budgets" />
      <p className={styles.up}><Link to={movementPath(slug, 'budgets')} className={styles.back}><Icon name="chevronLeft" size={16} />{t('budgets.title')}</Link></p>
      <h1 lang={locale}>{budget.name}</h1>
      <Card as="section" className={styles.head} aria-label={t('budgets.points')}>
        <Balance left={budget.left} funded={budget.funded} />
        <div className={styles.actions}>
          <Button tone="primary" icon={<Icon name="plus" size={18} />} onClick={() => setAsked('add')}>{t('budgets.fund')}</Button>
          {budget.left > 0 && <Button tone="quiet" onClick={() => setAsked('take')}>{t('budgets.take')}</Button>}
        </div>
      </Card>
      <PerksPart budget={budget} />
      <section className={styles.part} aria-labelledby="statement">
        <div className={styles.lead}>
          <h2 id="statement">{t('budgets.statement')}</h2>
          <p className={styles.quiet}>{t('budgets.statementLead')}</p>
        </div>
        {budget.transfers.nodes.length === 0 && <EmptyState level={3} title={t('budgets.noLines')} />}
        <Growing key={key} page={budget.transfers} fetchPage={fetchPage} hrefOf={(after) => movementPath(slug, 'budgets', `/${budget.id}?after=${after}`)} label={t('budgets.earlier')}>
          {(lines) => lines.length > 0 && <Statement lines={lines} budget={budget.name} />}
        </Growing>
      </section>
      {asked && <PointsDialog budget={budget} takes={asked === 'take'} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function PointsDialog({ budget, takes, onClose }: { budget: BudgetFull; takes: boolean; onClose(): void }) {
  const t = useT();
  const most = takes ? budget.left : 1_000_000_000;
  return (
    <FormDialog
      title={t(takes ? 'budgets.takeTitle' : 'budgets.fundTitle')} description={t(takes ? 'budgets.takeText' : 'budgets.fundText')}
      action={t(takes ? 'budgets.take' : 'budgets.fund')} done={t(takes ? 'budgets.tookBack' : 'budgets.funded')} onClose={onClose}
      send={(fields, idempotencyKey) => mutate(FundBudgetDocument, { input: { budget: budget.id, amount: (takes ? -1 : 1) * (fields.number('amount') ?? 0), reason: fields.text('reason') || null, idempotencyKey } })}
    >
      <TextField label={t('budgets.amount')} name="amount" type="number" inputMode="numeric" min={1} max={most} required />
      <TextArea label={t('budgets.reason')} hint={t('budgets.reasonHint')} name="reason" rows={2} maxLength={2000} optional={!takes} required={takes} />
    </FormDialog>
  );
}
