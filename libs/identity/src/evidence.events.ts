import { declareEvent } from '@fanfare/events';
import type { EvidenceKind } from './evidence.kinds.js';

// The subject of each is the account; the community is there for a brand's evidence. What the proof rests on is never told.
// An address that is confirmed is `account.emailConfirmed`.

interface EvidenceFacts {
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
}

export const EvidenceEstablished = declareEvent<EvidenceFacts>('evidence.established');
/** Taken back, by the account's person or by the brand. */
export const EvidenceRevoked = declareEvent<EvidenceFacts>('evidence.revoked');
/** Its time is over, or what it rests on is gone. */
export const EvidenceExpired = declareEvent<EvidenceFacts & { ending: 'EXPIRED' | 'LAPSED' }>('evidence.expired');

/** Its time is over soon, or a page could not be read for days. Told once of each term. */
export const EvidenceEndsSoon = declareEvent<EvidenceFacts>('evidence.endsSoon');

/** Staff attested a member's name, or took that back. Subject: the member. */
export const RealNameAttested = declareEvent<{ evidenceId: string }>('name.attested', { staffAct: true });
export const RealNameWithdrawn = declareEvent<{ evidenceId: string }>('name.withdrawn', { staffAct: true });

// Subject: the batch. `codes` is how many.
export const PurchaseCodesUploaded = declareEvent<{ codes: number }>('codes.uploaded', { staffAct: true });
export const PurchaseCodesRevoked = declareEvent<{ proofs: number }>('codes.revoked', { staffAct: true });
/** By a program of the brand's; the token says which. */
export const PurchaseCodesIssued = declareEvent<{ codes: number; tokenId: string }>('codes.issued');

/** Many wrong codes were tried in a day, by whomever. No subject: nobody is accused. */
export const PurchaseCodesGuessed = declareEvent<{ tries: number }>('codes.guessed');

// Subject: the token.
export const ApiTokenCreated = declareEvent<{ scope: string }>('token.created', { staffAct: true });
export const ApiTokenRevoked = declareEvent<{ scope: string }>('token.revoked', { staffAct: true });
