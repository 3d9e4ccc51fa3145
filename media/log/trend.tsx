/** The score of the reviews over time, as a chart and as a table. */
import { CategoryScale, Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';
import { APPROVAL, pointsText } from '../../server/digest/score.ts';
import type { TrendPoint } from '../../server/protocol/answers.ts';
import { useTheme } from '../graph/theme.ts';
import { shortTime } from './columns.ts';

Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** The trend of the latest reviews with a score, when there are at least two. @param reviews oldest first */
export function Trend({ reviews }: { reviews: readonly TrendPoint[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { palette, font } = useTheme();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const accent = palette.states.active.stroke;
    const chart = new Chart(canvas.current, {
      type: 'line',
      data: {
        labels: reviews.map((row) => shortTime(row.time)),
        datasets: [
          {
            label: 'Score',
            data: reviews.map((row) => row.score),
            borderColor: accent,
            backgroundColor: `${accent}22`,
            pointBackgroundColor: accent,
            borderWidth: 2,
            pointRadius: reviews.length > 60 ? 0 : 3,
            pointHoverRadius: 5,
            tension: 0.25,
            fill: 'start',
          },
          {
            label: 'Approval',
            data: reviews.map(() => APPROVAL.points),
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
            ticks: { color: palette.text, maxTicksLimit: 8, maxRotation: 0, autoSkip: true, autoSkipPadding: 18, font: { family: font, size: 11 } },
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
        plugins: { tooltip: { filter: (item) => item.datasetIndex === 0, displayColors: false } },
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
              </tr>
            </thead>
            <tbody>
              {[...reviews].reverse().map((row, at) => (
                <tr key={at}>
                  <td>{shortTime(row.time)}</td>
                  <td>{pointsText(row.score)}</td>
                  <td>{row.grade}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
