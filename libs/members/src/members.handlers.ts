import { Injectable } from '@nestjs/common';
import { AccountIdentityChanged } from '@fanfare/access';
import { Handlers } from '@fanfare/events';
import { MemberIdentityService } from './member-identity.service.js';

/** Carries an account's identity into its communities: as it is now, not as the event says, which may be late. */
@Injectable()
export class MembersHandlers {
  constructor(handlers: Handlers, identity: MemberIdentityService) {
    handlers.on(AccountIdentityChanged, 'members.followIdentity', (tx, event) => identity.follow(tx, event.subjectId!));
  }
}
