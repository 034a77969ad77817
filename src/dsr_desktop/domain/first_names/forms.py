"""Forms of first names, French and English ones first: a list of our own.

Before each colon the writings of one name, after it what it is shortened to.
"""

FORMS = """
abdelaziz: aziz abdel; abdelhamid: hamid abdel; abdelkader: abdel kader; abdelkrim abdelkarim:
abdel karim krim; abdellah abdallah abdullah abdoulaye; abdelmalek: malek abdel; abderrahmane
abderrahman abdurrahman abderahmane: abder rahman rahmane; abigail: abby abbie abi gail; abraham:
abe bram; adelaide: adele addie heidi; adeline: adele; adrien adrian; agathe agatha: aggie; ahmed
ahmad ahmet; aicha aisha ayesha; alain allain alan allan allen; alasdair alistair alastair
alister: ali; albert alberto: bert bertie; alejandra: alex ale; alejandro: alex ale; alessandra:
ale sandra; alessandro: ale sandro; alexandra aleksandra: alex alexa lexi lexie sacha sasha sandra
sandie sandy xandra; alexandre aleksandar aleksandr alexander aleksander: alec alek alex lex sacha
sandy sasha xander xavi; alexia: alex lexi; alexis: alex lex; alfred alfredo: alf alfie fred
freddie freddy; alice: ali; aloysius alois aloys; alphonse alfonso alphonso: fonsi; amandine:
mandy aman; amelie amelia: amy emmy mel millie; anastasia anastasie: ana nastia stacy tasia; andre
andreas andrei andrej andrzej; andrew: andy drew; ange angel angelo; angela angele angelique
angelina: angie; anna: annie ania; annabelle annabel: belle bella; anne ann: annie nan nancy;
anneliese annelise; annick annik; anselme anselm: selme; anthony antony antoni anton antonio: tony
ant toni tonio; antoine: tony toine tonio; antoinette antonia: toni tonia toinette nettie;
archibald: archie archy; armelle armel; arnaud arnault arnaut: arno; arnold: arno arny; arthur
arturo: artie; astrid: asti; athanase athanasios: thanos thanassis; auguste august augustus: gus;
augustin: gus tin; augustine: gussie; aurelie aurelia: aure lili; aurelien: aure; aymeric emeric
emerick; barbara barbra: barb barbie babs babette; barnabe barnabas: barney barny; bartholome
bartholomew bartolome bartlomiej: bart; bastien: bast; baudouin baldwin: baudou; beatrice beatrix
beatriz: bea trixie; benedict benedikt: ben benny; benedicte benedicta: bene; benjamin: ben benji
benny benj benjy; benoit: ben beni; berenice bernice; bernadette: berna bernie detty; bernard
bernhard bernardo: bernie barney; berthe bertha: bertie; bertrand: bert bertie; beverley beverly:
bev; bradley: brad; brice bryce; brigitte bridget brigid birgit birgitte: bri gitte biddy; bryan
brian; calvin: cal; cameron: cam; camille: cam camy; candice candace: candy; capucine: capu;
carine karine karin; carla karla; carole carol carolle: caro; caroline carolina carolyn karoline:
caro carol carrie lina; cassandra cassandre kassandra: cass cassie sandra; catherine katherine
catharine katharine kathryn katharina katarina ekaterina catarina caterina: cath cathie cathy cat
kat kate katie katy kathy kitty kit trina; cecile cecilia cecily: cec cis cissy celia; cedric
cedrick: ced; celine: celi; charlene charline: charlie; charles carl karl carlos: charly charlie
chas chuck chaz; charlotte carlotta: charlie charly lotte lottie; chloe cloe khloe; christelle
cristelle kristelle: chris chrystel; christian kristian cristian: chris; christiane christiana:
chris chrissie; christina christine kristina kristine cristina: chris chrissie chrissy tina kris
kristy christie; christophe christopher christoph kristof kristoffer christophorus cristobal:
chris christo kit topher tophe toph kris; cindy cyndi; claire clare clara klara; claudia claudie:
clo; claudine: clo; clemence clementine clementina: clem clemmie; clement clemens: clem; clifford:
cliff; clinton: clint; clothilde clotilde: clo clothi; constance constanze: connie; constantin
constantine konstantin konstantinos: costa kostas kostia; corinne corine corinna: cori; curtis:
curt; cuthbert: bert; cynthia: cindy cyn; cyril cyrille kyrill; damien damian; daniel danil: dan
danny dany dani; danielle daniela: dan dany dani; dany danny; david davide: dave davey davy;
deborah debora debra: deb debbie debby; delphine: del delph phine; denis dennis denys: den denny;
denise: den nisie; denise: denny; dieudonne: dieudo; dimitri dmitri dimitrios dmitry dmitrij: dim
dima mitia; dominique dominic dominik domenico: dom domi nick domino; donald: donnie donny;
dorothee dorothea dorothy: dora dot dottie dolly thea; douglas: doug dougie; edgar: ed eddie;
edith: edie; edmond edmund: ed eddy ned ted; edouard eduard eduardo edward: ed eddie eddy ned ted
teddy; edwige hedwig: ed hedi; edwin: ed eddie; eleonore eleanor eleonora eleanore elinor: ellie
elly lea leonore nell nelly nora nore; elie eliott elijah elias: eli; elisabeth elizabeth
elisabetta elzbieta: babette babeth bess bessie beth betsy betty elise eliza elsa ella ellie isa
lisa lisbeth lise lisette liz liza lizzie lizzy libby zabeth; ellen: ellie nell; elliot eliot
elliott; elodie: elo; eloise heloise: elo; emeline emmeline: em emy; emilia: em emmy millie; emily
emilie: em emmy millie milly; emma: em emmy; emmanuel emanuel: manu manny; emmanuelle emanuelle
manuela: manu emma manue; enguerrand: enguy; enrico enrique: rico quique; eric erik erich; ernest
ernst ernesto: ernie ern; erwan erwann; estelle estella stella; esther ester hester: essie; ethan
etan; euan ewan ewen; eugene eugenio: gene; eugenie eugenia: genie; eulalie eulalia: lalie lali;
eva: evie evita; eve: evie; evelyne evelyn eveline: eve evie lyne; evgeni evgueni yevgeni evgeny
yevgeny eugen: zhenya genia; fabien fabian fabio: fab fabi; fabienne fabiana: fab fabi; fabrice
fabrizio: fab; fatima fatma: fati; fatoumata fatou; felicite felicity felicia: fliss; ferdinand
fernand fernando: ferdi ferdy nand nando; fergus: fergie; fernande fernanda: nanda; fiona: fi;
florence florentia florentine: flo flor florrie flossie; florent florentin: flo; florian: flo
flori; frances francesca franziska francisca: fran frannie francie fanny fanchon; francine:
francie; francis: frank franck frankie; francisco francesco: paco pancho ciccio; franck frank:
frankie; francois: fran fanfan franck; francoise franciska: fran fanchon soizic fanny france;
franklin: frank; franz franciszek: franzl; frederic frederick frederik friedrich federico
fryderyk: fred freddie freddy fritz rick; frederique frederica friederike federica: fred freddie
freda rike; gabriel: gab gaby gabe gabi; gabrielle gabriella gabriela: gab gaby gabi ella; gaelle
gaele; gaetan gaetano: gae tano; gaspard gaspar caspar kaspar jasper casper; gaston: gast;
genevieve: gen ginette viviane; geoffrey geoffroy geoffroi jeffrey jeffery jeffry: geoff jeff;
georges george georg jorge giorgio jerzy giorgos georgios yorgos: geo georgie; georgette georgina
georgia georgiana: georgie gina; gerald: gerry jerry; geraldine: geri gerry; gerard gerardo:
gerry; gerhard gerhardt: gerd; germaine: maine; gertrude gertrud: gert gertie trudy trude;
ghislain guislain: ghis; ghislaine guislaine: ghis laine; gilbert: gil bert; gilles giles gil;
gillian jillian: gill jill; giovanni: gianni vanni nino; gisele gisela giselle: gigi; giulia
julia; giuseppe: beppe peppe pino; gordon: gordie; graham graeme grahame; gregoire gregory gregor
grzegorz gregorio: greg gregg; guadalupe: lupe; guenole gwenole: gwen; guillaume guillermo
guglielmo: guim will willy memo; guillemette: mette; gustave gustav gustavo: gus tavo; gwenael
gwenaelle: gwen gwenn; gwendoline gwendolyn: gwen gwennie wendy; hannah hanna: annie; hans
johannes: hannes; harold harald: hal harry; harriet henriette henrietta: hattie harry etta hettie
netta; hassan hasan; helene helena elena helen: ellie lena nell nelly leni; henri henry heinrich
hendrik henrik henryk: hank harry hal heinz henk riton; hermann herman armand armando: manni;
hippolyte: hippo polo; howard: howie; hubert humbert: bert hub; hugues hugo hugh: hughie;
huguette: hugue; hussein hossein husain hocine houcine; ian iain; ibrahim brahim ebrahim; ignace
ignacio ignatius: iggy nacho; ingrid: inga; irene irena irina: rena renie; isaac isaak: ike zac;
isabelle isabel isabella izabela ysabel: bella belle isa izzy ella bel; iseult yseult isolde;
isidore isidor: izzy dore; ivan yvan iwan; jacinthe hyacinthe; jack jackson: jacky; jacqueline
jaqueline: jackie jacky jacquie; jacques jaques: jacky jacquot jaco; jacques: jack; jakob jacob
jakub giacomo jacopo: jake jacky kuba; james: jim jimmy jimi jamie jem; jane jayne: janie jenny;
janet janette jeannette jeanette: jan jenny nettie; janine jeannine janina: jan nina; jasmine
jasmina: jas mina; jean: jeannot; jeanbaptiste: jb jeanba; jeancharles: jc; jeanchristophe: jc;
jeanclaude: jc; jeandaniel: jd; jeandavid: jd; jeanedouard: je; jeanemmanuel: je; jeanfelix: jf;
jeanfrancois: jf jeff; jeanfred: jf; jeangabriel: jg; jeanguillaume: jg; jeanguy: jg; jeanhugues:
jh; jeanjacques: jj; jeanlouis: jl jeanlou; jeanloup: jl; jeanluc: jl; jeanmarc: jm; jeanmarie:
jm; jeanmathieu: jm; jeanmax: jm; jeanmichel: jm; jeanne: jo jeannette; jeannicolas: jn; jeannoel:
jn; jeanolivier: jo; jeanpascal: jp; jeanpatrick: jp; jeanpaul: jp; jeanphilippe: jp; jeanpierre:
jp jeanpi; jeanraphael: jr; jeanrene: jr; jeanrobert: jr; jeansebastien: js; jeansimon: js;
jeanstephane: js; jeanvictor: jv; jeanyves: jy; jennifer: jen jenn jenna jennie jenny jenni;
jeremie jeremy jeremiah: jerem jerry jem; jerome hieronymus geronimo jeronimo: jerry; jerome:
jeje; jessica: jess jessie jessy; joachim joaquin: jo joa quim chim; joan joann joanne: jo joanie;
jocelyn jocelin: joss jo; jocelyne joceline: joss jo; joel: jo; joelle: jo; johanna joanna: jo
joan; johanne johanna: jo; john johnathan: jack johnny jon; jonathan jonathon yonathan: jon johnny
jonny nathan john jo; jordan: jordy jo; joseph josef josep jose jozef youssef yusuf yousef: joe
joey jo jos zef pepe sepp; josephine josefine josefina: jo josie fifi finette; joshua josue: josh;
josiane: jo josy; josseline: joss; joyce: joy; judith: judy judie jude; jules: ju; julie: ju jul;
julien julian: ju jul; juliette juliet giulietta: jules julie etta ju; karim kareem; kathleen
cathleen: kath kathie kathy kay; katia katja katya; katrina catriona: kat trina; kenneth: ken
kenny; kevin: kev; khadija khadidja hadija: khadi dija; kilian killian; kimberly kimberley: kim;
kristin kirsten kirstin: kris kirsty; ladislas ladislaus ladislav; laetitia letitia leticia: laeti
letty titia; lambert: bert; laurence: laurie lo; laurent laurentiu: larry lolo; lawrence lorenz
lorenzo: larry laurie lars renzo; leila layla leyla laila; leo leon; leonard leonardo leonhard:
leo len lenny; leonie leona: leo; leonore: nore lea; leopold leopoldo: leo poldi; lesley leslie;
lillian liliane lilian liliana: lili lil lily; lindsay lindsey; lionel: lio; loic loick; lorraine:
lori; lotfi lutfi; lothaire lothar: loth; loubna lubna; louis luis ludwig luigi ludovico: lou
louie lewis gigi; luc lucas lukas luka luke lukasz; lucie lucy lucia lucja: lu luce; lucien lucian
luciano: lu; lucienne luciana: lu; ludivine: ludi; ludovic: ludo lud; lydia lydie: lyd; lydie
lidie; lynda linda: lindy; lysiane liziane; madeleine magdalena madeline magdalene madalena: mad
maddie maddy magda mado lena madelon; maelle: mae; magali magalie: mag maga; magalie magaly; maite
maitena; mallory malory; manuel: manu manny manolo; marc mark marcus markus marco marek; marcel
marcello marcelo: cello; marceline marcelline: marcie; marcelle marcella: marcie; margaret
marguerite margarita margarethe margareta margherita malgorzata: greta gretchen maggie madge mags
margo margot marge margie meg megan meggie daisy peggy peg rita margaux gosia; maria: mia;
marianne marianna: mari; marie mary: molly polly; marieangele: ma; mariececile: mc;
mariechristine: mc; marieclaire: mc; marieclaude: mc; mariefrance: mf; mariehelene: mh;
mariejeanne: mj; mariejose: mj; marielaure: ml; marielouise: ml malou; marienoelle: mn;
marieodile: mo; mariepascale: mp; mariepaule: mp; mariepierre: mp; marietherese: mt maite;
marievictoire: mv; marilyne maryline marilyn marylin: mary lyne; marine marina: rina; marion:
mari; marius mario; marjorie marjory margery: marge margie marj jorie; marlene marlen: marlie;
martha marthe marta: marty patty; martin martyn: mart marty; martine martina: tina; maryse marise;
mathieu matthieu matthew mathew matteo mateo mateusz matheo: mat math matt matty thieu; mathilde
matilda mathilda: mat math tilda tilly mathou; matthias mathias: mat math matt mats; maureen: mo;
maurice mauricio maurizio moritz morris: mo; maxence: max; maxime maxim massimo: max maxou;
maximilien maximilian massimiliano maximiliano: max maxi maxim milian; melanie melany: mel mela
lanie; melina: mel lina; melissa melisa: mel lissa missy; mercedes: mercy; michel michael miguel
mikael mickael mikhail michal mihai: mick mickey micky mike mikey mitch misha michou mich miki;
micheline: mich; michelle michele: mich shelly; mildred: millie milly; mireille mirella: mirou;
miriam myriam mariam maryam meryem meriem: miri; mitchell: mitch; mohamed mohammed muhammad
mohammad mohamad mehmet mouhamed: mo moha med mohand; monique monica monika: mo moni nic; mouloud:
milou; moussa musa; muriel murielle; mustapha mustafa moustapha mostafa: mus mous; nadege: nad;
nadia nadja nadejda nadezhda: nadi; nadine: nad nadou; natacha natasha nataliya: nat tacha tasha;
nathalie natalie natalia nathalia: nat nath talie lia nathy; nathan nathaniel nathanael: nat nate
nath; nicolas nicholas nikolas nikolaus niklas nikolai nikolaos nicolae: claus klaus nick nicky
nico nik niko nikos colas; nicole: nic nicky nico niki; nigel: nige; noemie noemi: noe; norman:
norm; nour nur; oceane: oce; octave octavio: tavio; odile odilia; olga: olia; oliver olivier
oliviero: oli olie olli ollie oliv olive; olivia: liv livvy oli; omar umar; oscar oskar: ossie;
othman osman ousmane uthman; pamela: pam pammy; pascal pasquale: pasc pasco; pascale pascaline:
pasca; patrice patrizio: pat; patricia patrizia patrycja: pat patsy patti patty tricia trish pato;
patrick patric patrik padraig: pat paddy patou rick; paul paulus pawel pavel pablo: polo; paula
paule paola: polly; pauline paulina: paulette polly; penelope: pen penny; percival perceval:
percy; perrine: perette; peter petr petrus piotr pedro pietro petros: pete petey; philibert: phil;
philippa filippa: pip pippa; philippe philip phillip philipp filip felipe filippo philippos: phil
flip pip philou; philomene filomena: philo mena; pierre pier: pierrot piero pete; pierrealexandre:
pa; pierreantoine: pa; pierreemmanuel: pe; pierrejean: pj; pierrelouis: pl; pierreyves: py;
pierrick pierric; priscilla priscille: cilla prissy; prosper: pros; quentin quintin: quent; rachel
rachelle raquel rahel: rach shelly; rachid rashid; radouane redouane ridwan; raphael rafael
raffaele rafal: raf raph rafi rafa raphi; raphaelle rafaella: raf ella; raymond raimund raimondo
ramon: ray; raymonde: ray; rebecca rebekka rebekah: becca beck becky; reginald regis reynald: reg
reggie ron; regine regina: gina reggie; remi remy: rem; renaud reynaud: ren; rene renato: nene;
renee renata: nene; ricardo richard riccardo ryszard: dick ric rick rich richie ricky dicky;
robert roberto: bert bob bobby rob robbie robby robin; roberta robertine: bobbie bertie; roderick
rodrigue rodrigo: rod roddy; rodolphe rudolf rudolph rodolfo: rudi rudy rod; roger rogerio rutger:
rodge rog; roland rolland orlando rolando: rollie roly; romain: rom romu; romuald: rom; ronald
ronaldo: ron ronnie ronny; rosalie rosalia: rosa rose rosie; rosalind rosaline: rosa rose roz;
roselyne roseline: rose; rosemarie rosemary rosemonde: rose rosie romy; roxane roxanne roxana: rox
roxie; rupert: bert; russell: russ rusty; ryad riad riyad; sabine: sab; sabrina: sab sabi; said
saeed; salima salimah; salome salomea: sally lome; salvador salvatore sauveur: turi; samantha: sam
sammy; samira: sam sami; samuel samuele: sam sammy samy sami; sandra: sandy sandie; sandrine:
sandie sandy; sarah sara: sally sadie; sean shaun shawn; sebastien sebastian sebastiano: bastien
bastian baz seb sebas; segolene: sego; serge sergei sergey sergio serguei: sergi; severine
severin: sev; sharon: shari; shirley: shirl; sidonie sydney sidney: sid syd sido; siegfried
sigfried: sigi sig; sigismond sigmund zygmunt: sig; silvia sylvia sylvie silvie: syl; simeon
simon: si sim; simone simona: mona; solange: soso; solene solenne solenn; sophie sofie sophia
sofia zofia: sof soph fifi zosia; soraya: sora; souad suad; souleymane slimane sulayman suleyman
soliman; stanislas stanislaus stanislaw stanislav: stan stas staszek; stanley: stan; stephane
stephan stefan stephen steven stephanos stefano stefanos estevan: steph stef steve stevie;
stephanie stefanie stephania stefania: fanny steph stef steffi stevie; stewart stuart: stu stew;
susan suzanne susanne susanna suzanna suzana zuzanna: sue su suz susie suzie suzy suzon suzette;
sylvain silvain silvano: syl sylv; sylvestre silvester sylvester silvestro: sly syl; sylviane
silviana: syl; tabitha: tab tabby; tanguy: tang; tarek tariq tarik; tatiana tatjana: tania tanya
tati; terence terrence: terry tel; thaddeus: tad thad; theodora teodora: dora theo thea; theodore
theodor theodoros teodor: ted teddy theo todd; theophile teofil: theo; therese theresa teresa:
terry tess tessa tere thes resi; thibaud thibault thibaut thiebaud tibo: thib; thierry dietrich
theodoric: thi; thomas tomas tommaso tomasz: tom tommy thom toma thoms; timothee timothy timotheus
timoteo: tim timmy timo; tiphaine tiphanie tiffany: tiff tif; tobias tobie toby; toussaint: tous;
trevor: trev; tristan tristram: tris; ulrich ulric: uli ulli; ulrike: uli rike; ursula ursule:
ulla uschi; valentin valentino: val; valentine valentina: val tina; valerie valeria: val valou;
valery valeri; vanessa: ness nessa nessie; vernon: vern; veronique veronica veronika: vero ronnie
nika; victoire: vic vick; victor viktor vittorio: vic vick vito; victoria viktoria: tori vic vicky
vickie toria vick vicki; victorien: vic; vincent vincenzo vicente vinzenz: vin vince vinnie vinny
vinz; violette violet violetta: vio; virgile virgil virgilio: gil; virginie virginia: gin ginny
gini virg; vivian vivien: viv; viviane vivienne: viv; vladimir wladimir vladimiro: vlad volodia
vova; volodymyr: volodia; walid oualid; wallace: wally; walter walther gautier gauthier gualtiero:
walt wally; wassim ouassim; wesley: wes; wilfrid wilfried wilfred: will fred wilf; wilhelm willem:
will willi willy wim; wilhelmine wilhelmina: mina willa minnie; william wiliam: bill billie billy
liam wil will willie willy; winifred: win winnie freda; wolfgang: wolf; xavier xaver javier
saverio: xav xavi; yacine yassine yasin; yannick yannic yannik: yann; yasmine yasmin yasmina: yas
mina; yohan yohann yoann yoan johan johann; yolande yolanda jolanda iolanda: yo; youcef youssef
yousef yusuf; younes younous younis; youri yuri iouri jurij yury juri iuri; yusra yousra; yves
ives: yvon vonnick; yvette: yvie; yvonne ivonne: vonne vonnie; zacharie zachary zacharias zakaria
zakariya: zac zach zack zak; zebulon: zeb; zineb zeinab zaynab; zinedine: zizou zine; zoe zoey;
zohra zahra zara
"""
