import type { Actor } from '@fanfare/kernel';

/** A sanction in force, as actors carry it. */
interface Restriction {
  readonly communityId: string;
  readonly kind: string;
}

/** Whether a decision says that all the actor writes in the community is read first. */
export function isHeldIn(actor: Actor & { readonly restrictions?: readonly Restriction[] }, communityId: string): boolean {
  return (actor.restrictions ?? []).some((restriction) => restriction.communityId === communityId && restriction.kind === 'HOLD');
}
