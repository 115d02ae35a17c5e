import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { useCommunity } from '~/shell/use-root';
import { entryPath } from '../missions/missions-state';
import { memberPath } from '../paths';
import type { BudgetLine } from './budgets.server';
import styles from './statement.module.css';

/** Double entry, as a brand reads it: each line names both its sides, who made it and why, and what was there after it. */
export function Statement({ lines, budget }: { lines: readonly BudgetLine[]; budget: string }) {
  const t = useT();
  return (
    <table className={styles.statement}>
      <thead>
        <tr>
          <th scope="col">{t('budgets.when')}</th>
          <th scope="col">{t('budgets.what')}</th>
          <th scope="col">{t('budgets.sides')}</th>
          <th scope="col" className={styles.number}>{t('budgets.moved')}</th>
          <th scope="col" className={styles.number}>{t('budgets.after')}</th>
        </tr>
      </thead>
      <tbody>{lines.map((line) => <Line key={line.id} line={line} budget={budget} />)}</tbody>
    </table>
  );
}

function Line({ line, budget }: { line: BudgetLine; budget: string }) {
  const t = useT();
  const { locale } = useCommunity()!.community;
  const { at, amount, balance, perk } = line;
  const signed = t.number(amount, { signDisplay: 'exceptZero' });
  return (
    <tr>
      <td className={styles.when}><time dateTime={at}>{t.date(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })}</time></td>
      <td><What line={line} /></td>
      <td><Sides line={line} budget={budget} /></td>
      <td className={styles.number} data-comes={amount > 0 || undefined}>
        <span className={styles.amount}>{signed}</span> <span className={styles.unit}>{perk ? <span lang={locale}>{perk.title}</span> : t('rewards.unit', { points: Math.abs(amount) })}</span>
      </td>
      <td className={styles.number}><span className={styles.label}>{t('budgets.after')}</span> {t.number(balance)}</td>
    </tr>
  );
}

function What({ line: { kind, mission, entryId, reason, madeBy } }: { line: BudgetLine }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  return (
    <div className={styles.what}>
      <span>{t(`rewards.kind_${kind}`)}</span>
      {mission && entryId && <Link to={entryPath(slug, entryId)} lang={locale}>{mission.title}</Link>}
      {reason && <q lang={locale} className={styles.quiet}>{reason}</q>}
      {madeBy && <span className={styles.quiet}>{t('budgets.by', { name: madeBy.displayName })}</span>}
    </div>
  );
}

/** From where to where. */
function Sides({ line: { amount, member, kind }, budget }: { line: BudgetLine; budget: string }) {
  const t = useT();
  const { slug, name, locale } = useCommunity()!.community;
  const own = <span lang={locale}>{budget}</span>;
  const brand = kind === 'FUND' || kind === 'WITHDRAW';
  const other = brand ? <span>{name}</span> : member ? <Link to={memberPath(slug, member.handle)}>{member.displayName}</Link> : <span>{t('budgets.former')}</span>;
  const [from, to] = amount > 0 ? [other, own] : [own, other];
  return <span className={styles.sides}>{from} <span aria-hidden="true">→</span><span className="visually-hidden">{t('budgets.to')}</span> {to}</span>;
}
