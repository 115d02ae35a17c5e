import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { RowWithholding } from '@fanfare/members';
import { CirclePostReleased, CirclePostWithheld } from './circle.events.js';

@Injectable()
export class CirclePostWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, {
      table: 'circle_posts',
      what: 'post',
      gone: 'deleted_at IS NOT NULL',
      withheld: CirclePostWithheld,
      released: CirclePostReleased,
    });
  }
}
