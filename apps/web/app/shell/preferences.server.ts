import { chooseLocale } from '~/i18n/choose-locale';
import { LOCALES, type Locale } from '~/i18n/generated/keys';
import { localeCookie, LOCALE_COOKIE, THEME_COOKIE, type ThemeMode } from './preferences';

/** The value of a cookie of a request. */
export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const found = pairs.find(([key]) => key === name)?.[1];
  try {
    return found === undefined ? undefined : decodeURIComponent(found);
  } catch {
    return undefined;
  }
}

/** The language to answer in; see `chooseLocale`. */
export function localeOf(request: Request, account?: string | null): Locale {
  return chooseLocale(
    {
      asked: new URL(request.url).searchParams.get('hl'),
      cookie: cookieOf(request, LOCALE_COOKIE),
      account,
      acceptLanguage: request.headers.get('accept-language'),
    },
    LOCALES,
  ) as Locale;
}

/** Whoever followed a link to a page in one language stays in it: the cookie to set, if the address asked for one. */
export function keptLocale(request: Request, locale: Locale): string | null {
  const asked = new URL(request.url).searchParams.get('hl');
  return asked && asked === locale && cookieOf(request, LOCALE_COOKIE) !== locale ? localeCookie(locale) : null;
}

/** The reader's choice of appearance; 'system' when none was made. */
export function themeModeOf(request: Request): ThemeMode {
  const value = cookieOf(request, THEME_COOKIE);
  return value === 'light' || value === 'dark' ? value : 'system';
}
