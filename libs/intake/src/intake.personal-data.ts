import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';

const VERDICTS = `
  SELECT c.name AS community, v.subject_kind AS kind, v.subject_id, v.outcome, v.phase, v.reason, v.params, v.at
  FROM intake_verdicts v JOIN communities c ON c.id = v.community_id WHERE v.account_id = $1 ORDER BY v.at, v.id`;

const FORGET_TEXTS = 'DELETE FROM intake_texts WHERE member_id = ANY ($1)';
/** What was held stands, for whoever decides about it, as long as the text does; nudges and refusals were nobody else's business. */
const FORGET_VERDICTS = `DELETE FROM intake_verdicts WHERE (account_id = $1 OR member_id = ANY ($2)) AND ($3 OR outcome <> 'HOLD')`;
const UNNAME = 'UPDATE intake_verdicts SET account_id = NULL WHERE account_id = $1';

/** What is remembered of people's texts, and what was said of them. */
@Injectable()
export class IntakePersonalData {
  constructor(personal: PersonalData) {
    personal.register('intake', {
      tables: {
        intake_texts: 'deleted; hashes without words, forgotten after a season in any case',
        intake_verdicts: 'nudges and refusals deleted; what held a text stays with it, under the former member',
      },
      sections: [{ name: 'verdicts-on-texts', sql: VERDICTS }],
      erase: async (tx, { accountId, memberIds, texts }) => {
        await tx.query(FORGET_TEXTS, [memberIds]);
        await tx.query(FORGET_VERDICTS, [accountId, memberIds, texts === 'ERASE']);
        await tx.query(UNNAME, [accountId]);
      },
    });
  }
}
