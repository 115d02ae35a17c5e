export const LOCALE_COOKIE = 'fanfare-locale';
export const THEME_COOKIE = 'fanfare-theme';

export type ThemeMode = 'light' | 'dark' | 'system';

const YEAR = 31_536_000;

/** The cookie that remembers a language for a year. */
export function localeCookie(locale: string): string {
  return `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** Remembers the language in this browser. */
export function keepLocale(locale: string): void {
  document.cookie = localeCookie(locale);
}

/** Remembers the language and loads the page anew in it, without `hl` in the address. */
export function switchLocale(locale: string): void {
  keepLocale(locale);
  const url = new URL(location.href);
  url.searchParams.delete('hl');
  if (url.href === location.href) location.reload();
  else location.replace(url.href);
}

/** Shows the page light, dark, or as the system says, now and next time. */
export function switchTheme(mode: ThemeMode): void {
  const root = document.documentElement;
  if (mode === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', mode);
  document.cookie = `${THEME_COOKIE}=${mode}; path=/; max-age=${mode === 'system' ? 0 : YEAR}; samesite=lax`;
}
