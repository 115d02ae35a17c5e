import { Injectable } from '@nestjs/common';
import { MissionsLoaders, RewardsQueries } from '@fanfare/ambassadors';
import { SessionService } from '@fanfare/access';
import { CirclesLoaders } from '@fanfare/circles';
import { CommentsLoaders } from '@fanfare/comments';
import { CommunitiesLoaders, type CommunityRow } from '@fanfare/communities';
import { canReadResponse, type CreationRow, CreationsLoaders } from '@fanfare/creations';
import { Database } from '@fanfare/database';
import { RequestContext } from '@fanfare/graphql';
import { EvidenceLoaders, type EvidenceRow } from '@fanfare/identity';
import { canRead, type IdeaRow, IdeasLoaders, type IdeaStatus } from '@fanfare/ideas';
import { canReadWithheld, excerptOf } from '@fanfare/kernel';
import { MembersLoaders } from '@fanfare/members';
import { VotesLoaders } from '@fanfare/votes';
import { CircleNoticesQueries } from './circle-notices.queries.js';
import type { NotificationKind, NotificationReason } from './notification.kinds.js';
import type { NotificationRow } from './notification.row.js';
import { RecruitmentNoticesQueries } from './recruitment-notices.queries.js';
import { NotificationsQueries } from './notifications.queries.js';
import { type Preferences, PreferencesService } from './preferences.service.js';

/** One matter of a mail, as its reader may see it now. */
export interface MailedMatter {
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  /** Null where no idea is concerned. */
  readonly idea: { readonly id: string; readonly title: string; readonly verified: number; readonly next: number | null } | null;
  /** Null where no circle is concerned. */
  readonly circle: { readonly slug: string; readonly name: string; readonly postId: string | null } | null;
  /** Null where no work is concerned. */
  readonly creation: { readonly id: string; readonly title: string } | null;
  /** What an ambassador chose to do; null where none is concerned. */
  readonly mission: { readonly id: string; readonly title: string } | null;
  /** The title of the reader's own on its way; null where none is concerned. */
  readonly perk: string | null;
  /** The reader's own proof; null where none is concerned. */
  readonly evidence: Pick<EvidenceRow, 'kind' | 'detail' | 'ending' | 'expiresAt'> | null;
  readonly actor: { readonly name: string; readonly handle: string } | null;
  /** Where it went; null where it stays. */
  readonly status: IdeaStatus | null;
  /** First words of the response or comment. */
  readonly quote: string | null;
  readonly commentId: string | null;
  readonly creationResponseId: string | null;
  /** Of moderators: null where none is concerned. */
  readonly decisionId: string | null;
  readonly appealId: string | null;
  /** The call it is about; null where none is. */
  readonly call: { readonly id: string; readonly title: string } | null;
  /** The support that the rung asked. */
  readonly rungSupport: number | null;
  readonly amount: number;
}

/** A mail that waits to be sent. */
export interface ReadMailing {
  readonly id: string;
  readonly kind: 'DIGEST' | 'NOTICE';
  readonly memberId: string;
  readonly email: string;
  readonly locale: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly community: CommunityRow;
  /** Empty when nothing is left to say. The latest first. */
  readonly matters: readonly MailedMatter[];
}

interface Addressed {
  readonly id: string;
  readonly kind: 'DIGEST' | 'NOTICE';
  readonly memberId: string;
  readonly communityId: string;
  readonly accountId: string;
  readonly email: string;
  readonly locale: string;
  readonly name: string;
  readonly madeAt: Date;
}

const WAITING = `
  SELECT g.id, g.kind, g.member_id AS "memberId", m.community_id AS "communityId", a.id AS "accountId", a.email::text AS email, a.locale,
    m.display_name AS name, g.made_at AS "madeAt"
  FROM mailings g JOIN members m ON m.id = g.member_id JOIN accounts a ON a.id = m.account_id
  WHERE g.id = $1 AND g.ended_at IS NULL AND a.email_confirmed_at IS NOT NULL`;

const QUOTE_LENGTH = 220;

