/** What an ambassador agrees to where the brand has not written its own: rights, duties, disclosure, data, and how to leave. */
export const DEFAULT_AGREEMENT: Readonly<Record<'en' | 'fr', string>> = {
  en: `# What we agree on

**What you get.** What your profile says you receive, for as long as your term lasts. Your honest work earns its reward whether it praises us or not.

**What you decide.** You choose the missions you want. You say what you think, good or bad. What you make stays yours; we may show it here, unedited, with your name.

**What you always do.** Whenever you speak about us in public, you say clearly, in the same place and language, that you are our ambassador and what you receive. A badge on your profile is not enough. You do not buy followers, votes or likes, and you follow the guidelines of this community.

**What we never ask.** A good opinion, silence about a flaw, or a rating. If somebody asks you for that, tell a moderator.

**What we see.** Your application, the missions you choose, what you submit for them, and how many people your tracking links reach. Not your messages, not who your readers are.

**How it ends.** On its date; or whenever you want, at once and without a reason: your work, your points and your credit stay. We may end it early only for breaking this agreement. Then you read which part, what happened and where, and a moderator who is not one of us decides if you appeal.`,
  fr: `# Ce dont nous convenons

**Ce que vous recevez.** Ce qu’indique votre profil, pendant toute la durée de votre mandat. Un travail honnête est récompensé, qu’il nous soit favorable ou non.

**Ce que vous décidez.** Vous choisissez vos missions. Vous dites ce que vous pensez, en bien comme en mal. Ce que vous créez reste à vous ; nous pouvons le montrer ici, tel quel, avec votre nom.

**Ce que vous faites toujours.** Chaque fois que vous parlez de nous en public, vous dites clairement, au même endroit et dans la même langue, que vous êtes notre ambassadeur ou notre ambassadrice et ce que vous recevez. Un badge sur votre profil ne suffit pas. Vous n’achetez ni abonnés, ni votes, ni mentions « j’aime », et vous respectez les règles de cette communauté.

**Ce que nous ne demandons jamais.** Un avis favorable, le silence sur un défaut, une note. Si quelqu’un vous le demande, parlez-en à la modération.

**Ce que nous voyons.** Votre candidature, les missions que vous choisissez, ce que vous remettez et le nombre de personnes que touchent vos liens de suivi. Ni vos messages, ni l’identité de vos lecteurs.

**Comment cela prend fin.** À la date prévue ; ou quand vous le voulez, aussitôt et sans motif : vos créations, vos points et le mérite vous restent. Nous ne pouvons y mettre fin plus tôt que si cet accord n’est pas respecté. Vous lisez alors quel point, ce qui s’est passé et où, et en cas d’appel c’est une personne de la modération, étrangère à la marque, qui tranche.`,
};
