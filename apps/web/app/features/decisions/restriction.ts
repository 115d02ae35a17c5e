import type { MutedRight } from '~/graphql/generated/documents';
import type { Translator } from '~/i18n/translator';
import { useCommunity } from '~/shell/use-root';

export type Restriction = NonNullable<ReturnType<typeof useCommunity>>['restrictions'][number];

/** What weighs most comes first. */
const ORDER: readonly Restriction['kind'][] = ['BAN', 'SUSPENSION', 'WARNING', 'MUTE', 'HOLD'];

export function heaviestOf(restrictions: readonly Restriction[]): Restriction | undefined {
  return restrictions.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))[0];
}

/** What keeps somebody from a right: a warning waits in front of writing only, a hold in front of nothing. */
export function takesAway({ kind, right: muted }: Pick<Restriction, 'kind' | 'right'>, right: MutedRight): boolean {
  if (kind === 'MUTE') return muted === right;
  if (kind === 'WARNING') return right === 'POSTING' || right === 'COMMENTING';
  return kind === 'BAN' || kind === 'SUSPENSION';
}

/** What keeps the reader from writing here, before they have written anything in vain. */
export function useRestrictionOn(right: MutedRight): Restriction | undefined {
  return heaviestOf((useCommunity()?.restrictions ?? []).filter((one) => takesAway(one, right)));
}

/** What they may not do, and until when. */
export function restrictionSaid(t: Translator, { kind, right, endsAt }: Restriction): string {
  return t(`decisions.banner_${kind}`, { right: right ? t(`moderation.right_${right}`) : '', ends: endsAt ? 'yes' : 'no', date: endsAt ? t.date(endsAt) : '' });
}
