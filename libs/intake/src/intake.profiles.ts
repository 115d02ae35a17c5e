import { Injectable } from '@nestjs/common';
import { ProfileTexts } from '@fanfare/members';
import { IntakeService } from './intake.service.js';

/** Profiles belong to a lower room, which cannot ask for this one: it is told how. */
@Injectable()
export class IntakeProfiles {
  constructor(profiles: ProfileTexts, intake: IntakeService) {
    profiles.register(async (tx, actor, member, { displayName, bio, before, rephrased }) => {
      const texts = { title: displayName, body: bio };
      const { outcome } = await intake.examine(tx, actor, member, { kind: 'MEMBER', subjectId: member.id, texts, before, rephrased });
      return outcome === 'HOLD' ? 'HOLD' : 'PASS'; // anything else was thrown
    });
  }
}
