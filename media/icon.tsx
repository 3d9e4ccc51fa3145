/** Line icons in the colour of the text, so that they fit every theme. */
const SHAPES = {
  graph: 'M2.5 2.5h4v3h-4zM9.5 6.5h4v3h-4zM2.5 10.5h4v3h-4zM6.5 4h1.5v8h-1.5M8 8h1.5',
  gauge: 'M2.2 11.5a6 6 0 1 1 11.6 0M8 10.5l2.8-4M5 13.5h6',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.1M2.5 2.5v2.7h2.7M8 5v3.2l2.2 1.4',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 2v3h-3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.5 3.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5',
  expand: 'M4 6.5l4-4 4 4M4 9.5l4 4 4-4',
  collapse: 'M4 2.5l4 4 4-4M4 13.5l4-4 4 4',
  download: 'M8 2.5v7.5M4.8 7.2l3.2 3 3.2-3M2.5 13.5h11',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  back: 'M7 3.5L2.5 8l4.5 4.5M2.5 8h11',
  undo: 'M3 6.5h7a3.2 3.2 0 0 1 0 6.5h-3M5.8 3.5l-3 3 3 3',
  redo: 'M13 6.5h-7a3.2 3.2 0 0 0 0 6.5h3M10.2 3.5l3 3-3 3',
  filter: 'M2.5 3.5h11l-4.2 5v4.5l-2.6-1.5v-3z',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  cycle: 'M13 6.5a5.2 5.2 0 0 0-9.6-1M3 2.5v3h3M3 9.5a5.2 5.2 0 0 0 9.6 1M13 13.5v-3h-3',
  layers: 'M8 2.5l6 3-6 3-6-3zM2 8.5l6 3 6-3M2 11.5l6 3 6-3',
  side: 'M2.5 3h11v10h-11zM9.5 3v10',
  matrix: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
  treemap: 'M2.5 2.5h11v11h-11zM8.5 2.5v11M8.5 7h5M2.5 9.5h6',
  document: 'M4 2h5l3 3v9h-8zM9 2v3h3M6 8h4M6 11h4',
  left: 'M10 3.5l-4.5 4.5 4.5 4.5',
  right: 'M6 3.5l4.5 4.5-4.5 4.5',
  down: 'M3.5 6l4.5 4.5 4.5-4.5',
  up: 'M3.5 10l4.5-4.5 4.5 4.5',
  error: 'M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 2.3l6.2 11.2h-12.4zM8 6.5v3.5M8 11.6v.6',
  info: 'M8 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM8 7.2v4M8 4.6v.7',
  check: 'M3 8.5l3.3 3.3 6.7-7.3',
  stop: 'M5.5 2h5l3.5 3.5v5l-3.5 3.5h-5l-3.5-3.5v-5zM8 5v4M8 10.6v.7',
  book: 'M3 3h4.2l.8.8.8-.8h4.2v9.5h-4.2l-.8.8-.8-.8h-4.2zM8 4v9',
  file: 'M4 2h5l3 3v9h-8zM9 2v3h3',
  focus: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
} as const;

export type IconName = keyof typeof SHAPES;

/** A decorative icon; the text is beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
