import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import { LadderQueries, type RungGrantRow } from './ladder.queries.js';
import { SurveyQueries } from './survey.queries.js';
import type { SurveyAnswerRow } from './survey.row.js';

/** Edges from ideas to their rungs and the reader's answer, batched per request. */
@Injectable()
export class LadderLoaders {
  /** From the lowest, by idea. */
  readonly grants = new Loader<RungGrantRow[]>((ids) => this.ladder.grantsOf(ids));
  /** The reader's own answer, by idea. */
  readonly ownAnswer = new Loader<SurveyAnswerRow>((ids, context) => this.surveys.ofActor(context.actor, ids));
  /** Whether the reader backs an idea or one of its duplicates, by idea. */
  readonly isSupporter = new Loader<boolean>((ids, context) => this.surveys.supportedBy(context.actor, ids));

  constructor(
    private readonly ladder: LadderQueries,
    private readonly surveys: SurveyQueries,
  ) {}
}
