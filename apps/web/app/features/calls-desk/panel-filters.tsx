import { Link } from 'react-router';
import { useT } from '~/i18n/react';
import { Icon } from '~/kit/icon';
import { Tabs } from '~/kit/tabs';
import { PANEL_ORDERS, PANEL_STATES, type PanelState } from './panel-state';
import styles from './panel.module.css';

interface Props {
  state: PanelState;
  hrefOf(part: Partial<PanelState>): string;
  /** Whether a panel marks at all. */
  mayMark: boolean;
}

/** Which applications are listed, and in what order. */
export function PanelFilters({ state, hrefOf, mayMark }: Props) {
  const t = useT();
  const tabs = (['ALL', ...PANEL_STATES, 'REVIEWS'] as const).map((tab) => ({ to: hrefOf({ tab, open: [] }), label: t(tab === 'REVIEWS' ? 'calls.tabReviews' : `recruitment.tab_${tab}`), current: tab === state.tab }));
  return (
    <div className={styles.filters}>
      <Tabs label={t('recruitment.states')} tabs={tabs} />
      <ul role="list" className={styles.picks}>
        {mayMark && <li><Link to={hrefOf({ unmarked: !state.unmarked, open: [] })} className={styles.pick} data-on={state.unmarked || undefined} preventScrollReset>{state.unmarked && <Icon name="check" size={16} />}{t('calls.unmarked')}</Link></li>}
        {state.tab !== 'WAITING' && PANEL_ORDERS.map((order) => (
          <li key={order}><Link to={hrefOf({ order, open: [] })} className={styles.pick} data-on={order === state.order || undefined} aria-current={order === state.order || undefined} preventScrollReset>{t(`calls.order_${order}`)}</Link></li>
        ))}
      </ul>
    </div>
  );
}
