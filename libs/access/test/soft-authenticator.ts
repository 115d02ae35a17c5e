import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const FLAGS = { present: 0x01, verified: 0x04, mayBackUp: 0x08, backedUp: 0x10, credential: 0x40 } as const;

interface Credential {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly userHandle: string;
  counter: number;
}

interface Quirks {
  /** Where the browser says the page was. */
  readonly origin?: string;
  /** Whether it recognised its owner. */
  readonly verified?: boolean;
  readonly format?: string;
  readonly statement?: Map<string, unknown>;
  /** Says the same count as last time, as a copy of it would. */
  readonly standing?: boolean;
}

/** A browser with an authenticator, in software: it signs what a server asks for, and can be told to get things wrong. */
export class SoftAuthenticator {
  readonly credentials: Credential[] = [];

  constructor(private readonly origin: string) {}

  /** Answers creation options. */
  create(options: string, quirks: Quirks = {}): string {
    const { challenge, rp, user } = JSON.parse(options);
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential: Credential = { id: randomBytes(32), key: privateKey, userHandle: user.id, counter: 1 };
    const authData = this.dataOf(rp.id, credential, quirks, Buffer.concat([Buffer.alloc(16), twoBytes(32), credential.id, coseOf(publicKey)]));
    const attestation = new Map<string, unknown>([['fmt', quirks.format ?? 'none'], ['attStmt', quirks.statement ?? new Map()], ['authData', new Uint8Array(authData)]]);
    const attestationObject = text(isoCBOR.encode(attestation as never));
    this.credentials.push(credential);
    const response = { clientDataJSON: this.clientData('webauthn.create', challenge, quirks), attestationObject, transports: ['internal', '<script>'] };
    return this.answer(credential, response);
  }

  /** Answers request options with its newest passkey, or the one given. */
  get(options: string, quirks: Quirks & { credential?: Credential } = {}): string {
    const { challenge, rpId } = JSON.parse(options);
    const credential = quirks.credential ?? this.credentials.at(-1)!;
    if (!quirks.standing) credential.counter += 1;
    const authData = this.dataOf(rpId, credential, quirks, null);
    const clientDataJSON = this.clientData('webauthn.get', challenge, quirks);
    const signed = Buffer.concat([authData, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()]);
    const signature = text(sign('sha256', signed, credential.key));
    return this.answer(credential, { clientDataJSON, authenticatorData: text(authData), signature, userHandle: credential.userHandle });
  }

  private answer({ id }: Credential, response: object): string {
    const name = text(id);
    return JSON.stringify({ id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: Quirks): string {
    return text(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
  }

  private dataOf(rpId: string, { counter }: Credential, { verified = true }: Quirks, attested: Buffer | null): Buffer {
    const flags = FLAGS.present | FLAGS.mayBackUp | FLAGS.backedUp | (verified ? FLAGS.verified : 0) | (attested ? FLAGS.credential : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  }
}

function coseOf(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const bytes = (coordinate: string | undefined) => new Uint8Array(Buffer.from(coordinate!, 'base64url'));
  const cose = new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]);
  return Buffer.from(isoCBOR.encode(cose as never));
}

function twoBytes(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
