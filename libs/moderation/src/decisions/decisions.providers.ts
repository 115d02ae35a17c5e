import { PanelDuties } from '../panel/panel-duties.queries.js';
import { PanelDutiesResolver } from '../panel/panel-duties.resolver.js';
import { PanelMails } from '../panel/panel.mails.js';
import { PanelResolver } from '../panel/panel.resolver.js';
import { PanelService } from '../panel/panel.service.js';
import { AutomaticHolds } from './automatic-holds.service.js';
import { Benches } from './benches.js';
import { BulkDecisionsService } from './bulk-decisions.service.js';
import { ChangedTextsHandlers } from './changed-texts.handlers.js';
import { ItemDecisionsResolver, ReportDecisionResolver } from './decided-items.resolvers.js';
import {
  CirclePostDecisionsResolver,
  CommentDecisionsResolver,
  CreationDecisionsResolver,
  CreationResponseDecisionsResolver,
  IdeaDecisionsResolver,
} from './decided-texts.resolvers.js';
import { DecisionEnds } from './decision-ends.service.js';
import { DecisionReaders } from './decision-readers.js';
import { DeciderResolver } from './decider.resolver.js';
import { DecisionFieldsResolver } from './decision.fields.resolver.js';
import { DecisionLog } from './decision.log.js';
import { DecisionsLoaders } from './decisions.loaders.js';
import { DecisionsPersonalData } from './decisions.personal-data.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsResolver, ViewerDecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionsStore } from './decisions.store.js';
import { EffectsService } from './effects/effects.service.js';
import { LabelEffect } from './effects/label.effect.js';
import { MeritEffect } from './effects/merit.effect.js';
import { RestrictionEffect } from './effects/restriction.effect.js';
import { VisibilityEffect } from './effects/visibility.effect.js';
import { Enactment } from './enactment.service.js';
import { ListBenches } from './list-benches.js';
import { RulingService } from './ruling.service.js';
import { StatementMails } from './statement.mails.js';
import { Verdicts } from './verdicts.js';
import { ViewerRestrictionsResolver } from './viewer-restrictions.resolver.js';
import { WarningsService } from './warnings.service.js';

/** What decides, and what decisions do. */
export const DECISIONS = [
  DecisionsService,
  BulkDecisionsService,
  WarningsService,
  AutomaticHolds,
  DecisionEnds,
  DecisionsQueries,
  DecisionsLoaders,
  DecisionReaders,
  PanelService,
  Benches,
  ListBenches,
  PanelDuties,
];

/** What they are made of, and how they are shown. */
export const DECISION_PARTS = [
  DecisionsStore,
  DecisionLog,
  RulingService,
  Enactment,
  Verdicts,
  EffectsService,
  VisibilityEffect,
  RestrictionEffect,
  LabelEffect,
  MeritEffect,
  ChangedTextsHandlers,
  StatementMails,
  DecisionsPersonalData,
  DecisionsResolver,
  ViewerDecisionsResolver,
  DecisionFieldsResolver,
  ItemDecisionsResolver,
  ReportDecisionResolver,
  DeciderResolver,
  ViewerRestrictionsResolver,
  IdeaDecisionsResolver,
  CommentDecisionsResolver,
  CreationDecisionsResolver,
  CreationResponseDecisionsResolver,
  CirclePostDecisionsResolver,
  PanelMails,
  PanelResolver,
  PanelDutiesResolver,
];
