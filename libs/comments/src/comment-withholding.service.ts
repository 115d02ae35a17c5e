import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { Clock } from '@fanfare/kernel';
import { RowWithholding } from '@fanfare/members';
import { CommentReleased, CommentWithheld } from './comment.events.js';

@Injectable()
export class CommentWithholding extends RowWithholding {
  constructor(events: EventLog, clock: Clock) {
    super(events, clock, {
      table: 'comments',
      what: 'comment',
      gone: 'deleted_at IS NOT NULL',
      about: `jsonb_build_object('idea', idea_id)`,
      withheld: CommentWithheld,
      released: CommentReleased,
    });
  }
}
