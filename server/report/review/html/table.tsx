/** A table of the HTML report. */
export function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead><tr>{head.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>{rows.map((row, at) => <tr key={at}>{row.map((text, column) => <td key={column}>{text}</td>)}</tr>)}</tbody>
    </table>
  );
}
