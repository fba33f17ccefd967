import type { IntentMap } from '../../session/intents.js';
import { isProfile, type FormValues } from './fields.js';

/** What a form asked, as the start of a conversation takes it: the profile, and all else as user data. Pure. */
export function answersOf(values: FormValues): IntentMap['chat-start-request'] {
  const profile: Record<string, string> = {};
  const userData: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(values)) {
    const answer = typeof value === 'string' ? value.trim() : value;
    if (answer === '') continue;
    if (isProfile(name) && typeof answer === 'string') profile[name] = answer;
    else userData[name] = answer;
  }
  return { profile, userData };
}

/** A draft as it was written down; what is no draft is none. */
export function readDraft(text: string | undefined): FormValues {
  try {
    const draft: unknown = JSON.parse(text ?? '');
    if (typeof draft !== 'object' || draft === null) return {};
    return Object.fromEntries(
      Object.entries(draft).filter(([, value]) => typeof value === 'string' || typeof value === 'boolean'),
    );
  } catch {
    // Another page wrote something else under the name.
    return {};
  }
}
