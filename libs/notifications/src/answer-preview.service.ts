import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesLoaders } from '@fanfare/communities';
import type { RequestContext } from '@fanfare/graphql';
import type { IdeaRow } from '@fanfare/ideas';
import { CONFIG, type Config } from '@fanfare/kernel';
import { languageFor, renderLetter, type RenderedLetter } from '@fanfare/mail';
import { MembersLoaders } from '@fanfare/members';
import type { AnswerPreviewInput } from './answer-preview.model.js';
import { mailingLetters } from './mailing.letters.js';
import { MailingReader } from './mailing.reader.js';

/**
 * The letter about an answer before it is out, made by what makes the real one. It is addressed to whoever looks, as if
 * they backed the idea; the link that would stop somebody's mails leads to their settings here.
 */
@Injectable()
export class AnswerPreviewService {
  constructor(
    private readonly reader: MailingReader,
    private readonly members: MembersLoaders,
    private readonly communities: CommunitiesLoaders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The digest that tells of nothing but this answer. The caller has checked that the actor answers for the brand. */
  async render(context: RequestContext, idea: IdeaRow, input: AnswerPreviewInput): Promise<RenderedLetter & { locale: string }> {
    const community = (await this.communities.byId.load(context, idea.communityId))!;
    const reader = await this.members.byAccount.load(context, { accountId: context.actor.accountId!, communityId: community.id });
    const locale = languageFor(input.locale || community.locale);
    const matters = [await this.reader.answer(context, idea, input)];
    const origin = this.config.publicUrl;
    const letter = mailingLetters[locale]({
      mailing: { kind: 'DIGEST', name: reader?.displayName ?? community.name, community, matters },
      origin,
      unsubscribeUrl: `${origin}/c/${community.slug}/inbox/settings`,
    });
    return { ...renderLetter(letter, locale, origin), locale };
  }
}
