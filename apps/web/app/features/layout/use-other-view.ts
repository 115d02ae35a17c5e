import { useLocation, useNavigation } from 'react-router';
import { useDelayed } from '../feed/use-delayed';

/** True while another view of this page, another tab or period, takes long enough to come for a skeleton to be worth it. */
export function useOtherView(): boolean {
  const { state, location } = useNavigation();
  const { pathname, search } = useLocation();
  return useDelayed(state === 'loading' && location.pathname === pathname && location.search !== search);
}
