import { declareEvent } from '@fanfare/events';

/** It is time to look at a page again. Subject: the account. */
export const WebsiteCheckDue = declareEvent<{ evidenceId: string }>('website.checkDue');
