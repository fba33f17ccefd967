/** The numbers that the service works by. */
import { DEFAULT_LIMITS, type WireFileLimits, type WireLimits } from '../../../src/protocol/index.js';
import type { BotSettings } from './bot.js';
import type { ChallengeConfig } from '../hooks/challenge.js';
import type { HooksConfig } from '../hooks/outgoing.js';
import type { FieldDeclarations } from '../../../src/vocabulary/custom-fields.js';
import { NO_FIELDS } from './customers.js';
import { Plan } from './plan.js';
import type { SurveySettings } from './surveys.js';
import { DEFAULT_TYPES } from '../files/types.js';

/** What holds for files. */
export interface FileSettings extends WireFileLimits {
  /** The most files, and bytes together, that one person may send in a conversation. */
  readonly perConversation: { readonly files: number; readonly bytes: number };
  /** The most bytes that may come from one address within a day. */
  readonly perAddressDay: number;
  /** The most uploads of one person that no message carries yet. */
  readonly maxUnsent: number;
  /** How long an upload that nobody touches, or that was not sent before the end, is kept. */
  readonly orphanMs: number;
  /** How long a ticket opens a file. */
  readonly ticketMs: number;
}

/** Times are in milliseconds. */
export interface Settings {
  readonly limits: WireLimits;
  /** How often each connection hears a `beat`. */
  readonly heartbeatMs: number;
  /** How long an agent may think about an offered conversation. */
  readonly acceptTimeoutMs: number;
  /** How many offers in a row an agent may let pass before they are set away. */
  readonly missedOffers: number;
  /** How long an agent may be without a connection before their conversations go back to the queue. */
  readonly agentGraceMs: number;
  /** How long a visitor may be without a connection before the agents are told. */
  readonly visitorGoneMs: number;
  /** How long after that the conversation is ended. */
  readonly visitorEndMs: number;
  /** How long nobody may write before the warning; 0: never. */
  readonly idleWarningMs: number;
  /** How long after the warning the conversation is ended. */
  readonly idleEndMs: number;
  /** How long a block lasts. */
  readonly blockMs: number;
  /** How long an ended conversation is kept; 0: for ever. */
  readonly retentionMs: number;
  /** How long after its begin a conversation is given again to whoever repeats its `start`, whether it has ended or not. */
  readonly startAgainMs: number;
  /** How long a credential lasts without being used. */
  readonly credentialMs: number;
  /** From what age on a credential is replaced, and how long the old one still opens the conversation once the new one was used. */
  readonly credentialRenewMs: number;
  readonly credentialGraceMs: number;
  /** How many conversations of one visitor, and from one address, may run at a time; 0: any number. */
  readonly maxOpenPerVisitor: number;
  readonly maxOpenPerAddress: number;
  /** How many of those who wait a desk shows; of the others it tells how many they are. */
  readonly deskQueue: number;
  /** How long changes are gathered before desks hear of them. */
  readonly deskGatherMs: number;
  readonly files: FileSettings;
  /** Where conversations go, and when somebody is there. */
  readonly plan: Plan;
  /** Who is told what happens, beside those who chat. */
  readonly hooks: HooksConfig;
  /** What is checked before a conversation begins. */
  readonly challenge?: ChallengeConfig | undefined;
  /** The fields that there are of customers and contacts. */
  readonly fields: FieldDeclarations;
  /** What visitors are asked after the end; left out, nothing. */
  readonly survey?: SurveySettings | undefined;
  /** Who answers first; left out, people do. */
  readonly bot?: BotSettings | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const MEBIBYTE = 1_048_576;

/** What holds unless it is configured otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  limits: DEFAULT_LIMITS,
  heartbeatMs: 5 * SECOND,
  acceptTimeoutMs: 45 * SECOND,
  missedOffers: 2,
  agentGraceMs: 30 * SECOND,
  visitorGoneMs: MINUTE,
  visitorEndMs: 30 * MINUTE,
  idleWarningMs: 0,
  idleEndMs: 5 * MINUTE,
  blockMs: DAY,
  retentionMs: 30 * DAY,
  // As long as a credential: who closes the lid before the answer comes opens it when they are back.
  startAgainMs: 30 * DAY,
  credentialMs: 30 * DAY,
  credentialRenewMs: DAY,
  credentialGraceMs: DAY,
  maxOpenPerVisitor: 5,
  maxOpenPerAddress: 100,
  deskQueue: 50,
  deskGatherMs: 50,
  files: {
    maxSize: 20 * MEBIBYTE,
    maxCount: 10,
    types: [...DEFAULT_TYPES],
    // Half of what the usual proxy lets through.
    chunk: MEBIBYTE / 2,
    perConversation: { files: 100, bytes: 200 * MEBIBYTE },
    perAddressDay: 1024 * MEBIBYTE,
    maxUnsent: 20,
    orphanMs: DAY,
    ticketMs: 5 * MINUTE,
  },
  hooks: {},
  fields: NO_FIELDS,
  plan: new Plan(),
};
