import type { RuleText } from './criticism.checker.js';

/** What a community begins with, one for each category people report by: from there the rules are its owners'. */
export const DEFAULT_RULES: Readonly<Record<'en' | 'fr', readonly RuleText[]>> = {
  en: [
    { title: 'Respect people', body: 'No insults, no threats, nobody pursued from thread to thread. Ideas, products and the brand may be criticised as hard as you like; people are left whole.' },
    { title: 'No hate', body: 'Nobody is attacked or made less for where they come from, what they believe, how they live, whom they love, or a disability.' },
    { title: 'Private things stay private', body: 'Do not publish addresses, telephone numbers, private messages or pictures of somebody who did not agree to it.' },
    { title: 'No spam', body: 'Do not post the same text over and over, or links that have nothing to do with what is discussed.' },
    { title: 'Stay with the matter', body: 'Write about the idea, the work or the question you stand under. For another matter there is another place.' },
    { title: 'Say what ties you', body: 'If you are paid for what you write, work in the field, or sell what you recommend, say so beside it.' },
    { title: 'One person, one voice', body: 'No second accounts, no bought or exchanged votes, no campaigns of copied texts, no false reports.' },
    { title: 'Be yourself', body: 'A nickname is fine. Passing for somebody else, for the team or for the brand is not.' },
  ],
  fr: [
    { title: 'Respectez les personnes', body: 'Pas d’insultes, pas de menaces, personne n’est poursuivi de page en page. Les idées, les produits et la marque, vous pouvez les critiquer aussi vivement que vous voulez ; les gens, on les laisse entiers.' },
    { title: 'Pas de haine', body: 'Personne n’est attaqué ni rabaissé pour son origine, sa foi, sa façon de vivre, ses amours ou un handicap.' },
    { title: 'La vie privée reste privée', body: 'Ne publiez ni adresse, ni numéro, ni message privé, ni image de quelqu’un qui n’a pas donné son accord.' },
    { title: 'Pas de spam', body: 'Ne publiez pas dix fois le même texte, ni des liens sans rapport avec la discussion.' },
    { title: 'Restez dans le sujet', body: 'Écrivez sur l’idée, la création ou la question où vous êtes. Pour un autre sujet, il y a un autre endroit.' },
    { title: 'Dites ce qui vous lie', body: 'Si l’on vous paie pour ce que vous écrivez, si c’est votre métier ou si vous vendez ce que vous conseillez, dites-le à côté.' },
    { title: 'Une personne, une voix', body: 'Pas de seconds comptes, pas de votes achetés ou échangés, pas de textes copiés en série, pas de faux signalements.' },
    { title: 'Soyez vous-même', body: 'Un pseudonyme convient. Se faire passer pour une autre personne, pour l’équipe ou pour la marque, non.' },
  ],
};

/** In the community's language, if there are any in it; in English otherwise. */
export function defaultRules(locale: string): readonly RuleText[] {
  return DEFAULT_RULES[locale.startsWith('fr') ? 'fr' : 'en'];
}
