/** What noting who came says, and the words of lists as files. */
import { messages } from '../../core/text.ts';

export const attendanceText = messages({
  // ── Why a report can't be read ──
  tooLarge: {
    fi: 'Tiedosto on liian suuri osallistujaraportiksi: enintään 5 Mt ja 5 000 osallistujaa.',
    sv: 'Filen är för stor för en närvarorapport: högst 5 MB och 5 000 deltagare.',
    en: 'The file is too large for an attendance report: at most 5 MB and 5,000 participants.',
  },
  notAReport: {
    fi: 'Tiedosto ei ole Teamsin osallistujaraportti. Lataa raportti kokouksen Osallistujat-välilehdeltä ja valitse se sellaisenaan.',
    sv: 'Filen är ingen närvarorapport från Teams. Ladda ner rapporten på mötets flik Närvaro och välj den som den är.',
    en: 'The file is not an attendance report of Teams. Download the report on the meeting’s Attendance tab and choose it as it is.',
  },
  noParticipants: {
    fi: 'Raportissa ei ole yhtään osallistujaa. Tarkista, että se on oikeasta kokouksesta.',
    sv: 'Det finns inga deltagare i rapporten. Kontrollera att den är från rätt möte.',
    en: 'There are no participants in the report. Check that it is of the right meeting.',
  },
  broken: {
    fi: 'Tiedostoa ei voi lukea. Lataa raportti Teamsista uudelleen.',
    sv: 'Filen går inte att läsa. Ladda ner rapporten från Teams på nytt.',
    en: 'The file can’t be read. Download the report from Teams again.',
  },
  slow: {
    fi: 'Tiedoston lukeminen kesti liian kauan. Lataa raportti Teamsista uudelleen.',
    sv: 'Det tog för länge att läsa filen. Ladda ner rapporten från Teams på nytt.',
    en: 'Reading the file took too long. Download the report from Teams again.',
  },
  badDecision: {
    fi: 'Valittua henkilöä ei löydy. Lue raportti uudelleen ja valitse henkilö luettelosta.',
    sv: 'Den valda personen hittas inte. Läs in rapporten på nytt och välj personen i listan.',
    en: 'The chosen person was not found. Read the report again and choose the person from the list.',
  },

  // ── Files ──
  sheetParticipants: { fi: 'Osallistujat', sv: 'Deltagare', en: 'Participants' },
  sheetWaiting: { fi: 'Varasijat', sv: 'Reservplatser', en: 'Waiting list' },
  sheetOthers: { fi: 'Muut vastaukset', sv: 'Övriga svar', en: 'Other answers' },
  sheetOrganisations: { fi: 'Organisaatiot', sv: 'Organisationer', en: 'Organisations' },
  columnOrganisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  columnName: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  columnWay: { fi: 'Osallistuminen', sv: 'Deltagande', en: 'Takes part' },
  columnFirstTime: { fi: 'Mukana ensimmäistä kertaa', sv: 'Med för första gången', en: 'For the first time' },
  columnCame: { fi: 'Saapui', sv: 'Kom', en: 'Came' },
  columnMinutes: { fi: 'Minuutteja kokouksessa', sv: 'Minuter i mötet', en: 'Minutes in the meeting' },
  columnPosition: { fi: 'Varasija', sv: 'Reservplats', en: 'Place in the list' },
  columnWaitsFor: { fi: 'Jonottaa', sv: 'Köar till', en: 'Waits for' },
  columnAnswer: { fi: 'Vastaus', sv: 'Svar', en: 'Answer' },
  columnWish: { fi: 'Mikä olisi auttanut', sv: 'Vad hade hjälpt', en: 'What would have helped' },
  columnRoom: { fi: 'Paikan päällä', sv: 'På plats', en: 'In the room' },
  columnOnline: { fi: 'Etänä', sv: 'På distans', en: 'Online' },
  withoutPlace: { fi: 'ilman paikkaa', sv: 'utan plats', en: 'without a place' },
  notAnswered: { fi: 'Ei ole vastannut', sv: 'Har inte svarat', en: 'Has not answered' },
  notConfirmed: { fi: 'Ei ole vahvistanut', sv: 'Har inte bekräftat', en: 'Has not confirmed' },
  noOrganisation: { fi: 'Ei tiedossa', sv: 'Okänd', en: 'Not known' },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
});
