/** The headings by which the columns of a list are recognised in three languages. */
import { foldText } from '../members/filter.ts';
import { type Columns, FIELDS, type Field } from './fields.ts';

/** As people head their lists; compared without case, diacritics and punctuation. The first field that knows a heading takes it. */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  name: ['nimi', 'koko nimi', 'henkilö', 'osallistuja', 'jäsen', 'namn', 'hela namnet', 'person', 'deltagare'].concat([
    'name',
    'full name',
    'display name',
    'member',
    'participant',
  ]),
  firstName: ['etunimi', 'etunimet', 'kutsumanimi', 'förnamn', 'tilltalsnamn', 'first name', 'given name', 'forename'],
  lastName: ['sukunimi', 'efternamn', 'släktnamn', 'last name', 'surname', 'family name'],
  email: ['sähköposti', 'sähköpostiosoite', 'sposti', 's-posti', 'meili', 'e-post', 'epost', 'e-postadress'].concat([
    'mejl',
    'e-mail',
    'email',
    'mail',
    'e-mail address',
    'email address',
    'e-mail 1 value',
    'osoite',
    'adress',
    'address',
  ]),
  organisation: ['organisaatio', 'kunta', 'kaupunki', 'kuntanumero', 'kuntakoodi', 'työnantaja', 'yhteisö'].concat([
    'jäsenkunta',
    'organisation',
    'organization',
    'kommun',
    'stad',
    'kommunnummer',
    'kommunkod',
    'arbetsgivare',
    'medlemskommun',
    'municipality',
    'town',
    'city',
    'company',
    'employer',
    'municipality code',
  ]),
  title: ['nimike', 'tehtävänimike', 'titteli', 'tehtävä', 'asema', 'rooli', 'titel', 'uppgift', 'befattning'].concat([
    'title',
    'job title',
    'position',
    'role',
  ]),
  phone: ['puhelin', 'puhelinnumero', 'puh', 'gsm', 'matkapuhelin', 'telefon', 'telefonnummer', 'tel', 'mobil'].concat([
    'phone',
    'phone number',
    'telephone',
    'mobile',
    'mobile phone',
  ]),
  language: ['kieli', 'asiointikieli', 'äidinkieli', 'språk', 'kontaktspråk', 'language', 'preferred language'],
  isContact: ['yhteyshenkilö', 'yhdyshenkilö', 'kontaktperson', 'contact person', 'contact', 'is contact'],
  topics: ['aiheet', 'osaaminen', 'asiantuntemus', 'teemat', 'ämnen', 'kunnande', 'sakkunskap', 'teman'].concat([
    'topics',
    'expertise',
    'themes',
  ]),
  membership: [
    'jäsenyys',
    'jäsenyyden tila',
    'tila',
    'vaihe',
    'medlemskap',
    'status',
    'läge',
    'membership',
    'stage',
  ].concat(['state', 'membership stage']),
  inhabitants: ['asukasluku', 'asukkaita', 'väkiluku', 'invånarantal', 'invånare', 'folkmängd', 'inhabitants'].concat([
    'population',
  ]),
};

/** `E-postadress:` → `epostadress` */
const foldHeading = (typed: string): string => foldText(typed).replaceAll(' ', '');

const BY_HEADING: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((one) => HEADINGS[one].map((heading): [string, Field] => [foldHeading(heading), one])),
);

/** Which field each heading means; a field is taken once, by the first column that names it. */
export function recognise(headings: readonly string[]): Columns {
  const taken = new Set<Field>();
  return headings.map((heading) => {
    const found = BY_HEADING.get(foldHeading(heading));
    if (found === undefined || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
}
