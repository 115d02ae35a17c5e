import { createHash, randomBytes } from 'node:crypto';

const TAG = 'fanfare log commitment 1';
const SALT_BYTES = 32;

/** What opens a commitment. Once the salt is gone, the text cannot even be guessed and tried. */
export interface Opening {
  /** What the text is: `facts`, `passage` … */
  readonly name: string;
  /** 32 random bytes. */
  readonly salt: Buffer;
  readonly text: string;
}

/** An opening with a salt of its own. */
export function openingOf(name: string, text: string): Opening {
  return { name, salt: randomBytes(SALT_BYTES), text };
}

/**
 * Binds a text without telling it: SHA-256 over a tag, the name, the salt and the text in UTF-8. Tag and name end with a line
 * feed and the salt has one length, so that no two openings run together.
 */
export function commit({ name, salt, text }: Opening): Buffer {
  if (salt.length !== SALT_BYTES || name.includes('\n')) throw new TypeError('A commitment takes 32 bytes of salt and a name of one line');
  return createHash('sha256').update(`${TAG}\n${name}\n`).update(salt).update(text, 'utf8').digest();
}

/** Whether an opening is the one that was committed to. */
export function opens(commitment: Buffer, opening: Opening): boolean {
  return commit(opening).equals(commitment);
}
