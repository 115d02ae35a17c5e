import { type Actor, hasRole } from './actor.js';

/**
 * How a text is kept from being shown, from the lightest: `HOLD` waits for a moderator, `HIDDEN` is hidden by a decision for
 * a time or until it is changed, `REMOVED` is removed by one.
 */
export const WITHHOLDINGS = ['HOLD', 'HIDDEN', 'REMOVED'] as const;
export type Withholding = (typeof WITHHOLDINGS)[number];

/** What decides who reads a text: whose it is, and whether it is kept from being shown (null: it is not). */
export interface Withholdable {
  readonly communityId: string;
  readonly authorAccountId: string | null;
  readonly withheld?: Withholding | null;
}

/** Whether the actor may read a text that may be withheld: its author and the community's moderators always may. */
export function canReadWithheld(actor: Actor, text: Withholdable): boolean {
  return !text.withheld || isAuthor(actor, text) || hasRole(actor, text.communityId, 'MODERATOR');
}

/** Whether it stands in the actor's lists: what is withheld does in its author's only, so that they find it again. */
export function isListed(actor: Actor, text: Withholdable): boolean {
  return !text.withheld || isAuthor(actor, text);
}

/** Whether one withholding goes as far as the other; nothing goes less far than all. */
export function withholdsAsMuch(has: Withholding | null, wanted: Withholding): boolean {
  return has !== null && WITHHOLDINGS.indexOf(has) >= WITHHOLDINGS.indexOf(wanted);
}

function isAuthor(actor: Actor, { authorAccountId }: Withholdable): boolean {
  return actor.accountId !== null && actor.accountId === authorAccountId;
}
