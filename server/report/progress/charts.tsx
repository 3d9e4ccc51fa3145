/** Charts as inline SVG. Each says in words what it shows; its figures stand in the tables, or in the words themselves. */
import type { Chart } from './section.ts';
import { oneDecimal } from './section.ts';

const WIDTH = 1000;
const HEIGHT = 200;
const LEFT = 46;
const TOP = 10;
const BOTTOM = 26;
const PLOT_WIDTH = WIDTH - LEFT - 8;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
/** Of a character of a label, with some room between labels. */
const CHARACTER = 8;
const BETWEEN = 22;
const BAR = 26;
const NAME_WIDTH = 300;
const VALUE_WIDTH = 70;
const LONGEST_NAME = 42;

export function ChartOf({ chart }: { chart: Chart }) {
  return (
    <figure class="chart">
      <figcaption>{chart.title}</figcaption>
      {chart.kind === 'bars' ? <Bars chart={chart} /> : <Plot chart={chart} />}
    </figure>
  );
}

/** Round numbers from 0 to at least the largest value. */
export function ticksTo(largest: number): number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * magnitude).find((each) => each >= rough) ?? rough;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Math.round(at * step * 1000) / 1000);
}

function spoken({ title, unit, labels, series }: Chart): string {
  const parts = series.flatMap(({ values }) => {
    const known = values.flatMap((value, at) => (value === null ? [] : [{ value, label: labels[at]! }]));
    if (known.length === 0) return [];
    const most = known.reduce((best, each) => (each.value > best.value ? each : best));
    const last = known.at(-1)!;
    return [`from ${known[0]!.label} to ${last.label}`, `most ${oneDecimal(most.value)} in ${most.label}`, `last ${oneDecimal(last.value)}`];
  });
  return `${title}${unit === '' ? '' : `, in ${unit}`}: ${parts.join('; ')}`;
}

function Plot({ chart }: { chart: Chart }) {
  const { labels, series, kind } = chart;
  const values = series.flatMap((each) => each.values.filter((value) => value !== null));
  const ticks = ticksTo(values.reduce((most, value) => Math.max(most, value), 0));
  const top = ticks.at(-1)!;
  const y = (value: number): number => TOP + PLOT_HEIGHT * (1 - Math.max(0, value) / top);
  const slot = PLOT_WIDTH / labels.length;
  const x = (at: number): number => LEFT + slot * (at + 0.5);
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 0);
  const every = Math.ceil((longest * CHARACTER + BETWEEN) / slot);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken(chart)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={LEFT} x2={WIDTH - 8} y1={y(tick).toFixed(1)} y2={y(tick).toFixed(1)} />
          <text class="axis end" x={LEFT - 8} y={(y(tick) + 4).toFixed(1)}>{tick.toLocaleString('en', { maximumFractionDigits: 3 })}</text>
        </g>
      ))}
      {labels.map((label, at) => ((labels.length - 1 - at) % every === 0
        ? <text key={at} class="axis middle" x={Math.min(x(at), WIDTH - (label.length * CHARACTER) / 2).toFixed(1)} y={HEIGHT - 8}>{label}</text>
        : null))}
      {series.map((each) => (kind === 'line'
        ? <Line key={each.name} tone={each.tone} points={each.values.map((value, at) => (value === null ? null : [x(at), y(value)]))} />
        : <g key={each.name} class={`datum ${each.tone}`}>
            {each.values.map((value, at) => (value === null || value === 0 ? null
              : <rect key={at} x={(x(at) - slot * 0.36).toFixed(1)} width={(slot * 0.72).toFixed(1)} y={y(value).toFixed(1)}
                  height={(TOP + PLOT_HEIGHT - y(value)).toFixed(1)} rx="2"><title>{`${labels[at]!}: ${oneDecimal(value)} ${chart.unit}`}</title></rect>))}
          </g>))}
    </svg>
  );
}

/** What was not measured is a gap. */
function Line({ tone, points }: { tone: string; points: readonly ([number, number] | null)[] }) {
  let isOpen = false;
  const path = points.map((point) => {
    const command = point === null ? '' : `${isOpen ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    isOpen = point !== null;
    return command;
  }).join('');
  const single = points.filter((point) => point !== null);
  return (
    <g class={`datum ${tone}`}>
      <path class="line" d={path} />
      {single.length <= 60 ? single.map(([x, y], at) => <circle key={at} cx={x.toFixed(1)} cy={y.toFixed(1)} r="3" />) : null}
    </g>
  );
}

function Bars({ chart }: { chart: Chart }) {
  const { labels, series: [first] } = chart;
  const values = (first?.values ?? []).map((value) => value ?? 0);
  const top = values.reduce((most, value) => Math.max(most, value), 0) || 1;
  const room = WIDTH - NAME_WIDTH - VALUE_WIDTH;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${labels.length * BAR + 4}`} role="img"
      aria-label={`${chart.title}: ${labels.map((label, at) => `${label} ${oneDecimal(values[at]!)}`).join(', ')}`}>
      {labels.map((label, at) => {
        const width = Math.max(1, (room * values[at]!) / top);
        return (
          <g key={at} class={`datum ${first!.tone}`}>
            <text class="name end" x={NAME_WIDTH - 12} y={at * BAR + 18}>{fromItsEnd(label)}<title>{label}</title></text>
            <rect x={NAME_WIDTH} y={at * BAR + 5} width={width.toFixed(1)} height={BAR - 9} rx="3" />
            <text class="axis" x={(NAME_WIDTH + width + 7).toFixed(1)} y={at * BAR + 18}>{oneDecimal(values[at]!)}{chart.unit === '%' ? '%' : ''}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** The end of a path tells more than its beginning. */
function fromItsEnd(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST_NAME ? label : `…${characters.slice(1 - LONGEST_NAME).join('')}`;
}
