import { html, svg, type TemplateResult } from 'lit';

/**
 * The icons of the window: one line weight, one box, the colour of the text. Hidden from assistive technology, so the
 * button around one needs a name. Size and mirroring come from `hostStyles` (`.icon`, `.flip`). The launcher has its
 * own two, since this module is not among the first bytes.
 */
export const icon = (shape: TemplateResult, flip = false): TemplateResult =>
  html`<svg
    class=${flip ? 'icon flip' : 'icon'}
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;

/* Functions, so that a bundler may drop what nobody uses. */
export const sendIcon = (): TemplateResult => icon(svg`<path d="M5 12h6M4.2 4.6 20.5 12 4.2 19.4 6.4 12z"/>`, true);
export const minimizeIcon = (): TemplateResult => icon(svg`<path d="m6 9.5 6 6 6-6"/>`);
export const closeIcon = (): TemplateResult => icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`);
export const moreIcon = (): TemplateResult =>
  icon(
    svg`<circle cx="5.5" cy="12" r=".6" fill="currentColor"/><circle cx="12" cy="12" r=".6" fill="currentColor"/><circle cx="18.5" cy="12" r=".6" fill="currentColor"/>`,
  );
export const endIcon = (): TemplateResult =>
  icon(svg`<path d="M10 4.5H6.5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H10M15.5 16l4-4-4-4M19 12H9.5"/>`, true);
export const soundIcon = (): TemplateResult =>
  icon(svg`<path d="M4.5 9.5v5h3.3l4.2 3.7V5.8L7.8 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11"/>`, true);
export const bellIcon = (): TemplateResult =>
  icon(
    svg`<path d="M6.2 10.2a5.8 5.8 0 0 1 11.6 0c0 4.6 1.7 6.3 1.7 6.3h-15s1.7-1.7 1.7-6.3M10 19.5a2.2 2.2 0 0 0 4 0"/>`,
  );
export const checkIcon = (): TemplateResult => icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const doubleCheckIcon = (): TemplateResult =>
  icon(svg`<path d="m2.5 12.5 4.2 4.5 8.8-9.5M11.8 15.6l1.3 1.4 8.4-9.5"/>`);
export const clockIcon = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="7.75"/><path d="M12 7.8V12l2.8 1.8"/>`);
export const alertIcon = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="8.25"/><path d="M12 8v4.6M12 15.9v.1"/>`);
export const offlineIcon = (): TemplateResult =>
  icon(
    svg`<path d="M4 4l16 16M8.6 15a4.9 4.9 0 0 1 6.2-.4M5.6 11.9a9.2 9.2 0 0 1 4-2.3M13.8 9.4a9.2 9.2 0 0 1 4.6 2.5M2.8 8.7A13.2 13.2 0 0 1 6.5 6.3M10.4 5.1a13.2 13.2 0 0 1 10.8 3.6M12 18.4v.1"/>`,
  );
export const queueIcon = (): TemplateResult =>
  icon(
    svg`<circle cx="9" cy="8.5" r="3.25"/><path d="M3.2 18.5a5.8 5.8 0 0 1 11.6 0M15.5 5.6a3.25 3.25 0 0 1 0 5.8M17.4 13.8a5.8 5.8 0 0 1 3.4 4.7"/>`,
  );
export const retryIcon = (): TemplateResult => icon(svg`<path d="M19.5 5v4.5H15M19 9.5A7.6 7.6 0 1 0 19.6 13"/>`);
export const deleteIcon = (): TemplateResult =>
  icon(
    svg`<path d="M4.5 6.8h15M9.5 6.5V5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1v1.5M6.5 7l.8 11.2a1.8 1.8 0 0 0 1.8 1.6h5.8a1.8 1.8 0 0 0 1.8-1.6L17.5 7M10.3 11v5M13.7 11v5"/>`,
  );
export const copyIcon = (): TemplateResult =>
  icon(
    svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2.2"/><path d="M15.5 8.3V6.7a2.2 2.2 0 0 0-2.2-2.2H6.7a2.2 2.2 0 0 0-2.2 2.2v6.6a2.2 2.2 0 0 0 2.2 2.2h1.6"/>`,
  );
export const arrowDownIcon = (): TemplateResult => icon(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`);
export const newChatIcon = (): TemplateResult =>
  icon(
    svg`<path d="M19.5 11.5a7.5 7.5 0 0 1-10.9 6.7L4.5 19.5l1.3-4.1A7.5 7.5 0 1 1 19.5 11.5M12 8.7v5.6M9.2 11.5h5.6"/>`,
  );
export const chatIcon = (): TemplateResult =>
  icon(
    svg`<path fill="currentColor" stroke="none" d="M12 3.2c5.2 0 9.3 3.6 9.3 8.1s-4.1 8.2-9.3 8.2q-1.6 0-3.1-.4l-4 1.9a.6.6 0 0 1-.9-.7l.7-3.5a7.6 7.6 0 0 1-2-5.5c0-4.5 4.1-8.1 9.3-8.1z"/>`,
  );
