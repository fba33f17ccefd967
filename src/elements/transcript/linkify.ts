/** A piece of a message: plain text, or a link with its text as it was written. */
export type Segment = string | Link;

/** `host` is set when the text makes one expect another host than the one the link leads to. */
export type Link = { readonly text: string; readonly href: string; readonly host?: string | undefined };

type Finder = (text: string) => readonly Segment[];

const LOOKS_LIKE_ONE = /https?:|www\.|mailto:|tel:|@/i;

let find: Finder | undefined;
let loading: Promise<void> | undefined;

/**
 * Cuts a text into plain pieces and links. What finds them is fetched with the first text that looks as if it had one;
 * until then, and where it can't be fetched, the text is plain.
 * @param loaded - called when the finder has come: ask again
 */
export function linkify(text: string, loaded: () => void): readonly Segment[] {
  if (!LOOKS_LIKE_ONE.test(text)) return [text];
  if (find) return find(text);
  loading ??= import('./links.js').then(
    (links) => {
      find = links.splitText;
    },
    () => undefined,
  );
  void loading.then(() => find && loaded());
  return [text];
}
