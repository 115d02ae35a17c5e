import { AppealDecisionsService } from './appeal-decisions.service.js';
import { AppealReaders } from './appeal-readers.js';
import { AppealLog } from './appeal.log.js';
import { AppealMails } from './appeal.mails.js';
import { AppealsLoaders } from './appeals.loaders.js';
import { AppealsQueries } from './appeals.queries.js';
import { AppealFieldsResolver, AppealsResolver, CommunityAppealsResolver, DecisionAppealsResolver, ItemAppealsResolver } from './appeals.resolver.js';
import { AppealsService } from './appeals.service.js';
import { AppealsStore } from './appeals.store.js';

/** What appeals offer to the rest of the house. */
export const APPEALS = [AppealsService, AppealDecisionsService, AppealsQueries, AppealsLoaders, AppealReaders];

export const APPEAL_PARTS = [AppealsStore, AppealLog, AppealMails, AppealsResolver, AppealFieldsResolver, DecisionAppealsResolver, ItemAppealsResolver, CommunityAppealsResolver];
