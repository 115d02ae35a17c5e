import type { SettingsRightsFragment } from '~/graphql/generated/documents';

export const PARTS = ['general', 'look', 'guidelines', 'categories', 'ladder', 'terms', 'team', 'audit'] as const;
export type Part = (typeof PARTS)[number];

/** The parts of a community's settings that somebody may open: owners all, operators the team, other staff the record. */
export function openParts(rights: SettingsRightsFragment | null): readonly Part[] {
  if (!rights) return [];
  if (rights.roles.includes('OWNER')) return PARTS;
  return [...(rights.account.isOperator ? (['team'] as const) : []), ...(rights.roles.length > 0 ? (['audit'] as const) : [])];
}

export function settingsPath(slug: string, part: Part): string {
  return `/c/${slug}/settings/${part}`;
}

export function isPart(text: string | undefined): text is Part {
  return (PARTS as readonly (string | undefined)[]).includes(text);
}
