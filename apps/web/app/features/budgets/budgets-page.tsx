import { type FormEvent, useState } from 'react';
import { mutate, newIdempotencyKey } from '~/data/mutate';
import { useAct } from '~/data/use-act';
import { CreatePerkDocument, CreateRewardBudgetDocument, FundBudgetDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { SubmitButton } from '~/kit/button';
import { TextField } from '~/kit/field';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import styles from '../rewards/rewards-page.module.css';
import type { Budget } from './budgets.server';

/** What the brand set aside for ambassadors' work: points and things. */
export function BudgetsPage({ budgets }: { budgets: readonly Budget[] }) {
  const t = useT();
  const { slug, name } = useCommunity()!.community;
  const { busy, submit } = useForm((fields, idempotencyKey) => mutate(CreateRewardBudgetDocument, { input: { community: slug, name: fields.text('name'), idempotencyKey } }), t('budgets.created'));
  return (
    <Page>
      <PageTitle title={t('budgets.title')} lead={t('budgets.lead', { community: name })} />
      <form onSubmit={submit} className={styles.row}>
        <TextField label={t('budgets.name')} name="name" required maxLength={120} />
        <SubmitButton tone="primary" busy={busy}>{t('budgets.create')}</SubmitButton>
      </form>
      {budgets.length === 0 && <p className={styles.part}>{t('budgets.none')}</p>}
      {budgets.map((budget) => <BudgetPart key={budget.id} budget={budget} />)}
    </Page>
  );
}

function BudgetPart({ budget: { id, name, left, funded, perks } }: { budget: Budget }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const fund = useForm((fields, idempotencyKey) => mutate(FundBudgetDocument, { input: { budget: id, amount: fields.number('amount') ?? 0, idempotencyKey } }), t('budgets.funded'));
  const perk = useForm(
    (fields, idempotencyKey) => mutate(CreatePerkDocument, { input: { budget: id, title: fields.text('title'), description: '', cost: fields.number('cost'), stock: fields.number('stock') ?? 0, idempotencyKey } }),
    t('budgets.perkAdded'));
  return (
    <section className={styles.part} aria-labelledby={`budget-${id}`}>
      <h2 id={`budget-${id}`} lang={locale}>{name}</h2>
      <p>{t('budgets.left', { left, funded })}</p>
      <ul role="list" className={styles.list}>
        {perks.map((one) => <li key={one.id}><span lang={locale}>{one.title}</span> <span className={styles.quiet}>{t('rewards.left', { stock: one.stock })} · {one.cost === null ? t('budgets.missionsOnly') : t('rewards.cost', { cost: one.cost })}</span></li>)}
      </ul>
      <form onSubmit={fund.submit} className={styles.row}>
        <TextField label={t('budgets.amount')} name="amount" type="number" min={1} max={1_000_000_000} required />
        <SubmitButton busy={fund.busy}>{t('budgets.fund')}</SubmitButton>
      </form>
      <form onSubmit={perk.submit} className={styles.row}>
        <TextField label={t('budgets.perk')} name="title" required maxLength={120} />
        <TextField label={t('budgets.stock')} name="stock" type="number" min={0} max={1_000_000} required />
        <TextField label={t('budgets.cost')} hint={t('budgets.costHint')} name="cost" type="number" min={1} max={1_000_000_000} optional />
        <SubmitButton busy={perk.busy}>{t('budgets.addPerk')}</SubmitButton>
      </form>
    </section>
  );
}

interface Fields {
  text(name: string): string;
  /** Null where nothing was typed. */
  number(name: string): number | null;
}

/** A form that is emptied once it is done; a retry of the same one is done once. */
function useForm(send: (fields: Fields, idempotencyKey: string) => Promise<unknown>, done: string) {
  const { act, busy } = useAct({ aloud: true });
  const [key, renew] = useState(newIdempotencyKey);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const number = (name: string) => (text(name) === '' ? null : Number(text(name)));
    if (!(await act(() => send({ text, number }, key), done))) return;
    form.reset();
    renew(newIdempotencyKey());
  };
  return { busy, submit };
}
