/** Shows Markdown in a terminal: headings and code stand out, marks go. */
import pc from 'picocolors';

/** @returns lines for a terminal, with a final line break */
export function plainMarkdown(markdown: string, color: boolean): string {
  const colors = pc.createColors(color);
  let inCode = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (/^`{3,}/.test(line)) {
      inCode = !inCode;
      const file = inCode ? line.replace(/^`+\w*\s*/, '') : '';
      return file === '' ? [] : [colors.dim(`    ${file}`)];
    }
    if (inCode) return [colors.cyan(`    ${line}`)];
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading) return [heading[1]!.length === 1 ? colors.bold(colors.underline(heading[2]!)) : colors.bold(heading[2]!)];
    return [line.replace(/\*\*(.+?)\*\*/g, (_, text: string) => colors.bold(text)).replace(/`([^`]+)`/g, (_, text: string) => (color ? colors.cyan(text) : text)).replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')];
  });
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}
