import { DecisionsService } from './decisions.service.js';
import { JudgingService } from './judging.service.js';
import { PanelQueries } from './panel.queries.js';
import { ReviewsAskedService } from './reviews-asked.service.js';
import { SupportService } from './support.service.js';

export const PANEL = [PanelQueries, JudgingService, DecisionsService, ReviewsAskedService, SupportService];
