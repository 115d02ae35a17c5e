import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import { type Actor, renderMarkdown } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { IdeaModel } from '../idea.model.js';
import type { IdeaRow } from '../idea.row.js';
import { IdeasLoaders } from '../ideas.loaders.js';
import { canChangeNote } from './answer.policy.js';
import {
  AddIdeaNoteInput,
  AddIdeaNotePayload,
  EditIdeaNoteInput,
  EditIdeaNotePayload,
  IdeaNoteModel,
  type IdeaNoteRow,
  RemoveIdeaNoteInput,
  RemoveIdeaNotePayload,
} from './idea-note.model.js';
import { IdeaNotesService } from './idea-notes.service.js';

/** Internal notes; whoever reaches one is on the staff. */
@Access('SIGNED_IN')
@Resolver(() => IdeaNoteModel)
export class IdeaNotesResolver {
  constructor(
    private readonly notes: IdeaNotesService,
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @Mutation(() => AddIdeaNotePayload, { description: 'By any staff role, for staff only.' })
  async addIdeaNote(@Args('input') input: AddIdeaNoteInput, @CurrentActor() actor: Actor): Promise<{ note: IdeaNoteRow }> {
    return { note: await this.notes.add(actor, input) };
  }

  @Mutation(() => EditIdeaNotePayload, { description: 'By its writer.' })
  async editIdeaNote(@Args('input') input: EditIdeaNoteInput, @CurrentActor() actor: Actor): Promise<{ note: IdeaNoteRow }> {
    return { note: await this.notes.edit(actor, input.note, input.body) };
  }

  @Mutation(() => RemoveIdeaNotePayload, { description: 'By its writer, for good.' })
  async removeIdeaNote(@Args('input') input: RemoveIdeaNoteInput, @CurrentActor() actor: Actor): Promise<RemoveIdeaNotePayload> {
    await this.notes.remove(actor, input.note);
    return { removed: true };
  }

  @ResolveField(() => String)
  bodyHtml(@Parent() note: IdeaNoteRow): string {
    return renderMarkdown(note.body);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null where its writer has not joined the community.' })
  author(@Parent() { authorId }: IdeaNoteRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => IdeaModel)
  idea(@Parent() { ideaId }: IdeaNoteRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, ideaId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader wrote it, so may change or remove it.' })
  viewerCanChange(@Parent() note: IdeaNoteRow, @CurrentActor() actor: Actor): boolean {
    return canChangeNote(actor, note).allowed;
  }
}
