import { type IdentityLevel, Problem } from '@fanfare/kernel';
import { isEmail } from 'class-validator';

/** An account as it is read. */
export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly emailConfirmedAt: Date | null;
  readonly displayName: string;
  readonly locale: string;
  /** An IANA name; null when unknown. */
  readonly timeZone: string | null;
  readonly identityLevel: IdentityLevel;
  readonly isOperator: boolean;
  readonly createdAt: Date;
}

/** The columns of an account, named as in `AccountRow`; the table's alias is `a`. */
export const ACCOUNT_COLUMNS = `a.id, a.email::text AS email, a.email_confirmed_at AS "emailConfirmedAt",
  a.display_name AS "displayName", a.locale, a.time_zone AS "timeZone", a.identity_level AS "identityLevel", a.is_operator AS "isOperator",
  a.created_at AS "createdAt"`;

export const LONGEST_EMAIL = 254;
export const LONGEST_NAME = 60;

/**
 * An address as it is kept and compared: trimmed, in lower case. One with a quoted part is refused: nobody has any, and mail
 * programs read what stands inside, another address say, each in its own way.
 *
 * @throws Problem `INVALID_EMAIL`
 */
export function emailOf(text: string): string {
  const email = text.trim().normalize('NFC').toLowerCase();
  if (email.length > LONGEST_EMAIL || email.startsWith('"') || !isEmail(email)) throw new Problem('INVALID_EMAIL', { field: 'email' });
  return email;
}

/** A language tag in its canonical spelling. @throws Problem `INVALID_INPUT` for what is no tag. */
export function localeOf(text: string | null | undefined): string {
  if (!text) return 'en';
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag && tag.length <= 35) return tag;
  } catch {
    // falls through: not a language tag
  }
  throw new Problem('INVALID_INPUT', { field: 'locale' });
}

/** A time zone by its IANA name; null for one that is none, so that a browser's odd guess refuses nobody. */
export function timeZoneOf(text: string | null | undefined): string | null {
  if (!text || text.length > 64 || /^[+-]/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
