import { useCommunity } from '~/shell/use-root';

/** Whether the reader writes missions and reviews entries here; the API has the last word. */
export function useRunsProgramme(): boolean {
  const roles = useCommunity()?.membership?.roles ?? [];
  return roles.includes('OWNER') || roles.includes('BRAND_MANAGER');
}
