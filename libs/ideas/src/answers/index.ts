import { AnswerAudiences } from './answer-audiences.js';
import {
  AnswerFieldsResolver,
  CreditCandidateFieldsResolver,
  CreditFieldsResolver,
  EventIdeaResolver,
  MemberCreditsResolver,
  ResponseEstimateResolver,
} from './answer-fields.resolver.js';
import { AnswersLoaders } from './answers.loaders.js';
import { AnswersResolver } from './answers.resolver.js';
import { AnswersService } from './answers.service.js';
import { ChangelogQueries } from './changelog.queries.js';
import { CommunityAnswersResolver } from './community-answers.resolver.js';
import { CreditsQueries } from './credits.queries.js';
import { CreditsService } from './credits.service.js';
import { IdeaNotesResolver } from './idea-notes.resolver.js';
import { IdeaNotesService } from './idea-notes.service.js';
import { ResponsesQueries } from './responses.queries.js';
import { RoadmapQueries } from './roadmap.queries.js';
import { SavedFiltersResolver } from './saved-filters.resolver.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** What higher rooms use of answers. */
export const ANSWER_SHARED = [AnswerAudiences, AnswersLoaders, AnswersService, CreditsQueries, CreditsService];

export const ANSWER_PROVIDERS = [
  AnswerFieldsResolver,
  AnswersResolver,
  ChangelogQueries,
  CommunityAnswersResolver,
  CreditCandidateFieldsResolver,
  CreditFieldsResolver,
  EventIdeaResolver,
  IdeaNotesResolver,
  IdeaNotesService,
  MemberCreditsResolver,
  ResponseEstimateResolver,
  ResponsesQueries,
  RoadmapQueries,
  SavedFiltersResolver,
  SavedFiltersService,
];
