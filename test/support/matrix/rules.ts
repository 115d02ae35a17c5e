import type { Outcome } from './operations.js';
import type { Row, TypeRows } from './table.js';
import { type Role, ROLES } from './world.js';

type Audience = readonly Role[];
/** Who may, and what: names with spaces between. */
type Rule = readonly [who: Audience, what: string];

const but = (all: Audience, ...some: Role[]) => all.filter((role) => !some.includes(role));

const EVERYBODY: Audience = ROLES;
const NOBODY: Audience = [];
const SIGNED_IN = but(ROLES, 'visitor');
const MEMBERS = but(SIGNED_IN, 'operator');
/** A suspension and a ban leave only what leads out, and what is one's own. */
const TAKING_PART = but(MEMBERS, 'suspended', 'banned');
const OTHERS_THAN_AUTHOR = but(TAKING_PART, 'author');
const AUTHOR: Audience = ['author'];
/** Of the circle, whose keeper the author is. */
const CIRCLE: Audience = ['author', 'reporter'];
const SUPPORTERS: Audience = ['member', 'author'];
const BRAND: Audience = ['brand manager', 'owner'];
const OWNER: Audience = ['owner'];
const MODERATORS: Audience = ['moderator'];
const STAFF: Audience = [...BRAND, ...MODERATORS];
const OPERATOR: Audience = ['operator'];
/** The author applied and serves; the reporter was offered a seat, and reads for a call; the member votes and puts forward. */
const AMBASSADOR = AUTHOR;
const MAY_APPLY: Audience = ['member', 'author', 'reporter', 'moderator next door'];
const PANEL: Audience = ['reporter', ...BRAND];
/** Whom some notice reached. */
const TOLD: Audience = ['author', 'reporter', ...STAFF, 'suspended'];
const APPLICANT_AND_PANEL: Audience = [...AUTHOR, ...PANEL];
const APPOINTING: Audience = ['owner', 'operator'];

/** What the domain says of each query and subscription. One that is named nowhere is a surprise. */
export const READING: readonly Rule[] = [
  [EVERYBODY, 'circle comment communities community creation creationResponse decision deployment idea report ideaChanged'],
  [EVERYBODY, 'application call entry mission rallyChanged term'], // where the community votes; what was accepted; who serves
  [NOBODY, 'unsubscription invitation'], // by the secret of a mail
  [SIGNED_IN, 'viewer'],
  [CIRCLE, 'circlePost'],
  [['author', 'moderator'], 'ambassadorAppeal appeal'],
  [OWNER, 'ladderPreview'],
  [MODERATORS, 'reviewItem reviewQueueChanged'],
  [OPERATOR, 'communityAddress moderationPanel'],
];

