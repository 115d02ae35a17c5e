import { localeOf } from '~/shell/preferences.server';

/** The language of the agreement that is asked for: the address says it, else it is the reader's. */
export function chosenLocale(request: Request): 'en' | 'fr' {
  const asked = new URL(request.url).searchParams.get('lang') ?? localeOf(request);
  return asked.startsWith('fr') ? 'fr' : 'en';
}
