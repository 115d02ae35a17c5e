import { Injectable } from '@nestjs/common';
import { CommunitiesLoaders } from '@fanfare/communities';
import { Loader, type RequestContext } from '@fanfare/graphql';
import { type Mentioned, mentionsIn, renderMarkdown } from '@fanfare/kernel';
import { type HandleInCommunity, keyOfHandle, MembersQueries } from './members.queries.js';

/** People's texts as HTML, with `@handle` leading to who has it. */
@Injectable()
export class MentionsService {
  private readonly known = new Loader<true, HandleInCommunity>((keys) => this.queries.knownHandles(keys), keyOfHandle);

  constructor(
    private readonly queries: MembersQueries,
    private readonly communities: CommunitiesLoaders,
  ) {}

  /** Markdown to safe HTML. The people of many texts of one request are looked up together. */
  async render(context: RequestContext, communityId: string, text: string): Promise<string> {
    const handles = mentionsIn(text);
    return renderMarkdown(text, handles.length > 0 ? await this.paths(context, communityId, handles) : undefined);
  }

  private async paths(context: RequestContext, communityId: string, handles: readonly string[]): Promise<Mentioned> {
    const [community, ...known] = await Promise.all([
      this.communities.byId.load(context, communityId),
      ...handles.map((handle) => this.known.load(context, { communityId, handle })),
    ]);
    const there = handles.filter((_, at) => known[at]);
    return new Map(there.map((handle) => [handle, `/c/${community!.slug}/members/${handle}`]));
  }
}
