import { asides, type BriefFault, type BriefLanguage, rule, sideBySide } from './brief-rules.js';

// Without accents, as the text is compared.
const LISTS = {
  glowing: 'positi(?:f|fs|ve|ves)|favorables?|elogieu(?:x|se|ses)|enthousiastes?|dithyrambiques?|flatteu(?:r|rs|se|ses)|(?:cinq|5) (?:etoiles|stars?)|starsrun|chaleureu(?:x|se|ses)|conquis(?:es?)?|convaincu(?:s|e|es)?|seduit(?:s|e|es)?|emballe(?:s|e|es)?|enjoues?|communicatifs?|ravis?',
  nice: 'jolie?s?|adorables?|charmante?s?|bon(?:s|ne|nes)?|beaux?|belles?|excellent(?:e|s|es)?|super|genia(?:l|le|les|ux)|parfait(?:e|s|es)?|meilleur(?:e|s|es)?|gentil(?:s|le|les)?|tres bon(?:s|ne|nes)?',
  opinion: 'avis|notes?|commentaires?|opinions?|temoignages?|retours?|mots?|choses?|evaluations?|appreciations?|critiques?|echos?|verdicts?',
  piece: 'posts?|videos?|messages?|publications?|articles?|recits?|contenus?|impressions?|images?|stories|reels?|legendes?|mentions?',
  say: 'di(?:tes|re|s|sent|sant)|raconte(?:z|r|nt)|expliqu(?:ez|er|ant)|ecri(?:vez|re|s)|partage(?:z|r)|montre(?:z|r)|affirme(?:z|r)|publie(?:z|r)|conclu(?:ez|re|s|ant)|annonce(?:z|r)|temoigne(?:z|r)|decri(?:vez|re)|clame(?:z|r)',
  love: 'ador(?:ez|er|ent|e|es)|aim(?:ez|ent|e|es)|raffol(?:ez|ent)|etes (?:fans?|ravis?|ravies?|conquis|conquises?|enchantes?|enchantees?)|preferez|recommand(?:ez|ent|e)|avez (?:adore|aime)',
  best: 'le meilleur|la meilleure|les meilleure?s|meilleure? que|mieux que|genial(?:e|es)?|formidables?|parfait(?:e|s|es)?|imbattables?|superieure?s?|incontournables?|indispensables?|excellente?s?|au top|extraordinaires?|une merveille|super',
  tone: 'ton|regard|angle|esprit|jour|image|lumiere|etat d\'esprit|attitude|sentiment|langage|termes|point de vue',
  bad: 'ral(?:er|eries?|age)|rouspet\\p{L}+|pleurnich\\p{L}+|negati(?:f|fs|ve|ves)|negativement|negativite|critiqu(?:es?|er|ez|ant)|reproches?|se plaindre|vous plaindre|plaign\\p{L}+|plaintes?|defavorables?|mauvais(?:es?)? (?:points?|avis|notes?|choses?|cotes?|commentaires?)|en mal|du mal',
  flaw: 'rappels?|retards?|ruptures? de stock|panne|accidents?|incidents?|scandales?|polemiques?|controverses?|litiges?|remboursements?|couacs?|rates?|erreurs?|malfacons?|petits? defauts?|bourdes?|prix(?= [^.;]{0,30}refroidi)|defauts?|problemes?|inconvenients?|faiblesses?|points? faibles?|deceptions?|decu(?:e|s|es)?|limites|failles?|pannes?|bugs?|bemols?|soucis|ce qui (?:ne va pas|cloche|vous (?:a |)(?:deplu|deplait|decu))|ce que vous n\'avez pas aime|mauvais cotes',
  feeling: 'coups? de coeur|enthousiasme|emballement|bonheur|satisfaction|joie|plaisir|amour|love|passion|emerveillement|engouement|ravissement|attachement',
  convinced: 'convaincu(?:s|e|es)?|convainc\\p{L}*|conquis(?:es?)?|conquiert|seduit(?:s|e|es)?|plu|plait|aime[ez]?|adore[ez]?|emballe(?:s|e|es)?|satisfait(?:s|e|es)?|enthousiasme(?:s|e|es)?',
  critics: 'raleurs?|raleuses?|grincheu(?:x|ses)|detracteurs?|haters?|trolls?|mauvaises langues|sceptiques|mecontents?|(?:ceux|celles|quiconque|qui) (?:ralent?|critiquent?|se plaign\\p{L}+)',
  reward: 'points?|contreparties?|bonus|recompenses?|recompense(?:e|s|es)|paye(?:e|s|es)?|payons|paie(?:ment|ra|rons)?|remuner\\p{L}+|prime(?:s)?|cadeaux?|gagn\\p{L}+|bons? d\'achat|toucher\\p{L}*|verse\\p{L}*|note maximale',
  people: '(?:les? |la |l\'|des |un |une |autres |chaque |vos )*(?:nouve(?:aux|lles)(?: membres)?|autres|membres?|debutante?s?|enfants?|personnes|participante?s?|benevoles?|gagnante?s?|laureate?s?|finalistes?|joueu(?:rs?|ses?))',
  pastime: 'mecanique|construction|construire|bricol\\p{L}+|dessin\\p{L}*|lire|lecture|cuisin\\p{L}+|apprendre|cre(?:er|ation)',
  stars: 'starsrun|(?:cinq|5|quatre|4)(?: (?:ou|a|et) (?:cinq|5))? (?:etoiles|stars?)|(?:la )?note (?:maximale|maximum|la plus haute)|5 ?(?:sur|/) ?5|cinq sur cinq|20 ?(?:sur|/) ?20|10 ?(?:sur|/) ?10|le maximum d\'etoiles|toutes les etoiles',
};
const fr = (why: BriefFault, words: string) => rule(why, words, LISTS);

