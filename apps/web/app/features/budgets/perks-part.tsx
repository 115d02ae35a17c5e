import { useState } from 'react';
import { mutate } from '~/data/mutate';
import { CreatePerkDocument, FundBudgetDocument, type PerkFactsFragment, UpdatePerkDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Badge } from '~/kit/badge';
import { Button } from '~/kit/button';
import { Checkbox, TextArea, TextField } from '~/kit/field';
import { Icon } from '~/kit/icon';
import { useCommunity } from '~/shell/use-root';
import type { BudgetFull } from './budgets.server';
import { FormDialog } from './form-dialog';
import styles from './budgets.module.css';

const MOST = 1_000_000_000;

type Asked = { readonly what: 'new' } | { readonly what: 'edit' | 'add' | 'take'; readonly perk: PerkFactsFragment };

/** The things that a budget gives: how many are left, for how many points. */
export function PerksPart({ budget: { id, perks } }: { budget: BudgetFull }) {
  const t = useT();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <section className={styles.part} aria-labelledby="perks">
      <div className={styles.row}>
        <h2 id="perks">{t('budgets.perks')}</h2>
        <Button icon={<Icon name="plus" size={18} />} onClick={() => setAsked({ what: 'new' })}>{t('budgets.newPerk')}</Button>
      </div>
      {perks.length === 0 && <p className={styles.quiet}>{t('budgets.noPerksText')}</p>}
      {perks.length > 0 && <ul role="list" className={styles.lines}>{perks.map((perk) => <li key={perk.id}><PerkLine perk={perk} ask={(what) => setAsked({ what, perk })} /></li>)}</ul>}
      {asked?.what === 'new' && <PerkDialog budget={id} onClose={close} />}
      {asked?.what === 'edit' && <PerkDialog budget={id} perk={asked.perk} onClose={close} />}
      {(asked?.what === 'add' || asked?.what === 'take') && <StockDialog budget={id} perk={asked.perk} takes={asked.what === 'take'} onClose={close} />}
    </section>
  );
}

function PerkLine({ perk, ask }: { perk: PerkFactsFragment; ask(what: 'edit' | 'add' | 'take'): void }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { title } = perk;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={styles.badges}><strong lang={locale}>{title}</strong>{perk.retiredAt && <Badge size="s" icon="eyeOff">{t('budgets.retired')}</Badge>}</span>
        {perk.description && <span lang={locale} className={styles.quiet}>{perk.description}</span>}
        <span className={styles.quiet}>{t('rewards.left', { stock: perk.stock })} · {perk.cost === null ? t('budgets.missionsOnly') : t('rewards.cost', { cost: perk.cost })}</span>
      </div>
      <div className={styles.actions}>
        <Button size="s" onClick={() => ask('add')} aria-label={t('budgets.stockLabel', { title })}>{t('budgets.addStock')}</Button>
        {perk.stock > 0 && <Button size="s" tone="quiet" onClick={() => ask('take')} aria-label={t('budgets.takeLabel', { title })}>{t('budgets.takeStock')}</Button>}
        <Button size="s" tone="quiet" onClick={() => ask('edit')} aria-label={t('budgets.editLabel', { title })}>{t('budgets.edit')}</Button>
      </div>
    </div>
  );
}

function PerkDialog({ budget, perk, onClose }: { budget: string; perk?: PerkFactsFragment; onClose(): void }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <FormDialog
      title={t(perk ? 'budgets.editPerk' : 'budgets.newPerk')} action={t(perk ? 'common.save' : 'budgets.addPerk')} done={t(perk ? 'common.saved' : 'budgets.perkAdded')} onClose={onClose}
      send={(fields, idempotencyKey) => {
        const told = { title: fields.text('title'), description: fields.text('description'), cost: fields.number('cost') };
        if (perk) return mutate(UpdatePerkDocument, { input: { perk: perk.id, ...told, retired: fields.checked('retired') } });
        return mutate(CreatePerkDocument, { input: { budget, ...told, stock: fields.number('stock') ?? 0, idempotencyKey } });
      }}
    >
      <TextField label={t('budgets.perk')} name="title" defaultValue={perk?.title} lang={locale} required maxLength={120} />
      <TextArea label={t('budgets.description')} hint={t('budgets.descriptionHint')} name="description" defaultValue={perk?.description} lang={locale} rows={2} maxLength={2000} optional />
      <TextField label={t('budgets.cost')} hint={t('budgets.costHint')} name="cost" type="number" inputMode="numeric" min={1} max={MOST} defaultValue={perk?.cost ?? ''} optional />
      {perk
        ? <Checkbox label={t('budgets.retire')} hint={t('budgets.retireHint')} name="retired" defaultChecked={perk.retiredAt !== null} />
        : <TextField label={t('budgets.stock')} name="stock" type="number" inputMode="numeric" min={0} max={MOST} defaultValue={1} required />}
    </FormDialog>
  );
}

function StockDialog({ budget, perk, takes, onClose }: { budget: string; perk: PerkFactsFragment; takes: boolean; onClose(): void }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  return (
    <FormDialog
      title={<span lang={locale}>{perk.title}</span>} description={t(takes ? 'budgets.takeText' : 'rewards.left', { stock: perk.stock })}
      action={t(takes ? 'budgets.takeStock' : 'budgets.addStock')} done={t('budgets.stocked')} onClose={onClose}
      send={(fields, idempotencyKey) => mutate(FundBudgetDocument, { input: { budget, perk: perk.id, amount: (takes ? -1 : 1) * (fields.number('amount') ?? 0), reason: fields.text('reason') || null, idempotencyKey } })}
    >
      <TextField label={t('budgets.stock')} name="amount" type="number" inputMode="numeric" min={1} max={takes ? perk.stock : MOST} required />
      <TextArea label={t('budgets.reason')} name="reason" rows={2} maxLength={2000} optional={!takes} required={takes} />
    </FormDialog>
  );
}
