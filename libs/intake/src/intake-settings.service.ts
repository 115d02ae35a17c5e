import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import { Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, Clock, enforce, Problem } from '@fanfare/kernel';
import { IntakeSettingsChanged } from './intake.events.js';
import { canSetIntake } from './intake.policy.js';
import { type IntakeSettings, IntakeSettingsQueries } from './intake-settings.queries.js';
import { unmasked, wordsIn } from './text/plain.js';

export interface IntakeChange {
  readonly holdAnonymous?: boolean | null;
  readonly words?: readonly string[] | null;
}

export const MOST_WORDS = 500;
const LONGEST_WORD = 60;

/** A lone letter or two would hold half of what people write. */
const FEWEST_LETTERS = 3;

const LOCK = 'SELECT 1 FROM communities WHERE id = $1 FOR UPDATE';

const WRITE = `
  INSERT INTO community_intake (community_id, hold_anonymous, words, changed_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (community_id) DO UPDATE SET hold_anonymous = excluded.hold_anonymous, words = excluded.words, changed_at = excluded.changed_at`;

@Injectable()
export class IntakeSettingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly queries: IntakeSettingsQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Changes settings; what is left out stays. @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `INVALID_INPUT`, `EMPTY_TEXT`, `TOO_LONG` */
  async update(actor: Actor, slug: string, change: IntakeChange): Promise<string> {
    const { id } = await this.communities.requireBySlug(slug);
    enforce(canSetIntake(actor, id));
    const words = change.words ? listed(change.words) : null;
    await this.transactor.run((tx) => this.write(tx, actor, id, { ...change, words }));
    return id;
  }

  private async write(tx: Tx, actor: Actor, communityId: string, change: IntakeChange): Promise<void> {
    await tx.query(LOCK, [communityId]);
    const now = await this.queries.of(tx, communityId);
    const then = { holdAnonymous: change.holdAnonymous ?? now.holdAnonymous, words: change.words ?? now.words };
    const fields = changedBetween(now, then);
    if (fields.length === 0) return;
    await tx.query(WRITE, [communityId, then.holdAnonymous, then.words, this.clock.now()]);
    await this.events.append(tx, IntakeSettingsChanged, { communityId, actorId: actor.accountId, subjectId: communityId, payload: { fields } });
  }
}

function changedBetween(now: IntakeSettings, then: Pick<IntakeSettings, 'holdAnonymous' | 'words'>): string[] {
  return [...(now.holdAnonymous === then.holdAnonymous ? [] : ['holdAnonymous']), ...(now.words.join('\n') === then.words.join('\n') ? [] : ['words'])];
}

/** Words as they are kept: each once, in the order given. */
function listed(words: readonly string[]): string[] {
  if (words.length > MOST_WORDS) throw new Problem('INVALID_INPUT', { field: 'words', max: MOST_WORDS });
  const clean = words.map((word) => cleanLine('words', word, { max: LONGEST_WORD }));
  for (const word of clean) {
    const letters = wordsIn(unmasked(word)).join('').length;
    if (letters < FEWEST_LETTERS) throw new Problem('INVALID_INPUT', { field: 'words', rule: 'letters', min: FEWEST_LETTERS, word });
  }
  return [...new Map(clean.map((word) => [word.toLowerCase(), word])).values()];
}