const ASIDES = [
  // a scale, and what is marked on it oneself
  '(?:(?:combien|a quel point) (?:vous|cela|ca|il|elle)(?: [\\p{L}\']+){0,6},? (?:sur une echelle )?(?:de |d\')?)?(?:une?|1|zero|0|stars)(?: etoiles?)?(?: ?\\/ ?\\d+)? ?(?:a|et|ou|-|to) ?(?:cinq|5|dix|10|starsrun)(?: etoiles?| ?\\/ ?\\d+)?',
  // which is best is for the ambassador to say
  '(?:le|la|les)?quel(?:le)?s?(?: \\p{L}+){0,3}? (?:est|sont) (?:le |la |les )?meilleure?s?',
  // kindness to people, and no unkindness
  '(?:ton |esprit )?(?:positi(?:f|fs|ve|ves)|enthousiastes?|chaleureu(?:x|se|ses)) (?:avec|envers) {people}',
  '(?:messages?|mots?|lettres?) (?:d\'accueil|de (?:bienvenue|remerciements?)) \\p{L}+',
  '(?:messages?|mots?|commentaires?) (?:gentils?|sympas?|aimables?|chaleureux) (?:aux?|pour|envers) {people}',
  '(?:remarques|commentaires?|mots|critiques?|plaintes?)(?: negati(?:fs?|ves?)| mechante?s?)? (?:sur|contre|envers) {people}',
  '(?:felicit|applaud|compliment)\\p{L}* {people}',
  // a pastime is no product
  '(?:amoureu(?:x|se)|passion|plaisir|joie|envie|amour) (?:de |d\'|pour )(?:la |le |l\')?{pastime}(?!(?: \\p{L}+){0,3} (?:notre|nos))',
  // mistakes in the work, and their mending
  'evite[zr]? (?:les |des |d\'|l\'|ces |toute |quelques )*(?:erreurs?|fautes?|accidents?)',
  '(?:corrig|signal|repar|relev|trouv)\\p{L}* (?:les |des |chaque |toutes |tous |l\')*(?:erreurs?|fautes?|bugs?)(?![^.;]*(?:prive|pour nous|entre nous|par message))',
  'minimis\\p{L}+ (?:les |vos |le |la |l\')*(?:dechets|emballages|gaspillage|risques?|impact)',
  '(?:outils|lieux|endroits|pieces|accessoires|livres|adresses|gestes) (?:incontournables|indispensables)',
  'recommand\\p{L}+ (?:le bon|la bonne|les bons|les bonnes)',
];

