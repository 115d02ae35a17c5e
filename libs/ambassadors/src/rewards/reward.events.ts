import { declareEvent } from '@fanfare/events';

// The subject is the budget, the perk or the delivery of an act of staff, and the transfer of a payout. None carries a text.

export const BudgetCreated = declareEvent('budget.created', { staffAct: true });
/** `perk`: whose stock it is; null for points. `amount`: below zero where the brand took back what was left. */
export const BudgetFunded = declareEvent<{ amount: number; perk: string | null }>('budget.funded', { staffAct: true });
export const PerkCreated = declareEvent<{ budget: string }>('perk.created', { staffAct: true });
/** `retired`: whether it may no longer be chosen. */
export const PerkChanged = declareEvent<{ retired: boolean }>('perk.changed', { staffAct: true });
export const DeliveryChanged = declareEvent<{ memberId: string; perk: string; from: string; state: string }>('delivery.changed', { staffAct: true });

/** Once for each payout of an accepted entry. */
export const RewardPaid = declareEvent<{ memberId: string; entryId: string; points: number; perk: string | null }>('reward.paid');
/** A payout was taken back; `points` and `perk`: what of it came back. */
export const RewardReversed = declareEvent<{ memberId: string; entryId: string; points: number; perk: string | null }>('reward.reversed');
/** A member chose a perk for points of theirs. */
export const PerkRedeemed = declareEvent<{ memberId: string; perk: string; points: number }>('perk.redeemed');
