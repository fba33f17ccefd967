import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Caritas y emociones',
  'Personas y gestos',
  'Animales y naturaleza',
  'Comida y bebida',
  'Viajes y lugares',
  'Actividades',
  'Objetos',
  'Símbolos',
  'Banderas',
];
const tones = ['Predeterminado', 'Claro', 'Medio claro', 'Medio', 'Medio oscuro', 'Oscuro'];

const long = plural('es', {
  one: 'Aquí cabe # carácter como máximo.',
  many: 'Aquí caben # de caracteres como máximo.',
  other: 'Aquí caben # caracteres como máximo.',
});
const found = plural('es', {
  one: 'Un emoji encontrado',
  many: '# de emojis encontrados',
  other: '# emojis encontrados',
});
const atMost = plural('es', { one: 'Elige # como máximo', many: 'Elige # como máximo', other: 'Elige # como máximo' });
const files = plural('es', {
  one: 'Más de # archivo en un mensaje',
  many: 'Más de # de archivos en un mensaje',
  other: 'Más de # archivos en un mensaje',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'El archivo está vacío',
  'too-large': 'Un archivo es demasiado grande',
  'too-many': 'Son demasiados archivos',
  'type-not-allowed': 'No se admiten archivos de este tipo',
  'type-mismatch': 'El contenido del archivo no corresponde a su nombre',
  'unknown-file': 'El archivo ya no está',
  unreadable: 'El archivo ya no se puede leer: vuelve a elegirlo',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Tu caso está abierto',
  pending: 'Tu caso está en espera',
  escalated: 'Tu caso ha pasado a un especialista',
  resolved: 'Tu caso está resuelto',
  closed: 'Tu caso está cerrado',
};

/** Spanish. */
export const moreEs: MoreTermTable = (number) => ({
  formHeading: 'Antes de empezar',
  formText: 'Unas palabras sobre ti para ayudarte más rápido.',
  formStart: 'Iniciar chat',
  formCancel: 'Ahora no',
  formOptional: 'opcional',
  formChoose: 'Elige una opción',
  nickname: 'Tu nombre',
  firstname: 'Nombre',
  lastname: 'Apellidos',
  email: 'Correo electrónico',
  subject: '¿De qué se trata?',
  errorMissing: 'Rellena este campo para continuar.',
  errorChoice: 'Elige una opción para continuar.',
  errorTick: 'Marca esta casilla para continuar.',
  errorEmail: 'Escribe una dirección de correo, como name@example.com.',
  errorTel: 'Escribe un número de teléfono: cifras, espacios y un + al principio.',
  errorLong: (max) => long(max, number),
  errorOther: 'Esto no se puede usar tal como está. Compruébalo.',

  emojis: 'Emojis',
  emojiSearch: 'Buscar emojis',
  emojiFound: (count) => (count === 0 ? 'No se encontró ningún emoji' : found(count, number)),
  emojiRecent: 'Usados recientemente',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'No se pudieron cargar los emojis.',
  skinTone: 'Tono de piel',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Más acciones',
  saveTranscript: 'Descargar la conversación',
  savingTranscript: 'Preparando la descarga…',

  surveyQuestion: '¿Qué tal ha ido esta conversación?',
  surveyRating: (rating, scale) => `${number(rating)} de ${number(scale)}`,
  surveyComment: '¿Quieres añadir algo?',
  surveySend: 'Enviar valoración',
  surveySending: 'Enviando…',
  surveyMissing: 'Elige primero una valoración.',
  surveyFailed: (answered) =>
    answered ? 'Ya has respondido.' : 'No se pudo enviar la valoración. Inténtalo de nuevo.',
  surveyThanks: 'Gracias por tu valoración.',

  threads: 'Sus conversaciones',
  threadsEmpty: 'Todavía no hay conversaciones',
  threadsFailed: 'No se han podido cargar las conversaciones.',
  threadsMore: 'Mostrar más',
  threadsArchived: 'Archivadas',
  threadRename: 'Cambiar nombre',
  threadName: 'Nombre de la conversación',
  threadSave: 'Guardar',
  threadArchive: 'Archivar',
  threadRestore: 'Recuperar',

  invitation: 'Invitación a chatear',
  inviteHeading: '¿Podemos ayudarte?',
  inviteText: 'Si tienes alguna pregunta, aquí estamos.',
  inviteAccept: 'Iniciar chat',
  inviteDecline: 'No, gracias',

  leaveHeading: 'Ahora mismo no estamos',
  leaveText: (back) =>
    back === undefined
      ? 'Déjanos un mensaje y te responderemos por correo.'
      : `Volvemos: ${back}. Déjanos un mensaje y te responderemos por correo.`,
  leaveMessage: 'Tu mensaje',
  leaveSend: 'Dejar mensaje',
  leaveSending: 'Enviando…',
  leaveFailed: (reason) => `No se pudo dejar el mensaje: ${reason}. No se ha perdido nada; inténtalo de nuevo.`,
  leftHeading: 'Gracias',
  leftText: 'Hemos recibido tu mensaje y te responderemos por correo.',
  leftDone: 'Cerrar',

  fileName: 'conversación',
  fileHeading: 'Conversación',
  fileSaved: (time) => `Guardado el ${time}`,
  filePartial: 'No se pudieron obtener los mensajes anteriores.',
  fileEnd: 'Fin de la conversación',

  richChosen: 'Elegido',
  richSend: 'Enviar',
  richSent: 'Enviado',
  richPickOne: 'Elige una opción',
  richPick: (min, max) =>
    min === max
      ? `Elige ${number(min)}`
      : min > 0
        ? `Elige de ${number(min)} a ${number(max)}`
        : `Elige ${number(max)} como máximo`,
  richPickMissing: 'Elige algo primero',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Este dato es necesario',
  richWrong: 'Esto no parece correcto',
  richNeeded: 'obligatorio',
  richYes: 'Sí',
  richOpens: 'se abre en una pestaña nueva',
  richShowPicture: (host) => `Mostrar la imagen de ${isolate(host)}`,
  richPictureFailed: 'No se puede mostrar la imagen',
  richCards: 'Tarjetas',
  richPictures: 'Imágenes',
  richPrevious: 'Anterior',
  richNext: 'Siguiente',
  richPosition: (place, of) => `${number(place)} de ${number(of)}`,
  richTimeLeft: (time) => `Tiempo restante: ${time}`,
  richTimeOver: 'Se ha acabado el tiempo',
  richDate: 'Fecha',
  richTime: 'Hora',
  richDateTime: 'Fecha y hora',
  amendedEdited: 'Editado',
  amendedRetracted: 'Este mensaje se ha eliminado',
  amendedWriting: 'Escribiendo',
  reassigned: (to, before) => `${isolate(to)} ha tomado el relevo de ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Adjuntar archivos',
  attachDrop: 'Suelta aquí los archivos para adjuntarlos',
  attached: 'Archivos del próximo mensaje',
  fileWaiting: 'En espera',
  fileReady: 'Listo para enviar',
  fileProgress: (name) => `Subiendo ${isolate(name)}`,
  fileRemove: (name) => `Quitar ${isolate(name)}`,
  fileRetry: (name) => `Intentar de nuevo con ${isolate(name)}`,
  fileDownload: (name, size) => `Descargar ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Imagen: ${isolate(name)}`,
  fileTooLarge: (size) => `Supera los ${isolate(size)}, el máximo permitido`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'El archivo se ha rechazado',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} está listo para enviar`,
});
