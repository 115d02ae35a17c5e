/**
 * What a language says it with, as regular expressions over plain text: lower case, without accents, `'` for every apostrophe,
 * one space between words, one sentence at a time.
 */
export interface Phrases {
  /** Criticism, a bad opinion, a complaint, a competitor's name, the brand's good name. */
  readonly criticism: readonly string[];
  /** What forbids what follows it. */
  readonly forbidding: readonly string[];
  /** What forbids what stands before it. */
  readonly forbidden: readonly string[];
  /** What allows what follows it, and what stands before it. */
  readonly allowing: readonly string[];
  readonly allowed: readonly string[];
  /** What says of what stands before it that nothing happens to it. */
  readonly spared: readonly string[];
  /** Whose criticism a rule may be about: people among each other. Moderators and staff are not among them. */
  readonly people: readonly string[];
  /** What protects critics: "do not report a post because it criticises". */
  readonly protecting: readonly string[];
  /** What asks for praise, which is the same by another name. */
  readonly praise: readonly string[];
}

const BRAND = `(?:the |our |this |a |any |its )?(?:brand|company|products?|team|staff|prices?|image|reputation|good name|name|business|shop|service|moderators?|management)(?:'s)?`;

const THING = `(?:the |our |this )?(?:brand|company|products?|prices?|business|shop)(?:'s)?`;

export const ENGLISH: Phrases = {
  criticism: [
    String.raw`critici[sz](?:e|es|ed|ing|m|ms)`,
    String.raw`critiqu(?:e|es|ing)`,
    String.raw`(?:negative|bad|critical|unfavou?rable|unflattering|unkind|harsh|poor|one-star|disparaging|hostile|adverse|discouraging) (?:[a-z]+ (?:and|or) )?(?:[a-z]+ )?(?:opinions?|comments?|reviews?|feedback|remarks?|posts?|statements?|words?|talk|ratings?|press|publicity|experiences?|things?|messages?|views?|judge?ments?|thoughts?)`,
    String.raw`(?:comments?|posts?|reviews?|opinions?|anything|statements?|messages?|remarks?) (?:that (?:is|are|sounds?)|which (?:is|are)|too|deemed|considered|judged)? ?(?:too |overly |purely )?(?:negative|critical|unfavou?rable|disparaging|hostile to ${BRAND})`,
    String.raw`(?:are|is|be|being|sound|get) (?:too |overly |so )?(?:negative|critical|disparaging)(?: (?:about|of|towards?))?`,
    String.raw`negativity`,
    String.raw`disagree(?:ing|ment)? with ${BRAND}`,
    String.raw`complain(?:s|ed|ing|ts?|ers?)?`,
    String.raw`(?:moan|whin|nag|rant)(?:s|e|es|ing|ings)?`,
    String.raw`disparag(?:e|es|ing|ement)`,
    String.raw`denigrat(?:e|es|ing|ion)`,
    String.raw`bash(?:ing)?`,
    String.raw`bad-?mouth(?:ing)?`,
    String.raw`(?:speak|speaking|talk|talking|write|writing|say|saying) (?:ill|badly|negatively|poorly|anything bad|bad things)`,
    String.raw`(?:harm|damag|hurt|tarnish|undermin|discredit|injur|weaken|stain|smear|endanger)(?:s|e|es|ed|ing)? (?:to )?${BRAND}`,
    String.raw`(?:damage|harm) to ${BRAND}`,
    String.raw`(?:brand|company) (?:in|into) (?:a bad light|disrepute)`,
    String.raw`(?:bad|poor) light on ${BRAND}`,
    String.raw`reflects? (?:badly|poorly) on`,
    String.raw`(?:competitors?|competing (?:brands?|products?|companies)|rivals?(?: brands?)?|(?:other|another) (?:brands?|manufacturers?|makers?)|the competition)`,
    String.raw`(?:question|doubt|challeng)(?:e|es|ing|s)? ${BRAND}`,
    String.raw`(?:hat(?:e|ing)|trash(?:ing)?|slam(?:ming)?|ridicul(?:e|ing)|insult(?:s|ing)?)(?: on)? ${THING}`,
    String.raw`${THING} (?:is|are) (?:bad|poor|too [a-z]+|ugly|worthless|a scam)`,
    String.raw`dissatisf(?:action|ied)`,
    String.raw`boycotts?`,
  ],
  forbidding: [
    String.raw`no(?!t only|n-)`, `not`, `never`, `nothing`, `nobody`, String.raw`(?:do|does|must|may|should|can|will|shall|is|are)n'?t`, `cannot`, `can't`, `avoid(?:ing)?`, `refrain(?:ing)?`, `without`,
    `stop`, `abstain`, `forbid(?:s|den)?`, `prohibit(?:s|ed)?`, `bann?(?:s|ed)?`, `remov(?:e|es|ed|ing)`, `delet(?:e|es|ed|ing)`, `hide`, `zero tolerance`, `free (?:of|from)`, `against`, `only constructive`, `instead of`, `rather than`, `keep`,
  ],
  forbidden: [
    `forbidden`, `prohibited`, `banned`, String.raw`not (?:be )?(?:allowed|permitted|welcome|tolerated|accepted|acceptable|wanted|published|shown|appropriate)`, `(?:isn't|aren't) (?:allowed|permitted|welcome|tolerated|accepted|wanted)`, `unwelcome`, `unacceptable`, `inappropriate`,
    `removed`, `deleted`, `hidden`, `moderated`, `refused`, `rejected`, `sanctioned`, String.raw`ha(?:s|ve) no place`, String.raw`(?:does|do) not belong`, `(?:doesn't|don't) belong`, `out of place`, String.raw`leads? to`, String.raw`(?:will )?results? in`, `ends? in`,
    `to yourself`, `breaks? (?:this|the|our) rules?`, `against the rules?`, `off limits`, `elsewhere`, `not here`,
  ],
  allowing: [`may`, `can`, `free to`, `welcome to`, `allowed to`, `right to`, `welcomes?`, `invites?`, `encourages?`, `love`, `value`, `listen to`, `learn from`, `thank(?:s)? for`, `need`, `even`, `protect(?:s|ed|ing)?`],
  allowed: [`welcome`, `allowed`, `fine`, `ok(?:ay)?`, `encouraged`, `appreciated`, `useful`, `good`, `free`, `wanted`, `part of`, `stays?`],
  spared: [String.raw`(?:no|not a|never a) (?:reason|rule|offence)`, String.raw`(?:not|never) (?:be )?(?:removed|deleted|hidden|punished|forbidden|against)`, String.raw`(?:does|do) not break`],
  people: [`(?:other |fellow |another |any |each )?(?:members?|people|persons?|users?|fans?|participants?|others?|somebody|someone|anybody|anyone|newcomers?|children)`],
  protecting: [String.raw`(?:not|never|n't|nobody|no one|no) (?:[a-z]+ ){0,7}?(?:report|remov|delet|hid|silenc|flag|punish|mock|insult|attack|threaten|harass|sanction|ban)[a-z]* (?:[a-z]+ ){0,5}?(?:because|who|whose|for having|just for|merely for|only for|for|when)`],
  praise: [
    String.raw`only (?:[a-z]+ ){0,2}?(?:positive|favou?rable|flattering|nice|good|kind|praise)`,
    String.raw`(?:positive|favou?rable|flattering) (?:comments?|posts?|reviews?|feedback|opinions?|things|messages?) only`,
    String.raw`(?:be|stay|keep|remain|sound) (?:it |things |everything |always )?positive`,
    String.raw`(?:speak|write|talk|post) (?:only )?(?:positively|favou?rably|well) (?:about|of)`,
    String.raw`(?:show|keep|stay) (?:[a-z]+ )?(?:loyal|loyalty)(?: to)?`,
    String.raw`only (?:constructive|fair|polite|respectful|kind|friendly|well-meant) (?:criticism|feedback|opinions?|reviews?)`,
    String.raw`(?:be|stay) (?:only )?(?:kind|nice|gentle|friendly|polite|good) (?:about|to|with) ${THING}`,
    String.raw`protect (?:[a-z]+ ){0,3}?(?:image|reputation|good name)`,
  ],
};

