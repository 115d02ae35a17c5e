import type { IdentityLevel } from '~/graphql/generated/documents';

/** What merit counts by identity, in tenths; as the ledger's `score.ts` says. */
export const TENTHS: Readonly<Record<IdentityLevel, number>> = { ANONYMOUS: 0, CONFIRMED: 5, LINKED: 8, VERIFIED: 10 };

export const IDENTITIES = ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'] as const satisfies readonly IdentityLevel[];

/** Halves go up, as in the ledger. */
export function scoreOf(base: number, tenths: number): number {
  return Math.floor((base * tenths + 5) / 10);
}

/** The identity level that a share belongs to. */
export function identityOf(tenths: number): IdentityLevel {
  return IDENTITIES.find((level) => TENTHS[level] === tenths) ?? 'ANONYMOUS';
}
