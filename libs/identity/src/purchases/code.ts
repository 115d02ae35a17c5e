import { createHmac } from 'node:crypto';

export const LONGEST_CODE = 64;
/** In bits, guessed from what a code is made of: nine letters, eight letters and digits, or twelve digits. */
const LEAST_STRENGTH = 38;
/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'; // thirty
const ISSUED_LENGTH = 12;

/** A code as it is hashed: capitals, without the blanks and hyphens that people put in or leave out. Null for what is none. */
export function plainCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐-―_.]+/gu, '');
  return /^[A-Z0-9]{1,64}$/.test(code) ? code : null;
}

/** Whether somebody who may try a few times an hour could meet one of many such codes. */
export function isGuessable(code: string): boolean {
  const letters = /[A-Z]/.test(code) ? 26 : 0;
  const digits = /[0-9]/.test(code) ? 10 : 0;
  const varied = new Set(code).size > 2;
  return !varied || code.length * Math.log2(letters + digits) < LEAST_STRENGTH;
}

/**
 * The codes of a batch that a program asked for. They follow from its token, which we do not keep, so that a retry gets the
 * same ones and a copy of the database gets none.
 */
export function issuedCodes(token: string, batchId: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const bytes = createHmac('sha256', token).update(`${batchId} ${at}`).digest();
    const letters = [...bytes].filter((byte) => byte < 240).map((byte) => ALPHABET[byte % 30]!); // 240 = 8 × 30: each as likely
    return letters.slice(0, ISSUED_LENGTH).join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}
