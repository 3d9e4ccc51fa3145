/**
 * The state of one reviewed folder: the result of each file, and the model of the whole. Knows what a
 * change invalidates: a file's own result, the model, and module resolution only when files come or go.
 */
import type { LanguageAdapter, ResolutionFileSystem, Resolver } from '../facts/adapter.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { SkippedFile, SkipReason } from '../facts/skip-reason.ts';
import type { ToolReport } from '../facts/tool-messages.ts';
import { buildModel } from '../graph/build.ts';
import { GraphCache } from '../graph/cache.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import type { Finding } from '../findings/finding.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Rule } from '../rules/kit/rule.ts';
import { compareText } from '../text/order.ts';
import { allSteps, type Steps } from '../text/steps.ts';
import { adapterFor, completed, isModule, type FileInput, type FileResult, type RuleFailure } from './analyze-file.ts';
import { circumstancesOf, confirmed, NOTHING_KNOWN } from './confirmed.ts';
import { conventionsOf, withoutConventions, type ConventionInput, type Conventions } from './conventions.ts';
import { runGraphRules } from './graph-rules.ts';
import type { ReviewSettings } from './review-settings.ts';
import { applySuppressions } from './suppress.ts';

export interface WorkspacePorts {
  /** Absolute path of the folder, with `/`. */
  root: string;
  adapters: readonly LanguageAdapter[];
  rules: readonly Rule[];
  fileSystem: ResolutionFileSystem;
  settings: ReviewSettings;
  /** Evidence for rules, and the reports of other tools, which count in the score. */
  evidence: Evidence & { reports?: readonly ToolReport[] };
  /** Whether facts need outlines, as to follow a change from item to item. */
  outlined?: boolean;
  /** Tells for one moment whether nothing is on the disk under a path; absent where nobody can tell. */
  vacancy?(): (path: string) => boolean;
}

/** The result of a review, before messages are written. */
export interface Judgement {
  model: WorkspaceModel;
  /** Without suppressed and allowed ones; sorted by path and place. */
  findings: Finding[];
  failures: RuleFailure[];
  /** What the project departs from by convention, and is not among the findings. */
  conventions: Conventions;
}

/** One reviewed folder: accepts results of files, keeps the model, judges the whole. */
export class Workspace {
  #ports: WorkspacePorts;
  readonly #results = new Map<string, FileResult>();
  readonly #skipped = new Map<string, SkipReason>();
  readonly graphCache = new GraphCache();
  readonly #ruleIds: ReadonlySet<string>;
  #resolver: Resolver | null = null;
  #model: WorkspaceModel | null = null;
  /** Counts what makes a model, also one that is being built, out of date. */
  #changes = 0;
  /** Every folder on the way to a file; collected again when files come or go. */
  #folders: ReadonlySet<string> | null = null;
  /** As of the last judgement. */
  #circumstances = NOTHING_KNOWN;
  /** Findings of slow graph rules, kept until the next full judgement. */
  #slow: Finding[] = [];

  constructor(ports: WorkspacePorts) {
    this.#ports = ports;
    this.#ruleIds = new Set(ports.rules.map((rule) => rule.meta.id));
  }

  get ports(): WorkspacePorts {
    return this.#ports;
  }

  /** Accepts the result of a file, replacing the previous one. */
  accept(result: FileResult): void {
    const { path } = result.module;
    if (!this.#results.has(path)) this.#forgetResolution();
    this.#results.set(path, result);
    this.#skipped.delete(path);
    this.#forgetModel();
  }

  /** Goes on with other settings and evidence. Files whose own settings are different are to be analyzed again by the caller. */
  adopt({ settings, evidence }: Pick<WorkspacePorts, 'settings' | 'evidence'>): void {
    this.#ports = { ...this.#ports, settings, evidence };
    this.forgetResolution();
  }

  /** Goes on with other evidence, which neither files nor the model depend on. */
  takeEvidence(evidence: WorkspacePorts['evidence']): void {
    this.#ports = { ...this.#ports, evidence };
  }

  /** The file exists but was not judged. */
  skip({ path, reason }: SkippedFile): void {
    this.remove(path);
    this.#skipped.set(path, reason);
    // A pattern of the configuration may match it.
    this.forgetResolution();
  }

  /** The file was deleted. */
  remove(path: string): void {
    const wasSkipped = this.#skipped.delete(path);
    if (this.#results.delete(path) || wasSkipped) this.forgetResolution();
  }

  /** Settings of module resolution changed (tsconfig, package.json). */
  forgetResolution(): void {
    this.#forgetResolution();
    this.#forgetModel();
  }

  #forgetModel(): void {
    this.#model = null;
    this.#changes++;
  }

  #forgetResolution(): void {
    this.#resolver = null;
    this.#folders = null;
    this.graphCache.forgetResolutions();
  }

