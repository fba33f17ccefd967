/**
 * The subset of Adaptive Cards that is shown, read from the published form of a card into a tree of our own. An element
 * or an action of another type is left out, or its `fallback` taken; so a card never fails because of one part of it.
 */
import { isLinkAddress, isWebAddress, type RichField } from './pieces.js';

/** The most parts of a card, and how deep they may lie in one another. */
const MAX_PARTS = 200;
const MAX_DEPTH = 8;

export type CardText = {
  readonly type: 'text';
  readonly text: string;
  readonly look: 'heading' | 'strong' | 'subtle' | 'plain';
};
export type CardPicture = { readonly type: 'picture'; readonly url: string; readonly alt: string };
export type CardFacts = {
  readonly type: 'facts';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
};
export type CardBox = { readonly type: 'box' | 'columns'; readonly items: readonly CardPart[] };
export type CardInput = { readonly type: 'input'; readonly field: RichField };
export type CardActions = { readonly type: 'actions'; readonly actions: readonly CardAction[] };
/** A part of a card. */
export type CardPart = CardText | CardPicture | CardFacts | CardBox | CardInput | CardActions;
/** A button of a card: makes the choice of its `id`, with what the inputs hold; or leads to `url`. */
export type CardAction = {
  readonly id: string;
  readonly label: string;
  readonly primary: boolean;
  readonly url?: string | undefined;
};
/** A card as far as it is shown. */
export type AdaptiveCard = {
  readonly body: readonly CardPart[];
  readonly fields: readonly RichField[];
  readonly actions: readonly CardAction[];
};

type Raw = Readonly<Record<string, unknown>>;

