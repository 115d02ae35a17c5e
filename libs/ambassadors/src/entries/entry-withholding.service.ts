import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { RowWithholding } from '@fanfare/members';
import { EntryReleased, EntryWithheld } from '../ambassadors.events.js';

@Injectable()
export class EntryWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, { table: 'entries', what: 'entry', gone: `state = 'WITHDRAWN'`, withheld: EntryWithheld, released: EntryReleased });
  }
}
