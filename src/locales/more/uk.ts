import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Смайлики та емоції',
  'Люди та жести',
  'Тварини та природа',
  'Їжа та напої',
  'Подорожі та місця',
  'Заняття',
  'Предмети',
  'Символи',
  'Прапори',
];
const tones = ['Типовий', 'Світлий', 'Помірно світлий', 'Середній', 'Помірно темний', 'Темний'];

const long = plural('uk', {
  one: 'Сюди вміститься щонайбільше # символ.',
  few: 'Сюди вміститься щонайбільше # символи.',
  many: 'Сюди вміститься щонайбільше # символів.',
  other: 'Сюди вміститься щонайбільше # символу.',
});
const found = plural('uk', {
  one: 'Знайдено # емодзі',
  few: 'Знайдено # емодзі',
  many: 'Знайдено # емодзі',
  other: 'Знайдено # емодзі',
});
const atMost = plural('uk', {
  one: 'Виберіть щонайбільше #',
  few: 'Виберіть щонайбільше #',
  many: 'Виберіть щонайбільше #',
  other: 'Виберіть щонайбільше #',
});
const files = plural('uk', {
  one: 'Понад # файл в одному повідомленні',
  few: 'Понад # файли в одному повідомленні',
  many: 'Понад # файлів в одному повідомленні',
  other: 'Понад # файлу в одному повідомленні',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Файл порожній',
  'too-large': 'Один із файлів завеликий',
  'too-many': 'Забагато файлів',
  'type-not-allowed': 'Файли цього типу не приймаються',
  'type-mismatch': 'Вміст файлу не відповідає його назві',
  'unknown-file': 'Файлу вже немає',
  unreadable: 'Файл більше не читається: виберіть його ще раз',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Ваше звернення відкрите',
  pending: 'Ваше звернення очікує',
  escalated: 'Ваше звернення передано спеціалісту',
  resolved: 'Ваше звернення вирішено',
  closed: 'Ваше звернення закрито',
};

/** Ukrainian. */
export const moreUk: MoreTermTable = (number) => ({
  formHeading: 'Перш ніж почати',
  formText: 'Кілька слів про вас, щоб ми допомогли швидше.',
  formStart: 'Почати чат',
  formCancel: 'Не зараз',
  formOptional: 'необов’язково',
  formChoose: 'Виберіть',
  nickname: 'Ваше ім’я',
  firstname: 'Ім’я',
  lastname: 'Прізвище',
  email: 'Електронна пошта',
  subject: 'Про що йдеться?',
  errorMissing: 'Заповніть це поле, щоб продовжити.',
  errorChoice: 'Виберіть щось одне, щоб продовжити.',
  errorTick: 'Поставте тут позначку, щоб продовжити.',
  errorEmail: 'Напишіть адресу електронної пошти, наприклад name@example.com.',
  errorTel: 'Напишіть номер телефону: цифри, пробіли та + на початку.',
  errorLong: (max) => long(max, number),
  errorOther: 'У такому вигляді це не підходить. Перевірте, будь ласка.',

  emojis: 'Емодзі',
  emojiSearch: 'Пошук емодзі',
  emojiFound: (count) => (count === 0 ? 'Емодзі не знайдено' : found(count, number)),
  emojiRecent: 'Нещодавно використані',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Не вдалося завантажити емодзі.',
  skinTone: 'Відтінок шкіри',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Інші дії',
  saveTranscript: 'Завантажити розмову',
  savingTranscript: 'Підготовка файлу…',

  surveyQuestion: 'Як вам ця розмова?',
  surveyRating: (rating, scale) => `${number(rating)} з ${number(scale)}`,
  surveyComment: 'Хочете щось додати?',
  surveySend: 'Надіслати оцінку',
  surveySending: 'Надсилання…',
  surveyMissing: 'Спершу виберіть оцінку.',
  surveyFailed: (answered) => (answered ? 'Ви вже відповіли на це.' : 'Не вдалося надіслати оцінку. Спробуйте ще раз.'),
  surveyThanks: 'Дякуємо за вашу оцінку.',

  threads: 'Ваші розмови',
  threadsEmpty: 'Розмов іще немає',
  threadsFailed: 'Не вдалося завантажити розмови.',
  threadsMore: 'Показати більше',
  threadsArchived: 'Архівовані',
  threadRename: 'Перейменувати',
  threadName: 'Назва розмови',
  threadSave: 'Зберегти',
  threadArchive: 'До архіву',
  threadRestore: 'Повернути з архіву',

  invitation: 'Запрошення до чату',
  inviteHeading: 'Можемо допомогти?',
  inviteText: 'Якщо у вас є запитання, ми поруч.',
  inviteAccept: 'Почати чат',
  inviteDecline: 'Ні, дякую',

  leaveHeading: 'Нас зараз немає',
  leaveText: (back) =>
    back === undefined
      ? 'Залиште нам повідомлення, і ми відповімо електронною поштою.'
      : `Ми повернемося: ${back}. Залиште нам повідомлення, і ми відповімо електронною поштою.`,
  leaveMessage: 'Ваше повідомлення',
  leaveSend: 'Залишити повідомлення',
  leaveSending: 'Надсилання…',
  leaveFailed: (reason) => `Не вдалося залишити повідомлення: ${reason}. Нічого не загубилося; спробуйте ще раз.`,
  leftHeading: 'Дякуємо',
  leftText: 'Ми отримали ваше повідомлення й відповімо електронною поштою.',
  leftDone: 'Закрити',

  fileName: 'розмова',
  fileHeading: 'Розмова',
  fileSaved: (time) => `Збережено: ${time}`,
  filePartial: 'Не вдалося отримати попередні повідомлення.',
  fileEnd: 'Кінець розмови',

  richChosen: 'Вибрано',
  richSend: 'Надіслати',
  richSent: 'Надіслано',
  richPickOne: 'Виберіть щось одне',
  richPick: (min, max) =>
    min === max
      ? `Виберіть ${number(min)}`
      : min > 0
        ? `Виберіть від ${number(min)} до ${number(max)}`
        : `Виберіть щонайбільше ${number(max)}`,
  richPickMissing: 'Спершу щось виберіть',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Це поле обов’язкове',
  richWrong: 'Здається, тут помилка',
  richNeeded: 'обов’язково',
  richYes: 'Так',
  richOpens: 'відкриється в новій вкладці',
  richShowPicture: (host) => `Показати зображення з ${isolate(host)}`,
  richPictureFailed: 'Не вдається показати зображення',
  richCards: 'Картки',
  richPictures: 'Зображення',
  richPrevious: 'Назад',
  richNext: 'Далі',
  richPosition: (place, of) => `${number(place)} з ${number(of)}`,
  richTimeLeft: (time) => `Залишилося часу: ${time}`,
  richTimeOver: 'Час вийшов',
  richDate: 'Дата',
  richTime: 'Час',
  richDateTime: 'Дата й час',
  amendedEdited: 'Змінено',
  amendedRetracted: 'Це повідомлення вилучено',
  amendedWriting: 'Пише',
  reassigned: (to, before) => `${isolate(to)} перебирає розмову (раніше: ${isolate(before)})`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Прикріпити файли',
  attachDrop: 'Перетягніть файли сюди, щоб прикріпити їх',
  attached: 'Файли для наступного повідомлення',
  fileWaiting: 'Очікує',
  fileReady: 'Готовий до надсилання',
  fileProgress: (name) => `Вивантаження ${isolate(name)}`,
  fileRemove: (name) => `Прибрати ${isolate(name)}`,
  fileRetry: (name) => `Спробувати ще раз: ${isolate(name)}`,
  fileDownload: (name, size) => `Завантажити ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Зображення: ${isolate(name)}`,
  fileTooLarge: (size) => `Перевищує ${isolate(size)}, дозволений максимум`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Файл відхилено',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `Файл ${isolate(name)} готовий до надсилання`,
});
