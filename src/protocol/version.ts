/**
 * The version of the wire protocol that this build speaks, sent in the handshake.
 *
 * It changes only when an old peer would misunderstand a new one. Added fields and added entry types do not
 * change it: both sides ignore what they do not know.
 */
export const PROTOCOL_VERSION = 1;

/** The Socket.IO namespace that visitors connect to. */
export const VISITOR_NAMESPACE = '/visitor';

/** Where the reference server has its HTTP requests beside the socket; others announce their own in `welcome`. */
export const HTTP_PATH = '/chat/v1';

/** The Socket.IO namespace that agents connect to. */
export const AGENT_NAMESPACE = '/agent';
