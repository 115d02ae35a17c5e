import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { useCommunity } from '~/shell/use-root';
import { movementPath } from './movement-path';
import styles from './budgets.module.css';

const PARTS = ['budgets', 'deliveries', 'links', 'numbers'] as const;

/** What a movement gives and what it brings, beside each other; above the title of each. */
export function MovementTabs({ current }: { current: (typeof PARTS)[number] }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return <div className={styles.parts}><Tabs label={t('budgets.parts')} tabs={PARTS.map((part) => ({ to: movementPath(slug, part), label: t(`budgets.part_${part}`), current: part === current }))} /></div>;
}
