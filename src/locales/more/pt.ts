import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Carinhas e emoções',
  'Pessoas e gestos',
  'Animais e natureza',
  'Comida e bebida',
  'Viagens e lugares',
  'Atividades',
  'Objetos',
  'Símbolos',
  'Bandeiras',
];
const tones = ['Padrão', 'Claro', 'Médio-claro', 'Médio', 'Médio-escuro', 'Escuro'];

const long = plural('pt', {
  one: 'Aqui cabe no máximo # caractere.',
  many: 'Aqui cabem no máximo # de caracteres.',
  other: 'Aqui cabem no máximo # caracteres.',
});
const found = plural('pt', {
  one: '# emoji encontrado',
  many: '# de emojis encontrados',
  other: '# emojis encontrados',
});
const atMost = plural('pt', { one: 'Escolha no máximo #', many: 'Escolha no máximo #', other: 'Escolha no máximo #' });
const files = plural('pt', {
  one: 'Mais de # arquivo em uma mensagem',
  many: 'Mais de # de arquivos em uma mensagem',
  other: 'Mais de # arquivos em uma mensagem',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'O arquivo está vazio',
  'too-large': 'Um arquivo é grande demais',
  'too-many': 'São arquivos demais',
  'type-not-allowed': 'Arquivos deste tipo não são aceitos',
  'type-mismatch': 'O conteúdo do arquivo não corresponde ao nome',
  'unknown-file': 'O arquivo não está mais disponível',
  unreadable: 'Não é mais possível ler o arquivo: escolha-o de novo',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Sua solicitação está aberta',
  pending: 'Sua solicitação está pendente',
  escalated: 'Sua solicitação foi encaminhada a um especialista',
  resolved: 'Sua solicitação foi resolvida',
  closed: 'Sua solicitação foi concluída',
};

/** Portuguese, as in Brazil. */
export const morePt: MoreTermTable = (number) => ({
  formHeading: 'Antes de começar',
  formText: 'Algumas palavras sobre você, para ajudarmos mais rápido.',
  formStart: 'Iniciar chat',
  formCancel: 'Agora não',
  formOptional: 'opcional',
  formChoose: 'Escolha uma opção',
  nickname: 'Seu nome',
  firstname: 'Nome',
  lastname: 'Sobrenome',
  email: 'E-mail',
  subject: 'Qual é o assunto?',
  errorMissing: 'Preencha este campo para continuar.',
  errorChoice: 'Escolha uma opção para continuar.',
  errorTick: 'Marque esta caixa para continuar.',
  errorEmail: 'Escreva um endereço de e-mail, como name@example.com.',
  errorTel: 'Escreva um número de telefone: dígitos, espaços e um + no início.',
  errorLong: (max) => long(max, number),
  errorOther: 'Não dá para usar isto como está. Confira, por favor.',

  emojis: 'Emojis',
  emojiSearch: 'Buscar emojis',
  emojiFound: (count) => (count === 0 ? 'Nenhum emoji encontrado' : found(count, number)),
  emojiRecent: 'Usados recentemente',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Não foi possível carregar os emojis.',
  skinTone: 'Tom de pele',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Mais ações',
  saveTranscript: 'Baixar a conversa',
  savingTranscript: 'Preparando o download…',

  surveyQuestion: 'Como foi esta conversa?',
  surveyRating: (rating, scale) => `${number(rating)} de ${number(scale)}`,
  surveyComment: 'Quer acrescentar alguma coisa?',
  surveySend: 'Enviar avaliação',
  surveySending: 'Enviando…',
  surveyMissing: 'Primeiro, escolha uma nota.',
  surveyFailed: (answered) => (answered ? 'Você já respondeu.' : 'Não foi possível enviar a avaliação. Tente de novo.'),
  surveyThanks: 'Agradecemos sua avaliação.',

  threads: 'As suas conversas',
  threadsEmpty: 'Ainda não há conversas',
  threadsFailed: 'Não foi possível carregar as conversas.',
  threadsMore: 'Mostrar mais',
  threadsArchived: 'Arquivadas',
  threadRename: 'Mudar o nome',
  threadName: 'Nome da conversa',
  threadSave: 'Guardar',
  threadArchive: 'Arquivar',
  threadRestore: 'Retirar do arquivo',

  invitation: 'Convite para o chat',
  inviteHeading: 'Podemos ajudar?',
  inviteText: 'Se você tiver uma dúvida, estamos bem aqui.',
  inviteAccept: 'Iniciar chat',
  inviteDecline: 'Não, obrigado',

  leaveHeading: 'Não estamos aqui no momento',
  leaveText: (back) =>
    back === undefined
      ? 'Deixe uma mensagem e responderemos por e-mail.'
      : `Voltamos: ${back}. Deixe uma mensagem e responderemos por e-mail.`,
  leaveMessage: 'Sua mensagem',
  leaveSend: 'Deixar mensagem',
  leaveSending: 'Enviando…',
  leaveFailed: (reason) => `Não foi possível deixar a mensagem: ${reason}. Nada se perdeu; tente de novo.`,
  leftHeading: 'Agradecemos o contato',
  leftText: 'Recebemos sua mensagem e responderemos por e-mail.',
  leftDone: 'Fechar',

  fileName: 'conversa',
  fileHeading: 'Conversa',
  fileSaved: (time) => `Salva em ${time}`,
  filePartial: 'Não foi possível carregar as mensagens anteriores.',
  fileEnd: 'Fim da conversa',

  richChosen: 'Escolhido',
  richSend: 'Enviar',
  richSent: 'Enviado',
  richPickOne: 'Escolha uma opção',
  richPick: (min, max) =>
    min === max
      ? `Escolha ${number(min)}`
      : min > 0
        ? `Escolha de ${number(min)} a ${number(max)}`
        : `Escolha até ${number(max)}`,
  richPickMissing: 'Primeiro, escolha alguma coisa',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Preencha este campo',
  richWrong: 'Isto não parece certo',
  richNeeded: 'obrigatório',
  richYes: 'Sim',
  richOpens: 'abre em uma nova guia',
  richShowPicture: (host) => `Mostrar a imagem de ${isolate(host)}`,
  richPictureFailed: 'Não foi possível mostrar a imagem',
  richCards: 'Cartões',
  richPictures: 'Imagens',
  richPrevious: 'Anterior',
  richNext: 'Próximo',
  richPosition: (place, of) => `${number(place)} de ${number(of)}`,
  richTimeLeft: (time) => `Tempo restante: ${time}`,
  richTimeOver: 'O tempo acabou',
  richDate: 'Data',
  richTime: 'Hora',
  richDateTime: 'Data e hora',
  amendedEdited: 'Editada',
  amendedRetracted: 'Esta mensagem foi removida',
  amendedWriting: 'Escrevendo',
  reassigned: (to, before) => `${isolate(to)} assumiu no lugar de ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Anexar arquivos',
  attachDrop: 'Solte os arquivos aqui para anexá-los',
  attached: 'Arquivos da próxima mensagem',
  fileWaiting: 'Aguardando',
  fileReady: 'Pronto para enviar',
  fileProgress: (name) => `Enviando ${isolate(name)}`,
  fileRemove: (name) => `Remover ${isolate(name)}`,
  fileRetry: (name) => `Tentar de novo com ${isolate(name)}`,
  fileDownload: (name, size) => `Baixar ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Imagem: ${isolate(name)}`,
  fileTooLarge: (size) => `Acima do limite permitido de ${isolate(size)}`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'O arquivo foi recusado',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} está pronto para enviar`,
});
