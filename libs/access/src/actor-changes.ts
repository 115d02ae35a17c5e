import { Injectable } from '@nestjs/common';
import { EventTail, type RecordedEvent } from '@fanfare/events';
import { RoleGranted, RoleRevoked } from './account.events.js';
import { RestrictionImposed, RestrictionLifted } from './restriction.events.js';

const OF_MEMBERS: readonly string[] = [RestrictionImposed.type, RestrictionLifted.type];
const OF_ACCOUNTS: readonly string[] = [RoleGranted.type, RoleRevoked.type];

/**
 * Whose powers changed, in whichever process: who keeps a socket open for them looks again at what they may be told. Within a
 * second, since the log is read five times a second.
 */
@Injectable()
export class ActorChanges {
  constructor(private readonly tail: EventTail) {}

  /** Calls back with the account of each. @returns how to stop listening */
  listen(told: (accountId: string) => void): () => void {
    return this.tail.listen([...OF_MEMBERS, ...OF_ACCOUNTS], (event) => {
      const accountId = accountOf(event);
      if (accountId) told(accountId);
    });
  }
}

function accountOf({ type, subjectId, payload }: RecordedEvent): string | null {
  if (OF_ACCOUNTS.includes(type)) return subjectId;
  return (payload as { account?: string | null }).account ?? null;
}
