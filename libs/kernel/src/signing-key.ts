import { createPrivateKey, type KeyObject } from 'node:crypto';

const PEM_BLOCK = /-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g;
/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/**
 * Ed25519 private keys from a setting: PEM blocks one behind the other (line feeds may be written as \n), or base64 with commas
 * between, each of a key's PKCS #8 or of its 32 secret bytes.
 *
 * @throws Error for the first that is none
 */
export function signingKeysIn(text: string): KeyObject[] {
  const unfolded = text.replaceAll('\\n', '\n');
  const pieces = unfolded.match(PEM_BLOCK) ?? unfolded.split(',').map((piece) => piece.trim());
  return pieces.filter(Boolean).map(signingKey);
}

function signingKey(piece: string): KeyObject {
  const key = piece.startsWith('-----') ? createPrivateKey(piece) : createPrivateKey({ key: pkcs8(piece), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${key.asymmetricKeyType} is not ed25519`);
  return key;
}

function pkcs8(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === SEED_BYTES ? Buffer.concat([PKCS8_PREFIX, bytes]) : bytes;
}
