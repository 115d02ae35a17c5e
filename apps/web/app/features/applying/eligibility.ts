import type { IdentityLevel, Level } from '~/graphql/generated/documents';
import { LEVELS } from '~/kit/marks';
import type { CallFull } from '../recruitment/recruitment.server';
import { IDENTITIES } from '../reputation/identity-share';

/** Something a call asks of who applies; `met` is null where it is not known who asks, or only they know. */
export type Condition =
  | { readonly kind: 'level'; readonly asked: Level; readonly own: Level | null; readonly met: boolean | null }
  | { readonly kind: 'identity'; readonly asked: IdentityLevel; readonly own: IdentityLevel | null; readonly met: boolean | null }
  | { readonly kind: 'age'; readonly asked: number; readonly met: null }
  | { readonly kind: 'region'; readonly asked: readonly string[]; readonly met: null };

/** Who reads the page, as far as a call asks. */
export interface Standing {
  readonly level: Level;
  readonly identityLevel: IdentityLevel;
}

/** What a call asks, and what of it the reader has. */
export function conditionsOf({ leastLevel, leastIdentity, leastAge, regions }: CallFull['eligibility'], who: Standing | null): readonly Condition[] {
  return [
    ...(leastLevel === 'NEWCOMER' ? [] : [{ kind: 'level', asked: leastLevel, own: who?.level ?? null, met: who && LEVELS.indexOf(who.level) >= LEVELS.indexOf(leastLevel) } as const]),
    ...(leastIdentity === 'ANONYMOUS' ? [] : [{ kind: 'identity', asked: leastIdentity, own: who?.identityLevel ?? null, met: who && IDENTITIES.indexOf(who.identityLevel) >= IDENTITIES.indexOf(leastIdentity) } as const]),
    ...(leastAge > 0 ? [{ kind: 'age', asked: leastAge, met: null } as const] : []),
    { kind: 'region', asked: regions, met: null },
  ];
}