const MARQUE = `(?:la |le |l'|les |notre |nos |cette |une |un |sa |son |de la |du |a la |au |a l'|aux |de l'|a notre |a nos )?(?:marque|entreprise|societe|produits?|equipe|personnel|prix|image|reputation|bonne reputation|renommee|nom|boutique|service|moderateurs?|moderation|direction|e-reputation)`;

export const FRENCH: Phrases = {
  criticism: [
    String.raw`critiqu(?:e|es|er|ez|ent|ant|ons)`,
    String.raw`(?:avis|opinions?|commentaires?|remarques?|retours?|messages?|propos|publications?|notes?|jugements?|temoignages?|experiences?|paroles?|publicites?|contenus?)(?: (?:trop|juges?|jugees?|juge|consideres?|qui (?:sont|est)))* (?:negatifs?|negatives?|defavorables?|mauvais(?:es?)?|critiques?|desobligeants?|desobligeantes?|hostiles?|denigrants?|denigrantes?)`,
    String.raw`(?:mauvais(?:es?)?|pietres?) (?:avis|opinions?|notes?|commentaires?|retours?|publicites?|experiences?|paroles?|choses?)`,
    String.raw`negativite`,
    String.raw`(?:etre|soyez|est|sont) (?:trop )?(?:negatifs?|negatives?|critiques?)`,
    String.raw`(?:plaintes?|plaindre|plaignez|plaignent|plaignant|se plaint|reclamations?|raler|ralez|rouspeter|rouspetez|recriminations?|jeremiades?)`,
    String.raw`denigr(?:er|ez|e|ent|ant|ement|ements)`,
    String.raw`(?:dire|dites|parler|parlez|ecrire|ecrivez) (?:du )?mal`,
    String.raw`(?:nuir|nuis|nui|port|porter|porte|ternir|terniss|terni|salir|saliss|salit|abim|entach|discredit|decredibilis|affaibl|atteint|mett)[a-z]*(?: [a-z']+){0,2}? (?:atteinte )?${MARQUE}`,
    String.raw`atteinte ${MARQUE}`,
    String.raw`concurrents?|concurrence|concurrentes?|(?:marques?|produits?) (?:concurrente?s?|rivales?)|autres? marques?|rivaux`,
    String.raw`(?:remettre|remettez|remise|mettre|mettez|mise)(?: pas| jamais)? en (?:cause|doute|question) ${MARQUE}`,
    String.raw`(?:contester|contestez|desapprouver) ${MARQUE}`,
    String.raw`(?:mecontentements?|mecontents?|insatisfactions?|insatisfaits?)`,
    String.raw`boycotts?|boycotter`,
    String.raw`(?:mauvais|sous un mauvais) jour`,
  ],
  forbidding: [
    `ne`, `pas`, `aucune?s?`, `jamais`, `ni`, `sans`, `interdi[a-z]*`, `defendu`, `defense de`, `eviter`, `evitez`, `abstenir`, `abstenez(?:-vous)?`, `proscri[a-z]*`, `proscrit`, `banni[a-z]*`, `supprim[a-z]*`, `retir[a-z]*`, `masqu[a-z]*`, `exclu[a-z]*`,
    `refus[a-z]*`, `tolerance zero`, `rien`, `nul(?:le)?`, `gardez`, `cessez`, `arretez`, `non aux?`, `halte aux?`, `plutot que`, `au lieu de`, `seules?(?: les)?`, `uniquement`,
  ],
  forbidden: [
    `interdite?s?`, `proscrite?s?`, `bannie?s?`, `supprimee?s?`, `retiree?s?`, `masquee?s?`, `effacee?s?`, `moderee?s?`, `refusee?s?`, `rejetee?s?`, `sanctionnee?s?`, String.raw`(?:n'est|ne sont|ne sera|ne seront) pas (?:admis|autoris|accept|toler|permis|publi|bienvenu|souhait|voulu)[a-z]*`, String.raw`pas (?:admis|autoris|accept|toler|permis|publi|bienvenu|souhait|voulu)[a-z]*`,
    String.raw`n'(?:a|ont|ont pas|a pas) (?:pas )?(?:leur|sa|de) place`, `hors (?:sujet|charte)`, `indesirables?`, `inacceptables?`, `entrain[a-z]*`, `donn[a-z]* lieu`, `conduis[a-z]*`, `pour vous`, `ailleurs`, `contraires?`, `pas ici`,
  ],
  allowing: [`pouvez`, `peut`, `peuvent`, `libres? de`, `droit de`, `droit a la`, `encourag[a-z]*`, `accueill[a-z]*`, `aim[a-z]*`, `ecout[a-z]*`, `besoin de`, `merci (?:de|pour)`, `invit[a-z]*`, `meme`, `proteg[a-z]*`],
  allowed: [`bienvenue?s?`, `permise?s?`, `autorisee?s?`, `libres?`, `utiles?`, `acceptee?s?`, `encouragee?s?`, `precieu[a-z]*`, `a sa place`, `ont leur place`, `restent?`],
  spared: [String.raw`(?:pas|jamais) (?:une? )?(?:raison|motif|supprim|retir|masqu|sanction|interdi|puni|faute)[a-z]*`],
  people: [String.raw`(?:les |des |d'|aux |un |une |de |l'|envers |contre |sur |a l'egard (?:des|d') ?)?(?:autres? |chaque )?(?:membres?|gens|personnes?|utilisateurs?|fans?|participants?|autrui|quelqu'un|autres|nouveaux venus|nouveaux|enfants?)`],
  protecting: [String.raw`(?:pas|jamais|ne|personne) (?:[a-z']+ ){0,7}?(?:signal|supprim|retir|masqu|punir|puni|sanctionn|moqu|insult|attaqu|menac|harcel|bann|faire taire)[a-z]* (?:[a-z']+ ){0,5}?(?:parce|qui|car|pour avoir|quand|lorsqu)`],
  praise: [
    String.raw`(?:uniquement|seulement|seuls?|que) (?:[a-z']+ ){0,3}?(?:positifs?|positives?|favorables?|elogieux|elogieuses?|bienveillants? envers ${MARQUE}|flatteurs?)`,
    String.raw`(?:soyez|restez|rester|etre|demeurez) (?:toujours )?positifs?`,
    String.raw`(?:avis|commentaires?|messages?|retours?|propos) (?:uniquement|seulement|exclusivement) (?:positifs?|favorables?)`,
    String.raw`(?:uniquement|seulement|seules?) (?:les |des |la )?critiques? (?:constructives?|justes?|polies?|mesurees?|bienveillantes?)`,
    String.raw`(?:parler|parlez|ecrire|dire|dites) (?:que )?(?:du )?bien de`,
    String.raw`(?:proteger|protegez|preserver|preservez|defendre|defendez) (?:[a-z']+ ){0,2}?(?:l'image|la reputation|image|reputation)`,
    String.raw`loya(?:l|le|ux|ute) (?:envers|a) ${MARQUE}`,
  ],
};
