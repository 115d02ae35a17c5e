/**
 * What people choose when they must choose something long. Lower case, letters and digits only, as `password.policy.ts`
 * compares. The first part, and the words, come from the list of leaked passwords in zxcvbn-ts (MIT licence, MrWook and
 * contributors; after zxcvbn by Dan Wheeler and Dropbox); the phrases in English and French are our own.
 */
export const COMMON_LONG_PASSWORDS = `
  123qweasdzxc 1qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r5t6y mailcreated5240 qazwsxedcrfv 123456qwerty qwerty123456
  polniypizdec0211 sojdlg123aljg leavemealone motherfucker 123456654321 gfhjkmgfhjkm qazwsxedc123 ghjcnjgfhjkm
  zxcasdqwe123 sonyericsson ghhh47hj7649 123456789qwe 1qazxsw23edc masterbating qwerasdfzxcv qweasdzxc123
  flvbybcnhfnjh 123456789987654321 112233445566 ghbdtnrfrltkf websolutions finalfantasy 1qaz2wsx3edc4rfv
  chickenwing101 unbelievable administrator 123321123321 justinbieber contortionist 123qwe123qwe newproject2004
  pornographic masturbation needforspeed businessbabe 123456789123 masterbaiting maurolarastefy supernatural
  professional domainlock2005 scandinavian dkflbvbhjdbx momsanaladventure hd764nw5d7e1vb1 qazwsxedcrfvtgb
  123456789012 dkflbvbhjdyf counterstrike zaq1xsw2cde3 vfvfvskfhfve 123456789abc fkmnthyfnbdf intelligence
  ghjcnjghjcnj admin18533362 23176djivanfros 123456789qwerty qazxswedcvfr qwertyasdfgh whosyourdaddy 1111111111zz
  fktrcfylhjdbx fktrcfylhjdyf 541233432442 123456789qaz ghbdtnghbdtn password1234 12345678900987654321
  chesterfield 010203040506 lost4815162342 102030405060 vanyarespekt qwerty123456789 89231243658s iseedeadpeople
  transformers devilmaycry4 combat123654 qwertyytrewq jamesbond007 123123qweqwe 4815162342lost 123456789qqq
  asdfghjkl123 1234qwerasdf 123qwe456rty 1234567890qw ghjcnjrdfibyj qwertyuiop123 international saun24865709
  q1w2e3r4t5y6u7 ptybnxtvgbjy polniypizdec110211 1qa2ws3ed4rf 123456789zxc 12345678987654321 playstation3
  31217221027711 fucktheworld 159753159753 mevefalkcakk 1234567890qwe hedimaptfcor cosmopolitan q1w2e3r4t5y6u7i8
  zqjphsyf6ctifgu lhbjkjubz2957704 123456782000 andrewjackie 1qazxsw23edcvfr4 12qw34er56ty christopher1
  159753456852 networkingpe philadelphia peanutbutter boy4u2ownnyc ingodwetrust minecraft123 digitalprodu
  installdevic an83546921an13 qawsedrftgyh abc123456789 123321qweewq auckland2010 residentevil olcrackmaster
  1234567890zzz 32615948worms 012345678910 fuckyoubitch avrillavigne massimiliano nhfdvfnjkju123 742617000027
  41d8cd98f00b nemvxyheqdd5oqxyxyzi temppassword punksnotdead fynfyfyfhbde nightcrawler playstation2 gjkysqgbpltw
  ticketmaster 01telemike01 stratocaster ghjcnjqgfhjkm installsqlst 123456789101 1234567890qaz frederiksberg
  1a2s3d4f5g6h passwordpassword schoolgirlie sanfrancisco 89876065093rax 1234567qwertyu lytghjgtnhjdcr
  111222333000 nhecsyfujkjdt zaqwsxcderfv seemnemaailm qwaszxerdfcv antananarivu greenlantern qazwsxqazwsx
  vfrcbvvfrcbv 1234qwerasdfzxcv iloveboobies ghjcnjgbpltw 123321456654 1234567890987654321 1234567890qwerty
  q1w2e3r4t5y6u7i8o9p0 morganstanley 59382113kevinp qwe123qwe123 gtnhjpfdjlcr zxcvbn123456 bltynbabrfwbz
  warhammer40k passwordstandard maprchem56458 construction bpgjldsgjldthnf iampurehaha2 qazxswedc123 qwertyuiop10
  stinkyfinger cjdthitycndj corperfmonsy weihnachtsbau 1234567892000 1234567887654321 stickdaddy77 123456789000
  014702580369 asdfgh123456 necronomicon mortalkombat 123qwerty123 systemofadown qaz123wsx456 nastyanastya
  zxcvbnm123456789 satisfaction cheeseburger a1s2d3f4g5h6 122333444455555 vladimirovna 111222333444555
  ilovemyfamily michaeljackson vfhbyfvfhbyf qwertyuiop12345 1qa2ws3ed4rf5tg websolutionssu amadeusptfcor
  specialinsta 123456789asd nhfycajhvths rfnthbyf1988 paraklast1974 webuivalidat msorcloledbr nondriversig
  123456789qwer wazzkaprivet weihnachtsbaum fktrcfylhjdf z1x2c3v4b5n6m7 ghjnbdjcnjzybt qwertyuiop12 sonnenschein
  anytimetoday ntktdbpjh1994 nick1234rem936 thecakeisalie ontheoutside zcfvfzkexifz xxxp455w0rd5 qwertasdfgzxcvb
  ghjatccbjyfk aksjdlasdakj89879 23wkoa0fp78dk marinamarina fatima753357 6215mila6215 zaq12wsxcde3 love777321777
  123456789aaa 4815162342lf pfqwtd27121988 cnfc35762209 12345677654321 zxcvbnmmnbvcxz civilization findaupair007
  alpha135792468 ghtdtlvtldtl edwardcullen gfhfktkjuhfv qazwsx123456 lytdybrbdfvgbhf asd123asd123 passwordassword
  ronaldinho10 ipo54tj45uy856 89semtsriuty foreveryoung sdicmt7seytn blacksonblon 420842084208555 ktjynsq40147
  1a2a3a4a5a6a bullnuts2003 050605rostik 19960610ilja 123456zxcvbn z1x2c3v4b5n6 entertainment 89063032220m
  badiman28200 123ewqasdcxz nhbujyjvtnhbz polniypizdec1102 neepodchehyl hd764nw5d7e1vbv josephphone7 gthtrfnbgjkt
  configuratio msoracle32re bhrh0h2oof6xbqjeh 193570356033 correcthorsebatterystaple letmeinplease letmeinletmein
  iloveyouforever iloveyousomuch ilovemymother ilovemyfather ilovemyhusband ilovemychildren iloveyoubaby
  iloveyoumore ilovechocolate ilovefootball thisismypassword thisisapassword mypasswordis mypassword123
  mypasswordismypassword notmypassword yourpassword newpassword123 oldpassword123 changemeplease
  changethispassword pleasechangeme passwordisnotpassword passwordispassword password12345 passwordsecure
  securepassword strongpassword longpassword supersecretpassword secretpassword topsecretpassword
  verysecurepassword averylongpassword averylongpassphrase passphrasepassphrase adminpassword rootpassword
  userpassword defaultpassword guestpassword testpassword temporarypassword forgotpassword forgetpassword
  nopasswordhere nopasswordneeded ihatepasswords ihatethispassword idontknow12345 idontremember icantremember
  idontcare123 whatisyourpassword whatpassword areyoukidding areyoukiddingme opensesame123 sesameopenup
  letmeinnow123 enterpassword typepasswordhere insertpasswordhere administrator1 administrateur administrateur1
  superadministrator sysadmin12345 rootrootroot adminadminadmin testtesttest usertestuser demodemodemo
  guestguestguest helloworld123 helloworldhello hellohellohello welcomewelcome welcometotheworld welcomehome123
  goodmorning123 goodnight1234 happybirthday happybirthday1 happynewyear happynewyear2024 happynewyear2025
  happynewyear2026 merrychristmas merrychristmas1 happyholidays manchesterunited liverpoolfc1892 chelseafc1905
  arsenalfc1886 realmadrid123 barcelona1899 barcelonafc123 bayernmunchen bayernmunich bayernmuenchen
  borussiadortmund juventus1897 olympiquelyonnais olympiquedemarseille olympiquemarseille allezlesbleus
  allezlesverts allezlom12345 parissaintgermain parissaintgermain75 psgparis12345 newyorkcity123 newyorkyankees
  newyorknewyork losangeles123 sanfrancisco1 sanfrancisco49 philadelphia1 unitedstates unitedkingdom
  unitedstatesofamerica northcarolina southcarolina massachusetts washingtondc australia123 newzealand123
  southafrica123 switzerland123 deutschland123 deutschland1 angleterre123 francefrance republiquefrancaise
  vivelafrance vivelafrance1 parisparisparis maytheforcebewithyou maytheforce123 starwars12345 startrek12345
  lordoftherings lordoftherings1 harrypotter123 harrypotter1 hermionegranger dumbledore123 winteriscoming
  winteriscoming1 gameofthrones gameofthrones1 breakingbad123 thewalkingdead thebigbangtheory howimetyourmother
  strangerthings batmanandrobin batmanbatman supermansuperman spidermanspiderman captainamerica ironmanironman
  teenagemutantninjaturtles scoobydoobydoo spongebobsquarepants mickeymouse123 mickeyandminnie donaldduck123
  winniethepooh winniethepooh1 hellokitty123 pokemonpokemon pokemonmaster gottacatchemall supermario64bros
  supermariobros supermario123 legendofzelda thelegendofzelda zeldazeldazelda callofduty123 callofduty4mw
  grandtheftauto grandtheftauto5 worldofwarcraft leagueoflegends leagueoflegend counterstrike1 counterstrike16
  fortnite12345 minecraft1234 minecraftminecraft robloxroblox playstation123 playstation4 playstation5
  xbox360xbox360 nintendoswitch metallicametallica ledzeppelin123 ironmaiden123 ironmaiden666 systemofadown1
  linkinpark123 rollingstones thebeatles123 guitarhero123 michaeljackson1 justinbieber1 onedirection1 onedirection
  taylorswift13 taylorswift123 bohemianrhapsody stairwaytoheaven highwaytohell chocolatechip chocolatecake
  strawberry123 strawberries blackberry123 watermelon123 peanutbutterjelly bananabanana applesandbananas
  icecream12345 cheesecake123 coffeecoffee pizzapizzapizza sunshine12345 sunshinesunshine rainbowrainbow
  butterfly1234 butterflies123 dragonfly1234 blackdragon123 whitetiger123 golden12345678 goldenretriever
  germanshepherd labrador12345 chihuahua1234 summersummer summer2024summer winter2024winter spring2024spring
  autumn2024autumn january123456 february12345 september2024 september2025 november12345 december12345
  wednesday1234 thursday12345 saturdaynight trustno1trustno1 trustnoone123 nothing123456 nothingtolose
  nothingelsematters neversaynever neverforget123 nevergiveup123 justdoit12345 justdoitjustdoit carpediem1234
  carpediemcarpediem livelaughlove livelovelaugh forever123456 foreverandever foreverlove123 godisgood1234
  godislove1234 godisgreat123 jesuschrist123 jesuschrist1 jesusislord123 jesuslovesme jesuslovesme1 blessed123456
  praisethelord hallelujah123 inshallah12345 alhamdulillah bismillah12345 allahuakbar123 mashallah1234
  thequickbrownfox thequickbrownfoxjumps quickbrownfox loremipsumdolor loremipsum123 tobeornottobe tobeornottobe1
  onceuponatime onceuponatime1 tweedledumtweedledee supercalifragilistic supercalifragilisticexpialidocious
  abracadabra123 abracadabra12 hocuspocus123 alakazam12345 romeoandjuliet twinkletwinkle twinkletwinklelittlestar
  humptydumpty1 marylittlelamb threepointonefour 314159265358 3141592653589 314159265359 271828182845 112358132134
  123581321345 161803398874 0123456789ab 0123456789abcdef 1234567890ab 1234567890abc abcdefghijkl abcdefghijklm
  abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abcdef123456 abcd12345678 abcdefg12345 abcdefgh1234 azertyuiop12
  azertyuiop123 azertyuiopqs azertyuiopqsdfghjklm azerty123456 azerty12345678 azertyazerty 123456azerty
  123azerty456 aqwzsxedcrfv 1aqwxsz2edcvfr wxcvbnwxcvbn qsdfghjklm123 qwertzuiop123 qwertz123456 qwertyuiopas
  qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm mnbvcxzlkjhgfdsa poiuytrewq123 poiuytrewqlk asdfghjklqwe
  asdfasdfasdf asdfqwerzxcv zxcvbnmasdfg 147258369147 147258369258 159357456852 159357159357 741852963741
  789456123000 789456123789 987654321000 987654321987 000000000000 111111111111 123123123123 121212121212
  131313131313 696969696969 motdepasse123 motdepasse1234 motdepasse12345 monmotdepasse monmotdepasse1
  monmotdepasseamoi cestmonmotdepasse motdepassemotdepasse motdepassesecret motdepasseoublie nouveaumotdepasse
  changezmoi123 changermotdepasse jenesaispas123 jemappelle123 jesuislemeilleur jesuisgenial jesuistropbeau
  jesuisuneprincesse jetaimejetaime jetaimemonamour jetaimepourtoujours jetaimefort123 jetaime123456 jetaimemaman
  jetaimepapa123 jetaimetrop123 jetadoremonamour monamour12345 monamourmonamour monamourpourlavie amourtoujours
  amourdemavie amourpourtoujours pourtoujours1 pourlavie1234 toujourstoi123 doudoudoudou doudou123456 loulou123456
  loulouloulou chouchou1234 chouchouchouchou coucoucoucou coucou123456 bonjour12345 bonjourbonjour bonjourlemonde
  bonjourtoutlemonde bonnejournee bonnesvacances bonanniversaire joyeuxnoel123 joyeuxnoel2024 joyeuxanniversaire
  bienvenue1234 bienvenuechezmoi salutsalutsalut ouvretoisesame sesameouvretoi soleilsoleil soleil123456
  papillon1234 papillonpapillon chocolat1234 chocolatauchocolat chocolatine123 nutellanutella fraisefraise
  princesse1234 princesseprincesse mamanpapa1234 papamaman1234 mamanjetaime papamamanjetaime mesenfants123
  mesenfantsadores mafamille1234 mafamillejetaime famille123456 marseille1300 marseille13000 marseille13013
  marseille1234 toulouse31000 bordeaux33000 lyonlyonlyon vivelesvacances vivelavie1234 vivelamour12 lavieestbelle
  lavieestbelle1 labelleetlabete laviecestbeau liberteegalitefraternite libertelibertecherie toutvabien123
  toutlemonde123 nimportequoi nimportequoi1 nimportequoi123 laissemoientrer laissezmoientrer doucefrance123
  chevalcheval licornelicorne minouminouminou minouche1234 cacahuete1234 carambar12345 pamplemousse pamplemousse1
  rockyrockyrocky tintinetmilou asterixobelix asterixetobelix lepetitprince lepetitprince1 petitcoeur123
  petitprince123 johnnyhallyday johnnyhallyday1 zinedinezidane zinedinezidane10 kylianmbappe10 kylianmbappe
`;

