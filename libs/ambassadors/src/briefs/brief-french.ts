import { type BriefFault, type BriefLanguage, rule, sideBySide } from './brief-rules.js';

// Without accents, as the text is compared.
const LISTS = {
  glowing: 'positi(?:f|fs|ve|ves)|favorables?|elogieu(?:x|se|ses)|enthousiastes?|dithyrambiques?|flatteu(?:r|rs|se|ses)|(?:cinq|5) etoiles|★{4,5}',
  nice: 'bon(?:s|ne|nes)?|beaux?|belles?|excellent(?:e|s|es)?|super|genia(?:l|le|les|ux)|parfait(?:e|s|es)?|meilleur(?:e|s|es)?|gentil(?:s|le|les)?|tres bon(?:s|ne|nes)?',
  opinion: 'avis|notes?|commentaires?|opinions?|temoignages?|retours?|mots?|choses?|evaluations?|appreciations?|critiques?|echos?|verdicts?',
  piece: 'posts?|videos?|messages?|publications?|articles?|recits?|contenus?|impressions?|images?|stories|reels?|legendes?|mentions?',
  say: 'di(?:tes|re|s|sent|sant)|raconte(?:z|r|nt)|expliqu(?:ez|er|ant)|ecri(?:vez|re|s)|partage(?:z|r)|montre(?:z|r)|affirme(?:z|r)|publie(?:z|r)|annonce(?:z|r)|temoigne(?:z|r)|decri(?:vez|re)|clame(?:z|r)',
  love: 'ador(?:ez|er|ent|e|es)|aim(?:ez|ent|e|es)|raffol(?:ez|ent)|etes (?:fans?|ravis?|ravies?|conquis|conquises?|enchantes?|enchantees?)|preferez|recommand(?:ez|ent|e)|avez (?:adore|aime)',
  best: 'le meilleur|la meilleure|les meilleure?s|meilleure? que|mieux que|genial(?:e|es)?|formidables?|parfait(?:e|s|es)?|imbattables?|superieure?s?|incontournables?|indispensables?|excellente?s?|au top|extraordinaires?|une merveille|super',
  tone: 'ton|regard|angle|esprit|jour|image|lumiere|etat d\'esprit|attitude|sentiment|langage|termes|point de vue',
  bad: 'negati(?:f|fs|ve|ves)|negativement|negativite|critiqu(?:es?|er|ez|ant)|reproches?|se plaindre|vous plaindre|plaign\\p{L}+|plaintes?|defavorables?|mauvais(?:es?)? (?:points?|avis|notes?|choses?|cotes?|commentaires?)|en mal|du mal',
  flaw: 'defauts?|problemes?|inconvenients?|faiblesses?|points? faibles?|deceptions?|decu(?:e|s|es)?|limites|failles?|pannes?|bugs?|bemols?|soucis|ce qui (?:ne va pas|cloche|vous (?:a |)(?:deplu|deplait|decu))|ce que vous n\'avez pas aime|mauvais cotes',
  reward: 'points?|bonus|recompenses?|recompense(?:e|s|es)|paye(?:e|s|es)?|payons|paie(?:ment|ra|rons)?|remuner\\p{L}+|prime(?:s)?|cadeaux?|gagn\\p{L}+|bons? d\'achat|toucher\\p{L}*|verse\\p{L}*',
  stars: '(?:cinq|5|quatre|4)(?: (?:ou|a|et) (?:cinq|5))? etoiles|(?:la )?note (?:maximale|maximum|la plus haute)|5 ?(?:sur|/) ?5|cinq sur cinq|20 ?(?:sur|/) ?20|10 ?(?:sur|/) ?10|le maximum d\'etoiles|toutes les etoiles',
};
const fr = (why: BriefFault, words: string) => rule(why, words, LISTS);

