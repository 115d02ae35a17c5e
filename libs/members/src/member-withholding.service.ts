import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { MemberReleased, MemberWithheld } from './member.events.js';
import { RowWithholding } from './row-withholding.js';

/** Of members: what their profile says about them. The person stays in every list, by their handle. */
@Injectable()
export class MemberWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, { table: 'members', what: 'member', gone: 'former_since IS NOT NULL', withheld: MemberWithheld, released: MemberReleased });
  }
}
