import { Inject, Injectable } from '@nestjs/common';
import { type LevelRights, LevelRightsTable } from '@fanfare/communities';
import type { Tx } from '@fanfare/database';
import { type Actor, type Config, CONFIG, isStaff, type Level, linksIn, picturesIn, Problem } from '@fanfare/kernel';
import type { MemberRow } from './member.row.js';

type Holder = Pick<MemberRow, 'communityId' | 'level'>;

/** What a member's level lets them do. Staff may do all of it. */
@Injectable()
export class RightsService {
  constructor(
    private readonly table: LevelRightsTable,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Refuses links to other sites, and pictures from there, to whom they are not open yet. Links within this site are everybody's.
   *
   * @param before what the text replaces: links that stood in it already may stay
   * @throws Problem `LEVEL_TOO_LOW` with the `level` that may
   */
  async requireText(tx: Tx, actor: Actor, member: Holder, text: string, before = ''): Promise<void> {
    const known = new Set(linksIn(before));
    const fresh = linksIn(text).filter((link) => !known.has(link) && !this.isOurs(link));
    if (fresh.length === 0) return;
    await this.require(tx, actor, member, 'links');
    const pictures = new Set(picturesIn(text));
    if (fresh.some((link) => pictures.has(link))) await this.require(tx, actor, member, 'images');
  }

  /** @throws Problem `LEVEL_TOO_LOW` with the `level` that may */
  async require(tx: Tx, actor: Actor, { communityId, level }: Holder, right: 'links' | 'images' | 'markHelpful'): Promise<void> {
    if (isStaff(actor, communityId)) return;
    const rights = (await this.table.of([communityId], tx)).get(communityId)!;
    if (at(rights, level)[right]) return;
    throw new Problem('LEVEL_TOO_LOW', { level: rights.find((step) => step[right])?.level ?? 'CHAMPION' });
  }

  private isOurs(link: string): boolean {
    return (link.startsWith('/') && !link.startsWith('//')) || link.startsWith('#') || link === this.config.publicUrl || link.startsWith(`${this.config.publicUrl}/`);
  }
}

function at(rights: readonly LevelRights[], level: Level): LevelRights {
  return rights.find((right) => right.level === level)!;
}
