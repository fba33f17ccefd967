import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Hymiöt ja tunteet',
  'Ihmiset ja eleet',
  'Eläimet ja luonto',
  'Ruoka ja juoma',
  'Matkailu ja paikat',
  'Aktiviteetit',
  'Esineet',
  'Symbolit',
  'Liput',
];
const tones = ['Oletus', 'Vaalea', 'Keskivaalea', 'Keskisävy', 'Keskitumma', 'Tumma'];

const long = plural('fi', { one: 'Tähän mahtuu enintään # merkki.', other: 'Tähän mahtuu enintään # merkkiä.' });
const found = plural('fi', { one: 'Löytyi yksi emoji', other: 'Löytyi # emojia' });
const atMost = plural('fi', { one: 'Valitse enintään #', other: 'Valitse enintään #' });
const files = plural('fi', {
  one: 'Yhdessä viestissä voi olla enintään # tiedosto',
  other: 'Yhdessä viestissä voi olla enintään # tiedostoa',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Tiedosto on tyhjä',
  'too-large': 'Jokin tiedosto on liian suuri',
  'too-many': 'Tiedostoja on liikaa',
  'type-not-allowed': 'Tämäntyyppisiä tiedostoja ei oteta vastaan',
  'type-mismatch': 'Tiedoston sisältö ei vastaa sen nimeä',
  'unknown-file': 'Tiedostoa ei enää ole',
  unreadable: 'Tiedostoa ei voi enää lukea: valitse se uudelleen',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Asiasi on avoinna',
  pending: 'Asiasi odottaa',
  escalated: 'Asiasi siirrettiin asiantuntijalle',
  resolved: 'Asiasi on ratkaistu',
  closed: 'Asiasi on suljettu',
};

/** Finnish. */
export const moreFi: MoreTermTable = (number) => ({
  formHeading: 'Ennen kuin aloitamme',
  formText: 'Muutama tieto sinusta, niin voimme auttaa nopeammin.',
  formStart: 'Aloita chat',
  formCancel: 'Ei nyt',
  formOptional: 'valinnainen',
  formChoose: 'Valitse',
  nickname: 'Nimesi',
  firstname: 'Etunimi',
  lastname: 'Sukunimi',
  email: 'Sähköposti',
  subject: 'Mistä on kyse?',
  errorMissing: 'Täytä tämä, niin pääset eteenpäin.',
  errorChoice: 'Valitse yksi, niin pääset eteenpäin.',
  errorTick: 'Rastita tämä ruutu, niin pääset eteenpäin.',
  errorEmail: 'Kirjoita sähköpostiosoite, esimerkiksi name@example.com.',
  errorTel: 'Kirjoita puhelinnumero: numeroita, välilyöntejä ja alkuun +.',
  errorLong: (max) => long(max, number),
  errorOther: 'Tätä ei voi käyttää tällaisenaan. Tarkista tieto.',

  emojis: 'Emojit',
  emojiSearch: 'Hae emojeja',
  emojiFound: (count) => (count === 0 ? 'Emojeja ei löytynyt' : found(count, number)),
  emojiRecent: 'Viimeksi käytetyt',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Emojeja ei voitu ladata.',
  skinTone: 'Ihonväri',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Lisää toimintoja',
  saveTranscript: 'Lataa keskustelu',
  savingTranscript: 'Valmistellaan latausta…',

  surveyQuestion: 'Millainen tämä keskustelu oli?',
  surveyRating: (rating, scale) => `${number(rating)}/${number(scale)}`,
  surveyComment: 'Haluatko lisätä jotain?',
  surveySend: 'Lähetä arvio',
  surveySending: 'Lähetetään…',
  surveyMissing: 'Valitse ensin arvio.',
  surveyFailed: (answered) => (answered ? 'Olet jo vastannut tähän.' : 'Arviota ei voitu lähettää. Yritä uudelleen.'),
  surveyThanks: 'Kiitos arviostasi.',

  threads: 'Keskustelusi',
  threadsEmpty: 'Ei vielä keskusteluja',
  threadsFailed: 'Keskusteluja ei voitu ladata.',
  threadsMore: 'Näytä lisää',
  threadsArchived: 'Arkistoidut',
  threadRename: 'Nimeä uudelleen',
  threadName: 'Keskustelun nimi',
  threadSave: 'Tallenna',
  threadArchive: 'Arkistoi',
  threadRestore: 'Palauta arkistosta',

  invitation: 'Kutsu keskusteluun',
  inviteHeading: 'Voimmeko auttaa?',
  inviteText: 'Jos sinulla on kysyttävää, olemme täällä.',
  inviteAccept: 'Aloita chat',
  inviteDecline: 'Ei kiitos',

  leaveHeading: 'Emme ole juuri nyt paikalla',
  leaveText: (back) =>
    back === undefined
      ? 'Jätä meille viesti, niin vastaamme sähköpostilla.'
      : `Palaamme: ${back}. Jätä meille viesti, niin vastaamme sähköpostilla.`,
  leaveMessage: 'Viestisi',
  leaveSend: 'Jätä viesti',
  leaveSending: 'Lähetetään…',
  leaveFailed: (reason) => `Viestiä ei voitu jättää: ${reason}. Mitään ei kadonnut; yritä uudelleen.`,
  leftHeading: 'Kiitos',
  leftText: 'Saimme viestisi ja vastaamme sähköpostilla.',
  leftDone: 'Sulje',

  fileName: 'keskustelu',
  fileHeading: 'Keskustelu',
  fileSaved: (time) => `Tallennettu ${time}`,
  filePartial: 'Aiempia viestejä ei voitu hakea.',
  fileEnd: 'Keskustelun loppu',

  richChosen: 'Valittu',
  richSend: 'Lähetä',
  richSent: 'Lähetetty',
  richPickOne: 'Valitse yksi',
  richPick: (min, max) =>
    min === max
      ? `Valitse ${number(min)}`
      : min > 0
        ? `Valitse ${number(min)}–${number(max)}`
        : `Valitse enintään ${number(max)}`,
  richPickMissing: 'Valitse ensin jotain',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Tämä tieto tarvitaan',
  richWrong: 'Tämä ei näytä oikealta',
  richNeeded: 'pakollinen',
  richYes: 'Kyllä',
  richOpens: 'avautuu uuteen välilehteen',
  richShowPicture: (host) => `Näytä kuva osoitteesta ${isolate(host)}`,
  richPictureFailed: 'Kuvaa ei voi näyttää',
  richCards: 'Kortit',
  richPictures: 'Kuvat',
  richPrevious: 'Edellinen',
  richNext: 'Seuraava',
  richPosition: (place, of) => `${number(place)}/${number(of)}`,
  richTimeLeft: (time) => `Aikaa jäljellä: ${time}`,
  richTimeOver: 'Aika loppui',
  richDate: 'Päivä',
  richTime: 'Aika',
  richDateTime: 'Päivä ja aika',
  amendedEdited: 'Muokattu',
  amendedRetracted: 'Tämä viesti poistettiin',
  amendedWriting: 'Kirjoittaa',
  reassigned: (to, before) => `${isolate(to)} jatkaa tästä, aiempi asiakaspalvelija oli ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Liitä tiedostoja',
  attachDrop: 'Pudota tiedostot tähän liittääksesi ne',
  attached: 'Seuraavan viestin tiedostot',
  fileWaiting: 'Odottaa',
  fileReady: 'Valmis lähetettäväksi',
  fileProgress: (name) => `Lähetetään palvelimelle: ${isolate(name)}`,
  fileRemove: (name) => `Poista ${isolate(name)}`,
  fileRetry: (name) => `Yritä uudelleen: ${isolate(name)}`,
  fileDownload: (name, size) => `Lataa ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Kuva: ${isolate(name)}`,
  fileTooLarge: (size) => `Suurempi kuin ${isolate(size)}, joka on sallittu enimmäiskoko`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Tiedosto hylättiin',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} on valmis lähetettäväksi`,
});
