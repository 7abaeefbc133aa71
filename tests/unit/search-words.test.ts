/** Words of Finnish, Swedish and English: how texts are cut, and which forms meet. */
import { describe, expect, test } from '@jest/globals';
import { editDistance, meetings } from '../../bot/search/vocabulary.ts';
import { fold, isStopWord, keysOf, lower, tokens } from '../../bot/search/words.ts';

/** Words that are one, the dictionary's form first. */
const FORMS = `
kuljetus kuljetuksen kuljetusta kuljetuksessa kuljetukseen kuljetukset kuljetuksia kuljetusten kuljetuksista kuljetuksille kuljetuksineen
lupa luvan lupaa luvassa lupaan luvat lupia lupien luvista luvilla
lippu lipun lippua lipussa lippuun liput lippuja lippujen lipuista
kilpi kilven kilpeä kilvessä kilpeen kilvet kilpiä kilpien kilvistä
lakko lakon lakkoa lakossa lakkoon lakot lakkoja lakkojen lakoista
palaute palautteen palautetta palautteessa palautteeseen palautteet palautteita palautteiden palautteista
pakkanen pakkasen pakkasta pakkasessa pakkaseen pakkaset pakkasia pakkasten pakkasista
katu kadun katua kadulla katuun kadut katuja katujen kaduilla
päästö päästön päästöä päästöön päästöt päästöjä päästöjen päästöistä
päivä päivän päivää päivässä päivään päivät päiviä päivien päivinä
urakka urakan urakkaa urakassa urakkaan urakat urakoita urakoiden urakoista
tallenne tallenteen tallennetta tallenteet tallenteita tallenteiden tallenteeseen
kunta kunnan kuntaa kunnassa kuntaan kunnat kuntia kuntien kunnissa
kaupunki kaupungin kaupunkia kaupungissa kaupunkiin kaupungit kaupunkeja kaupunkien kaupungeissa
esteettömyys esteettömyyden esteettömyyttä esteettömyydestä esteettömyyteen
esteetön esteettömän esteettömät esteetöntä esteettömiä esteettömien esteettömissä
osallisuus osallisuuden osallisuutta osallisuudesta osallisuuteen
vesi veden vettä vedessä veteen vedet vesiä vesien vesissä
vuosi vuoden vuotta vuodessa vuoteen vuodet vuosia vuosien vuosina
lapsi lapsen lasta lapset lapsia lasten lapsille
asiakas asiakkaan asiakasta asiakkaat asiakkaita asiakkaiden asiakkaille asiakkaaseen
opas oppaan opasta oppaat oppaita oppaiden oppaassa
hyvä hyvän hyvää hyvät hyviä hyvien hyvissä
hakemus hakemuksen hakemusta hakemukset hakemuksia hakemusten hakemukseen
haku haun hakua haussa hakuun haut hakuja hakujen
joki joen jokea joessa jokeen joet jokia jokien
aika ajan aikaa ajassa aikaan ajat aikoja aikojen ajoista
talous talouden taloutta taloudessa talouteen
oikeus oikeuden oikeutta oikeudet oikeuksia oikeuksien oikeuteen
päätös päätöksen päätöstä päätökset päätöksiä päätösten päätöksessä
hanke hankkeen hanketta hankkeet hankkeita hankkeiden hankkeessa
ohje ohjeen ohjetta ohjeet ohjeita ohjeiden ohjeessa
toimija toimijan toimijaa toimijat toimijoita toimijoiden toimijoille
kuljettaja kuljettajan kuljettajaa kuljettajat kuljettajia kuljettajien kuljettajille
opiskelija opiskelijan opiskelijat opiskelijoita opiskelijoiden opiskelijoille
ihminen ihmisen ihmistä ihmiset ihmisiä ihmisten ihmisille
yhteinen yhteisen yhteistä yhteiset yhteisiä yhteisten
alue alueen aluetta alueella alueelle alueet alueita alueiden alueilla
raha rahan rahaa rahat rahoja rahojen rahalla
hinta hinnan hintaa hinnat hintoja hintojen hinnoista
maksu maksun maksua maksut maksuja maksujen maksuista
bussi bussin bussia bussit busseja bussien busseissa bussiin
auto auton autoa autot autoja autojen autoissa autolla
pyörä pyörän pyörää pyörät pyöriä pyörien pyörillä
tie tien tietä tiet teitä teiden teillä
koulu koulun koulua koulut kouluja koulujen kouluissa kouluun
kysely kyselyn kyselyä kyselyt kyselyjä kyselyiden kyselyissä kyselyyn
tilaisuus tilaisuuden tilaisuutta tilaisuudet tilaisuuksia tilaisuuksien tilaisuudessa tilaisuuteen
mahdollisuus mahdollisuudet mahdollisuuksia mahdollisuuksien
vanhempi vanhemman vanhemmat vanhempia vanhempien vanhemmille
nuori nuoren nuorta nuoret nuoria nuorten nuorille
suomi suomen suomea suomessa
kieli kielen kieltä kielet kieliä kielten kielellä
sopimus sopimuksen sopimusta sopimukset sopimuksia sopimusten
kokous kokouksen kokousta kokoukset kokouksia kokousten kokouksessa
terveys terveyden terveyttä terveydestä
kevät kevään kevättä keväällä keväät
lyhyt lyhyen lyhyttä lyhyet lyhyitä
kokenut kokeneen kokeneet kokeneita kokeneiden
ikääntynyt ikääntyneen ikääntyneet ikääntyneitä ikääntyneiden ikääntyneille
matkustaja matkustajan matkustajat matkustajia matkustajien matkustajille
viranomainen viranomaisen viranomaiset viranomaisia viranomaisten viranomaisille
verkko verkon verkkoa verkot verkkoja verkkojen verkossa
verkosto verkoston verkostoa verkostot verkostoja verkostojen verkostoissa
aloite aloitteen aloitetta aloitteet aloitteita aloitteiden aloitteeseen
kaista kaistan kaistaa kaistat kaistoja kaistojen
risteys risteyksen risteystä risteykset risteyksiä risteysten
mittari mittarin mittaria mittarit mittareita mittareiden mittarien mittareilla
traktori traktorin traktorit traktoreita traktoreiden
asema aseman asemaa asemat asemia asemien asemalla
kylä kylän kylää kylät kyliä kylien kylissä kylillä
ranta rannan rantaa rannat rantoja rantojen rannoilla
silta sillan siltaa sillat siltoja siltojen silloilla
ympäristö ympäristön ympäristöä ympäristöjä ympäristöissä
velvollisuus velvollisuuden velvollisuuksia
valtuutettu valtuutetun valtuutettua valtuutetut valtuutettuja valtuutettujen valtuutetuille
työ työn työtä työt töitä töiden työssä
yö yön yöt öitä
suunnitelma suunnitelman suunnitelmat suunnitelmia suunnitelmien suunnitelmissa
järjestelmä järjestelmän järjestelmät järjestelmiä järjestelmien
kirjasto kirjaston kirjastot kirjastoja kirjastoissa
kone koneen konetta koneet koneita koneiden
käsi käden kättä kädet käsiä käsien
poika pojan poikaa pojat poikia poikien
reitti reitin reittiä reitit reittejä reittien reiteillä
pysäkki pysäkin pysäkkiä pysäkit pysäkkejä pysäkkien pysäkeillä
saari saaren saarta saaret saaria saarten saarilla
henkilö henkilön henkilöä henkilöt henkilöitä henkilöiden henkilöille
kyyti kyydin kyytiä kyydit kyytejä kyytien kyydeissä
yritys yrityksen yritystä yritykset yrityksiä yritysten
tyttö tytön tyttöä tytöt tyttöjä tyttöjen
nopea nopean nopeaa nopeat nopeita nopeiden
asia asian asiat asioita asioiden
sairaala sairaalan sairaaloita sairaaloissa
puhelin puhelimen puhelimet puhelimia puhelimella
jäsen jäsenen jäsentä jäsenet jäseniä jäsenten
tehdas tehtaan tehtaat tehtaita
vapaa vapaan vapaita vapaille
perhe perheen perheeseen perheet perheitä perheille
parempi paremman parempaa paremmat parempia
koira koiran koirat koiria koirille
kenttä kentän kenttää kentät kenttiä kenttien
`;

