import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { mutate } from '~/data/mutate';
import { CreateRewardBudgetDocument, RewardBudgetsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Button } from '~/kit/button';
import { Card } from '~/kit/card';
import { EmptyState } from '~/kit/empty-state';
import { TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import type { Budget, Budgets } from './budgets.server';
import { FormDialog } from './form-dialog';
import { movementPath } from './movement-path';
import { MovementTabs } from './movement-tabs';
import styles from './budgets.module.css';

/** What the brand set aside for ambassadors' work: points and things. */
export function BudgetsPage({ budgets }: { budgets: Budgets }) {
  const t = useT();
  const { key } = useLocation();
  const { slug, name } = useCommunity()!.community;
  const [making, setMaking] = useState(false);
  const fetchPage = async (after: string) => (await mutate(RewardBudgetsDocument, { slug, after })).community!.rewardBudgets!;
  const make = <Button tone="primary" icon={<Icon name="plus" size={18} />} onClick={() => setMaking(true)}>{t('budgets.new')}</Button>;
  const none = budgets.nodes.length === 0;
  return (
    <Page>
      <MovementTabs current="budgets" />
      <PageTitle title={t('budgets.title')} lead={t('budgets.lead', { community: name })} actions={none ? undefined : make} />
      {none && <EmptyState title={t('budgets.none')} text={t('budgets.noneText')} action={make} />}
      <Growing key={key} page={budgets} fetchPage={fetchPage} hrefOf={(after) => movementPath(slug, 'budgets', `?after=${after}`)} label={t('common.loadMore')}>
        {(nodes) => <ul role="list" className={styles.cards}>{nodes.map((budget) => <li key={budget.id}><BudgetCard budget={budget} /></li>)}</ul>}
      </Growing>
      {making && (
        <FormDialog
          title={t('budgets.new')} action={t('budgets.create')} done={t('budgets.created')} onClose={() => setMaking(false)}
          send={(fields, idempotencyKey) => mutate(CreateRewardBudgetDocument, { input: { community: slug, name: fields.text('name'), idempotencyKey } })}
        >
          <TextField label={t('budgets.name')} hint={t('budgets.nameHint')} name="name" required maxLength={120} />
        </FormDialog>
      )}
    </Page>
  );
}

function BudgetCard({ budget: { id, name, left, funded, perks } }: { budget: Budget }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const offered = perks.filter(({ retiredAt }) => retiredAt === null);
  return (
    <Card as="article" className={styles.budget}>
      <h2 className={styles.name} lang={locale}><Link to={movementPath(slug, 'budgets', `/${id}`)} prefetch="intent">{name}</Link></h2>
      <Balance left={left} funded={funded} />
      {offered.length > 0 && (
        <ul role="list" className={styles.stocks}>
          {offered.slice(0, 4).map((perk) => <li key={perk.id}><span lang={locale}>{perk.title}</span><span className={styles.quiet}>{t('rewards.left', { stock: perk.stock })}</span></li>)}
          {offered.length > 4 && <li className={styles.quiet}>{t('budgets.morePerks', { count: offered.length - 4 })}</li>}
        </ul>
      )}
      {offered.length === 0 && <p className={styles.quiet}>{t('budgets.noPerks')}</p>}
    </Card>
  );
}

/** What is left of what was put in, as a sum and as a line. */
export function Balance({ left, funded }: { left: number; funded: number }) {
  const t = useT();
  return (
    <div className={styles.balance}>
      <p><strong className={styles.sum}>{t.number(left)}</strong> <span className={styles.quiet}>{t('budgets.leftOf', { left, funded })}</span></p>
      <span className={styles.track} aria-hidden="true"><span style={{ inlineSize: `${funded > 0 ? Math.min(100, (left / funded) * 100) : 0}%` }} /></span>
    </div>
  );
}
