import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('uk', {
  one: '# непрочитане повідомлення',
  few: '# непрочитані повідомлення',
  many: '# непрочитаних повідомлень',
  other: '# непрочитаного повідомлення',
});
const fresh = plural('uk', {
  one: '# нове повідомлення',
  few: '# нові повідомлення',
  many: '# нових повідомлень',
  other: '# нового повідомлення',
});
const remaining = plural('uk', {
  one: 'Залишився # символ',
  few: 'Залишилося # символи',
  many: 'Залишилося # символів',
  other: 'Залишилося # символу',
});
const surplus = plural('uk', {
  one: '# зайвий символ',
  few: '# зайві символи',
  many: '# зайвих символів',
  other: '# зайвого символу',
});

const errors: ErrorTexts = {
  'already-active': 'Розмову вже відкрито',
  'not-active': 'Немає відкритої розмови',
  invalid: 'Деякі дані недійсні',
  empty: 'Повідомлення порожнє',
  'too-long': 'Повідомлення задовге',
  ended: 'Розмову завершено',
  blocked: 'Ви більше не можете тут писати',
  denied: 'Не вдалося відкрити розмову',
  unsupported: 'Тут це неможливо',
  'load-failed': 'Не вдалося завантажити чат',
  unreachable: 'Чат недоступний',
  timeout: 'Відповідь не надійшла вчасно',
  protocol: 'Не вдалося зрозуміти відповідь',
  version: 'Ця сторінка застаріла: оновіть її',
  refused: 'Запит відхилено',
  busy: 'Забагато одразу: зачекайте хвилинку',
  exhausted: 'Більше нічого немає',
  withdrawn: 'Ви це відкликали',
  prevented: 'Ця сторінка це зупинила',
  closed: 'Чат закрито',
  expired: 'Вас не було надто довго',
  unattended: 'Зараз тут нікого немає',
  'context-failed': 'Не вдалося прочитати дані сторінки',
  'token-failed': 'Не вдалося перевірити ваш вхід',
  'token-function': 'Не вдалося перевірити ваш вхід',
  'token-missing': 'Ви не ввійшли в обліковий запис',
  'token-invalid': 'Термін дії вашого входу минув',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'втрачає зв’язок',
  transferred: 'передає розмову',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Розмову завершено, бо деякий час ніхто нічого не писав.',
  'visitor-gone': 'Розмову завершено через вашу відсутність.',
  blocked: 'Розмову закрито.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Ви в черзі',
  'idle-warning': 'Ви ще тут? Розмова скоро завершиться.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Чат',
    // What is written as “99+” is counted as a hundred.
    unread: (count) => unread(Math.min(count, 100), capped),
    badge: capped,
    running: 'триває розмова',
    loadFailed: 'Не вдалося завантажити чат. Спробувати ще раз',

    title: 'Напишіть нам',
    minimize: 'Згорнути чат',
    close: 'Закрити чат',
    options: 'Параметри чату',
    endChat: 'Завершити чат',
    endConfirmTitle: 'Завершити цей чат?',
    endConfirmText: 'Ви зможете перечитати розмову й після цього.',
    endConfirm: 'Завершити чат',
    cancel: 'Продовжити чат',
    sound: 'Звук',
    notifications: 'Сповіщення на робочому столі',
    notificationsBlocked: 'Заблоковано в налаштуваннях браузера',
    stateIdle: 'Ми готові допомогти',
    stateStarting: 'З’єднання…',
    stateRestoring: 'Відновлення вашої розмови…',
    stateQueued: 'Очікуємо, поки хтось приєднається',
    stateActive: 'Онлайн',
    stateOffline: 'Немає з’єднання',
    stateEnding: 'Завершення розмови…',
    stateEnded: 'Розмову завершено',

    offline: 'Ви офлайн. Те, що ви надсилаєте, зберігається й піде, щойно з’явиться зв’язок.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Відновлення з’єднання… (спроба ${number(attempts)})` : 'Відновлення з’єднання…',
    serverOffline: 'Чат зараз недоступний. Ми продовжуємо спроби, і нічого з написаного не загубиться.',
    catchingUp: 'Отримання останніх повідомлень…',
    tryNow: 'Спробувати зараз',
    queueWaiting: 'Скоро хтось до вас приєднається.',
    queuePosition: (position) => (position <= 1 ? 'Ви наступні в черзі.' : `Ваше місце в черзі: ${number(position)}.`),
    queueWait: (duration) => `Орієнтовний час очікування: ${isolate(duration)}.`,
    storageMemory:
      'Цей браузер не може зберегти ненадіслані повідомлення, якщо ви залишите або перезавантажите сторінку.',
    engineFailed: 'Не вдалося завантажити чат.',
    idleWarning: (time) =>
      time
        ? `Ви ще тут? Без повідомлення чат завершиться о ${isolate(time)}.`
        : 'Ви ще тут? Без повідомлення чат скоро завершиться.',
    refused: (reason) => `Немає з’єднання. ${reason}.`,
    startFailed: (reason) => `Не вдалося почати чат. ${reason}.`,
    restoreFailed: 'Не вдалося відновити вашу попередню розмову.',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? 'Ви завершили розмову.' : 'Розмову завершено.'),
    startNew: 'Почати новий чат',
    dismiss: 'Сховати',

    conversation: 'Розмова',
    greeting: 'Вітаємо! Чим можемо допомогти?',
    greetingHint: 'Пишіть нам тут. Зазвичай ми відповідаємо за кілька хвилин.',
    loadOlder: 'Завантажити попередні повідомлення',
    loadingOlder: 'Завантаження попередніх повідомлень…',
    newDivider: 'Нові',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Перейти до останнього повідомлення',
    today: 'Сьогодні',
    yesterday: 'Учора',
    typing: ([first, second, third]) => {
      if (!first) return 'Пише…';
      if (!second) return `${isolate(first)} пише…`;
      return third ? 'Кілька людей пишуть…' : `${isolate(first)} і ${isolate(second)} пишуть…`;
    },
    joined: (name) => `${isolate(name)} приєднується до розмови`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'залишає розмову'}`,
    transferred: (to) => (to ? `Тепер з вами спілкується ${isolate(to)}` : 'Тепер з вами спілкується наша команда'),
    status: (status) => statuses[status] ?? '',
    you: 'Ви',
    agent: 'Оператор',
    supervisor: 'Керівник',
    bot: 'Помічник',
    system: 'Чат',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Ще не збережено',
    queued: 'Очікує надсилання',
    sending: 'Надсилання…',
    sent: 'Надіслано',
    delivered: 'Доставлено',
    seen: 'Переглянуто',
    unconfirmed: 'Немає певності, що повідомлення дійшло',
    notSent: 'Не надіслано',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Спробувати ще раз',
    delete: 'Видалити',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Ваше повідомлення не надіслано. ${reason}.`,

    message: 'Повідомлення',
    placeholder: 'Напишіть повідомлення…',
    placeholderOffline: 'Пишіть, надішлемо пізніше…',
    send: 'Надіслати',
    composerHint: 'Enter надсилає, Shift і Enter починає новий рядок',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Цю розмову завершено.',
    composerBlocked: 'Ви більше не можете тут писати.',
  };
};

/** Ukrainian. */
const uk: Locale = { lang: 'uk', terms, more: async () => (await import('./more/uk.js')).moreUk };
export default uk;
