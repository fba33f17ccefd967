/** The desk's icons: one stroke, 20 units, the colour of the text beside them. They are decoration; names are on their buttons. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const shapes = {
  accept: svg`<path d="m4 10.5 4 4 8-9" />`,
  alert: svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 6.5v4.25M10 13.5v.01" />`,
  attach: svg`<path d="m15.5 9.5-5.6 5.6a3.4 3.4 0 0 1-4.8-4.8l6-6a2.25 2.25 0 0 1 3.2 3.2l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.3-5.3" />`,
  back: svg`<path d="M12 4.5 6.5 10l5.5 5.5" />`,
  block: svg`<circle cx="10" cy="10" r="7.25" /><path d="m5 5 10 10" />`,
  chat: svg`<path d="M4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H10l-4 3v-3H4.5A1.5 1.5 0 0 1 3 12.5v-7A1.5 1.5 0 0 1 4.5 4z" />`,
  clock: svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 6v4.25l2.75 1.75" />`,
  close: svg`<path d="m5 5 10 10M15 5 5 15" />`,
  details: svg`<rect x="3" y="4" width="14" height="12" rx="2" /><path d="M12 4v12" />`,
  down: svg`<path d="M10 4v12m-5-5 5 5 5-5" />`,
  end: svg`<circle cx="10" cy="10" r="7.25" /><path d="m6.75 10.25 2.25 2.25 4.25-5" />`,
  eye: svg`<path d="M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5z" /><circle cx="10" cy="10" r="2.25" />`,
  file: svg`<path d="M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15" />`,
  help: svg`<circle cx="10" cy="10" r="7.25" /><path d="M7.75 7.75a2.25 2.25 0 1 1 3.2 2.05c-.6.3-.95.7-.95 1.35M10 13.75v.01" />`,
  link: svg`<path d="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />`,
  more: svg`<path d="M5 10v.01M10 10v.01M15 10v.01" stroke-width="2.5" />`,
  muted: svg`<path d="M3.5 8v4h2.75L10 15.25V4.75L6.25 8zM13.25 8l4 4m0-4-4 4" />`,
  notice: svg`<path d="m7 6-4 4 4 4M13 6l4 4-4 4" />`,
  one: svg`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`,
  queue: svg`<path d="M4 6h12M4 10h12M4 14h7" />`,
  rich: svg`<rect x="3" y="3.5" width="14" height="5.5" rx="2" /><rect x="3" y="12" width="6" height="4.5" rx="1.5" /><rect x="11" y="12" width="6" height="4.5" rx="1.5" />`,
  send: svg`<path d="M3.5 10 16.5 4l-3.75 12.5L9.5 11zM9.5 11l7-7" />`,
  sound: svg`<path d="M3.5 8v4h2.75L10 15.25V4.75L6.25 8zM13 7.5a3.5 3.5 0 0 1 0 5M15.25 5.25a6.7 6.7 0 0 1 0 9.5" />`,
  transfer: svg`<path d="M4 7h11.5M12.5 4l3 3-3 3M16 13H4.5M7.5 10l-3 3 3 3" />`,
  two: svg`<path d="m2.5 10.5 3.5 3.5 7-8M9.25 13.25l.75.75 7-8" />`,
} satisfies Record<string, SVGTemplateResult>;

/** Which icons there are. */
export type IconName = keyof typeof shapes;

/** One icon. */
export function icon(name: IconName, small = false): TemplateResult {
  return html`<svg class=${small ? 'icon small' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The product's mark. */
export function mark(classes: string): TemplateResult {
  return html`<svg class=${classes} viewBox="0 0 32 32" aria-hidden="true">
    <rect class="mark-ground" width="32" height="32" rx="9" fill="#3056ea" />
    <path d="M9 10.5h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7l-4.5 3.5v-3.5H9a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z" fill="#fff" />
  </svg>`;
}
