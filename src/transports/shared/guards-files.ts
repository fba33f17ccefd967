/** What the HTTP requests about files answer, checked by hand like the frames in `guards.ts`, and compared with the schemas by the same test. */
type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isId = (value: unknown): boolean => typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value);
const isSize = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown, least: number): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= 128;

function isInfo(value: unknown): boolean {
  return (
    isObject(value) &&
    isId(value['id']) &&
    isText(value['name'], 1) &&
    isText(value['type'], 0) &&
    isSize(value['size'])
  );
}

/** How far an upload is. */
export function isFileState(value: unknown): boolean {
  return (
    isObject(value) &&
    isId(value['file']) &&
    isSize(value['offset']) &&
    isSize(value['size']) &&
    (value['info'] === undefined || isInfo(value['info']))
  );
}

/** A short-lived address of one file. */
export function isFileTicket(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['path'] === 'string' &&
    typeof value['expiresAt'] === 'number' &&
    !Number.isNaN(value['expiresAt'])
  );
}