const rawOf = (value: unknown): Raw | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;
const textOf = (value: unknown, most = 2000): string => (typeof value === 'string' ? value.trim().slice(0, most) : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const INPUTS: Readonly<Record<string, RichField['type']>> = {
  'Input.Text': 'text',
  'Input.Number': 'number',
  'Input.Date': 'date',
  'Input.Time': 'time',
  'Input.Toggle': 'checkbox',
  'Input.ChoiceSet': 'select',
};

class CardReader {
  readonly fields: RichField[] = [];
  readonly actions: CardAction[] = [];
  #parts = 0;

  parts(values: unknown, depth: number): CardPart[] {
    return listOf(values).flatMap((value) => this.#part(value, depth) ?? []);
  }

  /** One part; of one that is not known, what stands in for it. */
  #part(value: unknown, depth: number): CardPart | undefined {
    const raw = rawOf(value);
    if (!raw || depth > MAX_DEPTH || ++this.#parts > MAX_PARTS) return undefined;
    return this.#known(raw, depth) ?? (rawOf(raw['fallback']) ? this.#part(raw['fallback'], depth + 1) : undefined);
  }

  #known(raw: Raw, depth: number): CardPart | undefined {
    switch (raw['type']) {
      case 'TextBlock': {
        const text = textOf(raw['text']);
        return text === '' ? undefined : { type: 'text', text, look: lookOf(raw) };
      }
      case 'Image':
        return isWebAddress(raw['url'])
          ? { type: 'picture', url: raw['url'], alt: textOf(raw['altText'], 256) }
          : undefined;
      case 'ImageSet':
        return { type: 'columns', items: this.parts(raw['images'], depth + 1) };
      case 'FactSet':
        return {
          type: 'facts',
          facts: listOf(raw['facts'])
            .slice(0, 50)
            .flatMap((fact) => {
              const title = textOf(rawOf(fact)?.['title'], 256);
              const said = textOf(rawOf(fact)?.['value'], 1000);
              return title || said ? [{ title, value: said }] : [];
            }),
        };
      case 'Container':
      case 'Column':
        return { type: 'box', items: this.parts(raw['items'], depth + 1) };
      case 'ColumnSet':
        return {
          type: 'columns',
          // Columns need not say that they are some.
          items: this.parts(
            listOf(raw['columns']).map((one) => ({ ...rawOf(one), type: 'Column' })),
            depth + 1,
          ),
        };
      case 'ActionSet': {
        const actions = this.buttons(raw['actions']);
        return actions.length > 0 ? { type: 'actions', actions } : undefined;
      }
      default:
        return this.#input(raw);
    }
  }

  #input(raw: Raw): CardInput | undefined {
    const type =
      typeof raw['type'] === 'string' && Object.hasOwn(INPUTS, raw['type']) ? INPUTS[raw['type']] : undefined;
    const name = textOf(raw['id'], 64);
    if (!type || !/^[\w.:-]{1,64}$/.test(name) || this.fields.some((field) => field.name === name)) return undefined;
    const options = listOf(raw['choices'])
      .slice(0, 50)
      .flatMap((choice) => {
        const id = textOf(rawOf(choice)?.['value'], 64);
        const label = textOf(rawOf(choice)?.['title'], 80);
        return /^[\w.:-]{1,64}$/.test(id) && label ? [{ id, label }] : [];
      });
    if (type === 'select' && options.length === 0) return undefined;
    const given = raw['value'];
    const value = textOf(typeof given === 'number' || typeof given === 'boolean' ? String(given) : given);
    const bound = (one: unknown) =>
      typeof one === 'string' || typeof one === 'number' ? String(one).slice(0, 32) : undefined;
    const field: RichField = {
      name,
      label: textOf(raw['label'] ?? raw['title'] ?? raw['placeholder'], 80) || name,
      type:
        type === 'select' && raw['isMultiSelect'] === true
          ? 'checkboxes'
          : type === 'select' && raw['style'] === 'expanded'
            ? 'radio'
            : type === 'text' && raw['isMultiline'] === true
              ? 'textarea'
              : type,
      required: raw['isRequired'] === true,
      hint: textOf(raw['errorMessage'], 256) || undefined,
      ...(type === 'select' && { options }),
      min: bound(raw['min']),
      max: bound(raw['max']),
      value: value === '' ? undefined : value,
    };
    this.fields.push(field);
    return { type: 'input', field };
  }

  buttons(values: unknown): CardAction[] {
    const made = listOf(values)
      .slice(0, 10)
      .flatMap((value): CardAction[] => {
        const raw = rawOf(value);
        const label = textOf(raw?.['title'], 80);
        if (!raw || label === '' || ++this.#parts > MAX_PARTS) return [];
        const primary = raw['style'] === 'positive';
        if (raw['type'] === 'Action.OpenUrl' && isLinkAddress(raw['url']))
          return [{ id: '', label, primary, url: raw['url'] }];
        if (raw['type'] !== 'Action.Submit' && raw['type'] !== 'Action.Execute') return [];
        const given = textOf(raw['id'], 64);
        // Those that have no id of their own are known by their place.
        const id = /^[\w.:-]{1,64}$/.test(given) ? given : `action-${this.actions.length + 1}`;
        if (this.actions.some((action) => action.id === id)) return [];
        const action = { id, label, primary };
        this.actions.push(action);
        return [action];
      });
    return made;
  }
}

function lookOf(raw: Raw): CardText['look'] {
  if (raw['style'] === 'heading' || raw['size'] === 'large' || raw['size'] === 'extraLarge') return 'heading';
  if (raw['weight'] === 'bolder' || raw['size'] === 'medium') return 'strong';
  return raw['isSubtle'] === true ? 'subtle' : 'plain';
}

/** Reads a card; undefined for what is none, or has nothing that is shown. Its cost is bounded whatever it is given. */
export function readCard(value: unknown): AdaptiveCard | undefined {
  const raw = rawOf(value);
  if (raw?.['type'] !== 'AdaptiveCard') return undefined;
  const reader = new CardReader();
  const body = reader.parts(raw['body'], 0);
  const last = reader.buttons(raw['actions']);
  if (last.length > 0) body.push({ type: 'actions', actions: last });
  return body.length > 0 ? { body, fields: reader.fields, actions: reader.actions } : undefined;
}