/** How French asks for praise. */
export const FRENCH: BriefLanguage = {
  rules: [
    // what is paid follows the opinion
    fr('PAID_BY_OPINION', '{reward}[^.;]{0,60}\\b(?:pour|si|quand|lorsque|seulement|par|chaque|tout|toute|qu\'aux|que les|selon|aux)\\b[^.;]{0,40}(?:{opinion}[^.;]{0,10}(?:{glowing})|{glowing}|(?:bon|bons|bonne|bonnes|excellente?s?|tres bon\\p{L}*|meilleure?s?) {opinion}|{stars}|recommand\\p{L}+|eloges?)'),
    fr('PAID_BY_OPINION', '(?:si|quand|chaque fois que|des que)[^.;]{0,50}(?:{glowing}|{stars}|(?:bons?|bonnes?|excellente?s?) {opinion}|recommandez)[^.;]{0,60}\\b{reward}'),
    fr('PAID_BY_OPINION', '(?:chaque|tout|toute|les|un|une) ~(?:{opinion}|{piece}) ~(?:{glowing}|{stars})[^.;]{0,40}{reward}'),
    fr('PAID_BY_OPINION', 'plus [^.;]{0,60}(?:{glowing}|note|etoiles|enthousias\\p{L}+|eloge\\p{L}*|bien)[^.;]{0,40}plus '),
    fr('PAID_BY_OPINION', '(?:seul|seuls|seule|seules|uniquement|que|qu\'|ne|n\')[^.;]{0,30}(?:accept\\p{L}+|pay\\p{L}+|remuner\\p{L}+|recompens\\p{L}+|publi\\p{L}+|compt\\p{L}+|retenu\\p{L}*)[^.;]{0,40}(?:negati(?:f|ve)s?|critiques|en dessous|moins de|inferieure?s?|defavorables?)'),
    fr('PAID_BY_OPINION', '(?:seul|seuls|seule|seules) (?:les |la |le )?[^.;]{0,20}(?:{glowing}|bons avis|bonnes notes|meilleurs avis)'),
    fr('PAID_BY_OPINION', '(?:{opinion}|{piece}|contributions?) (?:negati(?:f|ve)s?|critiques|defavorables?|mitigee?s?)[^.;]{0,30}(?:ne (?:ser\\p{L}+|sont|compt\\p{L}+|rapport\\p{L}+|donn\\p{L}+|vaudr\\p{L}+)|n\'(?:est|ouvr\\p{L}+|ont|auront|entr\\p{L}+)|ser(?:a|ont) (?:refuse\\p{L}*|rejete\\p{L}*|ecarte\\p{L}*|supprime\\p{L}*)|font perdre|sont refuse\\p{L}*)'),
    fr('PAID_BY_OPINION', '(?:rien|pas|aucune? \\p{L}+|jamais)[^.;]{0,20}(?:en dessous de|au-dessous de|moins de|inferieure? a|moins que) {stars}'),
    // nothing bad may be said
    fr('NO_CRITICISM', '(?:ne|n\'|sans|aucune?s?|jamais|pas d[e\']|pas le moindre|evit\\p{L}+|s\'abstenir|abstenez-vous|renoncez|bannissez|proscri\\p{L}+|rien d[e\']|plutot que|au lieu d[e\'])\\s?~{bad}'),
    fr('NO_CRITICISM', '(?:ne|n\'|sans)\\s?~(?:mentionn\\p{L}+|di(?:tes|re|sant)|parl\\p{L}+|evoqu\\p{L}+|montr\\p{L}+|signal\\p{L}+|abord\\p{L}+|cit\\p{L}+|souleve\\p{L}*|relev\\p{L}+|insist\\p{L}+|attard\\p{L}+|ecri\\p{L}+|compt\\p{L}+) ~(?:{flaw}|{bad})'),
    fr('NO_CRITICISM', '(?:evit\\p{L}+|tais\\p{L}*|taire|cach\\p{L}+|dissimul\\p{L}+|oubli\\p{L}+|omett\\p{L}+|minimis\\p{L}+|pass\\p{L}+ (?:sous silence|sur)|gard\\p{L}+ pour (?:vous|soi)|laiss\\p{L}+ (?:de cote|tomber)|gomm\\p{L}+) ~(?:{flaw}|{bad})'),
    fr('NO_CRITICISM', '(?:{flaw}|{bad})[^.;,]{0,30}(?:ne (?:doi\\p{L}+|devr\\p{L}+|peu\\p{L}+)|n\'ont (?:pas|rien)|sont (?:interdit\\p{L}*|exclus\\p{L}*|banni\\p{L}*|a eviter|a proscrire|malvenu\\p{L}*)|restent entre nous)'),
    fr('NO_CRITICISM', '(?:uniquement|seulement|exclusivement|rien que|que|qu\'|juste) (?:du |des |les |le |de la |vos )?(?:positif|bien|bonnes choses|points forts|bons? cotes|qualites|avantages|atouts|eloges|compliments|meilleurs? cotes|aspects positifs)'),
    fr('NO_CRITICISM', '(?:points forts|qualites|avantages|atouts|positif) (?:uniquement|seulement|exclusivement)'),
    fr('NO_CRITICISM', '(?:concentr\\p{L}+|insist\\p{L}+|mettez|mettre|mettant|soulign\\p{L}+|valoris\\p{L}+|appuy\\p{L}+|limit\\p{L}+|ten\\p{L}+-vous(?: en)?) ~(?:en avant |en valeur |sur |a |aux? )?~(?:points forts|qualites|avantages|atouts|le positif|aspects positifs|cotes positifs|bons cotes|merites)'),
    fr('NO_CRITICISM', 'minimis\\p{L}+|pass\\p{L}+ sous silence'),
    // good is asked for
    fr('POSITIVE_OPINION', '(?:{opinion}|{piece})(?: \\p{L}+){0,2} (?:{glowing}|de (?:5|cinq) etoiles|a (?:5|cinq) etoiles|a 5 sur 5)'),
    fr('POSITIVE_OPINION', '(?:laiss|donn|post|ecri|publi|redig|ajout|mett|envoy|attribu|depos)\\p{L}* ~(?:{nice}|{glowing}) (?:{opinion})'),
    fr('POSITIVE_OPINION', '(?:{nice}) (?:avis|notes?|commentaires?|evaluations?|temoignages?) (?:sur|pour|de|a propos)'),
    fr('POSITIVE_OPINION', '{say}[^.;]{0,40}\\b(?:que|combien|a quel point|pourquoi|comme|comment)\\s(?:vous |tu |tous |nous |ils |elles )?(?:l\'|la |le |les |nous |vous )?{love}'),
    fr('POSITIVE_OPINION', '{say} (?:tout )?(?:le |du |que du |beaucoup de )bien|du bien (?:de|du|des|d\')'),
    fr('POSITIVE_OPINION', '(?:vant|encens|complimenter|felicit)\\p{L}*|l\'eloge|(?:des|d\'|nos|vos) ?eloges|(?:lou|chant|celebr|reconna)\\p{L}* (?:les (?:louanges|merites|qualites)|nos (?:merites|qualites|louanges))|les louanges|promotion sans reserve'),
    fr('POSITIVE_OPINION', '(?:^|et |, |puis |: |veuillez |devez |doit |doivent |faut |a |de |pour )recommand(?:ez|er|e)(?:-(?:le|la|les|nous))? (?:le|la|les|nos|notre|a|ce|cette|cet|l\'|vivement|chaudement|autour)'),
    fr('POSITIVE_OPINION', '(?:{say}|convain\\p{L}+|persuad\\p{L}+|prouv\\p{L}+|demontr\\p{L}+|faites croire)[^.;]{0,60}\\b(?:est|sont|soit|c\'est) (?:tout simplement |vraiment |de loin |absolument |tellement |bien )?(?:{best})'),
    fr('POSITIVE_OPINION', '(?:convainquez|persuadez|donnez envie|incitez|poussez) (?:a )?(?:vos |votre |les |leurs |des |tout |le |d\'autres )?[^.;]{0,30}(?:d\'acheter|a acheter|de commander|achat|d\'en acheter|d\'adopter)'),
    fr('POSITIVE_OPINION', '(?:donn|laiss|mett|not|attribu|vot|post|coch|merit)\\p{L}*(?:-(?:lui|nous|la|le))? ~{stars}'),
    fr('POSITIVE_OPINION', '(?:au moins|minimum|au minimum) (?:quatre|cinq|4|5) (?:etoiles|sur)'),
    fr('POSITIVE_OPINION', '(?:{tone}) (?:toujours |resolument |tres |clairement |plus )?(?:{glowing}|avantageu\\p{L}+)|sous (?:un|son|leur|notre|le) (?:meilleur|beau|jour (?:favorable|flatteur)|plus beau)'),
    fr('POSITIVE_OPINION', '(?:rest|soy|etre|sera|seront|est|sont|demeur|montr)\\p{L}*(?:-vous)? (?:toujours |tres |resolument |clairement |uniquement |forcement )?(?:positi(?:f|fs|ve|ves)|favorables?|elogieu(?:x|se|ses)|flatteu(?:r|se)s?|dithyrambiques?|enthousiastes?)'),
    fr('POSITIVE_OPINION', '(?:enthousiasme|amour|passion|admiration|attachement) (?:pour|envers) (?:la|notre|nos|le) (?:marque|produits?|entreprise|maison|voitures?)'),
    fr('POSITIVE_OPINION', '(?:donn|presente|valoris|montr)\\p{L}* (?:une |la )?(?:bonne|belle|meilleure) image|positivite'),
  ],
  balanced: sideBySide(
    'positi(?:f|fs|ve|ves)|bon(?:s|ne|nes)?|bien|forts?|forces?|qualites|avantages|plu|(?<!s\'il vous )plait|aime|aimez|adore|atouts|eloges?|favorables?|elogieu(?:x|se)|recommande\\p{L}*|reussi|marche|etoiles?|enthousiastes?|compliments?|meilleur|seduit',
    'negati(?:f|fs|ve|ves)|mauvais(?:es?)?|mal|faibles?|faiblesses|defauts|inconvenients|deplu|deplait|decu(?:e|s|es)?|detestee?s?|detestez|critiques?|reproches?|blames?|defavorables?|rate|(?:pas|non)(?=$|[.,!?;:]| (?:aime|plu|marche|convaincu|fonctionne))|severes?|pire|limites|moins (?:bon|bien|aime|plu|convaincu)\\p{L}*',
    'ou|et|comme|autant que|ni|mais aussi|et surtout',
    'evite[zr]?|cache[zr]?|pass(?:ez|er)|tais\\p{L}*|taire|oubli\\p{L}*|omett\\p{L}*|sans|jamais|aucune?|rien|ne|gard\\p{L}*|laiss\\p{L}*|gomm\\p{L}*|minimis\\p{L}*',
    "\\bpour et (?:le |les )?contre\\b|\\bou non\\b|\\bsi vous (?:l'|le |la |les |nous )?(?:recommanderiez|recommandez|aimez|avez aime|avez adore)\\b|\\bqu'il soit\\b|\\bqu'ils soient\\b|\\bqu'elles? soi\\p{L}+\\b|\\bpourquoi pas\\b|\\b(?:une?|1|zero|0) a (?:cinq|5|dix|10)\\b",
  ),
  denied:
    /(?:\b(?:ne|jamais|ni|aucune?|sans|pas besoin|pas oblige\p{L}*|inutile|interdit|refuse\p{L}*|personne|pas|contre)\b|\bn')(?:[^.;]{0,90})$/u,
  insists:
    /(?:n'oubli|n'hesit|ne manqu|ne cess|n'omet|ne rat|ne vous privez|n'ayez pas peur|ne (?:\p{L}+ ){0,3}que\b|rien que|n'(?:\p{L}+ ){0,3}qu|rien de moins|pas moins|sans (?:oublier|hesiter|reserve|faute|hesitation)|pas seulement)/u,
  clause: /, (?:mais|juste|seulement|alors|et|donc)\b|\bmais\b|: |, /u,
  unmuzzled:
    /(?:\bne |\bn'|sans )(?:\p{L}+ ){0,2}?(?:cach|evit|tai|tais|omet|omett|oubli|minimis|pass|supprim|retir|refus|rejet|sanction|punir|censur|gomm|craign|crai|laiss|gard|hesit|dissimul|adouc|coup|ecart|paie|paye|perd|jug|interdi|bann)\p{L}*|\baucune? (?:\p{L}+ ){0,2}?(?:critique|reproche|avis negatif)[^.;]{0,12} (?:ne |n'est )(?:vous |sera |fera |coute\p{L}* |fait |peut |doit )?(?:ser\p{L}+|coute\p{L}*|reproche\p{L}*|retire\p{L}*|perdre|refuse\p{L}*|supprime\p{L}*|interdite?|de trop|malvenue?|sanctionne\p{L}*)/u,
};
