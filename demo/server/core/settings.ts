/** The numbers that the service works by. */
import { DEFAULT_LIMITS, type WireLimits } from '../../../src/protocol/index.js';

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
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

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
  startAgainMs: DAY,
  credentialMs: 30 * DAY,
  credentialRenewMs: DAY,
  credentialGraceMs: DAY,
  maxOpenPerVisitor: 5,
  maxOpenPerAddress: 100,
  deskQueue: 50,
  deskGatherMs: 50,
};