/** The same of each mutation. */
export const DOING: readonly Rule[] = [
  [EVERYBODY, 'requestPasswordReset resetPassword setUpDeployment signIn signInWithPasskey signOut signUp'],
  // what needs more than being somebody: a program’s token, a provider that nobody set up here
  [NOBODY, 'issuePurchaseCodes linkAccount'],
  [['member'], 'acceptInvitation declineInvitation'], // whom it invites
  [SIGNED_IN, 'addPasskey cancelAccountDeletion changePassword confirmEmail confirmTotp endSessions removePasskey removeTotp renamePasskey renewProof'],
  [SIGNED_IN, 'renewRecoveryCodes requestAccountDeletion requestPasskeyOptions resendConfirmation setUpTotp unfollow updateAccount'],
  [MEMBERS, 'hideFromLeaderboards leaveCircle linkWebsite markRead muteMember setAvatar setNotificationPreference unappreciateCreation unmarkHelpful withdrawVote'],
  [but(SIGNED_IN, 'suspended', 'banned'), 'joinCommunity'],
  [but(EVERYBODY, 'author'), 'report(illegal)'], // whoever it is, but nobody reports themselves
  [NOBODY, 'decideReview(own) claimReview(own) addReviewNote(own)'],
  [TAKING_PART, 'addComment castVote createCircle joinCircle redeemPurchaseCode respondToCreation saveDraft submitIdea updateMember'],
  [OTHERS_THAN_AUTHOR, 'appreciateCreation follow markHelpful report'],
  [SUPPORTERS, 'answerSurvey'],
  [CIRCLE, 'postInCircle shareIntoCircle standForElection startElection voteInElection'],
  [AUTHOR, 'appealDecision contestMerge decideCircleRequest deleteComment describePicture discardDraft disputeEntry editCirclePost editComment editCreation editCreationResponse editIdea'],
  [AUTHOR, 'removeCirclePost removeCreationResponse removeFromCircle showCreation showEvidence updateCircle withdrawCandidacy withdrawCreation'],
  [BRAND, 'answerIdea answerIdeas createApiToken dismissDuplicate giveCredit mergeIdea recogniseCircle revokeApiToken revokePurchaseBatch setEstimate unmergeIdea uploadPurchaseCodes withdrawCredit'],
  [['brand manager'], 'editIdeaNote removeFilter removeIdeaNote'], // whose they are
  [STAFF, 'addIdeaNote attestRealName saveFilter'],
  [OWNER, 'updateCommunity updateCommunityRules updateLevelRights'],
  [['owner', 'moderator'], 'updateIntakeSettings'],
  [['author', 'owner'], 'revokeEvidence'], // about whom it is, and who attested it
  [APPOINTING, 'grantRole inviteStaff revokeInvitation revokeRole'],
  [MODERATORS, 'addReviewNote claimReview confirmDecision decideAppeal decideDispute decideMergeContest decideReview decideReviews releaseReview removeAvatar ruleOnRun'],
  [['author', 'moderator'], 'answerAppeal'],
  [['suspended'], 'acknowledgeWarning'], // whom it warns
  [MAY_APPLY, 'applyToCall startApplication'],
  [AUTHOR, 'askForReview saveApplication submitApplication withdrawApplication'],
  [['reporter'], 'acceptTerm giveUpSeat'], // who was selected
  [['member'], 'nominateForCall'], // whose circle speaks through the author
  [but(TAKING_PART, 'author'), 'voteForApplication'],
  [but(MEMBERS, 'author'), 'withdrawApplicationVote'],
  [SIGNED_IN, 'seeCall'], // it counts members
  [PANEL, 'declareConflict scoreApplication'],
  [BRAND, 'closeCall decideApplication decideByRanking extendCall nameCallReviewers openCall publishCall revokeTerm updateCall writeAgreement'],
  [OWNER, 'answerReview'], // the brand manager gave the answer
  [[...BRAND, ...AMBASSADOR], 'renewTerm'],
  [AMBASSADOR, 'appealEntry appealTerm createTrackingLink followSiteFeed joinMission resignTerm saveEntry submitEntry unfollowSiteFeed withdrawEntry'],
  [MEMBERS, 'leaveMission'], // who never joined has left
  [TAKING_PART, 'redeemPerk'], // for points of their own
  [BRAND, 'closeMission createPeriod createPerk createRewardBudget deleteMission fundBudget publishMission reviewEntry setTrackingTarget updateDelivery updateMission updatePerk updatePeriod'],
  [MODERATORS, 'decideAmbassadorAppeal'], // never the brand
  [OPERATOR, 'appointPanelModerator createCommunity dismissPanelModerator sendTestMail'],
];

/** The two sides, and who decides between them. */
const BETWEEN: Audience = ['author', ...STAFF];
const SEES_HIDDEN: Audience = ['author', 'moderator'];

