import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type Actor, cleanLine, Clock, enforce, isId, newId, Problem, stripControls } from '@fanfare/kernel';
import type { IdeaFilter } from '../idea.inputs.js';
import { canReadNotes } from './answer.policy.js';
import type { SavedFilterModel, SavedIdeaFilterModel } from './saved-filter.model.js';

export const MOST_FILTERS = 50;
const LONGEST_NAME = 60;
const LONGEST_SEARCH = 200;

export interface FilterToSave {
  /** The slug. */
  readonly community: string;
  readonly name: string;
  readonly filter: IdeaFilter;
  readonly view?: string | null;
}

const COLUMNS = 'id, name, filter, view, created_at AS "createdAt"';

const MINE = `
  SELECT ${COLUMNS} FROM saved_filters WHERE account_id = $1 AND community_id = $2 ORDER BY lower(name), id LIMIT ${MOST_FILTERS}`;

const SAVE = `
  INSERT INTO saved_filters (id, account_id, community_id, name, filter, view, created_at) VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)
  ON CONFLICT (account_id, community_id, lower(name)) DO UPDATE SET name = excluded.name, filter = excluded.filter, view = excluded.view
  RETURNING ${COLUMNS}`;

/** What staff look for on the desk, under names of their own; each person's are theirs alone. */
@Injectable()
export class SavedFiltersService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** In the order of their names; none in a community where the actor is not on the staff. @throws Problem `NOT_FOUND` */
  async mine(actor: Actor, slug: string): Promise<SavedFilterModel[]> {
    const { id } = await this.communities.requireBySlug(slug);
    return this.database.query<SavedFilterModel>(MINE, [actor.accountId, id]);
  }

  /** Keeps a filter; one of the same name is written over. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_FILTERS`, `TOO_MANY_ATTEMPTS` */
  async save(actor: Actor, request: FilterToSave): Promise<SavedFilterModel> {
    const { id: communityId } = await this.communities.requireBySlug(request.community);
    enforce(canReadNotes(actor, { communityId }));
    await this.activity.take(actor, 'noteIdea');
    const name = cleanLine('name', request.name, { max: LONGEST_NAME });
    const values = [newId(), actor.accountId, communityId, name, JSON.stringify(kept(request.filter)), request.view ?? null, this.clock.now()];
    return this.transactor.run(async (tx) => {
      const [saved] = await rowsOf<SavedFilterModel>(tx, SAVE, values);
      await this.refuseHoarding(tx, actor, communityId);
      return saved!;
    });
  }

  /** @throws Problem `NOT_FOUND` when it is not the actor's own */
  async remove(actor: Actor, id: string): Promise<void> {
    const sql = 'DELETE FROM saved_filters WHERE id = $1 AND account_id = $2 RETURNING id';
    const removed = isId(id) ? await this.transactor.run((tx) => rowsOf(tx, sql, [id, actor.accountId])) : [];
    if (removed.length === 0) throw new Problem('NOT_FOUND', { what: 'filter' });
  }

  private async refuseHoarding(tx: Tx, actor: Actor, communityId: string): Promise<void> {
    const sql = 'SELECT count(*)::int AS count FROM saved_filters WHERE account_id = $1 AND community_id = $2';
    const [row] = await rowsOf<{ count: number }>(tx, sql, [actor.accountId, communityId]);
    if (row!.count > MOST_FILTERS) throw new Problem('TOO_MANY_FILTERS', { max: MOST_FILTERS });
  }
}

/** The known fields, each a value or null. */
function kept({ search, status, category, author, supportedByViewer }: IdeaFilter): SavedIdeaFilterModel {
  return {
    search: stripControls(search ?? '').trim().slice(0, LONGEST_SEARCH) || null,
    status: status ? [...new Set(status)] : null,
    category: category && isId(category) ? category : null,
    author: author && isId(author) ? author : null,
    supportedByViewer: supportedByViewer ?? null,
  };
}
