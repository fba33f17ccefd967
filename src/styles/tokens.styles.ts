import { css } from 'lit';

/**
 * The tokens of everything but the launcher that more than one place needs; what only one needs is read there, with its
 * default. Use through `hostStyles` (see `host.styles.ts`), and read the private names: `var(--_surface)`.
 *
 * - colours: `accent on-accent accent-text surface surface-raised text text-muted border border-strong danger on-danger
 *   warning bubble-other focus hover` (`accent` is for fills, `accent-text` for text and icons on a surface, `accent-soft`
 *   for a quiet fill under `accent-text`; `border-strong` has 3:1, for controls)
 * - shape: `radius-bubble`, `shadow`
 * - measure: `space` (4 px; write `calc(var(--_space) * 3)`), `font-size`, `font-small`
 * - motion: `ease`, `duration`
 */
export const tokens = css`
  :host {
    --_surface: var(--live-chat-surface, light-dark(#fff, #17191d));
    --_danger: var(--live-chat-danger, light-dark(#c8321f, #ff8f7d));
    --_on-danger: light-dark(#fff, #17191d);
    --_font-size: var(--live-chat-font-size, max(15px, 0.9375rem));
    --_text: var(--live-chat-text, light-dark(#16181d, #eceef1));
    --_accent-text: var(
      --live-chat-accent-text,
      light-dark(var(--_accent), color-mix(in oklab, var(--_accent) 50%, #fff))
    );
    --_focus: var(--live-chat-focus, var(--_accent-text));
    --_accent-soft: light-dark(
      color-mix(in oklab, var(--_accent) 13%, var(--_surface)),
      color-mix(in oklab, var(--_accent) 28%, var(--_surface))
    );
    --_surface-raised: var(--live-chat-surface-raised, light-dark(#fff, #20232a));
    --_text-muted: var(--live-chat-text-muted, light-dark(#5a6170, #a3aab7));
    --_border: var(--live-chat-border, light-dark(#e4e7ec, #2e323a));
    --_border-strong: var(--live-chat-border-strong, light-dark(#858d9b, #6f7786));
    --_warning: var(--live-chat-warning, light-dark(#8a5a00, #f0b54a));
    --_bubble-other: var(--live-chat-bubble-other, light-dark(#eff1f5, #262a32));
    --_hover: color-mix(in oklab, var(--_text) 7%, transparent);
    --_radius-bubble: var(--live-chat-radius-bubble, 18px);
    --_shadow: var(
      --live-chat-shadow,
      0 0 0 1px light-dark(rgb(16 24 40 / 7%), rgb(255 255 255 / 9%)),
      0 2px 6px light-dark(rgb(16 24 40 / 5%), rgb(0 0 0 / 25%)),
      0 18px 48px -8px light-dark(rgb(16 24 40 / 22%), rgb(0 0 0 / 60%))
    );
    --_space: var(--live-chat-space, 4px);
    --_font-small: calc(var(--_font-size) * 0.8334);
    --_duration: 0.18s;
  }

  /* A light accent must be darker, and a dark one lighter, where it is text on a surface. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --_accent-text: var(
        --live-chat-accent-text,
        light-dark(oklch(from var(--_accent) min(l, 0.53) c h), oklch(from var(--_accent) max(l, 0.76) c h))
      );
    }
  }

  /*
   * The system decides every colour but its own and those of icons; what was told by a fill is told by a border (see the
   * elements).
   */
  @media (forced-colors: active) {
    :host {
      --_focus: Highlight;
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_accent-text: LinkText;
      --_text-muted: CanvasText;
      --_danger: CanvasText;
      --_warning: CanvasText;
    }
  }
`;
