import { Injectable } from '@nestjs/common';
import { RolesService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Transactor, type Tx } from '@fanfare/database';
import { type Actor, enforce, Problem, type StaffRole } from '@fanfare/kernel';
import { InvitationsService } from './invitations.service.js';
import { canManageRoles } from './member.policy.js';
import type { MemberRow } from './member.row.js';
import { MembersQueries } from './members.queries.js';

export interface RoleChange {
  /** The slug. */
  readonly community: string;
  readonly handle: string;
  readonly role: StaffRole;
}

interface Holder extends MemberRow {
  readonly accountId: string;
}

/** Who decides in a community. Each change is a public event of the access room's. */
@Injectable()
export class StaffService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersQueries,
    private readonly roles: RolesService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Gives a member a role; one they hold already stays. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `ROLE_CONFLICT` */
  grant(actor: Actor, change: RoleChange): Promise<MemberRow> {
    return this.change(actor, change, (tx, { accountId, communityId }) =>
      this.roles.grant(tx, { communityId, accountId, role: change.role, by: actor.accountId }),
    );
  }

  /** Takes a role from a member; one they do not hold is gone already. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `LAST_OWNER` */
  revoke(actor: Actor, change: RoleChange): Promise<MemberRow> {
    return this.change(actor, change, async (tx, { accountId, communityId }) => {
      const held = await this.roles.revoke(tx, { communityId, accountId, role: change.role, by: actor.accountId });
      if (held && change.role === 'OWNER') await this.invitations.revokeOf(tx, actor, { communityId, accountId });
    });
  }

  private async change(actor: Actor, { community: slug, handle }: RoleChange, write: (tx: Tx, holder: Holder) => Promise<unknown>) {
    const community = await this.communities.requireBySlug(slug);
    enforce(canManageRoles(actor, community.id));
    return this.transactor.run(async (tx) => {
      const member = await this.members.byHandle(community.id, handle, tx);
      if (!hasAccount(member)) throw new Problem('NOT_FOUND', { what: 'member' });
      await write(tx, member);
      return member;
    });
  }
}

/** Nobody can act as an imported person, so they hold no role. */
function hasAccount(member: MemberRow | null): member is Holder {
  return member !== null && member.accountId !== null;
}
