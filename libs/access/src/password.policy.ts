import { Problem } from '@fanfare/kernel';
import { COMMON_LONG_PASSWORDS, COMMON_WORDS } from './common-passwords.data.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What may stand beside a common word, an address or a name before the whole becomes hard to guess. */
const FEW = 5;
/** Keys in the order fingers find them, both ways. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', 'qwertzuiopasdfghjklyxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', '1a2z3e4r5t6y7u8i9o0p', '147258369', '159357'];
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_RUN = 3;
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

const longPasswords = new Set(COMMON_LONG_PASSWORDS.split(/\s+/).filter(Boolean));
const words = new Set(COMMON_WORDS.split(/\s+/).filter(Boolean));

/**
 * Holds a new password to the rules: long enough, and not one that is tried first. Nothing is asked about its characters.
 *
 * @throws Problem `WEAK_PASSWORD` with `min`, `TOO_LONG` with `max`, `COMMON_PASSWORD`
 */
export function checkPassword(password: string, email: string, field = 'password'): void {
  fitsPassword(field, password);
  if (lengthOf(password) < SHORTEST_PASSWORD) throw new Problem('WEAK_PASSWORD', { field, min: SHORTEST_PASSWORD });
  if (isCommonPassword(password, email)) throw new Problem('COMMON_PASSWORD', { field });
}

/** Refuses what is too long to hash. @throws Problem `TOO_LONG` */
export function fitsPassword(field: string, password: string): void {
  const length = lengthOf(password);
  if (length > LONGEST_PASSWORD) throw new Problem('TOO_LONG', { field, max: LONGEST_PASSWORD, length });
}

/** Whether a password is among those tried first: leaked often, a pattern of keys, or the person's own address. */
export function isCommonPassword(password: string, email: string): boolean {
  const spelled = password.normalize('NFKC').toLowerCase();
  const folded = spelled.normalize('NFD').replace(/\p{M}/gu, '');
  const plain = lettersAndDigits(folded);
  const decoded = lettersAndDigits(core(folded).replace(/[013457@$!]/g, (sign) => LEET[sign]!));
  if (longPasswords.has(plain) || longPasswords.has(decoded)) return true;
  if (isRepetition(spelled) || isKeyboardWalk(plain)) return true;
  if ([plain, decoded].some((text) => isMostly(text, namesIn(email)))) return true;
  return [plain, decoded].some(isCommonWord);
}

function lengthOf(password: string): number {
  return [...password.normalize('NFKC')].length;
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text without the digits and signs that people append to please a rule. */
function core(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** One short piece over and over, or hardly any different characters. */
function isRepetition(text: string): boolean {
  if (new Set(text).size < FEW) return true;
  for (let size = 1; size <= 8; size += 1) {
    const unit = text.slice(0, size);
    if (unit.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true;
  }
  return false;
}

/** Almost nothing but runs along the alphabet, the digits or a keyboard. */
function isKeyboardWalk(text: string): boolean {
  let alone = 0;
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at);
    if (run < SHORTEST_RUN) alone += 1;
    at += run < SHORTEST_RUN ? 1 : run;
  }
  return alone < Math.min(FEW, text.length / 3);
}

/** The length of the longest run that begins at a place. */
function runAt(text: string, at: number): number {
  let longest = 1;
  for (const sequence of SEQUENCES) {
    let length = longest;
    while (at + length < text.length && sequence.includes(text.slice(at, at + length + 1))) length += 1;
    longest = length;
  }
  return Math.max(longest, sameAt(text, at));
}

function sameAt(text: string, at: number): number {
  let length = 1;
  while (text[at + length] === text[at]) length += 1;
  return length;
}

/** The address, the parts of it that name a person, and our own name. */
function namesIn(email: string): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const parts = [email.toLowerCase(), local, domain, domain.split('.')[0]!, ...local.split(/[._+-]/)];
  return [...parts.map(lettersAndDigits).filter((name) => name.length >= 4), 'fanfare'];
}

/** Whether little is left of a text once a name is taken out of it, however often it stands there. */
function isMostly(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.includes(name) && text.replaceAll(name, '').length < FEW);
}

/** A common word or two, with at most a few other characters around or between them. */
function isCommonWord(text: string): boolean {
  const letters = text.replace(/\p{N}/gu, '');
  if (words.has(letters)) return true;
  for (let at = 3; at <= letters.length - 3; at += 1) {
    if (words.has(letters.slice(0, at)) && words.has(letters.slice(at))) return true;
  }
  return false;
}
