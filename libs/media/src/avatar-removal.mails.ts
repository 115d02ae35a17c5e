import { Inject, Injectable } from '@nestjs/common';
import { AccountsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Handlers } from '@fanfare/events';
import { type Config, CONFIG } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { MembersQueries } from '@fanfare/members';
import { avatarRemovedLetters } from './avatar-removal.letters.js';
import { AvatarRemoved } from './picture.events.js';
import { PicturesQueries } from './pictures.queries.js';

/** A member hears by mail, at once, that their picture was taken down: it is a decision about them. */
@Injectable()
export class AvatarRemovalMails {
  constructor(
    handlers: Handlers,
    private readonly pictures: PicturesQueries,
    private readonly members: MembersQueries,
    private readonly accounts: AccountsService,
    private readonly communities: CommunitiesQueries,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(AvatarRemoved, 'media.avatarRemovedMail', (event, delivery) => this.send(event.subjectId!, delivery));
  }

  /** A mailbox that nobody confirmed may be a stranger's: who has one reads it in their settings. */
  private async send(memberId: string, deliveryId: string): Promise<void> {
    const member = (await this.members.byIds([memberId])).get(memberId);
    const account = member?.accountId ? await this.accounts.byId(member.accountId) : null;
    const removal = (await this.pictures.lastRemovals([memberId])).get(memberId);
    if (!member || !account?.emailConfirmedAt || !removal) return;
    const community = (await this.communities.byIds([member.communityId])).get(member.communityId)!;
    const facts = { name: member.displayName, community: community.name, reason: removal.reason, url: `${this.config.publicUrl}/settings` };
    await this.mailer.send({ to: account.email, locale: account.locale, deliveryId }, avatarRemovedLetters, facts);
  }
}
