import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import type { Tx } from '@fanfare/database';
import { type Criticism, criticismOf } from './criticism.js';

/** Whether what stands somewhere criticises the brand of its community. */
@Injectable()
export class Criticisms {
  constructor(private readonly communities: CommunitiesQueries) {}

  async of(communityId: string, { title, text }: { readonly title: string | null; readonly text: string }, tx?: Tx): Promise<Criticism> {
    const community = (await this.communities.byIds([communityId], tx)).get(communityId);
    return criticismOf({ title, text, names: community ? [community.name, community.slug] : [] });
  }
}