/** Common passwords shorter than we allow: adding digits and signs to one, or repeating it, makes no good password. */
export const COMMON_WORDS = `
  password qwerty dragon baseball football monkey letmein shadow master michael mustang qwertyuiop pussy superman
  fuckyou jordan qazwsx jennifer killer hunter harley zxcvbnm asdfgh buster andrew batman soccer tigger charlie
  robert sunshine thomas iloveyou fuckme ranger daniel hockey george computer michelle jessica starwars asshole
  pepper klaster zxcvbn freedom princess joshua maggie pass ginger fuck amanda ashley love cheese nicole summer
  matthew chelsea dallas biteme matrix william yankees taylor corvette austin access martin heather thunder merlin
  secret diamond hello anthony hammer fucker silver gfhjkm justin patrick richard bailey internet samantha golfer
  scooter test orange cookie maverick jackson sparky mickey phoenix bigdog snoopy guitar whatever chicken morgan
  andrea camaro mercedes peanut ferrari cowboy falcon welcome samsung sexy steelers joseph smokey dakota melissa
  arsenal boomer eagles tigers marina nascar booboo gateway porsche yellow monster spider diablo hannah bulldog
  junior london purple compaq lakers iceman hardcore cowboys money banana boston brandon tennis johnny miller
  coffee scooby edward nikita mother yamaha brandy barney chester fuckoff oliver charles player knight forever
  steven rangers midnight chicago bigdaddy redsox victoria badboy angel please fender chris jasper james slayer
  rabbit natasha rachel bigdick marine wizard marlboro raiders prince casper fishing flower crystal jasmine
  panties iwantu adidas winner winter gandalf enter ghbdtn angela mike golden lauren cocacola winston madison
  angels blowme panther sexsex bigtits spanky bitch shannon sophie johnson asdfasdf david horny toyota tiger
  murphy dick canada danielle blowjob jonathan liverpoo muffin cooper apples jackie dennis black john sandra
  pokemon slipknot carlos qazxsw scorpion qwaszx nathan butter startrek rainbow asdfghjkl razz redskins newyork
  gemini cameron qazwsxedc florida liverpool turtle nicholas viking booger wilson sierra butthead doctor rocket
  victor dolphins captain bandit jaguar packers pookie peaches asdf blue dolphin helpme tucker theman tiffany
  maxwell jeremy qwertyui shithead debbie albert maddog lovers monica alex united giants nirvana metallic hotdog
  rosebud mountain benjamin warrior stupid elephant suckit success jackass bonnie alexis porn lucky jason scorpio
  samson azerty freddy driver willie calvin sydney gators dexter bubba creative golf voodoo happy arthur trouble
  america nissan gunner rebecca stella garfield gordon jessie bullshit parker asdfghjk fucking apollo jack eminem
  december legend airborne beavis august bear apple brooklyn godzilla skippy buddy qwert kitten magic shelby
  beaver phantom fred nothing asdasd williams xavier braves darkness travis copper tomcat platinum qweqwe girls
  bigboy green power animal police online voyager lifehack fish sniper trinity walter blazer heaven lover snowball
  playboy bubbles loveme hooters cricket marvin willow donkey topgun nintendo saturn family november gabriel
  destiny pakistan pumpkin digital sergey chance explorer redwings private therock runner tits lasvegas guinness
  beatles fire cassie christin motdepasse bonjour soleil doudou loulou chouchou coucou jetaime monamour princesse
  marseille chocolat nicolas camille julien alexandre caroline isabelle administrateur changeme spring autumn
  january february march april june july september october monday tuesday wednesday thursday friday saturday
  sunday janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi
  jeudi vendredi samedi dimanche printemps automne hiver fanfare
`;
