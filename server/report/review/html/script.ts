/** The script of the HTML report: filters findings by text and severity. Without it, everything is shown. */
export const HTML_SCRIPT = `
(() => {
  const search = document.getElementById('search');
  if (!search) return;
  const boxes = [...document.querySelectorAll('[data-filter]')];
  const findings = [...document.querySelectorAll('.finding')].map((row) => (
    { row, text: row.dataset.text, severity: row.dataset.severity, frozen: 'frozen' in row.dataset }
  ));
  const groups = [...document.querySelectorAll('.file, .rule')];
  const shown = document.getElementById('shown');
  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const on = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.filter));
    let count = 0;
    for (const { row, text, severity, frozen } of findings) {
      const fits = on.has(severity) && (!frozen || on.has('frozen')) && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
    shown.textContent = count === 1 ? '1 finding shown' : count + ' findings shown';
  };
  search.addEventListener('input', apply);
  for (const box of boxes) box.addEventListener('change', apply);
  addEventListener('beforeprint', () => { for (const rule of document.querySelectorAll('.rule')) rule.open = true; });
  apply();
})();
`;
