/**
 * French, kept by hand: no kept library has a French list that leaves ordinary words alone (see docs/adr/0022). Words that
 * Spanish and Catalan write the same way for something innocent ("con", "cul", "retard", "negro") are in phrases only.
 * One a line; `a/b` are endings. Whole words and phrases, without accents, as texts are folded.
 */
export const FRENCH_COARSE = `
  connard/s
  conard/s
  connasse/s
  conasse/s
  sale con/ne/s/nes
  gros con/s
  grosse conne
  pauvre con/ne/s/nes
  petit con/s
  petite conne
  quel con
  quelle conne
  bande de con/s
  espece de con/ne
  tous des cons
  enculer
  encule/e/s/es
  enfoire/e/s/es
  fils de pute/s
  fils de chien/ne
  fdp
  pute/s
  putain/s
  salope/s
  saloperie/s
  salaud/s
  petasse/s
  pouffiasse/s
  poufiasse/s
  grognasse/s
  sale garce
  sale chienne
  merde/s
  merdique/s
  merdeux
  sous merde/s
  emmerdeur/s
  emmerdeuse/s
  fait chier
  faites chier
  fais chier
  fait chiez
  va chier
  a chier
  chiotte/s
  nique/s
  niquer
  nique ta mere
  ntm
  ta gueule
  ta geule
  vos gueules
  ferme ta gueule
  va te faire foutre
  allez vous faire foutre
  va te faire voir
  casse toi pauvre
  trou du cul
  trous du cul
  trouduc/s
  lecheur de cul
  leche cul/s
  lache cul
  mon cul
  couille/s
  casse couilles
  couillon/s
  suce ma bite
  suce moi
  branleur/s
  branleuse/s
  branlette/s
  sale batard/s
  espece de batard/s
  bande de batards
  batard/s
  ordure humaine
  sale ordure
  espece d ordure
  sale merde/s
  sac a merde
  gros lard
  grosse vache
  grosse truie
  espece d abruti/e
  espece d idiot/e
  espece d imbecile
  espece de debile
  espece de cretin/e
  bande d abrutis
  bande de debiles
  bande de cretins
  bande d idiots
  sale debile
  gros debile
  pauvre debile
  pauvre type
  pauvre tache
  pauvre merde
  sale fdp
  attarde/s
  attardee/s
  attarde/s mental
  gros mongol/s
  sale mongol/s
  espece de mongol
  un mongol
  des mongols
  mongol va
  quel mongol
  ce mongol
  t es mongol
  tu es mongol
  vrai mongol
  trop mongol
  gauchiasse/s
  triso
  tebe
  sale race
  ta race
  tocard/s
  crevard/s
  crevure/s
  raclure/s`;

export const FRENCH_SLURS = `
  bougnoul/e/s/es
  bicot/s
  youpin/e/s/es
  youtre/s
  sale negre/s
  sale negresse
  espece de negre
  les negres
  sale noir/s
  sale arabe/s
  sales arabes
  sales noirs
  sale juif/s
  sales juifs
  sale juive
  sale musulman/e/s
  sales musulmans
  sale gitan/s
  sale rom/s
  sale asiat
  sale blanc/s
  sale pd/s
  sale pede/s
  gros pd
  gros pede
  espece de pd
  pede/s
  tarlouze/s
  tafiole/s
  tantouze/s
  tapiole/s
  sale gouine/s
  sale tapette/s
  grosse tapette/s
  sale lesbienne
  chinetoque/s
  niakoue/s
  bamboula/s
  crouille/s
  melon va
  sous race/s
  sous homme/s
  sale trans
  travelo/s
  sale handicape/e`;

export const FRENCH_THREATS = `
  je vais te tuer
  je vais te crever
  je vais vous tuer
  on va te tuer
  on va te crever
  creve sale
  va crever
  allez crever
  va mourir
  suicide toi
  va te pendre
  va te suicider
  tu merites de mourir
  tu merites de crever
  je sais ou tu habites
  je vais te violer
  mort aux juifs
  mort aux arabes
  mort aux noirs
  mort aux musulmans`;
