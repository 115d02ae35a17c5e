import { type Actor, ALLOWED, type Decision, needsRole, refused } from '@fanfare/kernel';
import type { DeliveryState, PerkRow } from './reward.row.js';

/** What a brand gives is its own team's to set aside and to send. */
export function canManageRewards(actor: Actor, communityId: string): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return needsRole(actor, communityId, 'OWNER', 'BRAND_MANAGER');
}

/** What somebody earned is theirs to read. */
export function canReadRewards(actor: Actor, member: { readonly accountId: string | null }): boolean {
  return actor.accountId !== null && actor.accountId === member.accountId;
}

/** Whether everybody reads of a perk: as long as it can be chosen. The rest is between the brand and whom a mission brings it. */
export function isOnOffer({ cost, retiredAt }: Pick<PerkRow, 'cost' | 'retiredAt'>): boolean {
  return cost !== null && retiredAt === null;
}

const NEXT: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  OWED: ['SENT', 'RECEIVED', 'RETURNED'],
  SENT: ['OWED', 'RECEIVED', 'RETURNED'],
  RECEIVED: ['SENT', 'RETURNED'],
  RETURNED: [],
};

/** What came back is in stock again, and may be somebody else's by now. */
export function canBecome(from: DeliveryState, to: DeliveryState): Decision {
  return from === to || NEXT[from].includes(to) ? ALLOWED : refused('DELIVERY_OVER');
}
