const PARTS = /^\/c\/[^/]+\/(ambassadors|calls|missions|entries|rewards|movement)(\/|$)/;
/** Where somebody works step by step, and ways elsewhere would only be in the way. */
const STEPS = /\/(apply|new|edit)$/;

/** Whether an address is of the ambassadors of a community: who they are, what they are asked, what they make. */
export function isMovement(pathname: string): boolean {
  return PARTS.test(pathname);
}

/** Whether its ways stand above the page. */
export function showsWays(pathname: string): boolean {
  return isMovement(pathname) && !STEPS.test(pathname);
}
