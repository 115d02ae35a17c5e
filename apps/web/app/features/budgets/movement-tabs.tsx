import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { useCommunity } from '~/shell/use-root';
import styles from './budgets.module.css';

const PARTS = ['budgets', 'deliveries', 'links', 'numbers'] as const;
export type MovementPart = (typeof PARTS)[number];

/** The address of one of the brand's pages about its movement. */
export function movementPath(community: string, part: MovementPart, rest = ''): string {
  return `/c/${community}/movement/${part}${rest}`;
}

/** The brand's pages about what a movement gives and brings, beside each other. */
export function MovementTabs({ current }: { current: MovementPart }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  return <div className={styles.parts}><Tabs label={t('budgets.parts')} tabs={PARTS.map((part) => ({ to: movementPath(slug, part), label: t(`budgets.part_${part}`), current: part === current }))} /></div>;
}