/** Who comes to a thing, and reads it, that is not for everybody. */
export const KNOWING: readonly Rule[] = [
  [AUTHOR, 'draftIdea draftIdea.title'],
  [SEES_HIDDEN, 'pendingIdea pendingIdea.title pendingIdea.body'],
  // a tombstone says that something stood there and why it is gone, not what it said and whose it was
  [EVERYBODY, 'hiddenIdea hiddenIdea.withheld hiddenComment hiddenComment.withheld deletedComment hiddenCreation hiddenCreation.withheld hiddenResponse hiddenResponse.withheld'],
  [EVERYBODY, 'hiddenProfile hiddenProfile.withheld'],
  [[...CIRCLE, 'moderator'], 'hiddenPost hiddenPost.withheld'], // the circle lets in by request: nobody else reads its posts
  [SEES_HIDDEN, 'hiddenIdea.title hiddenIdea.body hiddenIdea.bodyHtml hiddenIdea.excerpt hiddenIdea.author hiddenIdea.versions'],
  [SEES_HIDDEN, 'hiddenComment.body hiddenComment.bodyHtml hiddenComment.author hiddenComment.versions hiddenPost.body hiddenPost.bodyHtml hiddenPost.author'],
  [SEES_HIDDEN, 'hiddenCreation.title hiddenCreation.story hiddenCreation.html hiddenCreation.excerpt hiddenCreation.author hiddenResponse.body hiddenResponse.html hiddenResponse.author'],
  [MODERATORS, 'hiddenProfile.bio'],
  [NOBODY, 'deletedComment.body deletedComment.bodyHtml deletedComment.author deletedComment.versions'],
  [MODERATORS, 'proposedBan proposedBan.state proposedBan.facts proposedBan.passage proposedBan.affected proposedBan.decidedBy'],
  [BRAND, 'draftCall draftCall.title draftCall.story draftCall.questions draftMission draftMission.title draftMission.brief'],
  [AUTHOR, 'draftApplication draftApplication.state draftApplication.member draftEntry draftEntry.state draftEntry.evidence'],
  [[...AUTHOR, ...BRAND], 'blindApplication blindApplication.answers blindApplication.country blindApplication.reach'],
  [AUTHOR, 'blindApplication.member'],
  [BRAND, 'blindApplication.standing declinedApplication.standing'],
  [NOBODY, 'blindApplication.nominatedBy blindApplication.decisions'], // there are none
  [[...AUTHOR, ...BRAND], 'declinedApplication declinedApplication.state declinedApplication.member declinedApplication.answers declinedApplication.decisions'],
  [PANEL, 'selectedApplication selectedApplication.state selectedApplication.term'], // the reporter’s own
  [['reporter', ...STAFF], 'offeredTerm offeredTerm.member offeredTerm.receives offeredTerm.call'],
  [BETWEEN, 'revokedTerm revokedTerm.member revokedTerm.revocation'],
  [BETWEEN, 'submittedEntry submittedEntry.state submittedEntry.evidence submittedEntry.note submittedEntry.member'],
  [BETWEEN, 'refusedEntry refusedEntry.state refusedEntry.reviews refusedEntry.evidence'],
  // what was taken from the wall is no tombstone there: the log of moderation says that it was
  [BETWEEN, 'hiddenEntry hiddenEntry.state hiddenEntry.withheld hiddenEntry.evidence hiddenEntry.note hiddenEntry.member'],
  [NOBODY, 'ownReviewItem ownReviewItem.id'], // the moderator in the table is the one whom it is about
];

/** Who comes to an object of a type; to the others everybody does. */
export const TYPES: readonly Rule[] = [
  [SIGNED_IN, 'Account AccountSecurity DataExport DecisionConnection FollowConnection Identity NotificationConnection ReportConnection Session Viewer'],
  [MEMBERS, 'Evidence NotificationPreference NotificationPreferences'], // their own
  [TOLD, 'Notification NotificationEdge'], // who was told something
  [['author', 'suspended', 'banned'], 'DecisionEdge'], // about whom something was decided
  [['suspended', 'banned'], 'Restriction'],
  [['member'], 'CircleRequest Follow FollowEdge SurveyAnswer'], // who asked to join, follows and answered
  [['reporter'], 'ReportEdge'],
  [['brand manager'], 'SavedFilter SavedIdeaFilter'],
  [AUTHOR, 'CircleRequestConnection CircleRequestEdge MemberRight MemberRights'],
  [CIRCLE, 'CirclePost CirclePostConnection CirclePostEdge CirclePostPermissions'],
  [['author', ...BRAND], 'SurveyResults'],
  [['author', 'moderator'], 'Appeal AppealMessage AvatarRemoval Cause Genuineness NextLevel ReputationEntry ReputationEntryConnection ReputationEntryEdge ReputationSource ScorePoint'],
  [['reporter', 'moderator'], 'IllegalContentNotice'],
  [['suspended', 'moderator'], 'LogOpening'], // the first entry is about whom was warned
  [MODERATORS, 'AppealConnection AppealEdge Criticism ReporterRecord ReputationDispute ReputationDisputeConnection ReputationDisputeEdge ReviewContent ReviewFactor ReviewItem'],
  [MODERATORS, 'ReviewItemConnection ReviewItemEdge ReviewKindCount ReviewNote ReviewPriority ReviewWorkload SuspectedRun SuspectedRunConnection SuspectedRunEdge SuspicionEventConnection'],
  [BRAND, 'AnswerReach ApiToken ApiTokenConnection ApiTokenEdge CreditCandidate DuplicateSuggestion DuplicateSuggestionConnection DuplicateSuggestionEdge MailPreview MergePreview'],
  [BRAND, 'PurchaseBatch PurchaseBatchConnection PurchaseBatchEdge'],
  [STAFF, 'AuditEntry AuditEntryConnection AuditEntryEdge AuditFact IdeaNote IdeaNoteConnection IdeaNoteEdge MergeContest MergeContestConnection MergeContestEdge'],
  [OWNER, 'LadderPreview LadderPreviewExample'],
  [['owner', 'moderator'], 'IntakeSettings'],
  [APPOINTING, 'StaffInvitation StaffInvitationConnection StaffInvitationEdge'],
  [['author', 'moderator'], 'AmbassadorAppeal AppealedDecision'],
  [MODERATORS, 'AmbassadorAppealConnection AmbassadorAppealEdge'],
  [BRAND, 'MissionAmplification ReachDay TermConnection TermEdge'],
  [PANEL, 'ApplicantStanding ApplicantTopic ApplicationMark ApplicationRanking'],
  [APPLICANT_AND_PANEL, 'DeclaredReach'],
  [BETWEEN, 'EntryCheck EntryReview LookedFor RubricScore'],
  [AMBASSADOR, 'MemberRewards SiteFeed'],
  [[...AMBASSADOR, ...BRAND], 'TrackingDay TrackingLink TrackingLinkConnection TrackingLinkEdge'],
  [BRAND, 'AmbassadorNumbers Amplification AnswerTimes Appropriation CallFunnel ChannelReach Credibility DisclosureNumbers MissionCost StateCount'],
  [BRAND, 'PerkDelivery PerkDeliveryConnection PerkDeliveryEdge RewardBudget RewardBudgetConnection RewardBudgetEdge'],
  [BRAND, 'RewardTransfer RewardTransferConnection RewardTransferEdge'],
  [OPERATOR, 'AddressCheck DatabaseHealth DeploymentHealth PanelModerator MailHealth MigrationState ProgramHealth ProgramProcess QueueHealth StorageHealth'],
];

