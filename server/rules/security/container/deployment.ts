/** What an image or a compose file is for: whether it is ever deployed, and which stages end up in it. */
import type { InstructionFact, ServiceFact } from '../../../facts/file-facts.ts';

/** Written for a developer's machine or a test run. */
const LOCAL_FILE = /[.\-/](dev|development|local|override|tests?|testing|ci|e2e)\b|^(dev|development|local|tests?|ci)\//i;
/** Built for a test run or an editor. */
const NEVER_DEPLOYED_FILE = new RegExp(
  String.raw`(^|/)\.?(devcontainer|codesandbox|gitpod|codespaces|github|gitlab|circleci|buildkite|ci|tests?|e2e|integration[-_]tests?|dev|development|`
  + String.raw`benchmarks?)/|dockerfile[.\-_]([\w.-]*[.\-_])?(dev|local|tests?|testing|integration|ci|e2e|playwright|cypress|bench\w*|lint|docs)\b|`
  + String.raw`(^|/)(dev|tests?|ci|e2e|playwright)\.dockerfile$`,
  'i',
);
const NEVER_DEPLOYED_IMAGE = /(^|\/)(playwright|cypress|selenium|puppeteer|devcontainers|codespaces|gitpod)\b/i;
const NEVER_DEPLOYED_STAGE = /^(dev|develop|development|debug|tests?|testing|lint|ci)$/i;
const MAIN_PROFILE = /^(default|main|all|full|prod(uction)?|standard)$/i;
/** Read by programs, and not run. */
const DATA_FILE = /\.(ttf|otf|woff2?|png|jpe?g|gif|svg|ico|txt|md|csv|json|ya?ml|xml|pem|crt|asc|gpg|key|html?|css)([?#]|$)/i;

/**
 * Runs only where somebody asks for it by name: `profiles: [debug]`. A profile that is called the default is the way to start.
 * @param service of a compose file
 */
export function isOptional({ settings }: ServiceFact): boolean {
  const profiles = settings.filter(({ key }) => /^profiles\b/.test(key)).map(({ value }) => value);
  return profiles.length > 0 && !profiles.some((each) => MAIN_PROFILE.test(each));
}

/** @param path of a compose file */
export function isOfEditor(path: string): boolean {
  return /(^|\/)\.devcontainer\//.test(path);
}

/** @param path of a compose file */
export function isForLocalUse(path: string): boolean {
  return LOCAL_FILE.test(path);
}

/**
 * @param path of a Dockerfile
 * @param instructions of it
 */
export function isNeverDeployed(path: string, instructions: readonly InstructionFact[]): boolean {
  const last = instructions.findLast(({ name }) => name === 'FROM');
  const [image = '', stage = ''] = last === undefined ? [] : imageOf(last.text);
  const own = instructions.filter((each) => each.stage === last?.stage);
  return NEVER_DEPLOYED_FILE.test(path) || NEVER_DEPLOYED_IMAGE.test(image) || NEVER_DEPLOYED_STAGE.test(stage)
    || own.some(({ name, text }) => name === 'ENV' && /\bNODE_ENV[= ]["']?(development|test)\b/.test(text));
}

/** @param url that is downloaded */
export function isData(url: string): boolean {
  return DATA_FILE.test(url);
}

/** Numbers of the last stage and those it is based on: what ends up in the image. */
export function stagesOfImage(instructions: readonly InstructionFact[]): ReadonlySet<number> {
  const froms = instructions.filter(({ name }) => name === 'FROM');
  const stages = new Set<number>();
  for (let from = froms.at(-1); from !== undefined;) {
    stages.add(from.stage);
    const { stage, text }: InstructionFact = from;
    const image = imageOf(text)[0]?.toLowerCase();
    from = froms.findLast((each) => each.stage < stage && imageOf(each.text)[1]?.toLowerCase() === image);
  }
  return stages;
}

/** Image and alias of `FROM --platform=… image AS alias`. */
export function imageOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => !word.startsWith('--'));
  const as = words.findIndex((word) => word.toLowerCase() === 'as');
  return as > 0 && words[as + 1] !== undefined ? [words[0]!, words[as + 1]!] : words.slice(0, 1);
}
