interface Texts {
  readonly guidelines: string;
  readonly terms: string;
}

const TEXTS: Readonly<Record<string, Texts>> = {
  en: {
    guidelines: `## How we talk here

- **Be specific.** What happened, to whom, how often: that is what helps somebody decide.
- **Criticise as hard as you like.** Nothing is hidden here for being negative about us. What attacks people is.
- **One idea per post.** If yours is there already, back it and add what is missing.
- **Say when you have a stake.** If you work for us, for a competitor or for a shop, declare it beside your text.

Moderators are not part of the brand team. If they hide something of yours, they tell you which rule and which passage, and how to appeal.`,
    terms: `## Terms of this community

1. **Your idea stays yours.** Posting it gives us the right to show and discuss it here, nothing more.
2. **If we want to make it, we ask you first** and offer a written agreement. You may say no.
3. **Similar ideas happen.** When we are already at work on something alike, we say so in public.
4. **Post only what is yours.** Other people’s pictures and texts need their permission.
5. **You can leave** at any time and take your data with you.`,
  },
  fr: {
    guidelines: `## Comment on se parle ici

- **Soyez précis.** Ce qui s’est passé, pour qui, combien de fois : voilà ce qui aide à décider.
- **Critiquez aussi fort que vous voulez.** Rien n’est masqué ici parce que c’est négatif envers nous. Ce qui s’en prend aux personnes, si.
- **Une idée par message.** La vôtre existe déjà ? Soutenez-la et ajoutez ce qui lui manque.
- **Dites si vous êtes partie prenante.** Vous travaillez pour nous, pour un concurrent ou pour un magasin ? Indiquez-le à côté de votre texte.

La modération ne fait pas partie de l’équipe de la marque. Si elle masque un de vos messages, elle vous dit quelle règle, quel passage, et comment contester.`,
    terms: `## Conditions de cette communauté

1. **Votre idée reste la vôtre.** La publier nous donne le droit de la montrer et d’en discuter ici, rien de plus.
2. **Si nous voulons la réaliser, nous vous le demandons d’abord** et vous proposons un accord écrit. Vous pouvez refuser.
3. **Des idées se ressemblent parfois.** Quand nous travaillons déjà sur quelque chose d’approchant, nous le disons publiquement.
4. **Ne publiez que ce qui est à vous.** Les images et les textes des autres demandent leur accord.
5. **Vous pouvez partir** quand vous voulez, en emportant vos données.`,
  },
};

/** Guidelines and terms to begin with, in the community's own language; English where we have none. */
export function proposedTexts(locale: string): Texts {
  return TEXTS[locale.split('-')[0]!] ?? TEXTS.en!;
}
