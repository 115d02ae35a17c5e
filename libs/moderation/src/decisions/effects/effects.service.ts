import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';
import type { DecisionRow } from '../decision.row.js';
import type { Effect } from './effect.js';
import { LabelEffect } from './label.effect.js';
import { MeritEffect } from './merit.effect.js';
import { RestrictionEffect } from './restriction.effect.js';
import { VisibilityEffect } from './visibility.effect.js';

/** All that decisions do, in one order. */
@Injectable()
export class EffectsService implements Effect {
  private readonly effects: readonly Effect[];

  constructor(visibility: VisibilityEffect, restriction: RestrictionEffect, label: LabelEffect, merit: MeritEffect) {
    this.effects = [visibility, restriction, label, merit];
  }

  async apply(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    for (const effect of this.effects) await effect.apply(tx, actor, decision);
  }

  async undo(tx: Tx, actor: Actor | null, decision: DecisionRow): Promise<void> {
    for (const effect of this.effects) await effect.undo(tx, actor, decision);
  }
}
