/**
 * Words that find fault, as they are once accents and case are gone; `*` stands for any ending. Insults are not among them: they are about
 * people, and a rule may be about them. Neither are words that are as often neutral (cheap, old, problem).
 */
export const FAULTS: ReadonlySet<string> = words(`
  abandon* abysmal annoy* atrocious awful bad badly betray* boring boycott* broke broken careless clumsy crap* crash* cynical deceiv* decepti* defect* disappoint*
  disgrace* disgust* dishonest* dislike* dismiss* disrespect* dreadful embarrass* excuse* expensive fail* fake false* faulty flaw* flimsy fraud* frustrat* garbage greed*
  hate* horrible horrid ignor* inferior insult* joke junk lack* lame laughable lied lies lousy lying mediocre misleading mistake* mocker* nonsense outrage* overpriced
  overrat* pathetic pointless poor poorly regret* ridiculous rip-off ripoff rotten rubbish scam* scandal* shame* shoddy sloppy stupid terrible terribly tired trash* ugly
  unacceptable unfair unfinished unhappy unreliable unusable useless waste* weak worse worst worthless wrong
  abus* affreu* ampoule* arnaqu* bacl* boycott* bugg* cass* catastroph* cher chere chers cheres contrefa* cynique* deception* decev* decoi* decu decue decus decues
  deconn* defaillan* defaut* defectueu* degout* deplor* desagreable* desastr* detest* dommage echec* ecoeur* erreur* excuses execrable* fade fragile* frustr* gach* grotesque*
  honte* honteu* horrible* ignor* inacceptable* inadmissible* incapable* incompeten* indigne* infame* injuste* inutil* insuffisan* lamentable* laid laide laids laides
  malhonnet* mauvais mauvaise* mediocre* mens* menteur* menteu* mepris* minable* moche moches moqu* naze* nul nulle nuls nulles perte pire pires pitoyable* pourri* racket*
  rate rates ratee* regrett* revolt* ridicul* scandal* surcot* trahi* tromp* truand* voleur* vol*e
`);

/** What is praised, and criticised once it is denied: "not good", « ne marche pas ». */
export const MERITS: ReadonlySet<string> = words(`
  acceptable care cared careful clear comfortable deliver* durable easy enough fair fine fit fits fixed fun good great happy help* honest impress* improve* interest* keep
  last lasts like listen* love* nice pleas* quality recommend* reliable respect* satisf* serious solid sturdy understand useful valu* work* worth
  acceptable* agreable* aime aimons apprec* attentif* bien beau belle bon bonne bons bonnes clair* compren* content contents contente* convainc* convaincu* correct* digne*
  ecout* efficace* fiable* fonctionn* hauteur honnet* interessant* interesse* jolie* juste* marche* normal* plai* pratique* qualite recommand* repon* respect* satisf*
  serieu* solide* tenu* tient utile* vaut
`);

/** What turns a word around, when it stands shortly before it. */
export const DENIALS: ReadonlySet<string> = words(`
  not no never nothing hardly barely without neither nor cannot stop stopped anything
  pas plus jamais ni sans aucun aucune rien guere non
`);

/** What speaks of the brand without naming it. */
export const BRAND: ReadonlySet<string> = words(`
  you your yours brand company team staff support service management product* range price* quality packaging instruction* website site app shop store delivery update* design
  set sets version warranty refund*
  vous votre vos marque entreprise societe equipe equipes service sav direction produit* gamme prix qualite emballage* notice* site appli application boutique magasin* livraison*
  version garantie rembours* modele* conception
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
