import { Injectable } from '@nestjs/common';
import type { Actor } from '@fanfare/kernel';
import type { SqlParameters } from './sql-parameters.js';

/**
 * A condition on an idea's id, put into the feed's WHERE clause.
 *
 * @param ideaId the SQL expression that holds the id
 * @returns SQL that is true or false, never null
 */
export type IdeaPredicate = (ideaId: string, actor: Actor, parameters: SqlParameters) => string;

/** Filters of the feed that only a higher room can answer; that room registers them when it is made. */
@Injectable()
export class IdeaFilters {
  private readonly predicates = new Map<string, IdeaPredicate>();

  /** `supportedByViewer` is registered by votes. */
  register(name: 'supportedByViewer', predicate: IdeaPredicate): void {
    this.predicates.set(name, predicate);
  }

  get(name: 'supportedByViewer'): IdeaPredicate {
    const found = this.predicates.get(name);
    if (!found) throw new Error(`No room answers the filter ${name}`);
    return found;
  }
}
