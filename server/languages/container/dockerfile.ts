/** Parses a Dockerfile: one instruction may span several lines. */
import type { InstructionFact } from '../../facts/file-facts.ts';

/**
 * @param text of a Dockerfile
 * @returns its instructions in order; other lines are skipped
 */
export function readDockerfile(text: string): InstructionFact[] {
  const lines = text.split(/\r?\n/);
  const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\';
  const instructions: InstructionFact[] = [];
  let stage = 0;
  for (let index = 0; index < lines.length; index++) {
    const first = /^(\s*)([A-Za-z]+)(\s+|$)/.exec(lines[index]!);
    if (first === null) continue;
    const from = index;
    const parts: string[] = [];
    let line = lines[index]!.slice(first[0].length);
    for (;;) {
      const continued = line.trimEnd().endsWith(escape);
      parts.push(continued ? line.trimEnd().slice(0, -1) : line);
      if (!continued || index + 1 >= lines.length) break;
      // Comments and empty lines do not end a continued instruction.
      do index++; while (index + 1 < lines.length && /^\s*(#|$)/.test(lines[index]!));
      line = lines[index]!;
    }
    index = readHeredocs(parts, lines, index);
    const name = first[2]!.toUpperCase();
    if (name === 'FROM') stage++;
    instructions.push({ name, text: parts.join(' ').trim(), stage, span: [from + 1, first[1]!.length + 1, index + 1, lines[index]!.trimEnd().length + 1] });
  }
  return instructions;
}

/** `RUN <<EOF` includes the following lines up to the delimiter. Returns the last line read. */
function readHeredocs(parts: string[], lines: readonly string[], index: number): number {
  let last = index;
  for (const [, word] of parts.join(' ').matchAll(/<<-?\s*["']?([A-Za-z_]\w*)["']?/g)) {
    const end = lines.findIndex((line, at) => at > last && line.trim() === word);
    if (end < 0) return last;
    parts.push(lines.slice(last + 1, end).join('\n'));
    last = end;
  }
  return last;
}
