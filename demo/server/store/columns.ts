/** Rows as the database has them (snake case, JSON as text, truth as 0 and 1) and as the port has them. */
import type { Value } from './sql.js';

/** How a column's value travels. */
type Kind = 'plain' | 'json' | 'flag';

/** The columns of a table, by the name of the row's property. */
export type Columns<Row> = { readonly [Name in keyof Row]-?: Kind };

/** Statements and conversions for one table. */
export interface Table<Row> {
  readonly names: string;
  readonly placeholders: string;
  /** `a = ?, b = ?` for all columns but the key's. */
  readonly assignments: string;
  values(row: Row): Value[];
  /** The values for {@link assignments}. */
  changes(row: Row): Value[];
  row(raw: Raw): Row;
}

/** A row as the driver gives it. */
export type Raw = Readonly<Record<string, unknown>>;

/** Describes a table by its columns and its key. */
export function table<Row extends object>(columns: Columns<Row>, key: readonly (keyof Row & string)[]): Table<Row> {
  const all = Object.keys(columns) as (keyof Row & string)[];
  const rest = all.filter((name) => !key.includes(name));
  const columnOf = all.map((name) => [name, snake(name)] as const);
  const write = (row: Row, name: keyof Row): Value => toColumn(row[name], columns[name]);
  return {
    names: columnOf.map(([, column]) => column).join(', '),
    placeholders: all.map(() => '?').join(', '),
    assignments: rest.map((name) => `${snake(name)} = ?`).join(', '),
    values: (row) => all.map((name) => write(row, name)),
    changes: (row) => rest.map((name) => write(row, name)),
    row: (raw) =>
      Object.fromEntries(columnOf.map(([name, column]) => [name, fromColumn(raw[column], columns[name])])) as Row,
  };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toColumn(value: unknown, kind: Kind): Value {
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'flag') return value ? 1 : 0;
  return value as Value;
}

function fromColumn(value: unknown, kind: Kind): unknown {
  if (kind === 'json') return JSON.parse(value as string) as unknown;
  if (kind === 'flag') return value === 1;
  return value ?? null;
}
