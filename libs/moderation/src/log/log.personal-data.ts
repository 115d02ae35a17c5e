import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';
import { LogService } from './log.service.js';

const SECRETS = `
  SELECT c.name AS community, s.community_id AS log, s.index AS entry, e.recorded_at, s.name, encode(s.salt, 'hex') AS salt, s.text
  FROM log_secrets s JOIN members me ON me.id = s.member_id AND me.account_id = $1 JOIN communities c ON c.id = s.community_id
  JOIN log_entries e ON e.community_id = s.community_id AND e.index = s.index ORDER BY c.name, s.index, s.name`;

/** Entries name nobody; what opens their commitments is whose it is about. */
@Injectable()
export class LogPersonalData {
  constructor(personal: PersonalData, log: LogService) {
    personal.register('moderation-log', {
      tables: { log_secrets: 'deleted, salt and text; the log stays provable without them' },
      sections: [{ name: 'moderation-log', sql: SECRETS }],
      erase: (tx, { memberIds }) => log.eraseMembers(tx, memberIds),
    });
  }
}
