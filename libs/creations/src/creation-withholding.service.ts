import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { RowWithholding } from '@fanfare/members';
import { CreationReleased, CreationResponseReleased, CreationResponseWithheld, CreationWithheld } from './creation.events.js';

@Injectable()
export class CreationWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, {
      table: 'creations',
      what: 'creation',
      gone: 'withdrawn_at IS NOT NULL',
      withheld: CreationWithheld,
      released: CreationReleased,
    });
  }
}

/** The work is held first, as by whoever responds: its count changes with this. */
@Injectable()
export class CreationResponseWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, {
      table: 'creation_responses',
      what: 'response',
      gone: 'deleted_at IS NOT NULL',
      withheld: CreationResponseWithheld,
      released: CreationResponseReleased,
      holdBefore: 'SELECT id FROM creations WHERE id = (SELECT creation_id FROM creation_responses WHERE id = $1) FOR NO KEY UPDATE',
    });
  }
}
