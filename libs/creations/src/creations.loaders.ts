import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, Loader, type PageArgs, pageSize, type RequestContext } from '@fanfare/graphql';
import {
  type CreationList,
  type CreationOrder,
  type CreationPageKey,
  CreationPagesQueries,
  creationPosition,
  cursorOfCreation,
  keyOfCreationPage,
} from './creation-pages.queries.js';
import { creationAsSeenBy, responseAsSeenBy } from './creation.policy.js';
import type { CreationPictureRow, CreationRow } from './creation.row.js';
import type { CreationResponseRow } from './creation-response.row.js';
import {
  CreationResponsesQueries,
  cursorOfResponse,
  keyOfResponsePage,
  type ResponseList,
  type ResponsePageKey,
  responsePosition,
} from './creation-responses.queries.js';
import { CreationsQueries } from './creations.queries.js';

@Injectable()
export class CreationsLoaders {
  /** Tombstones included, of what was withdrawn and of what is withheld. */
  readonly byId = new Loader<CreationRow>(async (ids, { actor }) => seen(await this.queries.byIds(ids), (row) => creationAsSeenBy(actor, row)));
  readonly pictures = new Loader<CreationPictureRow[]>((ids) => this.queries.picturesOf(ids));
  /** Ids of ideas. */
  readonly ideas = new Loader<string[]>((ids) => this.queries.ideasOf(ids));
  /** What it builds on, from the first work down. */
  readonly chain = new Loader<CreationRow[]>(async (ids, { actor }) =>
    seen(await this.queries.chainsOf(ids), (rows) => rows.map((row) => creationAsSeenBy(actor, row))),
  );
  readonly appreciatedByViewer = new Loader<true>(async (ids, { actor }) =>
    actor.accountId === null ? new Map() : this.queries.appreciatedBy(actor.accountId, ids),
  );
  readonly responseById = new Loader<CreationResponseRow>(async (ids, { actor }) =>
    seen(await this.responses.byIds(ids), (row) => responseAsSeenBy(actor, row)),
  );

  private readonly pages = new Loader<CreationRow[], CreationPageKey>((keys, { actor }) => this.pagesQueries.pages(keys, actor), keyOfCreationPage);
  private readonly lengths = lengthsOf<CreationList>(['COMMUNITY', 'IDEA', 'MEMBER', 'REMIXES'], (list, ids) => this.pagesQueries.lengths(list, ids));
  private readonly responsePages = new Loader<CreationResponseRow[], ResponsePageKey>((keys) => this.responses.pages(keys), keyOfResponsePage);
  private readonly responseLengths = lengthsOf<ResponseList>(['CREATION', 'REPLIES'], (list, ids) => this.responses.lengths(list, ids));

  constructor(
    private readonly queries: CreationsQueries,
    private readonly pagesQueries: CreationPagesQueries,
    private readonly responses: CreationResponsesQueries,
  ) {}

  /** One page of a list; the pages of many lists are read together. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async page(context: RequestContext, list: CreationList, ownerId: string, order: CreationOrder, args: PageArgs): Promise<Connection<CreationRow>> {
    const key = { list, ownerId, order, limit: pageSize(args) + 1, after: args.after ? creationPosition(order, args.after) : null };
    const rows = (await this.pages.load(context, key)) ?? [];
    const length = async () => (await this.lengths[list].load(context, ownerId)) ?? 0;
    return connectionOf(rows, args, (row) => cursorOfCreation(order, row), length);
  }

  /** The same for responses, the oldest first. */
  async responsePage(context: RequestContext, list: ResponseList, ownerId: string, args: PageArgs): Promise<Connection<CreationResponseRow>> {
    const key = { list, ownerId, limit: pageSize(args) + 1, after: args.after ? responsePosition(args.after) : null };
    const rows = ((await this.responsePages.load(context, key)) ?? []).map((row) => responseAsSeenBy(context.actor, row));
    const length = async () => (await this.responseLengths[list].load(context, ownerId)) ?? 0;
    return connectionOf(rows, args, cursorOfResponse, length);
  }

  /** Forgets what a change made untrue, for a field that is read again in the same request. */
  forget(context: RequestContext, id: string): void {
    for (const loader of [this.byId, this.pictures, this.ideas, this.appreciatedByViewer]) loader.clear(context, id);
  }
}

function lengthsOf<List extends string>(lists: readonly List[], count: (list: List, ids: readonly string[]) => Promise<Map<string, number>>) {
  return Object.fromEntries(lists.map((list) => [list, new Loader<number>((ids) => count(list, ids))])) as Record<List, Loader<number>>;
}

function seen<Row>(rows: ReadonlyMap<string, Row>, bySomebody: (row: Row) => Row): Map<string, Row> {
  return new Map([...rows].map(([id, row]) => [id, bySomebody(row)]));
}
