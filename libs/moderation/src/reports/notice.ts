import { emailOf, localeOf } from '@fanfare/access';
import { cleanLine, cleanText, Problem } from '@fanfare/kernel';

/** A notice of illegal content as somebody sends it (Digital Services Act, Article 16). */
export interface NoticeWords {
  readonly law: string;
  /** Where exactly it is: an address. */
  readonly location: string;
  readonly name?: string | null;
  readonly email?: string | null;
  /** For what concerns crimes against children: nobody has to say who they are. */
  readonly nameWithheld?: boolean | null;
  /** That what they say is accurate and complete, to the best of their belief. */
  readonly goodFaith: boolean;
}

export interface Notice {
  readonly law: string;
  readonly location: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly nameWithheld: boolean;
  readonly locale: string;
}

interface Known {
  readonly displayName: string;
  readonly email: string;
  readonly locale: string;
}

/**
 * A notice that can be kept. Whoever has an account need not say again who they are.
 *
 * @throws Problem `INVALID_INPUT` (without good faith), `EMPTY_TEXT`, `TOO_LONG`, `INVALID_EMAIL`
 */
export function noticeOf(words: NoticeWords, account: Known | null, locale: string | null): Notice {
  if (!words.goodFaith) throw new Problem('INVALID_INPUT', { field: 'notice.goodFaith' });
  const nameWithheld = words.nameWithheld ?? false;
  const about = {
    law: cleanLine('notice.law', words.law, { max: 500 }),
    location: cleanText('notice.location', words.location, { max: 2000 }),
    nameWithheld,
    locale: localeOf(locale ?? account?.locale),
  };
  if (nameWithheld) return { ...about, name: null, email: null };
  return {
    ...about,
    name: cleanLine('notice.name', words.name || account?.displayName || '', { max: 200 }),
    email: emailOf(words.email || account?.email || ''),
  };
}
