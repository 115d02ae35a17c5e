import { Inject, Injectable } from '@nestjs/common';
import { AccountsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, type Tx } from '@fanfare/database';
import { Handlers, Schedules } from '@fanfare/events';
import { Clock, type Config, CONFIG, DAY } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { randomBytes } from 'node:crypto';
import { StaffInvited } from './invitation.events.js';
import { invitationLetters } from './invitation.letters.js';
import { type InvitationRow, invitationState } from './invitation.row.js';
import { InvitationsQueries, tokenHash } from './invitations.queries.js';
import { INVITATION_DAYS } from './invitations.service.js';

const TOKEN_BYTES = 32;
/** Links of earlier mails that stay good: a mail sent twice must not spoil the first. */
const EARLIER_TOKENS = 2;
/** How long an invitation that is over is remembered, address included. */
const REMEMBERED_DAYS = 30;

const KEEP_TOKEN = `UPDATE staff_invitations SET token_hashes = ARRAY[$2::bytea] || token_hashes[1:${EARLIER_TOKENS}] WHERE id = $1 AND ended_at IS NULL`;
const FORGET = 'DELETE FROM staff_invitations WHERE coalesce(ended_at, expires_at) < $1';

/** Sends invitations, and forgets them when they are long over. */
@Injectable()
export class InvitationMails {
  constructor(
    handlers: Handlers,
    schedules: Schedules,
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly accounts: AccountsService,
    private readonly communities: CommunitiesQueries,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(StaffInvited, 'members.invitationMail', (event, delivery) => this.send(event.subjectId!, delivery));
    schedules.every(DAY, 'members.forgetInvitations', (tx) => this.forget(tx));
  }

  private async send(id: string, deliveryId: string): Promise<void> {
    const invitation = (await this.queries.byIds([id])).get(id);
    if (!invitation || invitationState(invitation, this.clock.now()) !== 'PENDING') return;
    const community = (await this.communities.byIds([invitation.communityId])).get(invitation.communityId)!;
    const facts = { inviter: await this.inviterOf(invitation), community: community.name, role: invitation.role, url: await this.link(id), days: INVITATION_DAYS };
    const reader = await this.accounts.ownerOf(invitation.email);
    await this.mailer.send({ to: invitation.email, locale: reader?.locale ?? community.locale, deliveryId }, invitationLetters, facts);
  }

  private async inviterOf({ invitedBy }: InvitationRow): Promise<string | null> {
    return invitedBy ? ((await this.accounts.byId(invitedBy))?.displayName ?? null) : null;
  }

  /** A secret of its own for each mail; only its hash is kept. */
  private async link(id: string): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.database.query(KEEP_TOKEN, [id, tokenHash(token)]);
    return `${this.config.publicUrl}/invitation?token=${token}`;
  }

  private async forget(tx: Tx): Promise<void> {
    await tx.query(FORGET, [new Date(this.clock.now().getTime() - REMEMBERED_DAYS * DAY)]);
  }
}
