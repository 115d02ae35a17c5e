import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@fanfare/graphql';
import { type MemberRow, MembersLoaders } from '@fanfare/members';
import type { CircleMembershipRow } from './circle.row.js';
import { CirclesLoaders } from './circles.loaders.js';

/** Who the reader is to a circle. */
export interface Reader {
  /** Null for who is no member of the community. */
  readonly member: MemberRow | null;
  /** Null for who is not in the circle. */
  readonly inside: CircleMembershipRow | null;
}

@Injectable()
export class ViewerAt {
  constructor(
    private readonly members: MembersLoaders,
    private readonly loaders: CirclesLoaders,
  ) {}

  async of(context: RequestContext, { circleId, communityId }: { readonly circleId: string; readonly communityId: string }): Promise<Reader> {
    const { accountId } = context.actor;
    if (accountId === null) return { member: null, inside: null };
    const [member, inside] = await Promise.all([
      this.members.byAccount.load(context, { accountId, communityId }),
      this.loaders.inside.load(context, circleId),
    ]);
    return { member, inside };
  }
}
