import { Injectable } from '@nestjs/common';
import { CommunitiesQueries, CommunitiesService } from '@fanfare/communities';
import { Database, Transactor } from '@fanfare/database';
import { declareEvent, EventLog } from '@fanfare/events';
import { newId, Problem } from '@fanfare/kernel';
import { PlacementService } from '@fanfare/votes';
import { importFolder, type ImportOptions } from './importer.js';
import type { Summary } from './summary.js';

/** Content came from elsewhere: how many rows of each kind were new. */
export const CommunityImported = declareEvent<Readonly<Record<string, number>>>('community.imported');

export interface ImportRequest extends Omit<ImportOptions, 'communityId' | 'placeSupport'> {
  /** Slug of the community that receives the content. */
  readonly community: string;
  /** Make the community when it does not exist, with this language. */
  readonly create?: { readonly locale: string };
}

@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesService,
    private readonly queries: CommunitiesQueries,
    private readonly placement: PlacementService,
    private readonly events: EventLog,
  ) {}

  /** Imports a folder; see `importFolder`. @throws Problem `NOT_FOUND` when there is no such community and none may be made */
  async import(request: ImportRequest, summary: Summary): Promise<void> {
    const communityId = await this.communityFor(request);
    const placeSupport: ImportOptions['placeSupport'] = (tx, ideaIds) => this.placement.place(tx, ideaIds);
    await importFolder(this.database.source, { ...request, communityId, placeSupport }, summary);
    const payload = Object.fromEntries(Object.entries(summary.kinds).map(([kind, counts]) => [kind, counts.added]));
    await this.transactor.run((tx) => this.events.append(tx, CommunityImported, { communityId, subjectId: communityId, payload }));
  }

  private async communityFor({ community: slug, create }: ImportRequest): Promise<string> {
    const known = await this.queries.bySlug(slug);
    if (known) return known.id;
    if (!create) throw new Problem('NOT_FOUND', { what: 'community', slug });
    const id = newId();
    const input = { slug, name: nameOf(slug), locale: create.locale, terms: TERMS };
    await this.transactor.run((tx) => this.communities.make(tx, id, input, null));
    return id;
  }
}

const TERMS = 'Content of this community was imported. Its authors keep their rights.';

/** `barcelona-2016` → `Barcelona 2016` */
function nameOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}
