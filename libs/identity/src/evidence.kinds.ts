import { registerEnumType } from '@nestjs/graphql';

export const EVIDENCE_KINDS = ['EMAIL', 'LINKED_ACCOUNT', 'WEBSITE', 'PURCHASE', 'REAL_NAME'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a brand vouches for: it counts in the brand's community only. */
export type BrandKind = 'PURCHASE' | 'REAL_NAME';

/** How a proof ended: taken back, run out, or found to hold no longer. */
export const EVIDENCE_ENDINGS = ['REVOKED', 'EXPIRED', 'LAPSED'] as const;
export type EvidenceEnding = (typeof EVIDENCE_ENDINGS)[number];

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const EvidenceKindEnum = enumOf(EVIDENCE_KINDS);
registerEnumType(EvidenceKindEnum, { name: 'EvidenceKind', description: 'What a proof about an account rests on.' });

export const EvidenceEndingEnum = enumOf(EVIDENCE_ENDINGS);
registerEnumType(EvidenceEndingEnum, { name: 'EvidenceEnding', description: 'How a proof ended: taken back, run out, or found to hold no longer.' });
