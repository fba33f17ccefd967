/** Names of what is stored, shared by the shell (which only reads the marker) and the platform (which writes). */

/** The part of every stored name that keeps the chats of one site apart: by default the endpoint and the channel. */
export function scopeOf(endpoint: string, channel: string, key?: string): string {
  return key || `${endpoint}|${channel}`;
}

/** The name of the one marker that says that there is a conversation to come back to. */
export function markerName(scope: string): string {
  return `live-chat-elements/${scope}/marker`;
}
