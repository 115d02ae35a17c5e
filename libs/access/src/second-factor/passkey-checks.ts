import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { CONFIG, type Config, Problem } from '@fanfare/kernel';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { CHALLENGE_MS, ChallengesService, type PasskeyPurpose } from './challenges.service.js';
import type { KeptPasskey, PasskeyProof } from './passkey.row.js';

const PRODUCT = 'Fanfare';
const BY_CREDENTIAL = `
  SELECT id, account_id AS "accountId", credential_id AS "credentialId", public_key AS "publicKey", counter::float8 AS counter, transports
  FROM passkeys WHERE credential_id = $1`;
const OF_ACCOUNT = 'SELECT credential_id AS "credentialId", transports FROM passkeys WHERE account_id = $1';

/** A new passkey that its authenticator showed to be its own. */
export interface NewPasskey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly maySync: boolean;
  readonly backedUp: boolean;
}

/**
 * What browsers are asked of passkeys, and whether their answers hold (WebAuthn Level 3): our origin, our challenge, and
 * that the authenticator recognised its owner, so that a passkey is two factors in one.
 */
@Injectable()
export class PasskeyChecks {
  private readonly log = new Logger('Passkeys');
  private readonly origin: string;
  private readonly rpId: string;

  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesService,
    @Inject(CONFIG) config: Config,
  ) {
    ({ origin: this.origin, hostname: this.rpId } = new URL(config.publicUrl));
  }

  /** What to ask a browser in order to sign in or to prove who one is; it offers whatever passkeys it has for us. */
  async askFor(purpose: Exclude<PasskeyPurpose, 'ADD'>, accountId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const challenge = await this.challenges.issue(purpose, accountId);
    const allowCredentials = accountId ? await this.credentialsOf(accountId) : [];
    return generateAuthenticationOptions({ rpID: this.rpId, challenge, allowCredentials, userVerification: 'required', timeout: CHALLENGE_MS });
  }

  /** What to ask a browser in order to make a passkey: one that is found without an address, and not twice on one device. */
  async askForNew(account: { id: string; email: string; displayName: string }): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: this.rpId,
      userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
      userName: account.email,
      userDisplayName: account.displayName,
      challenge: await this.challenges.issue('ADD', account.id),
      attestationType: 'none',
      excludeCredentials: await this.credentialsOf(account.id),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: CHALLENGE_MS,
    });
  }

  /** @param text JSON of what the browser answered. @throws Problem `PASSKEY_REFUSED` */
  async checkNew(text: string, accountId: string): Promise<NewPasskey> {
    const response = answerIn<RegistrationResponseJSON>(text);
    return this.refusing(async () => {
      refuseForeignAttestation(response);
      const { verified, registrationInfo } = await verifyRegistrationResponse({ ...this.expected('ADD', accountId), response });
      if (!verified) throw new Error('not verified');
      const { credential, credentialDeviceType, credentialBackedUp: backedUp } = registrationInfo;
      return { ...keptOf(credential), transports: transportsOf(credential), maySync: credentialDeviceType === 'multiDevice', backedUp };
    });
  }

  /** @param text JSON of what the browser answered. @throws Problem `PASSKEY_REFUSED`, whatever is wrong with it */
  async check(text: string, purpose: Exclude<PasskeyPurpose, 'ADD'>, accountId: string | null): Promise<PasskeyProof> {
    const response = answerIn<AuthenticationResponseJSON>(text);
    const [kept] = await this.database.query<KeptPasskey>(BY_CREDENTIAL, [bytesOf(response.id)]);
    return this.refusing(async () => {
      if (!kept) throw new Error('nobody has this passkey');
      if (accountId && kept.accountId !== accountId) throw new Error('another account has this passkey');
      const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
        ...this.expected(purpose, accountId),
        response,
        credential: credentialOf(kept),
      });
      if (!verified) throw new Error('the signature is another one');
      return { passkeyId: kept.id, accountId: kept.accountId, counter: info.newCounter, backedUp: info.credentialBackedUp };
    });
  }

  private expected(purpose: PasskeyPurpose, accountId: string | null) {
    return {
      expectedOrigin: this.origin,
      expectedRPID: this.rpId,
      expectedChallenge: (challenge: string) => this.challenges.spend(isoBase64URL.toBuffer(challenge), purpose, accountId),
      requireUserVerification: true,
    };
  }

  private async credentialsOf(accountId: string): Promise<{ id: string; transports: string[] }[]> {
    const rows = await this.database.query<Pick<KeptPasskey, 'credentialId' | 'transports'>>(OF_ACCOUNT, [accountId]);
    return rows.map(({ credentialId, transports }) => ({ id: credentialId.toString('base64url'), transports }));
  }

  /** What the library finds wrong is for the log; whoever asks learns one word. */
  private async refusing<T>(check: () => Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      this.log.debug(`Refused: ${String(error)}`);
      throw new Problem('PASSKEY_REFUSED', {}, { cause: error });
    }
  }
}

/** The browser's answer, as far as its shape goes. */
function answerIn<T extends { id: string; response: object }>(text: string): T {
  try {
    const answer = JSON.parse(text) as T;
    if (typeof answer.id === 'string' && typeof answer.response === 'object') return answer;
  } catch {
    // falls through: not JSON
  }
  throw new Problem('PASSKEY_REFUSED');
}

/**
 * We ask who made an authenticator of nobody, and browsers then say nothing. What carries certificates was made by hand,
 * and checking them would let a stranger name addresses for us to fetch revocation lists from.
 */
function refuseForeignAttestation({ response }: RegistrationResponseJSON): void {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  const format = attestation.get('fmt');
  const isOwnWord = format === 'packed' && !attestation.get('attStmt').get('x5c');
  if (format !== 'none' && !isOwnWord) throw new Error(`an attestation nobody asked for: ${format}`);
}

function keptOf({ id, publicKey, counter }: WebAuthnCredential) {
  return { credentialId: bytesOf(id), publicKey: Buffer.from(publicKey), counter };
}

/** How a browser may reach the authenticator: its own words, and so kept short. */
function transportsOf({ transports = [] }: WebAuthnCredential): string[] {
  return transports.filter((word) => typeof word === 'string' && /^[a-z-]{2,20}$/.test(word)).slice(0, 8);
}

function credentialOf({ credentialId, publicKey, counter, transports }: KeptPasskey): WebAuthnCredential {
  return { id: credentialId.toString('base64url'), publicKey: new Uint8Array(publicKey), counter, transports };
}

function bytesOf(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}
