import { declareEvent } from '@fanfare/events';

export const CommunityCreated = declareEvent('community.created');

/** `fields`: the names of the settings that were sent. */
export const CommunityUpdated = declareEvent<{ fields: string[] }>('community.updated');

/** New words of the terms; members keep the version they accepted. */
export const TermsChanged = declareEvent<{ version: number }>('community.termsChanged');
