/** The address of one of the brand's pages about what a movement gives and brings. */
export function movementPath(community: string, part: 'budgets' | 'deliveries' | 'links' | 'numbers', rest = ''): string {
  return `/c/${community}/movement/${part}${rest}`;
}
