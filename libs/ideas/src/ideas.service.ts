import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';
import type { IdeaRow } from './idea.row.js';
import { IdeasAccess } from './ideas.access.js';

/** What people do with ideas. */
@Injectable()
export class IdeasService {
  constructor(private readonly access: IdeasAccess) {}

  /** See `IdeasAccess.requireVisible`. */
  requireVisible(tx: Tx, actor: Actor, ideaId: string): Promise<IdeaRow> {
    return this.access.requireVisible(tx, actor, ideaId);
  }
}
