/** How far someone else can choose a value that reaches a dangerous call; one answer for all rules about injection. */
import type { CallFact, FileFacts, FunctionIndex, Origin, ValueFact } from '../../facts/file-facts.ts';
import type { Severity } from '../../findings/severity.ts';

export interface Exposure {
  /** `error` for data of a request, or of a caller that others can call; `warning` where that is likely. */
  severity: Severity;
  /** The origin that decides, for the message. */
  from: Origin;
  /** Fixed text is put together with it; otherwise the value is handed on as a whole. */
  assembled: boolean;
}

/** What the platform or the operator says: a program's own arguments, folders and settings. */
const OWN = new RegExp(
  String.raw`^(process\.(execPath|argv|argv0|pid|platform|arch|version|versions|cwd|env)\b|os\.\w+|import\.meta\b|require\.resolve|`
  + String.raw`fileURLToPath|path\.(sep|delimiter)|Date\.now|performance\.now|randomUUID|crypto\.random|sys\.(executable|argv|prefix|`
  + String.raw`base_prefix|platform|version\w*|stdin)\b|os\.(getpid|getcwd|path|sep|name)\b|tempfile\.|uuid\.|time\.|datetime\.|Path\.(home|`
  + String.raw`cwd)|getpass\.|__)`,
);
const CONSTANT_NAME = /(^|\.)_*[A-Z][A-Z0-9_]+$/;

export interface ExposureOptions {
  /** Names of calls that make a value harmless for this sink: `escapeId()`. */
  cleans?: RegExp;
}

/** Origins that someone else may choose. */
export function openOrigins(value: ValueFact, { cleans }: ExposureOptions = {}): Origin[] {
  return value.origins.filter((origin) => {
    if (origin.bounded === true || origin.kind === 'literal' || origin.kind === 'environment' || origin.kind === 'import') return false;
    if (origin.kind !== 'request' && (OWN.test(origin.text) || CONSTANT_NAME.test(origin.text))) return false;
    return origin.kind !== 'call' || cleans?.test(origin.text) !== true;
  });
}

/**
 * @param file the facts that the value is part of
 * @param value what reaches the sink
 * @param at the function in which it does
 * @param options what the rule counts as clean besides
 * @returns null for what is fixed, bounded, cleaned, or comes from the program's own settings
 */
export function exposureOf(file: FileFacts, value: ValueFact, at: FunctionIndex, options: ExposureOptions = {}): Exposure | null {
  if (value.constant || value.kind === 'function') return null;
  const open = openOrigins(value, options);
  const assembled = value.pieces?.some((piece) => piece !== null && piece.trim() !== '') ?? false;
  const request = open.find((origin) => origin.kind === 'request');
  if (request) return { severity: 'error', from: request, assembled };
  const parameter = open.find((origin) => origin.kind === 'parameter');
  if (parameter) return { severity: isCallable(file, at) ? 'error' : 'warning', from: parameter, assembled };
  const [first] = open;
  return first === undefined ? null : { severity: 'warning', from: first, assembled };
}

/** Others can call the function that a place lies in, or one around it. */
export function isCallable(file: FileFacts, at: FunctionIndex): boolean {
  for (let index = at; index >= 0; index = file.functions[index]!.parent) if (file.functions[index]!.public) return true;
  return false;
}

/** Name of the enclosing function with a name, for identities: it survives edits elsewhere. */
export function placeName(file: FileFacts, at: FunctionIndex): string {
  for (let index = at; index >= 0; index = file.functions[index]!.parent) {
    const { name, owner } = file.functions[index]!;
    if (name !== '') return owner >= 0 ? `${file.classFacts[owner]?.name ?? ''}.${name}` : name;
  }
  return 'module';
}

/** True for a call of something that was imported from one of the modules. */
export function isFrom(call: CallFact, modules: RegExp, members: RegExp): boolean {
  return call.module !== null && modules.test(call.module) && members.test((call.member ?? '').replace(/^(default|promises)\./, ''));
}

/** A property of an object argument, or null. */
export function propertyOf(value: ValueFact | undefined, name: string): ValueFact | null {
  return value?.properties?.find((property) => property.name === name)?.value ?? null;
}
