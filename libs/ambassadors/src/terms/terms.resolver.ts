import { Args, Mutation, Parent, ResolveField, Resolver, ID, Int, Query } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { enforce, hasRole, isId, renderMarkdown } from '@fanfare/kernel';
import { MemberConnection, MemberModel, type MemberRow, membersAsSeenBy, MembersLoaders } from '@fanfare/members';
import { CallModel } from '../calls/call.model.js';
import { canRunCalls, runsCalls } from '../calls/call.policy.js';
import type { CallRow } from '../calls/call.row.js';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import type { AgreementRow } from './agreement.row.js';
import { AgreementsService, inLanguage, localeOf } from './agreements.service.js';
import { type RevocationRow, RevocationsService } from './revocations.service.js';
import {
  AcceptTermInput,
  AcceptTermPayload,
  AgreementConnection,
  AgreementLocaleEnum,
  AgreementModel,
  RenewTermInput,
  RenewTermPayload,
  ResignTermInput,
  ResignTermPayload,
  RevokeTermInput,
  RevokeTermPayload,
  TermConnection,
  TermModel,
  TermRevocationModel,
  TermsArgs,
  WriteAgreementInput,
  WriteAgreementPayload,
} from './term.model.js';
import { isPublicTerm, type TermRow } from './term.row.js';
import { TermsQueries } from './terms.queries.js';
import { renewableFrom as firstDay, TermsService } from './terms.service.js';

interface Payload {
  readonly term: TermRow;
}

@Access('SIGNED_IN')
@Resolver(() => TermModel)
export class TermsResolver {
  constructor(
    private readonly terms: TermsService,
    private readonly revocations: RevocationsService,
    private readonly agreements: AgreementsService,
    private readonly members: MembersLoaders,
    private readonly loaders: RecruitmentLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => TermModel, { nullable: true, description: 'Offers and what was taken away: for the member, the brand and moderators.' })
  async term(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<TermRow | null> {
    const term = isId(id) ? await this.loaders.term.load(context, id.toLowerCase()) : null;
    if (!term || isPublicTerm(term)) return term;
    return (await isInside(this.members, term, context)) ? term : null;
  }

  @Mutation(() => AcceptTermPayload, { description: 'By who was selected: the term starts now.' })
  async acceptTerm(@Args('input') input: AcceptTermInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.terms.accept(context.actor, input.term, input.agreementHash);
    return this.fresh(context, input.term);
  }

  @Mutation(() => ResignTermPayload, { description: 'At once, without a reason.' })
  async resignTerm(@Args('input') input: ResignTermInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.terms.resign(context.actor, input.term);
    return this.fresh(context, input.term);
  }

  @Mutation(() => RevokeTermPayload, { description: 'By an OWNER or BRAND_MANAGER, for breaking the agreement, with the reasons.' })
  async revokeTerm(@Args('input') input: RevokeTermInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.revocations.revoke(context.actor, input.term, input);
    return this.fresh(context, input.term);
  }

  @Mutation(() => RenewTermPayload, { description: 'By the brand or the ambassador, in the last 60 days; once both said so the term is longer.' })
  async renewTerm(@Args('input') input: RenewTermInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.terms.renew(context.actor, input.term, input);
    return this.fresh(context, input.term);
  }

  @Mutation(() => WriteAgreementPayload, { description: 'By an OWNER or BRAND_MANAGER: the next version. Terms in force keep theirs.' })
  async writeAgreement(@Args('input') input: WriteAgreementInput, @Ctx() context: RequestContext): Promise<{ community: CommunityRow }> {
    const community = await this.agreements.write(context.actor, input.community, input.texts);
    this.loaders.forget(context);
    return { community };
  }

  private async fresh(context: RequestContext, id: string): Promise<Payload> {
    this.loaders.forget(context);
    return { term: (await this.loaders.term.load(context, id.toLowerCase()))! };
  }
}

@Resolver(() => AgreementModel)
export class AgreementFieldsResolver {
  @ResolveField(() => String, { description: 'The text, ready to show.' })
  html(@Parent() { text }: AgreementRow): string {
    return renderMarkdown(text);
  }
}

@Resolver(() => TermModel)
export class TermFieldsResolver {
  constructor(
    private readonly loaders: RecruitmentLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: TermRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }

  @ResolveField(() => Date, { nullable: true })
  since(@Parent() { startsAt }: TermRow): Date | null {
    return startsAt;
  }

  @ResolveField(() => Date, { nullable: true, description: 'When it ends, or ended.' })
  until(@Parent() { endsAt, endedAt }: TermRow): Date | null {
    return endedAt ?? endsAt;
  }

  @ResolveField(() => Date, { nullable: true, description: 'From when on either side may propose to go on; null for what does not run.' })
  renewableFrom(@Parent() term: TermRow): Date | null {
    return term.state === 'ACTIVE' ? firstDay(term.endsAt!) : null;
  }

  @ResolveField(() => AgreementModel, { nullable: true, description: 'That was accepted.' })
  agreement(@Parent() { agreementId }: TermRow, @Ctx() context: RequestContext): Promise<AgreementRow | null> | null {
    return agreementId === null ? null : this.loaders.agreement.load(context, agreementId);
  }

