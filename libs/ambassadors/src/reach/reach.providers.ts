import { FeedReader } from './feed-reader.js';
import { CommunityReachResolver, MemberReachResolver, MissionReachResolver, SiteFeedItemFieldsResolver, TrackingLinkFieldsResolver } from './reach.fields.resolver.js';
import { ReachPersonalData } from './reach.personal-data.js';
import { ReachQueries } from './reach.queries.js';
import { ReachResolver } from './reach.resolver.js';
import { SiteFeedsService } from './site-feeds.service.js';
import { TrackingLinksService } from './tracking-links.service.js';
import { TRACKING_LINKS } from '../entries/tracking.seam.js';
import { VisitsService } from './visits.service.js';

/** How far ambassadors' work goes: their links, and the feeds of their own sites. */
export const REACH = [
  ReachQueries,
  TrackingLinksService,
  { provide: TRACKING_LINKS, useExisting: TrackingLinksService },
  VisitsService,
  FeedReader,
  SiteFeedsService,
  ReachPersonalData,
  TrackingLinkFieldsResolver,
  SiteFeedItemFieldsResolver,
  MemberReachResolver,
  MissionReachResolver,
  CommunityReachResolver,
  ReachResolver,
];
