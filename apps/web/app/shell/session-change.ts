/**
 * Root and community data are kept while a person moves between pages. When who is signed in changes, the next navigation
 * asks for them again: call `sessionChanged()`, then navigate or revalidate.
 */
let stale = false;

/** After signing in or out, confirming, joining: what the header knows is out of date. */
export function sessionChanged(): void {
  stale = true;
}

/** For the `shouldRevalidate` of the routes that know the session. */
export function sessionIsStale(): boolean {
  return stale;
}

/** The root's new data has arrived. */
export function sessionIsFresh(): void {
  stale = false;
}
