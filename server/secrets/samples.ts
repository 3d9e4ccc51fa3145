/** Values shown as samples: below `examples`, in the properties of a preview, in a code block inside a string. */
import type { Syntax } from './file-kind.ts';
import { nameBefore } from './surroundings.ts';

/** How far back the brackets around a value may open. */
const REACH = 3000;
/** `examples`, `ORDER_EXAMPLES`, `openapi_example`, `PreviewProps`. */
const SAMPLE_NAME = /examples?$|preview[_-]?(?:props|data|args)$/i;
/** Most files have none. */
const MENTIONS = /example|preview/i;
/** What a bracket belongs to: `name = [`, `"name": {`, `name: Type = {`, `Type.name = (`. */
const OWNER = /([A-Za-z_$][\w$.-]{0,80})["']?\s{0,4}(?::\s{0,4}[A-Za-z_][\w.<>[\] |]{0,60}=|:|=)\s{0,8}$/;
/** Opens with the name of a language and closes without. */
const FENCE = /(?:\\?`){3}([a-z]{0,12})/gi;

/** Tells whether a value is shown as a sample by a schema, a preview or the like. */
export class Samples {
  private readonly text: string;
  private readonly syntax: Syntax;
  private readonly mentioned: boolean;

  /**
   * @param text the whole file
   * @param syntax how the file is written
   */
  constructor(text: string, syntax: Syntax) {
    this.text = text;
    this.syntax = syntax;
    this.mentioned = MENTIONS.test(text);
  }

  /** @param start where the value begins, inside its quotes */
  has(start: number): boolean {
    if (!this.mentioned) return false;
    if (SAMPLE_NAME.test(nameBefore(this.text, start))) return true;
    return this.syntax === 'yaml' ? isBelowSample(this.text, start) : this.syntax !== 'lines' && isInSample(this.text, start);
  }
}

/** Inside brackets that belong to a name of samples, at any depth. */
function isInSample(text: string, start: number): boolean {
  let closed = 0;
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    const character = text[at]!;
    if (')]}'.includes(character)) closed++;
    else if ('([{'.includes(character) && closed-- === 0) {
      closed = 0;
      if (SAMPLE_NAME.test(OWNER.exec(text.slice(Math.max(0, at - 160), at))?.[1] ?? '')) return true;
    }
  }
  return false;
}

/** Below a key of samples in YAML, by indentation. */
function isBelowSample(text: string, start: number): boolean {
  const lines = text.slice(Math.max(0, start - REACH), start).split('\n');
  let indent = Infinity;
  for (const line of lines.reverse()) {
    const [, space = '', key = ''] = /^( *)(?:- +)*["']?([\w.-]*)/.exec(line) ?? [];
    if (line.trim() === '' || space.length >= indent) continue;
    if (indent !== Infinity && SAMPLE_NAME.test(key)) return true;
    indent = space.length;
  }
  return false;
}

/** Tells whether a place is in a code block inside a string, as in the description of a field. */
export class CodeBlocks {
  private readonly text: string;
  private found: { at: number; opens: boolean }[] | null = null;

  /** @param text the whole file */
  constructor(text: string) {
    this.text = text;
  }

  /** Only looked for where something was found that they may cover. */
  private get fences(): { at: number; opens: boolean }[] {
    return (this.found ??= [...this.text.matchAll(FENCE)].map(({ index, 1: language }) => ({ at: index, opens: language !== '' })));
  }

  /** @param offset the place */
  covers(offset: number): boolean {
    const last = this.fences.findLast(({ at }) => at < offset);
    return last !== undefined && last.opens && offset - last.at < REACH;
  }
}
