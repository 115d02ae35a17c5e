import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Withholding } from '@fanfare/kernel';
import type { IdeaStatus, InterestKind } from './idea.status.js';

/** The table `ideas`. `created_at` is when it was submitted (of a draft: when it was first saved). */
@Entity('ideas')
export class IdeaEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'community_id' })
  communityId: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId: string | null;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  status: IdeaStatus;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  /** Counts the texts it has had, from 1. */
  @Column('int', { default: 1 })
  version: number;

  /** Position of the highest rung reached, 0 for none. */
  @Column('int', { default: 0 })
  rung: number;

  @Column('timestamptz', { nullable: true })
  deadline: Date | null;

  @Column('text', { name: 'interest_kind', nullable: true })
  interestKind: InterestKind | null;

  @Column('text', { name: 'interest_note', nullable: true })
  interestNote: string | null;

  @Column('text', { array: true, default: '{}' })
  labels: string[];

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column('int', { name: 'imported_support', default: 0 })
  importedSupport: number;

  /** When its author took the text back with their account. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** That it is not shown; see `IdeaWithholding`. Removed ideas have a status of their own. */
  @Column('text', { nullable: true })
  withheld: Extract<Withholding, 'HOLD' | 'HIDDEN'> | null;

  @Column('timestamptz', { name: 'withheld_at', nullable: true })
  withheldAt: Date | null;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey: string | null;
}

/** The table `idea_versions`: what an edit replaced. `created_at` is when that version was written. */
@Entity('idea_versions')
export class IdeaVersionEntity {
  @PrimaryColumn('uuid', { name: 'idea_id' })
  ideaId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
