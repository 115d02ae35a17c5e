import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { RowWithholding } from '@fanfare/members';
import { ApplicationReleased, ApplicationWithheld } from '../ambassadors.events.js';

@Injectable()
export class ApplicationWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, { table: 'applications', what: 'application', gone: `state = 'WITHDRAWN'`, withheld: ApplicationWithheld, released: ApplicationReleased });
  }
}
