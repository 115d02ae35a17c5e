import type { StaffRole } from '@fanfare/kernel';

/** How an invitation can end; until then it stands, or has run out. */
export const INVITATION_ENDINGS = ['ACCEPTED', 'DECLINED', 'REVOKED'] as const;
export type InvitationEnding = (typeof INVITATION_ENDINGS)[number];

export const INVITATION_STATES = ['PENDING', 'EXPIRED', ...INVITATION_ENDINGS] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Somebody asked by mail to join the staff, as the database keeps it. */
export interface InvitationRow {
  readonly id: string;
  readonly communityId: string;
  /** Lower case. */
  readonly email: string;
  readonly role: StaffRole;
  /** The account that asked; null once it is gone. */
  readonly invitedBy: string | null;
  /** When it was last sent. */
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly ending: InvitationEnding | null;
}

export const INVITATION_COLUMNS = `i.id, i.community_id AS "communityId", i.email::text AS email, i.role, i.invited_by AS "invitedBy",
  i.invited_at AS "invitedAt", i.expires_at AS "expiresAt", i.ended_at AS "endedAt", i.ending`;

/** What an invitation is worth at a moment. */
export function invitationState({ ending, expiresAt }: Pick<InvitationRow, 'ending' | 'expiresAt'>, now: Date): InvitationState {
  if (ending) return ending;
  return expiresAt <= now ? 'EXPIRED' : 'PENDING';
}
