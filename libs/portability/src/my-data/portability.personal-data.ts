import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';

const DELETION = 'SELECT texts AS what_becomes_of_texts, requested_at, due_at FROM account_deletions WHERE account_id = $1';

/** What this room itself keeps. */
@Injectable()
export class PortabilityPersonalData {
  constructor(personal: PersonalData) {
    personal.register('portability', {
      tables: {
        account_deletions: 'gone with the deletion it asked for',
        farewells: 'gone with the last mail, a week later at most',
      },
      sections: [{ name: 'requested-deletion', sql: DELETION }],
    });
  }
}