/** Who finds something in a field; in the others all who come to the object do, or nobody since nothing is there. */
export const FIELDS: readonly Rule[] = [
  [['author', 'moderator'], 'Decision.affected Decision.facts Decision.language Decision.passage Member.avatarRemoval'],
  [['author', 'moderator'], 'Reputation.entries Reputation.genuineness Reputation.hidden Reputation.history Reputation.nextLevel Reputation.sources Reputation.tenths'],
  [MODERATORS, 'Community.appeals Community.reputationDisputes Community.reviewQueue Community.reviewWorkload Community.suspectedRuns Decision.critical Decision.decidedBy'],
  [MODERATORS, 'Idea.suspectedRuns Idea.suspicionEvents Report.record Report.reporter'],
  [['reporter', 'moderator'], 'Report.category Report.explanation Report.notice Report.subjectId Report.subjectKind'],
  [['suspended', 'moderator'], 'LogEntry.openings'],
  [BRAND, 'Community.apiTokens Community.duplicateSuggestions Community.needsAnswer Community.purchaseBatches Idea.answerPreview Idea.answerReach Idea.creditCandidates Idea.duplicateSuggestions Idea.mergePreview'],
  [STAFF, 'Community.auditKinds Community.auditLog Community.mergeContests Idea.notes Member.attestations Viewer.roles'],
  [['author', ...BRAND], 'Survey.results'],
  [['owner', 'moderator'], 'Community.intake'],
  [APPOINTING, 'Community.invitations'],
  [OPERATOR, 'Deployment.health'],
  [AUTHOR, 'Circle.requests Member.rights Viewer.drafts Appeal.viewerMayNotDecideBecause Notification.actor'],
  [CIRCLE, 'Circle.feed Circle.viewerMembership'],
  [['member'], 'Circle.viewerRequest FollowConnection.edges FollowConnection.nodes Survey.viewerAnswer Viewer.invitations'],
  [SUPPORTERS, 'Idea.viewerVote'],
  [MEMBERS, 'Identity.evidence Identity.profileUrls Viewer.membership Viewer.memberships Viewer.notificationPreferences'],
  [TOLD, 'NotificationConnection.edges NotificationConnection.nodes'],
  [['reporter', ...BRAND], 'Notification.call'], // who was selected, and who is asked to look again
  [['reporter'], 'Notification.excerpt'],
  [but(EVERYBODY, ...BRAND), 'Permission.reason'], // why they may not decide about an application
  [['author', 'suspended', 'banned'], 'DecisionConnection.edges DecisionConnection.nodes'],
  [['reporter'], 'ReportConnection.edges ReportConnection.nodes'],
  [['brand manager'], 'Viewer.savedFilters'],
  [['suspended', 'banned'], 'Viewer.restrictions'],
  [['suspended'], 'Restriction.endsAt Notification.decision'], // the ban is for good; the warning came with a notice
  [[...STAFF, 'moderator next door', 'operator'], 'AccountSecurity.staffDeadline'],
  [but(EVERYBODY, 'author'), 'Decision.viewerMayNotAppealBecause'],
  [MODERATORS, 'Community.ambassadorAppeals'],
  [BRAND, 'Community.ambassadorTerms Community.rewardBudget Mission.budget'],
  [[...AUTHOR, 'reporter'], 'Community.viewerTerm'],
  [AUTHOR, 'Application.step'],
  [BRAND, 'Community.ambassadorNumbers Community.missionEntries Community.perkDeliveries Community.rewardBudgets Community.trackingLinks'],
  [APPLICANT_AND_PANEL, 'Application.country Application.reach'],
  [PANEL, 'Application.marks Application.ranking Application.standing'],
  [AUTHOR, 'Call.viewerApplication Mission.viewerEntry'],
  [BETWEEN, 'Entry.note Entry.reviews EntryEvidence.checks EntryEvidence.nextCheckAt Term.renewalMonths Term.renewalByBrandAt'],
  [AMBASSADOR, 'Member.rewards Member.siteFeeds'],
  [[...AMBASSADOR, ...BRAND], 'Member.trackingLinks'],
];

