/** What the parts of the HTML report are made of: links to rules, prose with code in it, tables. */
import { inlineParts } from '../../markdown-text.ts';
import type { RuleWords } from '../rule-words.ts';

export type RulesById = ReadonlyMap<string, RuleWords>;

/** URL of a rule's page; null if it has none that a browser should open. */
export function ruleAddress(rule: RuleWords | undefined): string | null {
  return rule !== undefined && /^https?:\/\//.test(rule.url) ? rule.url : null;
}

/** The rule's id, as a link if its page has a URL. */
export function RuleLink({ id, rules }: { id: string; rules: RulesById }) {
  const address = ruleAddress(rules.get(id));
  return address === null ? <code>{id}</code> : <a href={address}><code>{id}</code></a>;
}

/** Our own words, such as a rule's advice: what stands between backticks is shown as code. */
export function Prose({ text }: { text: string }) {
  return <>{inlineParts(text).map((part, at) => (part.code ? <code key={at}>{part.text}</code> : part.text))}</>;
}

/** A table of plain text. */
export function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead><tr>{head.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>{rows.map((row, at) => <tr key={at}>{row.map((text, column) => <td key={column}>{text}</td>)}</tr>)}</tbody>
    </table>
  );
}
