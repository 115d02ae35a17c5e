import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';

const EVIDENCE = `
  SELECT e.kind, e.label AS rests_on, c.name AS community, e.note AS attestors_note, e.public AS shown_to_everybody, e.obtained_at, e.expires_at,
    e.ended_at, e.ending, p.url AS page, p.checked_at AS page_checked_at
  FROM evidence e LEFT JOIN communities c ON c.id = e.community_id LEFT JOIN evidence_pages p ON p.evidence_id = e.id
  WHERE e.account_id = $1 ORDER BY e.obtained_at, e.id`;

const FORGET = 'DELETE FROM evidence WHERE account_id = $1';

/** Proofs about people: they go with their account. What somebody attested of others stays, under an id. */
@Injectable()
export class IdentityPersonalData {
  constructor(personal: PersonalData) {
    personal.register('identity', {
      tables: {
        evidence: 'deleted; what they attested of others stays, under an id',
        link_attempts: 'deleted with their sessions',
        api_tokens: 'stay the community’s; who made them stays, under an id',
        purchase_batches: 'stay the community’s; who brought them stays, under an id',
      },
      sections: [{ name: 'evidence', sql: EVIDENCE }],
      erase: async (tx, { accountId }) => void (await tx.query(FORGET, [accountId])),
    });
  }
}
