/** Makes a drawn SVG usable with keyboard and screen reader, and shows the selection. */
import type { MermaidText } from '../../../server/diagram/mermaid.ts';
import { edgeRemark, nodeRemark } from '../../../server/diagram/plan.ts';
import { counted } from '../../../server/text/wording.ts';

const NODE_ID = /flowchart-([bg]\d+)-\d+$/;

/** The key (`b3`, `g1`) of the box or layer title that holds `target`. */
export function keyAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-key]') : null;
  return element?.dataset['key'] ?? null;
}

/** Adds roles, names, the tab order and tooltips. */
export function decorate(svg: SVGSVGElement, written: MermaidText): void {
  svg.setAttribute('role', 'group');
  svg.removeAttribute('aria-roledescription');
  svg.setAttribute('aria-label', 'Block graph');
  const boxes = new Map(written.diagram.nodes.map((node) => [node.key, node]));
  for (const element of svg.querySelectorAll<SVGGElement>('g.node')) {
    const node = boxes.get(NODE_ID.exec(element.id)?.[1] ?? '');
    if (!node) continue;
    const name = node.block?.id ?? node.group?.title ?? '';
    const remarks = [nodeRemark(node), node.cyclic && node.block ? 'in a cycle' : '', node.critical ? 'on the critical path' : ''];
    for (const line of element.querySelectorAll('.text-outer-tspan:not(:first-child)')) line.before(wordGap());
    makeButton(element, node.key, [node.group ? `Layer ${name}, closed` : `Block ${name}`, ...remarks].filter((part) => part !== '').join(', '));
    if (node.group) element.setAttribute('aria-expanded', 'false');
  }
  for (const { key, group } of written.diagram.open) {
    const label = svg.querySelector<SVGGElement>(`#${svg.id}-${key} .cluster-label`);
    if (!label) continue;
    makeButton(label, key, `Layer ${group.title}, open, ${counted(group.blocks.length, 'block')}`);
    label.setAttribute('aria-expanded', 'true');
    // In front of the arrows, which would catch the clicks, and in the order of the layers for Tab.
    label.closest('g.root')?.querySelector(':scope > g.nodes')?.before(label);
  }
  for (const edge of written.diagram.edges) {
    const path = svg.querySelector<SVGPathElement>(`#${svg.id}-${edge.key}`);
    if (!path) continue;
    path.dataset['from'] = edge.from;
    path.dataset['to'] = edge.to;
    const remark = edgeRemark(edge);
    const facts = [counted(edge.imports, 'import'), edge.typeOnly ? 'types only' : '', remark].filter((part) => part !== '').join(', ');
    addTitle(path, `${written.nodes.get(edge.from)} → ${written.nodes.get(edge.to)}: ${facts}`);
  }
}

/** Separates the lines of a label for screen readers, without using space in the picture. */
function wordGap(): SVGElement {
  const gap = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
  gap.textContent = ' ';
  gap.style.fontSize = '0';
  return gap;
}

function makeButton(element: SVGElement, key: string, name: string): void {
  element.dataset['key'] = key;
  element.setAttribute('tabindex', '0');
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', name);
  addTitle(element, name);
}

function addTitle(element: SVGElement, text: string): void {
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = text;
  element.prepend(title);
}

/** Marks the chosen box, and fades the arrows that do not touch it. */
export function markSelected(svg: SVGSVGElement, key: string | null): void {
  svg.classList.toggle('has-selection', key !== null);
  for (const element of svg.querySelectorAll<SVGElement>('[data-key]')) {
    element.classList.toggle('is-selected', element.dataset['key'] === key);
    if (element.classList.contains('node')) element.setAttribute('aria-pressed', String(element.dataset['key'] === key));
  }
  for (const path of svg.querySelectorAll<SVGElement>('path[data-from]')) {
    path.classList.toggle('is-related', path.dataset['from'] === key || path.dataset['to'] === key);
  }
}
