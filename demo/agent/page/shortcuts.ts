/** Which keys do what. None is a single character: those are for writing, and for speech input to stumble over. */

/** See the module. */
export type Shortcut =
  | { readonly type: 'open'; readonly index: number }
  | { readonly type: 'previous' | 'next' | 'accept' | 'help' | 'back' }
  | { readonly type: 'part'; readonly back: boolean };

/** The part of a keyboard event that counts. */
export type Keys = Pick<
  KeyboardEvent,
  'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'isComposing'
>;

/** The shortcut that was pressed, if it is one. */
export function shortcutOf(keys: Keys): Shortcut | undefined {
  if (keys.defaultPrevented || keys.isComposing) return undefined;
  // AltGr reports itself as Ctrl+Alt on some systems and writes characters there.
  const alt = keys.altKey && !keys.ctrlKey && !keys.metaKey && !keys.shiftKey;
  const bare = !keys.altKey && !keys.ctrlKey && !keys.metaKey;
  if (alt) return altShortcut(keys);
  if (keys.key === 'F6' && bare) return { type: 'part', back: keys.shiftKey };
  if (keys.key === 'Escape' && bare && !keys.shiftKey) return { type: 'back' };
  const command = keys.ctrlKey !== keys.metaKey && !keys.altKey;
  if (command && keys.code === 'Slash') return { type: 'help' };
  return undefined;
}

function altShortcut({ code }: Keys): Shortcut | undefined {
  // By the place of the key: with Alt held, the character is another one on many systems.
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
  if (digit !== undefined) return { type: 'open', index: Number(digit) - 1 };
  if (code === 'ArrowUp') return { type: 'previous' };
  if (code === 'ArrowDown') return { type: 'next' };
  return code === 'Enter' || code === 'NumpadEnter' ? { type: 'accept' } : undefined;
}
