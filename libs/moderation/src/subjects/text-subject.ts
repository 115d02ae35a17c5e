import { rowsOf, type Tx } from '@fanfare/database';
import { keyedBy } from '@fanfare/graphql';
import { type Actor, isId, type Withholding } from '@fanfare/kernel';
import type { ReviewSubjectKind } from '../moderation.enums.js';
import type { ReviewSubject, ReviewSubjectRoom, ReviewSubjects } from './review-subjects.js';

/** What a room's own service offers: see `ReviewSubjectRoom`. */
export type Withholder = Pick<ReviewSubjectRoom, 'withhold' | 'release'>;

/** The columns of a text that every kind reads alike, over `t` (the text) and `k` (its community). */
export const COMMON = 't.id, t.community_id AS "communityId", k.locale AS language';

/** SQL: an address on the site, from what stands below the community's own. */
export const pathOf = (below: string) => `'/c/' || k.slug || '/' || ${below} AS path`;

/** A kind of text: what is read of it (one array of ids as the parameter), and the service that withholds it. */
export class TextSubject implements ReviewSubjectRoom {
  constructor(
    private readonly sql: string,
    private readonly withholder: Withholder,
  ) {}

  async load(tx: Tx, ids: readonly string[]): Promise<Map<string, ReviewSubject>> {
    return keyedBy(await rowsOf<ReviewSubject>(tx, this.sql, [ids.filter(isId)]), (row) => row.id);
  }

  withhold(tx: Tx, actor: Actor | null, id: string, kind: Withholding): Promise<void> {
    return this.withholder.withhold(tx, actor, id, kind);
  }

  release(tx: Tx, actor: Actor | null, id: string, only?: Withholding): Promise<void> {
    return this.withholder.release(tx, actor, id, only);
  }
}

/** Registers a kind of text. */
export function registerText(subjects: ReviewSubjects, kind: ReviewSubjectKind, sql: string, withholder: Withholder): void {
  subjects.register(kind, new TextSubject(sql, withholder));
}
