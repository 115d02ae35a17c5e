import { declareEvent } from '@fanfare/events';

/** Which numbers have new words, came or went; its subject is the community. What they said before stays beside decisions. */
export const CommunityRulesChanged = declareEvent<{ added: number[]; reworded: number[]; retired: readonly number[] }>('community.rulesChanged', { staffAct: true });
