/** The script of the HTML report: filters findings by text, severity and new code. Without it, everything is shown. */
export const HTML_SCRIPT = `
(() => {
  const search = document.getElementById('search');
  if (!search) return;
  const boxes = [...document.querySelectorAll('[data-filter]')];
  const findings = [...document.querySelectorAll('.finding')].map((row) => (
    { row, text: row.dataset.text, severity: row.dataset.severity, frozen: 'frozen' in row.dataset,
      since: (row.dataset.new || '').split(' ') }
  ));
  const groups = [...document.querySelectorAll('.file, .rule')];
  const shown = document.getElementById('shown');
  const since = document.getElementById('since');
  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const on = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.filter));
    const point = since ? since.value : '';
    let count = 0;
    for (const { row, text, severity, frozen, since: points } of findings) {
      const fits = on.has(severity) && (!frozen || on.has('frozen')) && (point === '' || points.includes(point))
        && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.finding:not([hidden])');
      for (const figure of group.querySelectorAll('[data-count]')) {
        const own = group.querySelectorAll('.finding:not([hidden])[data-severity=' + figure.dataset.count + ']').length;
        figure.textContent = own;
        figure.parentElement.hidden = own === 0;
      }
      const blocker = group.querySelector('summary > .badge');
      if (blocker) blocker.hidden = !group.querySelector('.finding:not([hidden]) .badge.bad');
    }
    shown.textContent = (count === 1 ? '1 finding' : count + ' findings') + (point === '' ? '' : ' in new code') + ' shown';
  };
  search.addEventListener('input', apply);
  if (since) since.addEventListener('change', apply);
  for (const box of boxes) box.addEventListener('change', apply);
  addEventListener('beforeprint', () => { for (const rule of document.querySelectorAll('.rule')) rule.open = true; });
  apply();
})();
`;
