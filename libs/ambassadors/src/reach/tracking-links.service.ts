import { Inject, Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, Clock, type Config, CONFIG, enforceHidden, isId, newId, Problem } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { randomBytes } from 'node:crypto';
import { canManageRewards } from '../rewards/reward.policy.js';
import { TrackingLinkCreated, TrackingTargetSet } from './reach.events.js';

/** Channels of one ambassador in one mission. */
const MOST_LINKS = 20;
const TOKEN_BYTES = 9;

const MISSION = `SELECT id, community_id AS "communityId", state FROM missions WHERE id = $1 FOR KEY SHARE`;
const JOINED = 'SELECT FROM mission_joins WHERE mission_id = $1 AND member_id = $2 AND left_at IS NULL FOR KEY SHARE';
const THERE = 'SELECT id FROM tracking_links WHERE mission_id = $1 AND member_id = $2 AND lower(channel) = lower($3)';
const COUNT = 'SELECT count(*)::int AS count FROM tracking_links WHERE mission_id = $1 AND member_id = $2';
const INSERT = `
  INSERT INTO tracking_links (id, token, community_id, mission_id, member_id, channel, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT ON CONSTRAINT tracking_links_one_each DO NOTHING RETURNING id`;
const AIM = `
  INSERT INTO tracking_targets (mission_id, community_id, url) VALUES ($1, $2, $3) ON CONFLICT (mission_id) DO UPDATE SET url = excluded.url`;
const AIM_HOME = 'DELETE FROM tracking_targets WHERE mission_id = $1';
const TOKENS = 'SELECT token FROM tracking_links WHERE mission_id = $1 AND member_id = $2 ORDER BY created_at, id';

interface Mission {
  readonly id: string;
  readonly communityId: string;
  readonly state: string;
}

/** Ambassadors' own links of a mission, one for each channel. Where they lead is the brand's to say. */
@Injectable()
export class TrackingLinksService {
  constructor(
    private readonly transactor: Transactor,
    private readonly activity: ActivityService,
    private readonly members: MembersService,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The actor's link for a channel of a mission they joined; the same when they ask again.
   *
   * @param channel as they name it: a network, a site
   * @returns its id
   * @throws Problem `NOT_FOUND`, `NOT_A_MEMBER`, `RESTRICTED`, `MISSION_NOT_JOINED`, `TOO_MANY_LINKS`, `EMPTY_TEXT`, `TOO_LONG`
   */
  async create(actor: Actor, missionId: string, channel: string): Promise<string> {
    const name = cleanLine('channel', channel, { max: 80 });
    await this.activity.take(actor, 'trackReach');
    const [id, token] = [newId(), randomBytes(TOKEN_BYTES).toString('base64url')];
    return this.transactor.run(async (tx) => {
      const mission = await this.mission(tx, missionId);
      if (mission.state === 'DRAFT') throw new Problem('NOT_FOUND', { what: 'mission' });
      const member = await this.members.requireMember(tx, actor, mission.communityId);
      if ((await rowsOf(tx, JOINED, [mission.id, member.id])).length === 0) throw new Problem('MISSION_NOT_JOINED');
      const [there] = await rowsOf<{ id: string }>(tx, THERE, [mission.id, member.id, name]);
      if (there) return there.id;
      const [{ count }] = (await rowsOf<{ count: number }>(tx, COUNT, [mission.id, member.id])) as [{ count: number }];
      if (count >= MOST_LINKS) throw new Problem('TOO_MANY_LINKS', { max: MOST_LINKS });
      const made = await rowsOf(tx, INSERT, [id, token, mission.communityId, mission.id, member.id, name, this.clock.now()]);
      if (made.length === 0) return (await rowsOf<{ id: string }>(tx, THERE, [mission.id, member.id, name]))[0]!.id;
      const payload = { missionId: mission.id, memberId: member.id };
      await this.events.append(tx, TrackingLinkCreated, { communityId: mission.communityId, actorId: actor.accountId, subjectId: id, payload });
      return id;
    });
  }

  /**
   * Says where the links of a mission lead.
   *
   * @param target an address of the web, but no tracking link of this site: they would lead to each other; null for the community's own page
   * @throws Problem `NOT_FOUND`, `INVALID_INPUT`
   */
  async aim(actor: Actor, missionId: string, target: string | null): Promise<void> {
    const url = target === null ? null : webAddress(target, new URL(this.config.publicUrl).host);
    await this.activity.take(actor, 'manageRewards');
    await this.transactor.run(async (tx) => {
      const mission = await this.mission(tx, missionId);
      enforceHidden(canManageRewards(actor, mission.communityId), { what: 'mission' });
      await (url === null ? tx.query(AIM_HOME, [mission.id]) : tx.query(AIM, [mission.id, mission.communityId, url]));
      await this.events.append(tx, TrackingTargetSet, { communityId: mission.communityId, actorId: actor.accountId, subjectId: mission.id, payload: {} });
    });
  }

  /** The tokens of an ambassador for a mission: a page that carries one of them shows `/r/TOKEN`. */
  async tokensOf(tx: Tx, missionId: string, memberId: string): Promise<string[]> {
    return (await rowsOf<{ token: string }>(tx, TOKENS, [missionId, memberId])).map(({ token }) => token);
  }

  private async mission(tx: Tx, id: string): Promise<Mission> {
    const [mission] = isId(id) ? await rowsOf<Mission>(tx, MISSION, [id]) : [];
    if (!mission) throw new Problem('NOT_FOUND', { what: 'mission' });
    return mission;
  }
}

function webAddress(text: string, ownHost: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const fits = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.href.length <= 2_000 && !(url.host === ownHost && isTracking(url.pathname));
  if (!fits) throw new Problem('INVALID_INPUT', { field: 'target' });
  return url.href;
}

/** As the server reads a path, which may spell its letters as %72. */
function isTracking(path: string): boolean {
  const spelt = path.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return /^\/+r(\/|$)/i.test(spelt);
}