/** Reads what a mail is to say, with the rights of whom it goes to, at the moment it goes. */
@Injectable()
export class MailingReader {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly notifications: NotificationsQueries,
    private readonly preferences: PreferencesService,
    private readonly ideas: IdeasLoaders,
    private readonly votes: VotesLoaders,
    private readonly comments: CommentsLoaders,
    private readonly creations: CreationsLoaders,
    private readonly members: MembersLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly circles: CirclesLoaders,
    private readonly circleNotices: CircleNoticesQueries,
    private readonly evidence: EvidenceLoaders,
    private readonly recruitment: RecruitmentNoticesQueries,
    private readonly missions: MissionsLoaders,
    private readonly rewards: RewardsQueries,
  ) {}

  /** Null when it was sent already, or nobody confirmed the address it would go to. */
  async read(id: string): Promise<ReadMailing | null> {
    const [mailing] = await this.database.query<Addressed>(WAITING, [id]);
    if (!mailing) return null;
    const context = await this.contextOf(mailing.accountId);
    const community = await this.communities.byId.load(context, mailing.communityId);
    const wanted = await this.wanted(mailing);
    const matters = await Promise.all(wanted.map((row) => this.matter(context, row)));
    return { ...mailing, community: community!, matters: matters.filter((matter) => matter !== null) };
  }

  /** What was read in the meantime, or is no longer wanted, is not sent. */
  private async wanted({ id, memberId }: Addressed): Promise<NotificationRow[]> {
    const { mails, kinds }: Preferences = await this.preferences.of(memberId);
    if (!mails) return [];
    const off = new Set(kinds.filter(({ mail }) => mail === 'OFF').map(({ kind }) => kind));
    return (await this.notifications.ofMailing(id)).filter((row) => row.readAt === null && !off.has(row.kind));
  }

  private async contextOf(accountId: string): Promise<RequestContext> {
    const context = new RequestContext({ headers: {}, ip: '' });
    context.actor = await this.sessions.actorOfAccount(accountId);
    return context;
  }

  /** Null for what its reader may no longer see. */
  private async matter(context: RequestContext, row: NotificationRow): Promise<MailedMatter | null> {
    const idea = row.ideaId === null ? null : await this.ideas.byId.load(context, row.ideaId);
    if (row.ideaId !== null && (idea === null || !canRead(context.actor, idea))) return null;
    const comment = row.commentId === null ? null : await this.comments.byId.load(context, row.commentId);
    if (row.commentId !== null && (comment?.deletedAt !== null || !canReadWithheld(context.actor, comment))) return null;
    const circle = row.circleId === null ? null : await this.circles.byId.load(context, row.circleId);
    if (row.circlePostId !== null && !(await this.circleNotices.post(context, row))) return null;
    const creation = await this.creationOf(context, row);
    if (row.creationId !== null && creation === null) return null;
    const creationResponse = row.creationResponseId === null ? null : await this.creations.responseById.load(context, row.creationResponseId);
    if (row.creationResponseId !== null && (creationResponse?.deletedAt !== null || !canReadResponse(context.actor, creationResponse))) return null;
    const mission = row.missionId === null ? null : await this.missions.byId.load(context, row.missionId);
    const delivery = row.deliveryId === null ? null : await this.rewards.delivery.load(context, row.deliveryId);
    const perk = delivery && (await this.rewards.perk.load(context, delivery.perkId));
    const evidence = await this.evidenceOf(context, row);
    if (row.evidenceId !== null && evidence === null) return null;
    const response = row.responseId === null ? null : await this.ideas.response.load(context, row.responseId);
    const actor = row.actorId === null ? null : await this.members.byId.load(context, row.actorId);
    const ladder = (await this.communities.ladder.load(context, row.communityId)) ?? [];
    const said = response?.body ?? comment?.body ?? creationResponse?.body ?? (await this.circleNotices.said(context, row))?.body ?? (await this.recruitment.said(context, row))?.body ?? delivery?.note ?? undefined;
    return {
      kind: row.kind,
      reason: row.reason,
      idea: idea && (await this.ideaOf(context, idea, ladder)),
      circle: circle && { slug: circle.slug, name: circle.name, postId: row.circlePostId },
      creation: creation && { id: creation.id, title: creation.title },
      mission: mission && { id: mission.id, title: mission.title },
      perk: perk?.title ?? null,
      evidence,
      actor: actor && { name: actor.displayName, handle: actor.handle },
      status: row.status,
      quote: quoteOf(said),
      commentId: row.commentId,
      creationResponseId: row.creationResponseId,
      decisionId: row.decisionId,
      appealId: row.appealId,
      call: await this.recruitment.call(context, row),
      rungSupport: ladder.find(({ position }) => position === row.rungPosition)?.support ?? null,
      amount: row.amount,
    };
  }

  /** Null once it was withdrawn, or is withheld. */
  private async creationOf(context: RequestContext, { creationId }: NotificationRow): Promise<CreationRow | null> {
    const creation = creationId === null ? null : await this.creations.byId.load(context, creationId);
    return creation?.withdrawnAt === null && canReadWithheld(context.actor, creation) ? creation : null;
  }

  /** Null for news that is none any more: a proof that was renewed meanwhile, or dropped. */
  private async evidenceOf(context: RequestContext, { evidenceId, kind }: NotificationRow): Promise<EvidenceRow | null> {
    const evidence = evidenceId === null ? null : await this.evidence.byId.load(context, evidenceId);
    if (kind === 'EVIDENCE_ENDED') return evidence;
    if (evidence?.endedAt !== null) return null;
    return kind === 'EVIDENCE_ENDING' && evidence.warnedAt === null ? null : evidence;
  }

  /** What somebody who backs an idea would read of an answer that goes out now. @param status where the answer leaves the idea */
  async answer(context: RequestContext, idea: IdeaRow, { status, response }: { status: IdeaStatus; response: string }): Promise<MailedMatter> {
    const ladder = (await this.communities.ladder.load(context, idea.communityId)) ?? [];
    return {
      kind: 'ANSWERED',
      reason: 'BACKED',
      idea: await this.ideaOf(context, { ...idea, status }, ladder),
      circle: null,
      creation: null,
      mission: null,
      perk: null,
      evidence: null,
      actor: null,
      status: status === idea.status ? null : status,
      quote: quoteOf(response),
      commentId: null,
      creationResponseId: null,
      decisionId: null,
      appealId: null,
      call: null,
      rungSupport: null,
      amount: 1,
    };
  }

  private async ideaOf(context: RequestContext, idea: IdeaRow, ladder: readonly { position: number; support: number }[]) {
    const support = await this.votes.support.load(context, idea.id);
    const next = idea.status === 'OPEN' ? (ladder.find(({ position }) => position === idea.rung + 1)?.support ?? null) : null;
    return { id: idea.id, title: idea.title, verified: support?.verified ?? 0, next };
  }
}

function quoteOf(said: string | undefined): string | null {
  return said?.trim() ? excerptOf(said, QUOTE_LENGTH) : null;
}
