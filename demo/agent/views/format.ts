/** Times and numbers as people read them, in the page's language. */
import { languageOf } from '../model/language.js';

/** The words are the page's; of the reader's own settings in that language their way to write times is taken. */
const language = languageOf(document.documentElement.lang, navigator.languages);
const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const shortDay = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const longDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
const shortDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const languages = new Intl.DisplayNames(language, { type: 'language' });

/** 14:05 */
export const clockTime = (at: number): string => clock.format(at);

/** The whole moment, for a tooltip. */
export const wholeTime = (at: number): string => full.format(at);

/** Today, yesterday, or the date. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days < 2) return capital(relative.format(-days, 'day'));
  return (days < 300 ? shortDay : longDay).format(at);
}

/** When something was last, as short as it can be said: the time today, the date before. */
export function shortWhen(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? clock.format(at) : shortDate.format(at);
}

/** 0:42, 12:05, 1:02:05: for what is watched as it grows. */
export function counted(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** 42 s, 12 min, 2 h 5 min: for what is only told. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** The name of a language from its tag; the tag itself when it is none. */
export function languageName(tag: string): string {
  try {
    return capital(languages.of(tag) ?? tag);
  } catch {
    return tag;
  }
}

/** Up to two letters that stand for somebody. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toLocaleUpperCase(language);
}

function daysBetween(at: number, now: number): number {
  const midnight = (moment: number): number => new Date(moment).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}

/** A size as people say it. */
export function fileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 || value >= 10 ? 0 : 1,
  }).format(value);
}
