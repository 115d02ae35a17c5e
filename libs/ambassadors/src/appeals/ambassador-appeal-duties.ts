import { Injectable } from '@nestjs/common';
import { PanelDuties } from '@fanfare/moderation';
import { APPEAL_TABLES } from './ambassador-appeal.row.js';

const WAITING = `SELECT a.id, a.community_id, a.member_id AS author_id, j.id AS partaker_id, a.opened_at AS since FROM ${APPEAL_TABLES} WHERE a.decided_at IS NULL`;

/** What waits here for the panel is told to it with everything else. */
@Injectable()
export class AmbassadorAppealDuties {
  constructor(duties: PanelDuties) {
    duties.register('AMBASSADOR_APPEAL', WAITING);
  }
}
