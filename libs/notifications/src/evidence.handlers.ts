import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { EvidenceEndsSoon, EvidenceExpired, EvidenceRevoked, PurchaseCodesGuessed, RealNameAttested } from '@fanfare/identity';
import type { Matter } from './matter.js';
import type { NotificationKind } from './notification.kinds.js';
import { TellService } from './tell.service.js';

/** Where somebody is a member: everywhere, or in the brand's community alone. */
const MEMBERSHIPS = `
  SELECT m.id, m.community_id AS "communityId" FROM members m
  WHERE m.account_id = $1 AND m.former_since IS NULL AND ($2::uuid IS NULL OR m.community_id = $2)`;

const BY_ACCOUNT = 'SELECT id FROM members WHERE community_id = $1 AND account_id = $2';

/** Who runs the brand's codes. */
const KEEPERS = `
  SELECT DISTINCT m.id FROM role_grants g JOIN members m ON m.community_id = g.community_id AND m.account_id = g.account_id
  WHERE g.community_id = $1 AND g.role IN ('OWNER', 'BRAND_MANAGER') AND g.revoked_at IS NULL`;

type ProofEvent = RecordedEvent<{ evidenceId: string }>;

/** What happens to the proofs about people, told to them: their standing follows in every community that the proof counts in. */
@Injectable()
export class EvidenceHandlers {
  constructor(
    handlers: Handlers,
    private readonly telling: TellService,
  ) {
    handlers.on(EvidenceEndsSoon, 'notifications.evidenceEndsSoon', (tx, event) => this.tellOwner(tx, event, 'EVIDENCE_ENDING'));
    handlers.on(EvidenceExpired, 'notifications.evidenceExpired', (tx, event) => this.tellOwner(tx, event, 'EVIDENCE_ENDED'));
    handlers.on(EvidenceRevoked, 'notifications.evidenceRevoked', (tx, event) => this.tellOwner(tx, event, 'EVIDENCE_ENDED'));
    handlers.on(RealNameAttested, 'notifications.nameAttested', (tx, event) => this.attested(tx, event));
    handlers.on(PurchaseCodesGuessed, 'notifications.codesGuessed', (tx, event) => this.guessed(tx, event));
  }

  private async tellOwner(tx: Tx, event: ProofEvent, kind: NotificationKind): Promise<void> {
    const memberships = await rowsOf<{ id: string; communityId: string }>(tx, MEMBERSHIPS, [event.subjectId, event.communityId]);
    for (const { id, communityId } of memberships) {
      await this.telling.tell(tx, { ...aboutProof(event, kind), communityId }, ['MEMBERS'], { memberIds: [id] });
    }
  }

  private async attested(tx: Tx, event: ProofEvent): Promise<void> {
    const [attestor] = await rowsOf<{ id: string }>(tx, BY_ACCOUNT, [event.communityId, event.actorId]);
    const matter = { ...aboutProof(event, 'NAME_ATTESTED'), actorId: attestor?.id ?? null };
    await this.telling.tell(tx, matter, ['MEMBERS'], { memberIds: [event.subjectId!] });
  }

  private async guessed(tx: Tx, event: RecordedEvent<object>): Promise<void> {
    const keepers = await rowsOf<{ id: string }>(tx, KEEPERS, [event.communityId]);
    await this.telling.tell(tx, about(event, 'CODES_GUESSED'), ['STAFF'], { memberIds: keepers.map(({ id }) => id) });
  }
}

function about(event: RecordedEvent<object>, kind: NotificationKind): Matter {
  return { kind, id: event.id, communityId: event.communityId!, ideaId: null, actorId: null, actorAccountId: event.actorId, at: event.occurredAt.toISOString() };
}

function aboutProof(event: ProofEvent, kind: NotificationKind): Matter {
  return { ...about(event, kind), evidenceId: event.payload.evidenceId };
}
