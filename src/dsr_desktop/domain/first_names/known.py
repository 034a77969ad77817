"""Usual first names, so that two of them one letter apart are not taken for a misspelt one."""

from functools import cache

from dsr_desktop.domain.first_names.forms import FORMS

_OTHERS = """
abel adam adama adel adele ademola adil adriana adriano agnes agostino aida aime aimee alana alba
alban albane albin albina alda aldo alessio alexane alfie alia alicia alida alima alina aline
alison alix aliya allison alma aloise alyssa amadou amal amanda amaury ambre ambroise ambrose amel
amin amina amine amir amira amos ana anais anatole andree andreu angus ania anika anis anissa
anita anouar anouk ansgar anton apolline april archie ariana ariane ariel arielle aristide arlette
arman armand arsene ash ashley asma assia assya aubin aude audrey aurele auriane aurore ava avril
axel axelle aya ayman aymen ayoub aziz aziza baptiste basile basma bastian beata belen belinda ben
bianca bilal blaise blanche blandine bogdan bonnie boris boubacar brenda brendan brian brieuc
brigit brooke bruce bruna bruno cara carine carlo carmen carole casimir caspar catalina celestin
celestine celia celina chadi chantal chelsea cheryl chiara christel cindy claes clara clarisse
claude claudius cleo cleofe clifton cole colette colin coline colleen conor conrad coralie
coraline cordelia cornelia cornelius corrie cosima cosimo cosme courtney crispin cristian cyprien
cyriaque dagmar dahlia daisy damia dana dania daniele daphne dara daria darius darren davy dawn
dean deirdre delia della delphin dennis derek desire desiree dexter diana diane dick didier diego
dieter dina dinah dino djamel djibril dolores donatella donna donovan dorian dorina doris dorota
driss dylan eddy eden edna edwige eglantine eileen elaine elda elea eleanor elfriede elia eliane
elif elin elina eline elio elisa elise eliza elke ella elliot ellis elmer eloi elsa else elsie
elton elvira elvire elyes elysee emil emile emilio emma emmy emre engin enora enzo ephraim eric
erika erin ernestine errol erwin eryk estel ethan etiennette eudes euphemie eustache evan evana
evie ewa ezio fabienne fadi fadila faiza fares farid farida fatiha fatou faust fausta faustin
faustine faye felice felix ferhat fernand fidele filippa finn firmin flavia flavie flavien flavio
fleur flora flore fortune fouad francesco franckie franka freda freja frida fridolin frieda
gabriele gaby gael gaia galina ganaelle garance gary gaspard gautier gavin gemma geneva georgia
geraud gerd gerda germain gervais gervaise ghita gianluca gina gino giorgia giovanna gisela giulio
gladys glen glenda glenn gloria godfrey gonzalo goran gordana grace gracia graziella greta gudrun
guido gulia gunter guy gwladys habib hadrien haia hakim halima hamza hana hanae hanane hans
harriet harris hatem hayat heather heidi heike helga heloise henda herbert herman hilaire hilary
hilda hilde hillary hind hocine holly honore honorine hope horace hortense huguette hulda humbert
hunter iba ida idir idris idriss ilan ilana ilias ilyas ilyes iman imane imen immanuel imran ina
ines inga ingo iona ira irina iris irma irving isha isidora ismael ismail issa ivana ivy iwona
izia jacek jacky jade jalil jamal jamel jamie jamila jan jana janet janice janick janis janna
jannick jared jarod jasmin jason jawad jay jayden jean jeff jenna jerrold jerry jesper jesus
jihane jill jim jimmy joan joana joanna joao jodie joe joey johan johana johanna johannes john
jolanda jolie jon jonas jordi jorge jorgen joris jose josee josef josette josselin joy juan juana
jude judicael jule julia juliana juliane julianne julio julita julius june jurgen jutta kader
kaelig kai kaja kamel kamil kamila kamilla karel karen karima karin karl karla karol karolina
kasper kate katell katy kaya keith kelly kelvin ken kenza kerstin kevin khaled khalid khalil
kieran killian kim kira klara klaus knut koen koffi konrad kurt kyle kylie kyra ladji lamia lana
lara lars latif latifa laura laure laureline lauren laurene laurette lauriane laurine layla lazare
lea leah leandre leane leeloo leila lena lenaic lenny leonce leone leonor leontine leslie lewis
lia liam lidia lila lilas lili lilia lilian lilly lilou lily lina linda line linh linn linus
lionel lionelle lisa lise lisette lison liv livia lloyd loan loane loann loanne lois lola lolita
lora loreen loreena lorena lorene lorenzo loris lothaire lou louane louann louanne louisa louise
louison louka lounes lubin luca lucas luce lucette lucile lucille lucinda lucrece luigi luis luisa
lula luna lupin lya lyana lydie lyes lyla lylou lyna lynn lyse mabel macha madina mado mael maelie
maelys maeva maeve magda magnus mahaut mahdi maia maiwenn maja malak malek malia malik malika malo
malorie mamadou manel manfred manon mansour mara marceau marcia marco mareike margaux margo margot
maria mariam marian mariana mariane marianne marie marieange marieelisabeth marieline mariella
marielle marierose mariesophie marietta mariette marika marilou marilyn marin marina marine
marinette marinus mario marion marisa marise marisol marita marius marjolaine marko marlene marlon
marta marthe martin martina martine marvin marwa marwan mary maryam maryline maryse maryvonne
massimo mateo mathea mathis mathys mattea matteo mattis maud maude mauro max maxence maximilienne
maxine maya mayeul mayline mehdi melaine melchior melek melinda meline melodie melvin melvyn
melyna mercedes merlin messaoud mia michaela michail mila milan milana milena miles milo milton
mina mirabelle miranda mireia mirjam miroslav moise molly mona moncef morad morgan morgane mory
moses moshe mounia mounir mourad mourice muguette myla mylene myrtille nabil nabila nacer nacera
nadir nael nahel nahia naima nais najat najib nancy nans naomi naoual nasser nassim nassima
nastasia nathanael nawel neal ned neil nela nell nelly nelson nessim nestor nevena nicola
nicoletta nicolette nikita nikola nils nina nino nissa noa noah noam noel noelie noella noelle
noham nolan nolwenn noor nora norah norbert noreen norine norma noureddine nouria nuno octavie
odette odilon ola olaf ole oleg olga olive olympe ondine onur oona oriane orlane ornella orphee
orson oswald othilie ottilie otto owen pablo paco palmyre paloma paola paolo parfait pascalin
paule paulin pauline pearl pedro peggy pelagie perla pernelle perry petra philomena phoebe pia
pierina pierrette pilar pio placide prince prudence qadir quitterie rabah rachida radu rafael
rafik rahma raimonde rainer raissa raja ralf ralph ramona ramzi randa rania raoul raphaela rayan
rayane raymonde raymund redouane reine reinhard reinhold renata renate reza rhea rhys riccarda
richarde rim rima rita rolf roman romane romano romaric romeo romuald romy rosa rosalie rosana
rosanna rose roselyne rosetta rosine rosita ross rosy rowan roxana roxane royce ruben ruby rudy
ruth ryan sabah sabrina sacha sadia sadio safia sahra saida sakina salah saliha salim salma salman
salomon salvatore sam samia samir samira samy samya sana sandie sandra sandro sandy santiago
santino sara sarah sasha saskia saul savannah scott selena selim selma sena serena severine shana
shane shani shaun sheila shelby sherine sidonie sienna sigrid silas silke silvana silvia silvio
simo simona simone sina sinead siobhan skander sofia sofiane solal soline solomon sonia sonya
sophian soren sorin souad soufiane stacy stanislas stefania stella sten stina susan suzy sven
svenja svetlana sybil sybille sydney sylla tahar talia tamara tania tara tarek tasnim tatiana
tatianna teddy telma teo terence teresa tess tessa thais thalia thea thelma theo thiago thibo
thilo thomas thora thyra tia tiago tibor tiffany tilda tilio till tim timea timeo timo tina tino
titouan titus tobiah tobias todd tom toma tonia tony torben tosca toufik tracy travis tristan troy
tudor tyler ugo uma umberto ursula uwe valentin valere valeria valerio vania vanina vasco vera
verena verna victorine vidal vilma vincenza vinciane viola violaine violeta virginie vito vivienne
wade wafa wahiba wahid wanda warren wassila wendy werner wilfrid willem willy wilma winona xenia
yael yaelle yahia yahya yamina yan yanis yann yara yasmin yasmina yassin yazid yolaine youna
younes youness ysaline ysee yuna yvain yveline yvon zahia zaina zakari zakary zara zeina zelda
zelie zena zeno zeynep zian zita zoran
"""


def is_first_name(word: str) -> bool:
    """Tell whether a folded word is a usual first name, or a short form of one."""
    return word in first_names()


@cache
def first_names() -> frozenset[str]:
    """Return every folded first name of the list, and its short forms."""
    forms = FORMS.replace(";", " ").replace(":", " ")
    return frozenset((*forms.split(), *_OTHERS.split()))
