/** How much is finished by week, as a chart and as a table, with what it comes to in words. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';
import type { VelocityPart } from '../../server/protocol/answers.ts';
import { useTheme } from '../graph/theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** @param velocity with as many weeks as can be told of; with none, only the words are shown */
export function Velocity({ velocity: { words, unit, weeks } }: { velocity: VelocityPart }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { palette, font } = useTheme();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const ticks = { color: palette.text, maxRotation: 0, font: { family: font, size: 11 } };
    const chart = new Chart(canvas.current, {
      type: 'bar',
      data: {
        labels: weeks.map(({ week }) => week),
        datasets: [{
          label: `Finished ${unit}`, data: weeks.map(({ finished }) => finished), backgroundColor: palette.states.active.stroke, maxBarThickness: 28,
        }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: {
          x: { ticks: { ...ticks, autoSkip: true, autoSkipPadding: 18 }, grid: { display: false }, border: { color: palette.layerStroke } },
          y: { beginAtZero: true, ticks: { ...ticks, maxTicksLimit: 6 }, grid: { color: palette.layerStroke }, border: { display: false } },
        },
        plugins: { tooltip: { displayColors: false, callbacks: { label: ({ parsed }) => `${parsed.y} ${unit} finished` } } },
      },
    });
    return () => chart.destroy();
  }, [weeks, unit, palette, font]);

  const told = words.join(' ');
  return (
    <figure class="velocity">
      <figcaption>
        <h2>Velocity</h2>
        <span class="muted">{told}</span>
      </figcaption>
      {weeks.length > 0 && (
        <>
          <div class="trend-chart">
            <canvas ref={canvas} role="img" aria-label={`Finished ${unit} by week. ${told}`} />
          </div>
          <details>
            <summary>Show weeks as a table</summary>
            <div class="velocity-table" tabIndex={0} role="region" aria-label="Velocity by week">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Week</th>
                    <th scope="col">Finished {unit}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...weeks].reverse().map(({ week, finished }) => (
                    <tr key={week}>
                      <td>{week}</td>
                      <td>{finished}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </figure>
  );
}
