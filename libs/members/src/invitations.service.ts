import { Injectable } from '@nestjs/common';
import { AccountsService, ActivityService, emailOf, RolesService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { isUniqueViolation, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, type EventType } from '@fanfare/events';
import { type Actor, Clock, DAY, enforce, enforceHidden, mayUse, newId, Problem, type StaffRole } from '@fanfare/kernel';
import { InvitationAccepted, InvitationDeclined, InvitationRevoked, StaffInvited } from './invitation.events.js';
import { INVITATION_COLUMNS, type InvitationEnding, type InvitationRow, invitationState } from './invitation.row.js';
import { InvitationsQueries, tokenHash } from './invitations.queries.js';
import { canManageRoles } from './member.policy.js';

export interface NewInvitation {
  /** The slug. */
  readonly community: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly idempotencyKey?: string | null;
}

/** Which invitation somebody answers: by the link from the mail, or one that was sent to their confirmed address. */
export interface InvitationReference {
  readonly token?: string | null;
  readonly invitation?: string | null;
}

export const INVITATION_DAYS = 14;
/** Most that stand at once in one community. */
const MOST_OPEN = 100;

// Inviting an address to the same role again sends the same invitation again, with its days counted afresh.
const INVITE = `
  INSERT INTO staff_invitations (id, community_id, email, role, invited_by, invited_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (community_id, email, role) WHERE ended_at IS NULL
  DO UPDATE SET invited_by = excluded.invited_by, invited_at = excluded.invited_at, expires_at = excluded.expires_at RETURNING id`;

const OPEN = 'SELECT id FROM staff_invitations WHERE community_id = $1 AND email = $2 AND role = $3 AND ended_at IS NULL';
const STANDING = 'SELECT count(*)::int AS count FROM staff_invitations WHERE community_id = $1 AND ended_at IS NULL';
const BY_TOKEN = `SELECT ${INVITATION_COLUMNS} FROM staff_invitations i WHERE i.token_hashes @> ARRAY[$1::bytea] FOR UPDATE`;
const BY_ID = `SELECT ${INVITATION_COLUMNS} FROM staff_invitations i WHERE i.id = $1 FOR UPDATE`;
/** Whoever runs the deployment invites without a role. */
const SENT_BY = `
  SELECT ${INVITATION_COLUMNS} FROM staff_invitations i JOIN accounts a ON a.id = i.invited_by AND NOT a.is_operator
  WHERE i.community_id = $1 AND i.invited_by = $2 AND i.ended_at IS NULL ORDER BY i.id FOR UPDATE OF i`;
const ACCOUNT = 'SELECT email::text AS email, email_confirmed_at IS NOT NULL AS confirmed FROM accounts WHERE id = $1';
const END = 'UPDATE staff_invitations SET ending = $2, ended_at = greatest($3, invited_at) WHERE id = $1';

/** Staff who come by invitation: people who may have no account yet. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly queries: InvitationsQueries,
    private readonly accounts: AccountsService,
    private readonly roles: RolesService,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks an address to join the staff; a handler sends the mail. Says nothing of whether the address has an account.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `INVALID_EMAIL`, `TOO_MANY_ATTEMPTS`
   */
  async invite(actor: Actor, input: NewInvitation): Promise<InvitationRow> {
    const { id: communityId } = await this.communities.requireBySlug(input.community);
    enforce(canManageRoles(actor, communityId));
    const email = emailOf(input.email);
    await this.activity.take(actor, 'inviteStaff');
    const fresh = newId();
    const retryable = { accountId: actor.accountId!, key: input.idempotencyKey, operation: 'inviteStaff', input };
    const id = await this.transactor.run(async (tx) => {
      const [open] = await rowsOf<{ id: string }>(tx, OPEN, [communityId, email, input.role]);
      const invitation = { id: open?.id ?? fresh, communityId, email, role: input.role };
      return (await makeOnce(tx, retryable, invitation.id, () => this.send(tx, actor, invitation))).id;
    });
    return this.existing(id);
  }

  /** Takes an invitation back; its link opens nothing any more. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `INVITATION_OVER` */
  async revoke(actor: Actor, id: string): Promise<InvitationRow> {
    await this.transactor.run(async (tx) => {
      const [invitation] = await rowsOf<InvitationRow>(tx, BY_ID, [id]);
      if (!invitation) throw new Problem('NOT_FOUND', { what: 'invitation' });
      enforceHidden(canManageRoles(actor, invitation.communityId), { what: 'invitation' });
      if (invitation.ending) throw new Problem('INVITATION_OVER', { state: invitation.ending });
      await this.end(tx, actor, invitation, 'REVOKED', InvitationRevoked);
    });
    return this.existing(id);
  }

  /**
   * Takes back what somebody sent who may invite nobody any more, in the transaction that takes their role: or they would come
   * back by an invitation to another address of theirs.
   */
  async revokeOf(tx: Tx, actor: Actor, sender: { readonly communityId: string; readonly accountId: string }): Promise<void> {
    for (const invitation of await rowsOf<InvitationRow>(tx, SENT_BY, [sender.communityId, sender.accountId])) {
      await this.end(tx, actor, invitation, 'REVOKED', InvitationRevoked);
    }
  }

  /**
   * Gives the actor the role they were invited to. A link shows that its mail was read, so it confirms the address too.
   * Accepting twice changes nothing, and does not bring back a role that was taken meanwhile.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `INVITATION_OVER`, `INVITATION_NOT_YOURS`, `ROLE_CONFLICT`, `RESTRICTED`
   */
  async accept(actor: Actor, reference: InvitationReference): Promise<InvitationRow> {
    const id = await notYoursWhenTaken(this.transactor.run((tx) => this.acceptIn(tx, actor, reference)));
    return this.existing(id);
  }

  /** Says no. @throws Problem as `accept` does */
  async decline(actor: Actor, reference: InvitationReference): Promise<InvitationRow> {
    const id = await this.transactor.run(async (tx) => {
      const invitation = await this.lock(tx, actor, reference);
      if (invitation.ending === 'DECLINED') return invitation.id;
      this.requireStanding(invitation);
      await this.end(tx, actor, invitation, 'DECLINED', InvitationDeclined);
      return invitation.id;
    });
    return this.existing(id);
  }

  private async acceptIn(tx: Tx, actor: Actor, reference: InvitationReference): Promise<string> {
    const invitation = await this.lock(tx, actor, reference);
    if (invitation.ending === 'ACCEPTED' && (await this.roles.holds(tx, { ...invitation, accountId: actor.accountId! }))) return invitation.id;
    this.requireStanding(invitation);
    enforce(mayUse(actor, invitation.communityId, 'TAKING_PART'));
    if (reference.token) await this.confirmAddress(tx, actor.accountId!);
    const { communityId, role, invitedBy: by } = invitation;
    await this.roles.grant(tx, { communityId, accountId: actor.accountId!, role, by });
    await this.end(tx, actor, invitation, 'ACCEPTED', InvitationAccepted);
    return invitation.id;
  }

  private async send(tx: Tx, actor: Actor, { id, communityId, email, role }: Pick<InvitationRow, 'id' | 'communityId' | 'email' | 'role'>): Promise<void> {
    const [standing] = await rowsOf<{ count: number }>(tx, STANDING, [communityId]);
    if (standing!.count >= MOST_OPEN) throw new Problem('INVALID_INPUT', { field: 'email', max: MOST_OPEN });
    const now = this.clock.now();
    const until = new Date(now.getTime() + INVITATION_DAYS * DAY);
    const [row] = await rowsOf<{ id: string }>(tx, INVITE, [id, communityId, email, role, actor.accountId, now, until]);
    await this.events.append(tx, StaffInvited, { communityId, actorId: actor.accountId, subjectId: row!.id, payload: { role } });
  }

  /** The invitation, held until the end, when it is the actor's to answer. */
  private async lock(tx: Tx, actor: Actor, { token, invitation: id }: InvitationReference): Promise<InvitationRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const found = token ? await rowsOf<InvitationRow>(tx, BY_TOKEN, [tokenHash(token)]) : id ? await rowsOf<InvitationRow>(tx, BY_ID, [id]) : [];
    const [account] = await rowsOf<{ email: string; confirmed: boolean }>(tx, ACCOUNT, [actor.accountId]);
    const [invitation] = found;
    const isTheirs = invitation !== undefined && account?.email === invitation.email;
    if (isTheirs && (token || account!.confirmed)) return invitation!;
    throw invitation && token ? new Problem('INVITATION_NOT_YOURS') : new Problem('NOT_FOUND', { what: 'invitation' });
  }

  private requireStanding(invitation: InvitationRow): void {
    const state = invitationState(invitation, this.clock.now());
    if (state !== 'PENDING') throw new Problem('INVITATION_OVER', { state });
  }

  /** Somebody else's confirmed address is theirs to accept with. */
  private async confirmAddress(tx: Tx, accountId: string): Promise<void> {
    if (!(await this.accounts.confirmAddress(tx, accountId))) throw new Problem('INVITATION_NOT_YOURS');
  }

  private async end(tx: Tx, actor: Actor, invitation: InvitationRow, ending: InvitationEnding, type: EventType<{ role: StaffRole }>): Promise<void> {
    const { id, communityId, role } = invitation;
    await tx.query(END, [id, ending, this.clock.now()]);
    await this.events.append(tx, type, { communityId, actorId: actor.accountId, subjectId: id, payload: { role } });
  }

  private async existing(id: string): Promise<InvitationRow> {
    const row = (await this.queries.byIds([id])).get(id);
    if (!row) throw new Problem('NOT_FOUND', { what: 'invitation' });
    return row;
  }
}

/** Of two accounts that confirm one address at the same time, the index lets one. */
async function notYoursWhenTaken<T>(accepting: Promise<T>): Promise<T> {
  try {
    return await accepting;
  } catch (error) {
    if (isUniqueViolation(error, 'accounts_confirmed_email')) throw new Problem('INVITATION_NOT_YOURS');
    throw error;
  }
}