  /** Settings and role of a file, ready to be analyzed. */
  inputFor(path: string, text: string, role: FileInput['role']): FileInput {
    const settings = this.#ports.settings.settingsFor(path, role);
    // Facts with an outline are others, and cached as such.
    return { path, text, role, settings: this.#ports.outlined === true ? { ...settings, outlined: true, key: `${settings.key} outlined` } : settings };
  }

  /** Every file that was read, in no particular order. */
  paths(): string[] {
    return [...this.#results.keys()];
  }

  /** Facts of a file; undefined when it was not read. */
  facts(path: string): ModuleFacts | undefined {
    return this.#results.get(path)?.module;
  }

  /** Whether the file is there, judged or not. */
  has(path: string): boolean {
    return this.#results.has(path) || this.#skipped.has(path);
  }

  /** Files in a folder and the folders below it, judged or not. Cheap for what is no folder with such files. */
  below(folder: string): string[] {
    const paths = (): string[] => [...this.#results.keys(), ...this.#skipped.keys()];
    this.#folders ??= new Set(paths().flatMap(foldersAbove));
    return this.#folders.has(folder) ? paths().filter((path) => path.startsWith(`${folder}/`)) : [];
  }

  /** Files that exist but were not judged, by path. */
  skipped(): SkippedFile[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason })).sort((a, b) => compareText(a.path, b.path));
  }

  /** Files, blocks and layers with their dependencies; rebuilt after changes. */
  model(): WorkspaceModel {
    // At once, nothing comes in between.
    return allSteps(this.modelSteps())!;
  }