/** How French asks for praise. */
export const FRENCH: BriefLanguage = {
  rules: [
    // what is paid follows the opinion
    fr('PAID_BY_OPINION', '{reward}[^.;]{0,60}\\b(?:pour|si|quand|lorsque|seulement|par|chaque|tout|toute|qu\'aux|que les|selon|aux)\\b[^.;]{0,40}(?:{opinion}[^.;]{0,10}(?:{glowing})|{glowing}|(?:bon|bons|bonne|bonnes|excellente?s?|tres bon\\p{L}*|meilleure?s?) {opinion}|{stars}|enthousiasme|recommand\\p{L}+|eloges?)|(?:enthousiasme|positivite)[^.;:,]{0,30}:? ?(?:jusqu\'a )?[1-9]\\d* ?(?:points?|pts|%)'),
    fr('PAID_BY_OPINION', '(?:si|quand|chaque fois que|des que)[^.;]{0,50}(?:{glowing}|{stars}|(?:bons?|bonnes?|excellente?s?) {opinion}|recommandez)[^.;]{0,60}\\b{reward}'),
    fr('PAID_BY_OPINION', '(?:chaque|tout|toute|les|un|une) ~(?:{opinion}|{piece}) ~(?:{glowing}|{stars})[^.;]{0,40}{reward}'),
    fr('PAID_BY_OPINION', 'plus [^.;]{0,60}(?:{glowing}|note|etoiles|enthousias\\p{L}+|eloge\\p{L}*|bien)[^.;]{0,40}plus '),
    fr('PAID_BY_OPINION', '(?:seul|seuls|seule|seules|uniquement|que|qu\'|ne|n\')[^.;]{0,30}(?:accept\\p{L}+|pay\\p{L}+|remuner\\p{L}+|recompens\\p{L}+|publi\\p{L}+|compt\\p{L}+|retenu\\p{L}*)[^.;]{0,40}(?:negati(?:f|ve)s?|critiques|en dessous|moins de|inferieure?s?|defavorables?)'),
    fr('PAID_BY_OPINION', '(?:seul|seuls|seule|seules) (?:les |la |le )?[^.;]{0,20}(?:{glowing}|bons avis|bonnes notes|meilleurs avis)'),
    fr('PAID_BY_OPINION', '(?:{opinion}|{piece}|contributions?) (?:negati(?:f|ve)s?|critiques|defavorables?|mitigee?s?)[^.;]{0,30}(?:ne (?:ser\\p{L}+|sont|compt\\p{L}+|rapport\\p{L}+|donn\\p{L}+|vaudr\\p{L}+)|n\'(?:est|ouvr\\p{L}+|ont|auront|entr\\p{L}+)|ser(?:a|ont) (?:refuse\\p{L}*|rejete\\p{L}*|ecarte\\p{L}*|supprime\\p{L}*)|font perdre|(?:rapport|vaudr|val|donn)\\p{L}* moins|sont (?:moins|refuse\\p{L}*))'),
    fr('PAID_BY_OPINION', '(?:pay|paie|remuner|recompens|valid|accept|retien|reten|selectionn|repost|relay|mettr\\p{L}+ en avant)\\p{L}*[^.;]{0,60}(?:{stars}|{glowing}|{feeling}|donn\\p{L}+ envie|font rever|brill\\p{L}+)'),
    fr('PAID_BY_OPINION', '(?:tiedes?|mitiges?|mitigees?|neutres?|moyens?|moyennes?|reserves?|reservees?|peu enthousiastes?|sans enthousiasme)[^.;]{0,40}(?:renvoy\\p{L}+|refus\\p{L}+|rejet\\p{L}+|ecart\\p{L}+|a refaire|ne (?:ser|donn|rapport|compt|vaudr|percevr|recevr|toucher|ouvr)\\p{L}+|n\'(?:ouvr|aur|entr|obtiendr)\\p{L}+|aucune? {reward}|attendr\\p{L}+)'),
    fr('PAID_BY_OPINION', '(?:mot|avis|note|commentaire|message|story|post)s? (?:\\p{L}+ )?(?:sympas?|gentils?|gentilles?|doux|douces?|{nice}|{glowing})[^.;]{0,80}{reward}'),
    fr('PAID_BY_OPINION', '(?:rien|pas|aucune? \\p{L}+|jamais)[^.;]{0,20}(?:en dessous de|au-dessous de|moins de|inferieure? a|moins que) {stars}'),
    // nothing bad may be said
    fr('NO_CRITICISM', '(?:ne|n\'|sans|zero|aucune?s?|jamais|pas d[e\']|pas le moindre|evit\\p{L}+|s\'abstenir|abstenez-vous|renoncez|bannissez|proscri\\p{L}+|rien d[e\']|plutot que|au lieu d[e\'])\\s?~{bad}'),
    fr('NO_CRITICISM', '(?:ne|n\'|sans)\\s?~(?:mentionn\\p{L}+|di(?:tes|re|sant)|parl\\p{L}+|evoqu\\p{L}+|montr\\p{L}+|signal\\p{L}+|abord\\p{L}+|cit\\p{L}+|souleve\\p{L}*|relev\\p{L}+|insist\\p{L}+|attard\\p{L}+|ecri\\p{L}+|compt\\p{L}+) ~(?:{flaw}|{bad})'),
    fr('NO_CRITICISM', '(?:evit\\p{L}+|tais\\p{L}*|taire|cach\\p{L}+|dissimul\\p{L}+|oubli\\p{L}+|omett\\p{L}+|minimis\\p{L}+|pass\\p{L}+ (?:sous silence|sur)|gard\\p{L}+ pour (?:vous|soi)|laiss\\p{L}+ (?:de cote|tomber)|gomm\\p{L}+) ~(?:{flaw}|{bad})'),
    fr('NO_CRITICISM', 'n\'en (?:dit|dites|parl|souffl)\\p{L}* (?:rien|pas|mot)|gard\\p{L}*(?:-le|-la|-les| cela| ca) pour (?:vous|toi)|(?:chang|detourn|devi)\\p{L}* (?:de sujet|la conversation|le sujet)|defend\\p{L}+ (?:la maison|la marque|notre|nos|l\'entreprise)|(?:pren|prendre)\\p{L}* (?:notre|sa) defense|retabli\\p{L}+ la verite'),
    fr('NO_CRITICISM', '(?:evit|abst|gard)\\p{L}*(?:-vous)? ~(?:evoqu\\p{L}+|parler|mentionn\\p{L}+|abord\\p{L}+|cit\\p{L}+|signal\\p{L}+|montr\\p{L}+|filmer|relev\\p{L}+|rappel\\p{L}+) ~(?:{flaw}|{bad})'),
    fr('NO_CRITICISM', '(?:{flaw}|{bad}|critiques|reserves)[^.;]{0,20}(?:gard|dit|reserv|conserv|laiss|signal|remont|ecri|envoy)\\p{L}*[^.;]{0,30}(?:pour nous|entre nous|en prive|en interne|en message prive|par message|hors (?:camera|ligne|antenne)|en coulisses?)'),
    fr('NO_CRITICISM', '(?:gard|dit|reserv|conserv|laiss|signal|remont|ecri|envoy)\\p{L}*(?:-nous)? ~(?:{flaw}|{bad}|critiques|reserves)[^.;]{0,30}(?:pour nous|pour vous|entre nous|en prive|en interne|en message prive|par message|hors (?:camera|ligne|antenne)|en coulisses?)'),
    fr('NO_CRITICISM', '(?:si|sauf si|au cas ou|quand|lorsque)[^.;]{0,40}(?:(?:ne|n\') ?[^.;]{0,25}(?:pas|guere|jamais|point) (?:\\p{L}+ ){0,3}?{convinced}|(?:decu|decue|insatisfait|insatisfaite|peu convaincu\\p{L}*)\\p{L}*)[^.;]{0,40}(?:abst\\p{L}+|pass\\p{L}+ (?:votre|ton|son) tour|ne (?:publi|post|di|particip|fait|faites|partag)\\p{L}*|n\'(?:ecri|envoy)\\p{L}*|renonc\\p{L}+|laiss\\p{L}+ (?:tomber|passer)|inutile de publier|choisi\\p{L}+ une autre|gard\\p{L}+ (?:le silence|cela|ca))'),
    fr('NO_CRITICISM', '(?:publi|post|particip|ecri|partag|film|inscri)\\p{L}*(?:-vous)? ~(?:si|quand|seulement si|uniquement si|que si|une fois que|des que) ~(?:vraiment |reellement )?{convinced}'),
    fr('NO_CRITICISM', '(?:retir|supprim|enlev|gomm|adouci|coup|corrig|liss|filtr)\\p{L}*[^.;]{0,40}(?:nuire|nuit|nuirait|faire (?:de l\'ombre|du tort)|ferait|fache\\p{L}*|deplai\\p{L}*|gener\\p{L}*|{bad}|{flaw}|ne va pas dans|moins flatteu\\p{L}+)|adouci\\p{L}* ~(?:passages?|mots|phrases|propos|ton)'),
    fr('NO_CRITICISM', '(?:clients?|clientes?|utilisateurs?|utilisatrices?|temoins?|visages?|personnes?|invites?) (?:satisfaits?|satisfaites?|heureu(?:x|ses)|contents?|contentes?|ravis?|ravies?|conquis\\p{L}*) (?:uniquement|seulement|exclusivement)|(?:uniquement|seulement|exclusivement|que) (?:d[eu]s? |les )?(?:clients?|clientes?|utilisateurs?|utilisatrices?|personnes?|gens) (?:satisfaits?|satisfaites?|heureu(?:x|ses)|contents?|contentes?|ravis?|ravies?|conquis\\p{L}*)'),
    fr('NO_CRITICISM', '(?:repond|contr|fai\\p{L}+ taire|noy|compens|remett\\p{L}+ (?:a leur place)|convainc|cloue\\p{L}*)\\p{L}*[^.;]{0,30}(?:{critics})|(?:{critics})[^.;]{0,50}(?:retabli\\p{L}+|taire|convainc\\p{L}+|contr\\p{L}+|a leur place|se tromp\\p{L}+)'),
    fr('NO_CRITICISM', '(?:ne|n\')\\s?~(?:parl|evoqu|mentionn|di|abord|cit)\\p{L}* [^.;]{0,40}(?:refroidi|fai\\p{L}+ fuir|effray|decourag|nui|dissuad|fach)\\p{L}*'),
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
    fr('POSITIVE_OPINION', '(?:rest|soy|etre|sera|seront|est|sont|demeur|montr)\\p{L}*(?:-(?:vous|ils?|elles?))? (?:toujours |tres |resolument |clairement |uniquement |forcement )?(?:positi(?:f|fs|ve|ves)|favorables?|elogieu(?:x|se|ses)|flatteu(?:r|se)s?|dithyrambiques?|enthousiastes?)'),
    fr('POSITIVE_OPINION', '(?:enthousiasme|amour|passion|admiration|attachement) (?:pour|envers) (?:la|notre|nos|le) (?:marque|produits?|entreprise|maison|voitures?)'),
    fr('POSITIVE_OPINION', '(?:rien|personne|aucune?|nulle part)(?: \\p{L}+){0,4} (?:n\'|ne )(?:l\'|la |le |les |nous )?(?:egal|val|vaut|rivalis|surpass|approch|arriv|fait mieux|fera mieux|remplac|bat)\\p{L}*|(?:n\'y a|n\'existe|y a) (?:\\p{L}+ )?(?:pas|rien|guere) (?:de )?mieux|sans (?:egal|equivalent|rival|pareil)\\p{L}*|inegal(?:e|es|ee|ees|able|ables)|imbattables?|incontournables?|indispensables?'),
    fr('POSITIVE_OPINION', '(?:plus|jamais|pas|impossible de|pourri\\p{L}+|sauri\\p{L}+)[^.;]{0,20} (?:s\'en|vous en|m\'en|t\'en|nous en|en|s\'|vous|me|te|vivre sans|faire sans) ?passer|rachet\\p{L}*|rachat|les yeux fermes|sans hesit\\p{L}+ une seconde|changer? (?:pour rien|de marque)|adopt\\p{L}+ pour toujours'),
    fr('POSITIVE_OPINION', '(?:fait|faites|faire|faisant|fasse) ~(?:rever|aimer|craquer|envie|adorer|saliver|fondre|briller|desirer|decouvrir et aimer)|donn\\p{L}+ ~envie (?:de|d\'|a)|(?:mett|met)\\p{L}* l\'eau a la bouche|rendr?e?\\p{L}* (?:jaloux|jalouses?|accros?|fous?|folles?)'),
    fr('POSITIVE_OPINION', '(?:combien|a quel point|comme|pourquoi) (?:vous |tu |ils |elles |on )?(?:etes |es |sont |est |etiez )?(?:si |tellement |tres |vraiment )?(?:fans?|accros?|conquis\\p{L}*|ravis?|ravies?|heureu(?:x|se|ses)|comble\\p{L}*|emerveill\\p{L}*|bluffe\\p{L}*|satisfait\\p{L}*|emball\\p{L}*)'),
    fr('POSITIVE_OPINION', '(?:montr|partag|exprim|transmet|transmett|communiqu|clam|laiss|ressent|respir|cri|declar|dit|dites|dire|veut|voulons|attend)\\p{L}*(?:-nous)? [^.;]{0,40}(?:coups? de coeur|enthousiasme|emballement|bonheur|satisfaction|engouement|love|amour (?:de|du|pour)|attachement|joie (?:de|d\')|passion pour)|(?:on|l\'on) (?:sent|sente|sentira|ressent\\p{L}*) [^.;]{0,30}{feeling}|(?:enthousiasme|amour|coup de coeur|emballement|plaisir) (?:communicatif|sincere|evident|debordant|visible)|que du love|du love'),
    fr('POSITIVE_OPINION', '(?:parl|di|ecri)\\p{L}* en bien|(?:quelque chose|quelques mots|un (?:petit )?mot|deux mots|un message|un petit message) (?:de |d\')?(?:gentils?|sympas?|doux|tendres?|agreables?|beaux?|aimables?|chaleureux)'),
    fr('POSITIVE_OPINION', '(?:nous|notre marque|la marque|{opinion}) recommand\\p{L}*|recommand\\p{L}* (?:nous|notre|nos|la marque)|qui nous recommande'),
    fr('POSITIVE_OPINION', '(?:tout|cela|ca|il|elle|c\'est|tourne|marche|fonctionne)\\p{L}* (?:\\p{L}+ )?a merveille|une pure merveille|au top|comme un charme'),
    fr('POSITIVE_OPINION', '(?:modifi|chang|remplac|corrig|reecri|actualis|met(?:tez|tre) a jour|transform|mett\\p{L}+ a jour)\\p{L}* ~(?:{opinion}|publications?|posts?)[^.;]{0,60}(?:{glowing}|flatteu\\p{L}+|meilleure?s?|plus (?:haute?|positi\\p{L}+|juste|aimable|gentil\\p{L}*)|{stars}|ameliore\\p{L}*)'),
    fr('POSITIVE_OPINION', '(?:quatre|cinq|4|5) (?:etoiles|stars?) (?:au )?(?:minimum|moins|mini|ou plus|et plus|et au-dela)|starsrun|(?:vos|tes|nos) (?:cinq|5) (?:etoiles|stars?)|(?:fait|faites|faire|fasse)\\p{L}* (?:monter|grimper|decoller) (?:notre|la|nos)? ?(?:note|moyenne|score|classement)'),
    fr('POSITIVE_OPINION', '(?:mise|mettre|mettez|met) en valeur (?:de la marque|du produit|des produits|de nos|de notre|nos|notre|la marque|le produit)'),
    fr('POSITIVE_OPINION', '(?:choses?|raisons?|points|aspects|details|tout|mots)(?: \\p{L}+){0,2} (?:que|pour lesquelles|ce que) (?:vous |tu )(?:ador|cheri)\\p{L}*|etoiles dans les yeux|larmes de joie|tomb\\p{L}* amoureu\\p{L}+'),
    fr('POSITIVE_OPINION', '(?:repond\\p{L}*|dit|dites|coch\\p{L}*) (?:\\p{L}+ )?oui|(?:recopi|copi|coll|repren)\\p{L}*[^.;]{0,60}\\b(?:j\'|je |nous )(?:aurais|adore|aime|recommande|ai |suis|ne )|\\b(?:j\'|je )(?:aurais|adore|aime|recommande|suis)[^.;]{0,60}(?:mot pour mot|telles? quelles?|tels? quels?)'),
    fr('PAID_BY_OPINION', '{reward}[^.;]{0,60}(?:note|moyenne|score|etoiles?)[^.;]{0,30}(?:attein\\p{L}*|est|depass\\p{L}*|de|a|au-dessus) [^.;]{0,12}[3-5](?:[.,]\\d)?(?: |$)'),
    fr('POSITIVE_OPINION', 'vot\\p{L}+ pour (?:nous|notre (?:produit|marque|maison|application))|(?:a quel point|combien) [^.;]{0,20}(?:change|transforme|ameliore) (?:votre|ta|leur) (?:vie|quotidien)|(?:avoir|ayez|aies?|prenez|prends) l\'air (?:\\p{L}+ )?(?:{glowing})'),
    fr('POSITIVE_OPINION', '{say}[^.;]{0,20}\\bqu(?:e |\')[^.;]{0,20}(?:vaut|valent) (?:\\p{L}+ )?(?:son prix|le coup|la peine|le detour)|ce qui (?:fait|rend) (?:de )?(?:notre|nos|cet|cette|ces|ce) (?:\\p{L}+ ){1,3}?(?:{best}|uniques?)|nous met(?:te|tre)? en valeur'),
    fr('POSITIVE_OPINION', '(?:praise|praising)hashtag'),
    fr('POSITIVE_OPINION', '(?:donn|presente|valoris|montr)\\p{L}* (?:une |la )?(?:bonne|belle|meilleure) image|positivite'),
  ],
  aside: asides(ASIDES, LISTS),
  balanced: sideBySide(
    'positi(?:f|fs|ve|ves)|bon(?:s|ne|nes)?|bien|forts?|forces?|qualites|avantages|plu|(?<!s\'il vous )plait|aime|aimez|adore|atouts|eloges?|favorables?|elogieu(?:x|se)|recommande\\p{L}*|reussi|marche|etoiles?|enthousiastes?|compliments?|meilleur|seduit',
    'negati(?:f|fs|ve|ves)|mauvais(?:es?)?|mal|faibles?|faiblesses|defauts|inconvenients|deplu|deplait|decu(?:e|s|es)?|detestee?s?|detestez|critiques?|reproches?|blames?|defavorables?|rate|(?:pas|non)(?=$|[.,!?;:]| (?:aime|plu|marche|convaincu|fonctionne))|severes?|pire|agace\\p{L}*|enerve\\p{L}*|ennuye\\p{L}*|gene\\p{L}*|frustre\\p{L}*|rebute\\p{L}*|points? noirs?|mecontent\\p{L}*|limites|moins (?:bon|bien|aime|plu|convaincu)\\p{L}*',
    'ou|et|comme|autant que|ni|mais aussi|et surtout',
    'evite[zr]?|cache[zr]?|pass(?:ez|er)|tais\\p{L}*|taire|oubli\\p{L}*|omett\\p{L}*|sans|jamais|aucune?|rien|ne|gard\\p{L}*|laiss\\p{L}*|gomm\\p{L}*|minimis\\p{L}*',
    "\\bnous ne (?:vous |te )?(?:demand|attend|exig|impos|voul|reclam)\\p{L}*(?! [^.;]*\\b(?:juste|seulement|que|mais|grand-chose|sauf)\\b)|\\bpour et (?:le |les )?contre\\b|\\bou non\\b|\\b(?:rachet|recommand)eriez-vous\\b|\\bsi vous (?:l'|le |la |les |nous )?(?:recommanderiez|recommandez|aimez|avez aime|avez adore)\\b|(?:^|[.:;] )(?:qu'est-ce|que |quelle?s? |est-ce|avez-vous|etes-vous|l'avez-vous|combien |ou |quand |comment )[^.;]{0,120}\\?$|\\b(?:comme (?:bon )?(?:vous|il vous|bon vous) (?:semble|l'entendez|voulez|plait)|comme vous (?:l'entendez|voulez)|ce que vous (?:voulez|en pensez))\\b(?![^.;]*\\bmais\\b)|\\bou pas\\b|\\bqu'il soit\\b|\\bqu'ils soient\\b|\\bqu'elles? soi\\p{L}+\\b|\\bpourquoi pas\\b",
  ),
  alike:
    /\b(?:autant|pareil(?:le)?ment|de la meme (?:facon|maniere)|a l'identique|au meme titre|comme (?:les|tous les|un) autres?|ni plus ni moins|pas (?:plus|moins|mieux|davantage) que (?:les? |une? )?(?:(?:avis|critiques?) )?(?:positi(?:f|ve)|bon|favorable|negati(?:f|ve)|mauvais|critique|autre)(?:s|ne|nes)?|quel(?:le)?s? que soi\p{L}*|tout aussi)\b/u,
  denied:
    /(?:\b(?:ne|jamais|ni|aucune?|sans|pas besoin|pas oblige\p{L}*|inutile|interdit|refuse\p{L}*|personne|pas|contre)\b|\bn')(?:[^.;]{0,90})$/u,
  insists:
    /(?:(?:plus|pas|jamais) (?:\p{L}+ ){0,3}?(?:passer|mieux)\b|n'oubli|n'hesit|ne manqu|ne cess|n'omet|ne rat|ne vous privez|n'ayez pas peur|ne (?:\p{L}+ ){0,3}que\b|rien que|n'(?:\p{L}+ ){0,3}qu|rien de moins|pas moins|sans (?:oublier|hesiter|reserve|faute|hesitation)|pas seulement)/u,
  clause: /, (?:mais|juste|seulement|alors|et|donc)\b|\bmais\b|: |, /u,
  unmuzzled:
    /(?:inutile|pas besoin|nul besoin|pas oblige\p{L}*|rien ne vous oblige|pas tenu\p{L}*) (?:de |d'|a )(?:[\p{L}']+ ){0,5}?(?:que|seulement|uniquement)\b|(?:\bne |\bn'|sans )(?:\p{L}+ ){0,2}?(?:cach|evit|tai|tais|omet|omett|oubli|minimis|pass|supprim|retir|refus|rejet|sanction|punir|censur|gomm|craign|crai|laiss|gard|hesit|dissimul|adouc|coup|ecart|paie(?!ment)|paye|perd|jug|interdi|bann)\p{L}*|\baucune? (?:\p{L}+ ){0,2}?(?:critique|reproche|avis negatif)[^.;]{0,12} (?:ne |n'est )(?:vous |sera |fera |coute\p{L}* |fait |peut |doit )?(?:ser\p{L}+|coute\p{L}*|reproche\p{L}*|retire\p{L}*|perdre|refuse\p{L}*|supprime\p{L}*|interdite?|de trop|malvenue?|sanctionne\p{L}*)/u,
};
