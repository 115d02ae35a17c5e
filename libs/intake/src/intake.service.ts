import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, type Config, CONFIG, isOnStaff, newId } from '@fanfare/kernel';
import type { MemberRow } from '@fanfare/members';
import type { ExaminedText } from './examined-text.js';
import { TextHeld } from './intake.events.js';
import { TextStopped } from './intake.problems.js';
import { IntakeSettingsQueries } from './intake-settings.queries.js';
import { IntakeTexts, type WrittenText } from './intake-texts.js';
import { IntakeVerdicts } from './intake-verdicts.js';
import { judge } from './phases/phases.js';
import { isHeldIn } from './restricted.js';
import { fingerprintOf, markOf } from './text/fingerprint.js';
import type { IntakeContext, IntakeText, ProtectedName, TextKind, Verdict } from './verdict.js';

type Author = Pick<MemberRow, 'id' | 'communityId' | 'level' | 'identityLevel'>;

/** What every text passes before it is kept. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly settings: IntakeSettingsQueries,
    private readonly texts: IntakeTexts,
    private readonly verdicts: IntakeVerdicts,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Judges a text in the transaction that is about to keep it, and remembers it for the next one. Call it once the author is
   * known to be a member and the text is clean (`cleanText`), before the row is written. Texts of one member take turns here.
   *
   * @returns `PASS`, or `HOLD`: write it as held
   * @throws Problem `REPHRASE` `{ phase, reason, nudge, …params }`: sent again unchanged, or with `rephrased: nudge`, it is nudged
   * no more; `TEXT_REFUSED` `{ phase, reason, …params }`. Both roll back; the verdict is kept once that is done.
   */
  async examine(tx: Tx, actor: Actor, member: Author, text: ExaminedText): Promise<Verdict> {
    const written: WrittenText = { ...fingerprintOf(text.texts.body), ...text, placeId: text.placeId ?? text.subjectId };
    const intake: IntakeText = { kind: text.kind, ...text.texts, before: text.before };
    const context = await this.contextOf(tx, actor, member, written);
    let verdict = judge(intake, context);
    const mark = markOf(text.texts.title ?? '', text.texts.body);
    if (verdict.outcome === 'NUDGE' && (await this.verdicts.answerNudge(tx, actor, text, member.communityId, mark))) verdict = judge(intake, context, true);
    if (verdict.outcome === 'NUDGE' || verdict.outcome === 'REFUSE') throw this.stopped(actor, member, text, verdict, mark);
    if (isCounted(text.kind)) await this.texts.remember(tx, member.id, written);
    if (verdict.outcome === 'HOLD') await this.hold(tx, actor, member, text, verdict);
    return verdict;
  }

  private async contextOf(tx: Tx, actor: Actor, member: Author, written: WrittenText): Promise<IntakeContext> {
    const { level, identityLevel, communityId } = member;
    const counted = isCounted(written.kind) ? await this.texts.countedFor(tx, member.id, written) : this.texts.none;
    const { holdAnonymous, words } = await this.settings.of(tx, communityId);
    return {
      ...counted,
      level,
      identityLevel,
      byStaff: isOnStaff(actor, communityId),
      isHeld: isHeldIn(actor, communityId),
      ownSite: this.config.publicUrl,
      names: written.kind === 'MEMBER' ? await this.namesOf(tx, member) : [],
      communityWords: words,
      holdAnonymous,
    };
  }

  private namesOf(tx: Tx, { communityId, id }: Author): Promise<readonly ProtectedName[]> {
    return this.settings.protectedNames(tx, communityId, id);
  }

  private stopped(actor: Actor, member: Author, text: ExaminedText, verdict: Verdict, mark: string): TextStopped {
    const { kind, subjectId } = text;
    const row = { id: newId(), communityId: member.communityId, memberId: member.id, accountId: actor.accountId, kind, subjectId, at: this.clock.now() };
    return new TextStopped({ ...row, ...verdict, mark: verdict.outcome === 'NUDGE' ? mark : null });
  }

  private async hold(tx: Tx, actor: Actor, member: Author, { kind, subjectId }: ExaminedText, verdict: Verdict): Promise<void> {
    const { communityId } = member;
    const row = { id: newId(), communityId, memberId: member.id, accountId: actor.accountId, kind, subjectId, at: this.clock.now(), mark: null };
    await this.verdicts.keep(tx, { ...row, ...verdict });
    const payload = { kind, phase: verdict.phase!, reason: verdict.reason!, verdict: row.id };
    await this.events.append(tx, TextHeld, { communityId, actorId: actor.accountId, subjectId, payload });
  }
}

/** Profiles are few and change seldom: no campaign is made of them. */
function isCounted(kind: TextKind): boolean {
  return kind !== 'MEMBER';
}
