import type { SettingsRightsFragment } from '~/graphql/generated/documents';

export const PARTS = ['general', 'look', 'guidelines', 'rules', 'categories', 'ladder', 'levels', 'terms', 'team', 'codes', 'audit'] as const;
export type Part = (typeof PARTS)[number];

/** The parts of a community's settings that somebody may open: owners all, operators the team, the brand's team its codes, all staff the record. */
export function openParts(rights: SettingsRightsFragment | null): readonly Part[] {
  if (!rights) return [];
  if (rights.roles.includes('OWNER')) return PARTS;
  return PARTS.filter((part) => {
    if (part === 'team') return rights.account.isOperator;
    if (part === 'codes') return rights.roles.includes('BRAND_MANAGER');
    return part === 'audit' && rights.roles.length > 0;
  });
}

export function settingsPath(slug: string, part: Part): string {
  return `/c/${slug}/settings/${part}`;
}

export function isPart(text: string | undefined): text is Part {
  return (PARTS as readonly (string | undefined)[]).includes(text);
}