/** Refused for what was said, by a door that was open: what is said of it would be answered. */
export const PAST_THE_DOOR: readonly Outcome[] = [
  'yes', 'PASSKEY_REFUSED', 'FRESH_PROOF_REQUIRED', 'WRONG_CREDENTIALS', 'WRONG_CODE', 'ALREADY_MEMBER', 'WEBSITE_UNREACHABLE', 'INVALID_INPUT', 'SETUP_DONE', 'HANDLE_TAKEN', 'TOO_FEW_MEMBERS',
  'ALREADY_AMBASSADOR', 'NOT_ENOUGH_POINTS', 'SITE_NOT_PROVED',
];

const expectedOf = (rules: readonly Rule[]) => new Map(rules.flatMap(([who, what]) => what.split(' ').map((name) => [name, who] as const)));
export const whoIn = ({ cells }: Row, outcomes: readonly Outcome[]) => ROLES.filter((_, at) => outcomes.includes(cells[at]!));

function differences(name: string, may: Audience, should: Audience): string[] {
  return [
    ...may.filter((role) => !should.includes(role)).map((role) => `${name}: ${role} may, and should not`),
    ...should.filter((role) => !may.includes(role)).map((role) => `${name}: ${role} may not, and should`),
  ];
}

/** Where operations are not as the rules say; also those without a rule, and rules without an operation. */
export function surprisesInOperations(rows: readonly Row[], rules: readonly Rule[]): string[] {
  const expected = expectedOf(rules);
  const names = rows.map(({ name }) => name);
  return [
    ...rows.flatMap((row) => (expected.has(row.name) ? differences(row.name, whoIn(row, PAST_THE_DOOR), expected.get(row.name)!) : [`${row.name}: no rule says who may`])),
    ...[...expected.keys()].filter((name) => !names.includes(name)).map((name) => `${name}: a rule for nothing`),
  ];
}

/** Where somebody comes to an object, or finds something in its fields, and should not; or the other way round. */
export function surprisesInTypes(types: readonly TypeRows[]): string[] {
  const [expected, inFields] = [expectedOf(TYPES), expectedOf(FIELDS)];
  const names = [...types.map(({ type }) => type), ...types.flatMap(({ rows }) => rows.map(({ name }) => name))];
  return [
    ...types.flatMap(({ type, reached }) => differences(type, reached, expected.get(type) ?? EVERYBODY)),
    ...types.flatMap(({ reached, rows }) => rows.flatMap((row) => {
      const found = whoIn(row, ['yes']);
      return differences(row.name, found, inFields.get(row.name) ?? (found.length === 0 ? NOBODY : reached));
    })),
    ...[...expected.keys(), ...inFields.keys()].filter((name) => !names.includes(name)).map((name) => `${name}: a rule for nothing`),
  ];
}
