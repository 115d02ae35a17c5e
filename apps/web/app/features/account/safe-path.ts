/** Where to go after signing in: a path of this site, never another site's address. */
export function safePath(to: string | null | undefined, otherwise = '/'): string {
  if (!to || !to.startsWith('/') || to.startsWith('//') || /[\\\p{Cc}]/u.test(to)) return otherwise;
  return /^\/(sign-in|sign-up)([/?#]|$)/.test(to) ? otherwise : to;
}

/** The same question handed on to the next page of signing in. */
export function withTo(path: string, search: URLSearchParams): string {
  const kept = new URLSearchParams([...search].filter(([key]) => key === 'to' || key === 'then'));
  return kept.size > 0 ? `${path}?${kept}` : path;
}
