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
