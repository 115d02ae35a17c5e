import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import type { Tx } from '@fanfare/database';

const MEMBERSHIPS = `
  SELECT c.name AS community, c.slug AS community_address, m.handle::text AS handle, m.display_name, m.bio, m.identity_level, m.level, m.joined_at,
    m.terms_version AS accepted_terms_version, m.age_declared
  FROM members m JOIN communities c ON c.id = m.community_id WHERE m.account_id = $1 ORDER BY m.joined_at`;

const INVITATIONS = `
  SELECT c.name AS community, i.role, i.invited_at, i.expires_at, i.ended_at, i.ending
  FROM staff_invitations i JOIN communities c ON c.id = i.community_id
  WHERE i.email = (SELECT email FROM accounts WHERE id = $1 AND email_confirmed_at IS NOT NULL) ORDER BY i.invited_at`;

// The handle is free again; what replaces it is drawn by lot, so that nothing links the communities of one person.
const FORGET = `
  UPDATE members m SET account_id = NULL, handle = 'former-' || left(replace(gen_random_uuid()::text, '-', ''), 16),
    display_name = CASE WHEN c.locale LIKE 'fr%' THEN 'Ancien membre' ELSE 'Former member' END, bio = '', identity_level = 'ANONYMOUS',
    level = 'NEWCOMER', age_declared = NULL, source_key = NULL, former_since = $2
  FROM communities c WHERE c.id = m.community_id AND m.id = ANY ($1)`;

const MUTED = `
  SELECT c.name AS community, o.handle::text AS muted, mm.since FROM member_mutes mm JOIN members m ON m.id = mm.member_id
  JOIN members o ON o.id = mm.muted_id JOIN communities c ON c.id = mm.community_id WHERE m.account_id = $1 ORDER BY mm.since`;

const UNMUTE = 'DELETE FROM member_mutes WHERE member_id = ANY ($1) OR muted_id = ANY ($1)';

const UNINVITE = 'DELETE FROM staff_invitations WHERE email = $1';

/** Who people are in communities, and what is left of them there. */
@Injectable()
export class MembersPersonalData {
  constructor(personal: PersonalData) {
    personal.register('members', {
      tables: {
        members: 'stay without account, handle, name and bio, as a former member',
        member_mutes: 'deleted, those of others about them too',
        staff_invitations: 'those to their address deleted; those they sent stay, under an id',
      },
      sections: [{ name: 'memberships', sql: MEMBERSHIPS }, { name: 'staff-invitations', sql: INVITATIONS }, { name: 'muted-members', sql: MUTED }],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { email, hadConfirmed, memberIds, at }: Leaving): Promise<void> {
    await tx.query(FORGET, [memberIds, at]);
    await tx.query(UNMUTE, [memberIds]);
    if (hadConfirmed) await tx.query(UNINVITE, [email]);
  }
}
