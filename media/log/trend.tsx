/** The score over time with each review as an event on the time line, as a chart and as a table. */
import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';
import { APPROVAL, pointsText } from '../../server/digest/score.ts';
import type { TrendPoint } from '../../server/protocol/answers.ts';
import { counted } from '../../server/text/wording.ts';
import { useTheme } from '../graph/theme.ts';
import { shortTime } from './columns.ts';

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** In milliseconds. Over a shorter time, hours are told and no years. */
const FEW_DAYS = 4 * 86_400_000;
/** With more reviews than this, only those that changed much are marked. */
const MANY = 60;
/** Points. */
const MUCH = 2;

interface MarkColours {
  up: string;
  down: string;
  same: string;
}

/** A mark for each review: upwards, downwards, or round where the score did not change. */
function eventMarks(reviews: readonly TrendPoint[], { up, down, same }: MarkColours) {
  const colours = reviews.map(({ delta }) => (delta === null || delta === 0 ? same : delta > 0 ? up : down));
  return {
    pointStyle: reviews.map(({ delta }) => (delta === null || delta === 0 ? 'circle' as const : 'triangle' as const)),
    pointRotation: reviews.map(({ delta }) => (delta !== null && delta < 0 ? 180 : 0)),
    pointBackgroundColor: colours,
    pointBorderColor: colours,
    pointRadius: reviews.map(({ delta }) => (reviews.length <= MANY ? 4 : delta !== null && Math.abs(delta) >= MUCH ? 3 : 0)),
  };
}

function changeWords({ delta }: TrendPoint): string {
  return delta === null ? '' : delta === 0 ? 'unchanged' : `${pointsText(Math.abs(delta))} ${delta > 0 ? 'up' : 'down'}`;
}

function findingWords({ errors, warnings }: TrendPoint): string {
  return [...(errors === null ? [] : [counted(errors, 'error')]), ...(warnings === null ? [] : [counted(warnings, 'warning')])].join(', ');
}

function placeWords({ branch, commit }: TrendPoint): string {
  return [commit, branch].filter((part) => part !== '').join(' on ');
}

/** What is told of a review beside its mark, one line each. */
function eventWords(review: TrendPoint): string[] {
  const score = [`Score ${pointsText(review.score)} ${review.grade}`.trim(), changeWords(review)].filter((part) => part !== '').join(', ');
  return [score, findingWords(review), placeWords(review)].filter((line) => line !== '');
}

/** The trend of the latest reviews with a score, when there are at least two. @param reviews oldest first */
export function Trend({ reviews }: { reviews: readonly TrendPoint[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { palette, font } = useTheme();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const accent = palette.states.active.stroke;
    const points = reviews.map(({ time }) => ({ x: Date.parse(time) }));
    const isLong = (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0) > FEW_DAYS;
    const chart = new Chart(canvas.current, {
      type: 'line',
      data: {
        datasets: [
          {
            label: 'Score',
            // Half of the first and the last mark lies outside.
            clip: 8,
            data: points.map(({ x }, at) => ({ x, y: reviews[at]!.score })),
            borderColor: accent,
            backgroundColor: `${accent}22`,
            ...eventMarks(reviews, { up: palette.states.completed.stroke, down: palette.states.failed.stroke, same: accent }),
            borderWidth: 2,
            pointHoverRadius: 6,
            cubicInterpolationMode: 'monotone',
            fill: 'start',
          },
          {
            label: 'Approval',
            data: points.map(({ x }) => ({ x, y: APPROVAL.points })),
            borderColor: palette.edge,
            borderDash: [5, 4],
            borderWidth: 1,
            pointRadius: 0,
            pointHoverRadius: 0,
          },
        ],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        font: { family: font },
        scales: {
          x: {
            type: 'linear',
            min: points[0]?.x ?? 0,
            max: points.at(-1)?.x ?? 1,
            ticks: {
              color: palette.text, callback: (value) => shortTime(new Date(Number(value)).toISOString()).slice(isLong ? 0 : 5, isLong ? 10 : 16),
              maxTicksLimit: 8, maxRotation: 0, autoSkip: true, autoSkipPadding: 18, font: { family: font, size: 11 },
            },
            grid: { display: false },
            border: { color: palette.layerStroke },
          },
          y: {
            suggestedMin: 60,
            max: 100,
            ticks: { color: palette.text, maxTicksLimit: 6, font: { family: font, size: 11 } },
            grid: { color: palette.layerStroke },
            border: { display: false },
          },
        },
        plugins: {
          tooltip: {
            filter: (item) => item.datasetIndex === 0,
            displayColors: false,
            callbacks: {
              title: ([item]) => (item === undefined ? '' : shortTime(reviews[item.dataIndex]!.time)),
              label: ({ dataIndex }) => eventWords(reviews[dataIndex]!),
            },
          },
        },
      },
    });
    return () => chart.destroy();
  }, [reviews, palette, font]);

  const first = reviews[0];
  const last = reviews.at(-1);
  if (!first || !last || reviews.length < 2) return <p class="muted trend-none">The trend appears after two reviews with a score.</p>;
  const change = last.score - first.score;
  const size = pointsText(Math.abs(change));
  const move = change === 0 ? 'unchanged' : `${size} ${size === '1' ? 'point' : 'points'} ${change > 0 ? 'up' : 'down'}`;
  const words = `Score over ${reviews.length} reviews: from ${pointsText(first.score)} to ${pointsText(last.score)}, ${move}.`;
  return (
    <figure class="trend">
      <figcaption>
        <h2>Trend</h2>
        <span class="muted">
          {words} The dashed line marks approval at {APPROVAL.points}.
        </span>
      </figcaption>
      <div class="trend-chart">
        <canvas ref={canvas} role="img" aria-label={words} />
      </div>
      <details>
        <summary>Show as a table</summary>
        <div class="trend-table" tabIndex={0} role="region" aria-label="Scores by review">
          <table>
            <thead>
              <tr>
                <th scope="col">Review</th>
                <th scope="col">Score</th>
                <th scope="col">Grade</th>
                <th scope="col">Change</th>
                <th scope="col">Findings</th>
                <th scope="col">Commit</th>
              </tr>
            </thead>
            <tbody>
              {[...reviews].reverse().map((row, at) => (
                <tr key={at}>
                  <td>{shortTime(row.time)}</td>
                  <td>{pointsText(row.score)}</td>
                  <td>{row.grade}</td>
                  <td>{changeWords(row)}</td>
                  <td>{findingWords(row)}</td>
                  <td>{placeWords(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
