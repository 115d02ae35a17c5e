import type { Client } from './client.js';

/** Whole reasons about a text that holds the passage, under a community's first rule. */
export const WHY = { rule: 1, facts: 'Elle insulte quelqu’un.', passage: 'an utter fool', language: 'fr' };
/** A statement of reasons, with everything around it. */
export const DECISION = `id action state scope ground ruleNumber rule { version title } logEntry { kind decision { decision } } law facts passage language source automatedDetection automatedDecision decidedAs startsAt endsAt overAt
  appealUntil needsSecond concernsViewer affected { handle } viewerMayAppeal viewerMayNotAppealBecause appeals { id state }`;

export const decide = async (by: Client, item: string, ruling: object = {}) => (await by.mutate('decideReview', { item, action: 'REMOVE', ...WHY, ...ruling }, `decision { ${DECISION} }`)).decision;
export const appeal = async (by: Client, decision: string, text = 'C’était une plaisanterie.') => (await by.mutate('appealDecision', { decision, text }, 'appeal { id as round dueAt }')).appeal;
export const judge = async (by: Client, id: string, outcome: string, more: object = {}) => (await by.mutate('decideAppeal', { appeal: id, outcome, reasons: 'Nous avons relu.', ...more }, `appeal { state isLast newDecision { ${DECISION} } decision { state } }`)).appeal;
export const seen = async (by: Client, id: string, fields = DECISION) => (await by.get(`query ($id: ID!) { decision(id: $id) { ${fields} } }`, { id })).decision;
