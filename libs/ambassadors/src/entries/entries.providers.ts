import { EntriesLoaders } from './entries.loaders.js';
import { EntriesOfCommunityResolver, EntriesOfMemberResolver, EntriesOfMissionResolver } from './entries-of.resolvers.js';
import { EntriesPersonalData } from './entries.personal-data.js';
import { EntriesQueries } from './entries.queries.js';
import { EntriesResolver } from './entries.resolver.js';
import { EntriesService } from './entries.service.js';
import { EntryAcceptance } from './entry-acceptance.service.js';
import { EntryAppeals } from './entry-appeals.js';
import { EntryChecksService } from './entry-checks.service.js';
import { EntryEvidenceStore } from './entry-evidence.store.js';
import { EntryFieldsResolver, EvidenceFieldsResolver, EntryReviewFieldsResolver } from './entry.fields.resolver.js';
import { EntryReportedResolver } from './entry-reported.resolver.js';
import { EntryListsQueries } from './entry-lists.queries.js';
import { EntryReviewsService } from './entry-reviews.service.js';
import { EntrySubject } from './entry.subject.js';
import { EntryWithholding } from './entry-withholding.service.js';

export const ENTRIES = [
  EntriesQueries,
  EntryListsQueries,
  EntriesLoaders,
  EntryEvidenceStore,
  EntryAcceptance,
  EntryWithholding,
  EntriesService,
  EntryChecksService,
  EntryReviewsService,
  EntryAppeals,
  EntrySubject,
  EntriesPersonalData,
  EntriesResolver,
  EntriesOfCommunityResolver,
  EntriesOfMissionResolver,
  EntriesOfMemberResolver,
  EntryFieldsResolver,
  EvidenceFieldsResolver,
  EntryReviewFieldsResolver,
  EntryReportedResolver,
];