  @ResolveField(() => CallModel, { nullable: true, description: 'What it was for.' })
  async call(@Parent() { applicationId }: TermRow, @Ctx() context: RequestContext): Promise<CallRow | null> {
    const application = applicationId === null ? null : await this.loaders.application.load(context, applicationId);
    return application && this.loaders.call.load(context, application.callId);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many months more one side, or both, proposed: for the member, the brand and moderators.' })
  async renewalMonths(@Parent() term: TermRow, @Ctx() context: RequestContext): Promise<number | null> {
    return (await isInside(this.members, term, context)) ? term.renewalMonths : null;
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the brand proposed it.' })
  async renewalByBrandAt(@Parent() term: TermRow, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await isInside(this.members, term, context)) ? term.renewalByBrandAt : null;
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the member agreed to it, or proposed it.' })
  async renewalByMemberAt(@Parent() term: TermRow, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await isInside(this.members, term, context)) ? term.renewalByMemberAt : null;
  }

  @ResolveField(() => TermRevocationModel, { nullable: true, description: 'For the member, the brand and moderators.' })
  async revocation(@Parent() term: TermRow, @Ctx() context: RequestContext): Promise<RevocationRow | null> {
    return (await isInside(this.members, term, context)) ? this.loaders.revocation.load(context, term.id) : null;
  }
}

@Resolver(() => MemberModel)
export class MemberTermsResolver {
  constructor(private readonly loaders: RecruitmentLoaders) {}

  @ResolveField(() => TermModel, { nullable: true, description: 'The term in force.' })
  ambassador(@Parent() { id }: MemberRow, @Ctx() context: RequestContext): Promise<TermRow | null> {
    return this.loaders.active.load(context, id);
  }

  @ResolveField(() => [TermModel], { description: 'What they served and serve, the latest first: alumni keep the credit.' })
  async ambassadorTerms(@Parent() { id }: MemberRow, @Ctx() context: RequestContext): Promise<TermRow[]> {
    return (await this.loaders.served.load(context, id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'How much of their work as ambassadors was accepted and is shown.' })
  async missionsDone(@Parent() { id }: MemberRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.missionsDone.load(context, id))?.done ?? 0;
  }
}

@Resolver(() => CommunityModel)
export class CommunityAmbassadorsResolver {
  constructor(
    private readonly queries: TermsQueries,
    private readonly versions: AgreementsService,
    private readonly members: MembersLoaders,
    private readonly loaders: RecruitmentLoaders,
  ) {}

  @ResolveField(() => MemberConnection, { description: 'Who serves, the last first; or its alumni.' })
  async ambassadors(
    @Parent() { id }: CommunityRow,
    @Args() page: PageArgs,
    @Args('alumni', { type: () => Boolean, nullable: true }) alumni: boolean | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<MemberRow>> {
    FEW_LISTS.count(context);
    return membersAsSeenBy(context.actor, await this.queries.ambassadors(id, page, alumni ?? false));
  }

  @ResolveField(() => AgreementModel, { nullable: true, description: 'What ambassadors agree to now; null while there was no call.' })
  async agreement(
    @Parent() { id, locale }: CommunityRow,
    @Args('locale', { type: () => AgreementLocaleEnum, nullable: true }) asked: 'en' | 'fr' | null,
    @Ctx() context: RequestContext,
  ): Promise<AgreementRow | null> {
    return inLanguage((await this.loaders.agreementsNow.load(context, id)) ?? [], asked ?? locale);
  }

  @ResolveField(() => AgreementConnection, { description: 'Every version, the newest first; in the community’s language when left out.' })
  agreements(
    @Parent() community: CommunityRow,
    @Args() page: PageArgs,
    @Args('locale', { type: () => AgreementLocaleEnum, nullable: true }) asked: 'en' | 'fr' | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AgreementRow>> {
    FEW_LISTS.count(context);
    return this.versions.versions(community.id, asked ?? localeOf(community), page);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => TermConnection, { nullable: true, description: 'Every term and offer, the last offered first; for owners and brand managers.' })
  ambassadorTerms(@Parent() { id }: CommunityRow, @Args() { state, ...page }: TermsArgs, @Ctx() context: RequestContext): Promise<Connection<TermRow>> {
    enforce(canRunCalls(context.actor, id));
    FEW_LISTS.count(context);
    return this.queries.ofCommunity(id, state ?? null, page);
  }

  @ResolveField(() => TermModel, { nullable: true, description: 'The reader’s own: the offer that waits, else the one in force, else the last, whatever became of it.' })
  async viewerTerm(@Parent() { id: communityId }: CommunityRow, @Ctx() context: RequestContext): Promise<TermRow | null> {
    const { accountId } = context.actor;
    const member = accountId === null ? null : await this.members.byAccount.load(context, { accountId, communityId });
    return member && this.loaders.latest.load(context, member.id);
  }
}

/** The member themself, who runs the brand's calls, and moderators. */
async function isInside(members: MembersLoaders, { communityId, memberId }: TermRow, context: RequestContext): Promise<boolean> {
  const { actor } = context;
  if (actor.accountId === null) return false;
  if (runsCalls(actor, communityId) || hasRole(actor, communityId, 'MODERATOR')) return true;
  return (await members.byAccount.load(context, { accountId: actor.accountId, communityId }))?.id === memberId;
}