const FAMILIES = `
kilpailuttaa kilpailutus kilpailutuksen kilpailutetaan kilpailutettiin kilpailuttaminen kilpailuttamista kilpailuttamalla kilpailutettava kilpailutettu
rahoittaa rahoitus rahoituksen rahoitetaan rahoitettu rahoittaminen
kehittää kehitys kehittäminen kehitetään kehittämisen kehitettiin
suunnitella suunnittelu suunnittelun suunnitellaan suunniteltiin suunnitteleminen suunnitelma
kokeilla kokeilu kokeilun kokeillaan kokeiltiin kokeiltu
päättää päätös päätökset päätetään päätettiin
hakea haku hakemus hakeminen
opettaa opetus opetuksen opetetaan
vuokrata vuokraus vuokraaminen vuokrataan vuokrattiin
tiedottaa tiedotus tiedottaminen tiedotetaan tiedote
laskea laskenta laskennan lasketaan laskeminen
hankkia hankinta hankinnan hankitaan hankkiminen hankinnat
valita valinta valitaan valinnan valittiin
osallistua osallistuminen osallistutaan osallistumisen
tilastoida tilastointi tilasto tilastot tilastoidaan
pysäköidä pysäköinti pysäköidään
rekrytoida rekrytointi rekrytoinnin rekrytoidaan
raportoida raportointi raportti raportin
budjetoida budjetointi budjetti budjetin
äänestää äänestys äänestäminen äänestetään äänestettiin
arvioida arviointi arvio arvion arvioidaan
neuvoa neuvonta neuvonnan neuvominen
seurata seuranta seurannan seurataan
yhdistää yhdistäminen yhdistetään yhdistys
maksaa maksu maksaminen maksetaan
kuljettaa kuljetus kuljettaminen kuljetetaan
laskuttaa laskutus lasku laskutetaan
linjata linjaus linjaukset
valvoa valvonta valvonnan
palkata palkkaus palkka palkkaaminen
sopia sopimus sopiminen
korvata korvaus korvaukset korvataan
sakottaa sakko sakot
varoittaa varoitus varoitetaan
kutsua kutsu kutsun kutsutaan
`;

