import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('pt', {
  one: '# mensagem não lida',
  many: '# mensagens não lidas',
  other: '# mensagens não lidas',
});
const fresh = plural('pt', { one: '# mensagem nova', many: '# de mensagens novas', other: '# mensagens novas' });
const remaining = plural('pt', {
  one: 'Resta # caractere',
  many: 'Restam # de caracteres',
  other: 'Restam # caracteres',
});
const surplus = plural('pt', {
  one: '# caractere a mais',
  many: '# de caracteres a mais',
  other: '# caracteres a mais',
});

const errors: ErrorTexts = {
  'already-active': 'Já existe uma conversa aberta',
  'not-active': 'Não há nenhuma conversa aberta',
  invalid: 'Algum dos dados não é válido',
  empty: 'A mensagem está vazia',
  'too-long': 'A mensagem é longa demais',
  ended: 'A conversa foi encerrada',
  blocked: 'Você não pode mais escrever aqui',
  denied: 'Não foi possível abrir a conversa',
  unsupported: 'Isso não é possível aqui',
  'load-failed': 'Não foi possível carregar o chat',
  unreachable: 'O chat está fora do ar',
  timeout: 'A resposta não chegou a tempo',
  protocol: 'Não foi possível entender a resposta',
  version: 'Esta página está desatualizada: recarregue-a',
  refused: 'A solicitação foi recusada',
  busy: 'Muita coisa de uma vez: um momento, por favor',
  exhausted: 'Não há mais nada',
  withdrawn: 'Você retirou a mensagem',
  prevented: 'Esta página impediu isso',
  closed: 'O chat foi fechado',
  expired: 'Você ficou fora por muito tempo',
  unattended: 'Não há ninguém aqui neste momento',
  'context-failed': 'Não foi possível ler os dados da página',
  'token-failed': 'Não foi possível verificar seu login',
  'token-function': 'Não foi possível verificar seu login',
  'token-missing': 'Você não fez login',
  'token-invalid': 'Seu login expirou',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'perdeu a conexão',
  transferred: 'transferiu a conversa',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'A conversa foi encerrada porque nada foi escrito por um tempo.',
  'visitor-gone': 'A conversa foi encerrada porque você não estava mais aqui.',
  blocked: 'A conversa foi fechada.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Você está na fila',
  'idle-warning': 'Você ainda está aí? A conversa será encerrada em breve.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'conversa em andamento',
    loadFailed: 'Não foi possível carregar o chat. Tentar de novo',

    title: 'Fale com a gente',
    minimize: 'Minimizar o chat',
    close: 'Fechar o chat',
    options: 'Opções do chat',
    endChat: 'Encerrar chat',
    endConfirmTitle: 'Encerrar este chat?',
    endConfirmText: 'Você ainda poderá ler a conversa depois.',
    endConfirm: 'Encerrar chat',
    cancel: 'Continuar conversando',
    sound: 'Som',
    notifications: 'Notificações na área de trabalho',
    notificationsBlocked: 'Bloqueadas nas configurações do seu navegador',
    stateIdle: 'Estamos aqui para ajudar',
    stateStarting: 'Conectando…',
    stateRestoring: 'Recuperando sua conversa…',
    stateQueued: 'Aguardando alguém para atender você',
    stateActive: 'Online',
    stateOffline: 'Sem conexão',
    stateEnding: 'Encerrando a conversa…',
    stateEnded: 'Conversa encerrada',

    offline: 'Você está offline. O que você enviar fica guardado e sai assim que a conexão voltar.',
    reconnecting: (attempts) => (attempts > 1 ? `Reconectando… (tentativa ${number(attempts)})` : 'Reconectando…'),
    serverOffline: 'O chat está fora do ar no momento. Continuamos tentando, e nada do que você escrever será perdido.',
    catchingUp: 'Carregando as últimas mensagens…',
    tryNow: 'Tentar agora',
    queueWaiting: 'Logo alguém vai atender você.',
    queuePosition: (position) =>
      position <= 1 ? 'A próxima vez é a sua.' : `Sua posição na fila: ${number(position)}.`,
    queueWait: (duration) => `Tempo de espera aproximado: ${isolate(duration)}.`,
    storageMemory: 'Este navegador não consegue guardar mensagens não enviadas se você sair da página ou recarregá-la.',
    engineFailed: 'Não foi possível carregar o chat.',
    idleWarning: (time) =>
      time
        ? `Você ainda está aí? Sem uma mensagem sua, o chat será encerrado às ${isolate(time)}.`
        : 'Você ainda está aí? Sem uma mensagem sua, o chat será encerrado em breve.',
    refused: (reason) => `Sem conexão. ${reason}.`,
    startFailed: (reason) => `Não foi possível iniciar o chat. ${reason}.`,
    restoreFailed: 'Não foi possível recuperar sua conversa anterior.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Você encerrou a conversa.' : 'A conversa foi encerrada.'),
    startNew: 'Iniciar um novo chat',
    dismiss: 'Ocultar',

    conversation: 'Conversa',
    greeting: 'Olá! Como podemos ajudar?',
    greetingHint: 'Escreva para a gente aqui. Costumamos responder em poucos minutos.',
    loadOlder: 'Carregar mensagens anteriores',
    loadingOlder: 'Carregando mensagens anteriores…',
    newDivider: 'Novas',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Ir para a última mensagem',
    today: 'Hoje',
    yesterday: 'Ontem',
    typing: ([first, second, third]) => {
      if (!first) return 'Digitando…';
      if (!second) return `${isolate(first)} está digitando…`;
      return third ? 'Várias pessoas estão digitando…' : `${isolate(first)} e ${isolate(second)} estão digitando…`;
    },
    joined: (name) => `${isolate(name)} entrou`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'saiu'}`,
    transferred: (to) =>
      to ? `Agora você está falando com ${isolate(to)}` : 'Agora você está falando com a nossa equipe',
    status: (status) => statuses[status] ?? '',
    you: 'Você',
    agent: 'Atendente',
    supervisor: 'Supervisor',
    bot: 'Assistente',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Ainda não salva',
    queued: 'Aguardando envio',
    sending: 'Enviando…',
    sent: 'Enviada',
    delivered: 'Entregue',
    seen: 'Lida',
    unconfirmed: 'Não é certo que tenha chegado',
    notSent: 'Não enviada',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Tentar de novo',
    delete: 'Excluir',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Sua mensagem não foi enviada. ${reason}.`,

    message: 'Mensagem',
    placeholder: 'Escreva uma mensagem…',
    placeholderOffline: 'Escreva, será enviada depois…',
    send: 'Enviar',
    composerHint: 'Enter envia, Shift e Enter começa uma nova linha',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Esta conversa foi encerrada.',
    composerBlocked: 'Você não pode mais escrever aqui.',
  };
};

/** Portuguese, as in Brazil. */
const pt: Locale = { lang: 'pt', terms, more: async () => (await import('./more/pt.js')).morePt };
export default pt;