  /** The same in steps; null when the folder changed between two of them. */
  *modelSteps(): Steps<WorkspaceModel | null> {
    const changes = this.#changes;
    const building = buildModel({
      modules: this.#sources(),
      resolver: this.resolver(),
      layers: this.#ports.settings.layers,
      blocks: this.#ports.settings.blocks,
      configured: this.#ports.settings.configured,
      isKept: (folder) => this.#ports.fileSystem.fileExists(`${this.#ports.root}/${folder}/.gitkeep`),
      leftOut: this.skipped().map(({ path }) => path),
      cache: this.graphCache,
    });
    while (this.#model === null) {
      const { done, value } = building.next();
      if (done === true) this.#model = value;
      else yield;
      if (changes !== this.#changes) return null;
    }
    return this.#model;
  }

  /** Resolves imports; recreated when files come or go. */
  resolver(): Resolver {
    this.#resolver ??= this.#createResolver();
    return this.#resolver;
  }

  /** Loads the languages needed to resolve imports. Await it before judging anything. */
  async prepare(): Promise<void> {
    const { adapters } = this.#ports;
    const resolver = this.resolver();
    for (const { path, imports } of this.#sources()) {
      if (resolver.needsLoading !== undefined && imports.some((each) => resolver.needsLoading!(path, each.specifier))) await adapterFor(adapters, path)?.load();
    }
  }

  /**
   * @param depth `full` runs every rule; `fast` runs the rules that keep up with typing and reuses the other results of the last full run
   */
  judge(depth: 'full' | 'fast'): Judgement {
    // At once, nothing comes in between.
    return allSteps(this.judgingSteps(depth))!;
  }

  /** The same in steps; null when the folder changed between two of them. @param depth as for `judge` */
  *judgingSteps(depth: 'full' | 'fast'): Steps<Judgement | null> {
    const changes = this.#changes;
    const model = yield* this.modelSteps();
    if (model === null) return null;
    const { settings, evidence, rules, vacancy } = this.#ports;
    const isVacant = vacancy?.() ?? (() => false);
    const fast = yield* runGraphRules(rules, model, settings, evidence, 'fast', isVacant);
    const failures = [...fast.failures];
    if (depth === 'full') {
      const slow = yield* runGraphRules(rules, model, settings, evidence, 'slow', isVacant);
      this.#slow = slow.findings;
      failures.push(...slow.failures);
    }
    if (changes !== this.#changes) return null;
    const all = [...this.#results.values()].flatMap(({ findings }) => findings);
    failures.push(...[...this.#results.values()].flatMap((result) => result.failures));
    this.#circumstances = circumstancesOf(model, all);
    const ofGraph = [...fast.findings, ...this.#slow.filter((finding) => this.#results.has(finding.path))];
    const settled = confirmed([...all, ...ofGraph], this.#circumstances);
    const allowed = settled.filter((finding) => !settings.allows(finding));
    const { kept, about } = applySuppressions(allowed, [...this.#results.values()].map((result) => result.module), (id) => this.#ruleIds.has(id));
    const own = [...about, ...failureFindings(failures)].filter(
      (finding) => settings.settingsFor(finding.path, model.modules.get(finding.path)?.facts.role ?? 'source').rules[finding.ruleId] !== undefined,
    );
    const input = this.#conventionInput();
    const conventions = conventionsOf(kept, input);
    return { model, findings: [...withoutConventions(kept, conventions, input), ...own].sort(byPlace), failures, conventions };
  }

  /**
   * Current findings of one file before the whole is judged: its own rules again, graph rules from the last judgement.
   * @param path of the file
   * @param before the last judgement
   */
  judgeFile(path: string, before: Judgement): Judgement {
    const result = this.#results.get(path);
    const graphRules = new Set(this.#ports.rules.filter((rule) => rule.kind !== 'file').map((rule) => rule.meta.id));
    const earlier = before.findings.filter((finding) => finding.path === path && graphRules.has(finding.ruleId));
    if (result === undefined) return { ...before, findings: [] };
    const own = confirmed(result.findings, this.#circumstances).filter((finding) => !this.#ports.settings.allows(finding));
    const { kept } = applySuppressions(own, [result.module], (id) => this.#ruleIds.has(id));
    return { ...before, findings: [...withoutConventions(kept, before.conventions, this.#conventionInput()), ...earlier].sort(byPlace) };
  }

  #conventionInput(): ConventionInput {
    const { rules, settings } = this.#ports;
    return { rules, modules: [...this.#results.values()].map(({ module }) => module), settingsFor: (path, role) => settings.settingsFor(path, role) };
  }

  /** Files that can import each other; container files and plain text files are not in the graph. */
  *#sources(): Generator<ModuleFacts> {
    for (const { module } of this.#results.values()) if (isModule(this.#ports.adapters, module.path)) yield module;
  }

  #createResolver(): Resolver {
    const { adapters, root, fileSystem } = this.#ports;
    const files = [...this.#sources()].map((module) => module.path);
    const resolvers = new Map(adapters.map((adapter) => [adapter, adapter.createResolver(root, files, fileSystem)]));
    const resolverFor = (from: string): Resolver | undefined => resolvers.get(adapterFor(adapters, from)!);
    return {
      needsLoading: (from, specifier) => resolverFor(from)?.needsLoading?.(from, specifier) ?? false,
      resolve: (from, specifier) => resolverFor(from)?.resolve(from, specifier) ?? { kind: 'missing' },
      resolveImports: (from, imports, resolve) => resolverFor(from)?.resolveImports?.(from, imports, resolve),
    };
  }
}

/** @returns the folders on the way to a file, without the top */
function foldersAbove(path: string): string[] {
  return path.split('/').slice(0, -1).map((_, at, parts) => parts.slice(0, at + 1).join('/'));
}

/** A rule that throws is reported once, with the first file it failed on. */
function failureFindings(failures: readonly RuleFailure[]): Finding[] {
  const first = new Map<string, RuleFailure>();
  for (const failure of failures) if (!first.has(failure.ruleId)) first.set(failure.ruleId, failure);
  return [...first.values()].map((failure) => completed('source/rule-failure', failure.path, {
    messageId: 'failed', data: { rule: failure.ruleId, reason: failure.reason }, span: [1, 1, 1, 1], about: failure.ruleId,
  }));
}

function byPlace(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || a.span[0] - b.span[0] || a.span[1] - b.span[1] || compareText(a.ruleId, b.ruleId) || compareText(a.about, b.about);
}
