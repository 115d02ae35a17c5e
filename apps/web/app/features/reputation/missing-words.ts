import type { IdentityLevel, Level } from '~/graphql/generated/documents';
import type { Translator } from '~/i18n/translator';

export interface Missing {
  readonly level: Level;
  readonly points: number;
  readonly identity: IdentityLevel | null;
}

/** "26 more points and the identity level “Linked identity”". */
export function missingText(t: Translator, { points, identity }: Missing): string {
  const parts = [
    ...(points > 0 ? [t('reputation.missingPoints', { points })] : []),
    ...(identity ? [t('reputation.missingIdentity', { identity: t(`domain.identity.${identity}`) })] : []),
  ];
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(parts);
}
