import { Foundation1763769600001 } from './0001-foundation.js';
import { Access1763769600002 } from './0002-access.js';
import { Communities1763769600003 } from './0003-communities.js';
import { Members1763769600004 } from './0004-members.js';
import { Ideas1763769600005 } from './0005-ideas.js';
import { Votes1763769600006 } from './0006-votes.js';
import { Comments1763769600007 } from './0007-comments.js';
import { Portability1763769600008 } from './0008-portability.js';
import { Answers1763769600009 } from './0009-answers.js';
import { Merges1763769600010 } from './0010-merges.js';
import { Ladder1763769600011 } from './0011-ladder.js';
import { Notifications1763769600012 } from './0012-notifications.js';
import { Media1763769600013 } from './0013-media.js';
import { Staff1763769600014 } from './0014-staff.js';
import { MyData1763769600015 } from './0015-my-data.js';
import { Circles1763769600016 } from './0016-circles.js';
import { Creations1763769600017 } from './0017-creations.js';
import { ErasedIdeas1763769600018 } from './0018-erased-ideas.js';
import { RemovedAvatars1763769600019 } from './0019-removed-avatars.js';
import { ErasedIdeasWaitForNothing1763769600020 } from './0020-erased-ideas-wait-for-nothing.js';
import { PassingEvents1763769600021 } from './0021-passing-events.js';
import { Identity1763769600022 } from './0022-identity.js';
import { SecondFactor1763769600023 } from './0023-second-factor.js';
import { Reputation1763769600024 } from './0024-reputation.js';
import { Genuineness1763769600025 } from './0025-genuineness.js';
import { LinkAttempts1763769600026 } from './0026-link-attempts.js';
import { Moderation1763769600027 } from './0027-moderation.js';
import { Intake1763769600028 } from './0028-intake.js';
import { Withheld1763769600030 } from './0030-withheld.js';
import { Missions1763769600032 } from './0032-missions.js';
import { Rewards1763769600033 } from './0033-rewards.js';
import { Reach1763769600034 } from './0034-reach.js';
import { TestAccounts1763769600036 } from './0036-test-accounts.js';
import { Applying1763769600035 } from './0035-applying.js';
import { Terms1763769600037 } from './0037-terms.js';
import { Kept1763769600038 } from './0038-kept.js';
import { ModerationLog1763769600029 } from './0029-moderation-log.js';
import { Recruitment1763769600031 } from './0031-recruitment.js';

/** In the order they run. Listed by hand: a forgotten file is a compile-time thing, not a surprise in production. */
export const migrations = [
  Foundation1763769600001,
  Access1763769600002,
  Communities1763769600003,
  Members1763769600004,
  Ideas1763769600005,
  Votes1763769600006,
  Comments1763769600007,
  Portability1763769600008,
  Answers1763769600009,
  Merges1763769600010,
  Ladder1763769600011,
  Notifications1763769600012,
  Media1763769600013,
  Staff1763769600014,
  MyData1763769600015,
  Circles1763769600016,
  Creations1763769600017,
  ErasedIdeas1763769600018,
  RemovedAvatars1763769600019,
  ErasedIdeasWaitForNothing1763769600020,
  PassingEvents1763769600021,
  Identity1763769600022,
  SecondFactor1763769600023,
  Reputation1763769600024,
  Genuineness1763769600025,
  LinkAttempts1763769600026,
  Moderation1763769600027,
  Intake1763769600028,
  ModerationLog1763769600029,
  Withheld1763769600030,
  Recruitment1763769600031,
  Missions1763769600032,
  Rewards1763769600033,
  Reach1763769600034,
  TestAccounts1763769600036,
  Applying1763769600035,
  Terms1763769600037,
  Kept1763769600038,
];
