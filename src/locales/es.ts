import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('es', { one: '# mensaje sin leer', many: '# mensajes sin leer', other: '# mensajes sin leer' });
const fresh = plural('es', { one: '# mensaje nuevo', many: '# de mensajes nuevos', other: '# mensajes nuevos' });
const remaining = plural('es', {
  one: 'Queda # carácter',
  many: 'Quedan # de caracteres',
  other: 'Quedan # caracteres',
});
const surplus = plural('es', { one: 'Sobra # carácter', many: 'Sobran # de caracteres', other: 'Sobran # caracteres' });

const errors: ErrorTexts = {
  'already-active': 'Ya hay una conversación abierta',
  'not-active': 'No hay ninguna conversación abierta',
  invalid: 'Alguno de los datos no es válido',
  empty: 'El mensaje está vacío',
  'too-long': 'El mensaje es demasiado largo',
  ended: 'La conversación ha finalizado',
  blocked: 'Ya no puedes escribir aquí',
  denied: 'No se pudo abrir la conversación',
  unsupported: 'Aquí no es posible',
  'load-failed': 'No se pudo cargar el chat',
  unreachable: 'No se puede acceder al chat',
  timeout: 'La respuesta no llegó a tiempo',
  protocol: 'No se pudo entender la respuesta',
  version: 'Esta página está desactualizada: vuelve a cargarla',
  refused: 'Se ha rechazado la solicitud',
  busy: 'Demasiado a la vez: un momento, por favor',
  exhausted: 'No hay nada más',
  withdrawn: 'Lo has retirado',
  prevented: 'Esta página lo ha impedido',
  closed: 'El chat se ha cerrado',
  expired: 'Has estado fuera demasiado tiempo',
  unattended: 'No hay nadie en este momento',
  'context-failed': 'No se pudieron leer los datos de la página',
  'token-failed': 'No se pudo comprobar tu inicio de sesión',
  'token-function': 'No se pudo comprobar tu inicio de sesión',
  'token-missing': 'No has iniciado sesión',
  'token-invalid': 'Tu sesión ha caducado',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'ha perdido la conexión',
  transferred: 'ha transferido la conversación',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'La conversación ha finalizado porque no se ha escrito nada durante un rato.',
  'visitor-gone': 'La conversación ha finalizado porque no estabas.',
  blocked: 'La conversación se ha cerrado.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Estás en la cola',
  'idle-warning': '¿Sigues ahí? La conversación finalizará pronto.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'conversación en curso',
    loadFailed: 'No se pudo cargar el chat. Intentar de nuevo',

    title: 'Chatea con nosotros',
    minimize: 'Minimizar el chat',
    close: 'Cerrar el chat',
    options: 'Opciones del chat',
    endChat: 'Finalizar chat',
    endConfirmTitle: '¿Finalizar este chat?',
    endConfirmText: 'Después podrás seguir leyendo la conversación.',
    endConfirm: 'Finalizar chat',
    cancel: 'Seguir chateando',
    sound: 'Sonido',
    notifications: 'Notificaciones de escritorio',
    notificationsBlocked: 'Bloqueadas en la configuración de tu navegador',
    stateIdle: 'Estamos aquí para ayudarte',
    stateStarting: 'Conectando…',
    stateRestoring: 'Recuperando tu conversación…',
    stateQueued: 'Esperando a que alguien te atienda',
    stateActive: 'En línea',
    stateOffline: 'Sin conexión',
    stateEnding: 'Finalizando la conversación…',
    stateEnded: 'Conversación finalizada',

    offline: 'Estás sin conexión. Guardamos lo que envíes y saldrá en cuanto vuelvas a conectarte.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Volviendo a conectar… (intento ${number(attempts)})` : 'Volviendo a conectar…',
    serverOffline:
      'Ahora mismo no se puede acceder al chat. Seguimos intentándolo y nada de lo que escribas se perderá.',
    catchingUp: 'Cargando los últimos mensajes…',
    tryNow: 'Intentar ahora',
    queueWaiting: 'Enseguida te atenderá alguien.',
    queuePosition: (position) =>
      position <= 1 ? 'El siguiente turno es el tuyo.' : `Tu puesto en la cola: ${number(position)}.`,
    queueWait: (duration) => `Tiempo de espera aproximado: ${isolate(duration)}.`,
    storageMemory: 'Este navegador no puede conservar los mensajes sin enviar si sales de la página o la recargas.',
    engineFailed: 'No se pudo cargar el chat.',
    idleWarning: (time) =>
      time
        ? `¿Sigues ahí? Si no escribes, el chat finalizará a las ${isolate(time)}.`
        : '¿Sigues ahí? Si no escribes, el chat finalizará pronto.',
    refused: (reason) => `No hay conexión. ${reason}.`,
    startFailed: (reason) => `No se pudo iniciar el chat. ${reason}.`,
    restoreFailed: 'No se pudo recuperar tu conversación anterior.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Has finalizado la conversación.' : 'La conversación ha finalizado.'),
    startNew: 'Iniciar un chat nuevo',
    dismiss: 'Ocultar',

    conversation: 'Conversación',
    greeting: 'Hola, ¿en qué podemos ayudarte?',
    greetingHint: 'Escríbenos aquí. Solemos responder en unos minutos.',
    loadOlder: 'Cargar mensajes anteriores',
    loadingOlder: 'Cargando mensajes anteriores…',
    newDivider: 'Nuevos',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Ir al último mensaje',
    today: 'Hoy',
    yesterday: 'Ayer',
    typing: ([first, second, third]) => {
      if (!first) return 'Escribiendo…';
      if (!second) return `${isolate(first)} está escribiendo…`;
      return third ? 'Varias personas están escribiendo…' : `${isolate(first)} y ${isolate(second)} están escribiendo…`;
    },
    joined: (name) => `${isolate(name)} se ha unido`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'ha salido'}`,
    transferred: (to) => (to ? `Ahora te atiende ${isolate(to)}` : 'Ahora te atiende el equipo'),
    status: (status) => statuses[status] ?? '',
    you: 'Tú',
    agent: 'Agente',
    supervisor: 'Supervisor',
    bot: 'Asistente',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Aún sin guardar',
    queued: 'Pendiente de envío',
    sending: 'Enviando…',
    sent: 'Enviado',
    delivered: 'Entregado',
    seen: 'Leído',
    unconfirmed: 'No es seguro que haya llegado',
    notSent: 'No enviado',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Intentar de nuevo',
    delete: 'Eliminar',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Tu mensaje no se ha enviado. ${reason}.`,

    message: 'Mensaje',
    placeholder: 'Escribe un mensaje…',
    placeholderOffline: 'Escribe, se enviará después…',
    send: 'Enviar',
    composerHint: 'Intro para enviar, Mayús e Intro para una línea nueva',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Esta conversación ha finalizado.',
    composerBlocked: 'Ya no puedes escribir aquí.',
  };
};

/** Spanish. */
const es: Locale = { lang: 'es', terms, more: async () => (await import('./more/es.js')).moreEs };
export default es;
