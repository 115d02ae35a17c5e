import { declareEvent } from '@fanfare/events';

export const CommunityCreated = declareEvent('community.created', { staffAct: true });

/** `fields`: the names of the settings that are others now. */
export const CommunityUpdated = declareEvent<{ fields: string[] }>('community.updated', { staffAct: true });

/** New words of the terms; members keep the version they accepted. */
export const TermsChanged = declareEvent<{ version: number }>('community.termsChanged', { staffAct: true });