const SWEDISH = `
hållplats hållplatsen hållplatser hållplatserna
enkät enkäten enkäter enkäterna
anbud anbudet anbuden
biljett biljetten biljetter biljetternas
ploga plogas plogades plogning
cykelväg cykelvägen cykelvägar cykelvägarna
patient patienten patienter patienternas
glesbygd glesbygden
kommun kommunen kommuner kommunernas
linje linjen linjer linjerna
`;

const ENGLISH = `
wheelchair wheelchairs
minibus minibuses
grant grants granted
publish publishes published publishing
timetable timetables
`;

/** Words that look alike and are not one. */
const STRANGERS = `
taksi taksa
katu kate
lakko laki
hinta hiihto
pysäkki pysäköidä
kuva kuu
luku lukko
kylä kyltti
lasku laskos
`;

const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
const finnish = (word: string): Set<string> => new Set([...keysOf(lower(word))].filter((key) => key[0] === 'l'));
const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));

test.each(rows(FORMS))('%s is found by all its forms', (word, ...forms) => {
  expect(forms.filter((form) => !share(finnish(form), finnish(word ?? '')))).toEqual([]);
});

test.each(rows(FAMILIES))('%s finds what is made of it', (verb, ...made) => {
  const meets = new Set([...keysOf(lower(verb ?? ''))].flatMap((key) => meetings(key).map(([other]) => other)));
  expect(made.filter((one) => !share(keysOf(lower(one)), meets))).toEqual([]);
});

test.each([...rows(SWEDISH), ...rows(ENGLISH)])(
  '%s is found by all its forms, in Swedish and English',
  (word, ...forms) => {
    expect(forms.filter((form) => !share(keysOf(lower(form)), keysOf(lower(word ?? ''))))).toEqual([]);
  },
);

test.each(rows(STRANGERS))('%s and %s are two words', (a, b) => {
  expect(share(finnish(a ?? ''), finnish(b ?? ''))).toBe(false);
});

describe('a text is cut into words', () => {
  const wordsOf = (text: string): string[] => tokens(text).map(({ word }) => word);
  test.each([
    ['Ääni, ÄÄNI!', ['ääni', 'ääni']],
    ['haja-asutusalueet', ['hajaasutusalueet', 'haja', 'asutusalueet']],
    ['EU-hankkeen', ['euhankkeen', 'eu', 'hankkeen']],
    ['AI:lle', ['ai', 'lle']],
    ['raja on 10 000 €', ['raja', 'on', '10000', '€']],
    ['1 234 567,50 euroa', ['1234567,50', 'euroa']],
    ['32 §', ['32', '§']],
    ['4,5/5', ['4,5', '5']],
    ['2026–2029', ['2026', '2029']],
    ['3.10.2024 kello 9.30', ['3.10.2024', '3', '10', '2024', 'kello', '9.30', '9', '30']],
    ['63-vuotiaille', ['63', 'vuotiaille']],
    ["Maija's klo", ['maijas', 'klo']],
    ['é ja é', ['é', 'ja', 'é']],
    ['', []],
    ['😀 … –', []],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('and each word tells where it stands', () => {
    const text = 'Uusi “haja-asutus” 10 000 €.';
    expect(tokens(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Uusi',
      'haja-asutus',
      'haja',
      'asutus',
      '10 000',
      '€',
    ]);
    expect(tokens(text).map(({ at }) => at)).toEqual([0, 1, 1, 1, 2, 3]);
  });
});

test('dots and accents are folded, whatever way they are composed', () => {
  expect(['äänestys', 'äänestys', 'Åbo', 'crème', 'Ærø', 'straße'].map((word) => fold(lower(word)))).toEqual([
    ...['aanestys', 'aanestys', 'abo', 'creme', 'aro', 'strasse'],
  ]);
});

test('words that say nothing are known in three languages', () => {
  expect(['miten', 'kuinka', 'hur', 'och', 'how', 'the'].every(isStopWord)).toBe(true);
  expect(['kunta', 'eu', 'lag', 'bus'].some(isStopWord)).toBe(false);
});

test.each([
  ['kuljetus', 'kuljetus', 0],
  ['kuljtus', 'kuljetus', 1],
  ['kuljeuts', 'kuljetus', 1],
  ['kuljetusss', 'kuljetus', 2],
  ['aaaa', 'kuljetus', 3],
])('from %s to %s it is %i letters', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});

test('a word of any length and kind has keys within bounds', () => {
  for (const word of ['a'.repeat(64), 'issa'.repeat(16), 'tttttttt', '٣', '漢字', 'ааа', '\u0301\u0301\u0301'])
    expect(keysOf(word).size).toBeLessThan(60);
});
