import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** What a report can be asked about by, read out on the telephone if need be: `R-7KQ2-M9TX-4HWB`. 59 bits that nobody guesses. */
export function newReference(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `R-${group()}-${group()}-${group()}`;
}
