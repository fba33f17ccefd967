/**
 * The books that are kept beside the programs under test: what people typed, what the server's log holds, what each screen
 * shows. The verdict is made of these three alone; no program says of itself that all is well.
 */

/** A message in the server's log, read from its store. */
export type Stored = {
  readonly conversation: string;
  readonly seq: number;
  readonly writer: string;
  readonly text: string;
};

/** What somebody could read on one screen when all was quiet. */
export type Screen = {
  readonly name: string;
  /** By conversation: the texts of stored messages from top to bottom, and the place from which on all of them must be there. */
  readonly shown: ReadonlyMap<string, { readonly from: number; readonly texts: readonly string[] }>;
  /** Texts that are shown as still on their way. */
  readonly waiting: readonly string[];
  /** Texts that are shown as failed, or stand in the composer. */
  readonly returned: readonly string[];
  /** What else does not look as it should, such as a line that is down. */
  readonly complaints: readonly string[];
};

/** What was found. Each number counts texts, each text once. */
export type Verdict = {
  readonly sent: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  readonly stuck: number;
  /** In words, for whoever looks for the fault. */
  readonly violations: readonly string[];
};

type Typed = { readonly lane: string; readonly text: string; kept: boolean };

/** See the module. */
export class Ledger {
  #typed = new Map<string, Typed>();
  #remarks = new Set<string>();
  #givenBack = new Set<string>();
  /** Conversations that are over: what came after is returned to its writer, not stored. */
  readonly ended = new Set<string>();

  /** Somebody pressed Send. `lane`: whose texts must keep their order among each other. */
  type(lane: string, text: string): void {
    this.#typed.set(text, { lane, text, kept: false });
  }

  /** The composer gave the text up: from here on it is promised. */
  keep(text: string): void {
    const typed = this.#typed.get(text);
    if (typed) typed.kept = true;
  }

  /** It was refused to the face of its writer, who was told why. */
  forget(text: string): void {
    const typed = this.#typed.get(text);
    if (typed) typed.kept = false;
  }

  knows(text: string): boolean {
    return this.#typed.has(text);
  }

  /** The writer's page has died with texts in its composer; those were never taken, and nothing was promised of them. */
  get promised(): readonly string[] {
    return [...this.#typed.values()].filter(({ kept }) => kept).map(({ text }) => text);
  }

  /** It was shown to somebody as failed: they know, whatever becomes of their page. */
  giveBack(text: string): void {
    this.#givenBack.add(text);
  }

  /** Something was seen, while it happened, that must never be. */
  remark(what: string): void {
    this.#remarks.add(what);
  }

  /** What is still missing, in the log or on a screen; empty when all has come to rest. */
  missing(log: readonly Stored[], screens: readonly Screen[]): readonly string[] {
    return [...this.#lost(log, screens).map(({ what }) => what), ...stuckOn(screens)];
  }

  /** Compares the books. */
  judge(log: readonly Stored[], screens: readonly Screen[]): Verdict {
    const lost = this.#lost(log, screens);
    const stuck = stuckOn(screens);
    const doubled = [...twice('the log', texts(log)), ...screens.flatMap(shownTwice)];
    const disordered = [...this.#disorder(log), ...screens.flatMap((screen) => screenDisorder(screen, log))];
    const strangers = texts(log).filter((text) => !this.#typed.has(text));
    const untrue = screens.flatMap(({ name, returned }) =>
      returned
        .filter((text) => texts(log).includes(text))
        .map((text) => `${name} has "${text}" back, yet it is stored`),
    );
    return {
      sent: this.promised.length,
      lost: new Set(lost.map(({ text }) => text)).size,
      duplicated: doubled.length,
      outOfOrder: disordered.length,
      stuck: stuck.length,
      violations: [
        ...this.#remarks,
        ...lost.map(({ what }) => what),
        ...doubled,
        ...disordered,
        ...stuck,
        ...untrue,
        ...strangers.map((text) => `the log has "${text}", which nobody typed`),
      ],
    };
  }

  /** Promised and nowhere, or stored and not on a screen that has the conversation. */
  #lost(log: readonly Stored[], screens: readonly Screen[]): { readonly text: string; readonly what: string }[] {
    const stored = new Set(texts(log));
    // Only an end makes a server give a text back; without one it must be stored, whatever a screen says.
    const returned = new Set(
      this.ended.size > 0 ? [...this.#givenBack, ...screens.flatMap((screen) => screen.returned)] : [],
    );
    const found = this.promised
      .filter((text) => !stored.has(text) && !returned.has(text))
      .map((text) => ({ text, what: `lost: "${text}" was taken and is not in the log` }));
    for (const { name, shown } of screens)
      for (const [conversation, { from, texts: list }] of shown) {
        const here = new Set(list);
        for (const row of log)
          if (row.conversation === conversation && row.seq >= from && !here.has(row.text))
            found.push({ text: row.text, what: `lost: ${name} lacks "${row.text}"` });
      }
    return found;
  }

  /** Whose texts are stored in another order than they were typed in. */
  #disorder(log: readonly Stored[]): string[] {
    const place = new Map([...this.#typed.keys()].map((text, at) => [text, at]));
    const last = new Map<string, Stored>();
    const found: string[] = [];
    for (const row of log) {
      const lane = `${this.#typed.get(row.text)?.lane ?? ''} in ${row.conversation}`;
      const before = last.get(lane);
      if (before && (place.get(row.text) ?? 0) < (place.get(before.text) ?? 0))
        found.push(`out of order: the log has "${before.text}" before "${row.text}"`);
      last.set(lane, row);
    }
    return found;
  }
}

const texts = (log: readonly Stored[]): string[] => log.map(({ text }) => text);

function twice(where: string, list: readonly string[]): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const text of list) (seen.has(text) ? found : seen).add(text);
  return [...found].map((text) => `twice: ${where} has "${text}" more than once`);
}

const shownTwice = ({ name, shown }: Screen): string[] =>
  [...shown.values()].flatMap(({ texts: list }) => twice(name, list));

/** Where a screen differs from the log's order. */
function screenDisorder({ name, shown }: Screen, log: readonly Stored[]): string[] {
  const place = new Map(log.map(({ text }, at) => [text, at]));
  return [...shown.values()].flatMap(({ texts: list }) =>
    list.flatMap((text, at) => {
      const before = list[at - 1];
      return before !== undefined && (place.get(text) ?? 0) < (place.get(before) ?? 0)
        ? [`out of order: ${name} shows "${before}" before "${text}"`]
        : [];
    }),
  );
}

const stuckOn = (screens: readonly Screen[]): string[] =>
  screens.flatMap(({ name, waiting, complaints }) => [
    ...waiting.map((text) => `stuck: ${name} still sends "${text}"`),
    ...complaints.map((what) => `stuck: ${name} ${what}`),
  ]);
