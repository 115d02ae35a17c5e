import { Injectable } from '@nestjs/common';
import { Handlers } from '@fanfare/events';
import { TextHeld } from '@fanfare/intake';
import type { Tx } from '@fanfare/database';
import { ReviewItemsService } from '../queue/review-items.service.js';
import { ReportedSubjects } from '../reports/reported-subjects.service.js';

/** A text that a phase of intake held waits for a moderator, beside what is reported. */
@Injectable()
export class HeldTexts {
  constructor(
    handlers: Handlers,
    private readonly subjects: ReportedSubjects,
    private readonly items: ReviewItemsService,
  ) {
    handlers.on(TextHeld, 'moderation.openHeldTexts', (tx, event) => this.open(tx, event.subjectId!));
  }

  /** What its author took away meanwhile waits for nobody. */
  private async open(tx: Tx, textId: string): Promise<void> {
    const subject = await this.subjects.find(tx, textId);
    if (!subject) return;
    const { item, opened } = await this.items.openOrJoin(tx, subject);
    if (!opened) await this.items.tellChanged(tx, null, item);
  }
}
