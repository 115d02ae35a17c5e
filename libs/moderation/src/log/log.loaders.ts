import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import { LogQueries } from './log.queries.js';

@Injectable()
export class LogLoaders {
  constructor(private readonly queries: LogQueries) {}

  /** The entry of a decision, by the decision's id. */
  readonly byDecision = new Loader((ids) => this.queries.ofDecisions(ids));
}
