/** How many tries in how many seconds. */
export interface Allowance {
  readonly points: number;
  readonly seconds: number;
}

export interface OperationLimits {
  /** Per address, or per account once it is known. */
  readonly subject: Allowance;
  /** Per network address: wide enough for an office behind one of them. */
  readonly ip: Allowance;
}

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/**
 * What one address and one network may try. Where success gives an address its try back (see `AttemptsService`), its limit
 * counts failures.
 */
export const ATTEMPT_LIMITS = {
  signUp: { subject: { points: 5, seconds: HOUR }, ip: { points: 300, seconds: HOUR } },
  signIn: { subject: { points: 20, seconds: QUARTER }, ip: { points: 600, seconds: QUARTER } },
  secondFactor: { subject: { points: 10, seconds: HOUR }, ip: { points: 300, seconds: HOUR } },
  signInWithPasskey: { subject: { points: 300, seconds: QUARTER }, ip: { points: 600, seconds: QUARTER } },
  requestPasskeyOptions: { subject: { points: 600, seconds: QUARTER }, ip: { points: 1_200, seconds: QUARTER } },
  renewProof: { subject: { points: 10, seconds: HOUR }, ip: { points: 300, seconds: HOUR } },
  confirmTotp: { subject: { points: 20, seconds: HOUR }, ip: { points: 300, seconds: HOUR } },
  changeSecurity: { subject: { points: 60, seconds: HOUR }, ip: { points: 600, seconds: HOUR } },
  confirmEmail: { subject: { points: 20, seconds: HOUR }, ip: { points: 300, seconds: HOUR } },
  resendConfirmation: { subject: { points: 5, seconds: HOUR }, ip: { points: 100, seconds: HOUR } },
  requestPasswordReset: { subject: { points: 5, seconds: HOUR }, ip: { points: 100, seconds: HOUR } },
  resetPassword: { subject: { points: 20, seconds: HOUR }, ip: { points: 100, seconds: HOUR } },
  changePassword: { subject: { points: 10, seconds: HOUR }, ip: { points: 200, seconds: HOUR } },
  updateAccount: { subject: { points: 60, seconds: HOUR }, ip: { points: 600, seconds: HOUR } },
  requestAccountDeletion: { subject: { points: 10, seconds: HOUR }, ip: { points: 200, seconds: HOUR } },
  dataExport: { subject: { points: 5, seconds: HOUR }, ip: { points: 100, seconds: HOUR } },
  signOut: { subject: { points: 60, seconds: HOUR }, ip: { points: 600, seconds: HOUR } },
  linkWebsite: { subject: { points: 20, seconds: HOUR }, ip: { points: 200, seconds: HOUR } },
  issuePurchaseCodes: { subject: { points: 1_000, seconds: HOUR }, ip: { points: 5_000, seconds: HOUR } },
  redeemPurchaseCode: { subject: { points: 10, seconds: HOUR }, ip: { points: 60, seconds: HOUR } },
  /** Notices of illegal content by who is not signed in. */
  fileNotice: { subject: { points: 10, seconds: HOUR }, ip: { points: 30, seconds: HOUR } },
  setUpDeployment: { subject: { points: 20, seconds: HOUR }, ip: { points: 20, seconds: HOUR } },
} as const satisfies Record<string, OperationLimits>;

/** A failed sign-in costs a network as much as so many that succeed: an office signs in more often than a thief. */
export const COST_OF_A_FAILURE = 3;

export type LimitedOperation = keyof typeof ATTEMPT_LIMITS;

/**
 * What one account that confirmed its address may do in communities: far more than a busy person does, far less than a
 * script could. Votes are not among them: a vote taken back and given again adds nothing to read.
 */
export const ACTIVITY_LIMITS = {
  joinCommunity: { points: 200, seconds: HOUR },
  attestRealName: { points: 100, seconds: HOUR },
  uploadPurchaseCodes: { points: 60, seconds: HOUR },
  createApiToken: { points: 30, seconds: HOUR },
  linkAccount: { points: 30, seconds: HOUR },
  inviteStaff: { points: 60, seconds: HOUR },
  updateMember: { points: 300, seconds: HOUR },
  setAvatar: { points: 100, seconds: HOUR },
  uploadPicture: { points: 200, seconds: 24 * HOUR },
  submitIdea: { points: 200, seconds: HOUR },
  editIdea: { points: 600, seconds: HOUR },
  addComment: { points: 600, seconds: HOUR },
  editComment: { points: 600, seconds: HOUR },
  markHelpful: { points: 3_000, seconds: HOUR },
  answerIdea: { points: 2_000, seconds: HOUR },
  /** Counted by the idea. */
  answerIdeas: { points: 5_000, seconds: HOUR },
  noteIdea: { points: 2_000, seconds: HOUR },
  follow: { points: 1_000, seconds: HOUR },
  createCircle: { points: 20, seconds: 24 * HOUR },
  joinCircle: { points: 300, seconds: HOUR },
  runCircle: { points: 600, seconds: HOUR },
  runMissions: { points: 2_000, seconds: HOUR },
  joinMission: { points: 600, seconds: HOUR },
  writeEntry: { points: 600, seconds: HOUR },
  reviewEntry: { points: 5_000, seconds: HOUR },
  postInCircle: { points: 600, seconds: HOUR },
  voteInElection: { points: 600, seconds: HOUR },
  showCreation: { points: 60, seconds: HOUR },
  editCreation: { points: 300, seconds: HOUR },
  appreciateCreation: { points: 3_000, seconds: HOUR },
  respondToCreation: { points: 600, seconds: HOUR },
  /** Undoing included: whoever has a stolen account moves no more votes about than somebody can put back by hand. */
  mergeIdea: { points: 600, seconds: HOUR },
  report: { points: 100, seconds: HOUR },
  review: { points: 5_000, seconds: HOUR },
  appeal: { points: 60, seconds: HOUR },
  runCall: { points: 600, seconds: HOUR },
  applyToCall: { points: 600, seconds: HOUR },
  /** Counted by the application. */
  judgeApplications: { points: 30_000, seconds: HOUR },
  voteForApplication: { points: 3_000, seconds: HOUR },
  judgeDuplicate: { points: 2_000, seconds: HOUR },
  manageRewards: { points: 2_000, seconds: HOUR },
  trackReach: { points: 120, seconds: HOUR },
  redeemPerk: { points: 60, seconds: HOUR },
} as const satisfies Record<string, Allowance>;

/** An anonymous account, which anybody has for the asking, may do a fifth of it. */
export const ANONYMOUS_COST = 5;

export type Activity = keyof typeof ACTIVITY_LIMITS;
