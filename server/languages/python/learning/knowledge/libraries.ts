/** All that is known about libraries, indexed by name. */
import type { ModelRole } from '../domain/kinds.ts';
import { FEATURES, TEXTS } from './libraries/features.ts';
import { KERAS } from './libraries/keras.ts';
import { NUMPY } from './libraries/numpy.ts';
import { BOOSTING, FURTHER, IMAGES, OPTIMIZERS, POLARS, RESAMPLING, SPARK, STATSMODELS } from './libraries/others.ts';
import { PANDAS } from './libraries/pandas.ts';
import { MUTE, PYTHON } from './libraries/python.ts';
import { SCIKIT_LEARN } from './libraries/scikit-learn.ts';
import { TORCH, TRANSFORMERS } from './libraries/torch.ts';
import { MARKS, PATTERNS, PRETRAINED } from './patterns.ts';
import { EFFECTS, type Effect, type LibraryRows, type Role } from './roles.ts';

/** What ships with the analysis: a new library is one more of these. */
export const SHIPPED: readonly LibraryRows[] = [
  SCIKIT_LEARN, RESAMPLING, FEATURES, TEXTS, BOOSTING, KERAS, TORCH, TRANSFORMERS, PANDAS, NUMPY, PYTHON,
  STATSMODELS, SPARK, IMAGES, OPTIMIZERS, POLARS, MUTE, FURTHER,
];

const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');

/** @param name qualified @returns its last part */
export const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

const NONE: ReadonlySet<Role> = new Set();

export class Libraries {
  private readonly roles = new Map<Role, Set<string>>();
  private readonly byName = new Map<string, Set<Role>>();
  /** Last parts of names that mean something in one package only. */
  private readonly qualified = new Set<string>();
  private readonly effects = new Map<string, Effect>();
  private readonly packages = new Map<string, string>();
  private readonly mute: ReadonlySet<string>;
  private readonly marks: RegExp;

  /** @param rows what is known about each library */
  constructor(rows: readonly LibraryRows[]) {
    for (const { aliases, names = {} } of rows) {
      for (const each of words(aliases)) this.packages.set(each.split('=')[0]!, each.split('=')[1]!);
      for (const [role, listed] of Object.entries(names) as [Role, string][]) this.add(role, words(listed));
    }
    for (const effect of EFFECTS) for (const name of this.roles.get(effect) ?? []) this.effects.set(name, effect);
    this.mute = new Set(rows.flatMap(({ mute, packages }) => (mute === true ? words(packages) : [])));
    const marking = rows.flatMap(({ marks, packages }) => (marks === true ? words(packages) : []));
    this.marks = new RegExp(`\\b(${[...marking.map((each) => each.replaceAll('.', '\\.')), ...MARKS].join('|')})`);
  }

  private add(role: Role, names: readonly string[]): void {
    const known = this.roles.get(role) ?? new Set();
    this.roles.set(role, known);
    for (const name of names) {
      known.add(name);
      const roles = this.byName.get(name) ?? new Set();
      this.byName.set(name, roles.add(role));
      if (name.includes('.')) this.qualified.add(lastPart(name));
    }
  }

  /** @param text of a file @returns whether there may be machine learning in it */
  mayLearn(text: string): boolean {
    return this.marks.test(text);
  }

  /** @param name last part of a name @returns roles under which libraries list it, without those that patterns give */
  rolesOf(name: string): ReadonlySet<Role> {
    return this.byName.get(name) ?? NONE;
  }

  /** @param name last part of a name @param role that it may have */
  is(name: string, role: Role): boolean {
    return this.roles.get(role)?.has(name) === true || PATTERNS[role]?.test(name) === true;
  }

  /** The same for a qualified name, where the package may decide. */
  does(name: string, role: Role): boolean {
    const last = lastPart(name);
    return this.is(last, role) || (this.qualified.has(last) && this.roles.get(role)?.has(this.inPackage(name)) === true);
  }

  /** @param name qualified @returns what the function does with rows, when it does something special */
  effectOf(name: string): Effect | null {
    const last = lastPart(name);
    return (this.qualified.has(last) ? this.effects.get(this.inPackage(name)) : undefined) ?? this.effects.get(last) ?? null;
  }

  /** @param name qualified @returns whether it returns nothing that is followed */
  isMute(name: string): boolean {
    return this.mute.has(/^\w*/.exec(name)![0]);
  }

  /** @param name qualified @returns whether it returns a network */
  isPretrained(name: string): boolean {
    return PRETRAINED.test(name) || this.does(name, 'pretrained');
  }

  /** @param name of a class @returns what training does to an object of it */
  roleOf(name: string): ModelRole {
    if (this.is(name, 'learner')) return 'learner';
    if (this.is(name, 'stateless')) return 'stateless';
    if (this.is(name, 'oversampler') || this.is(name, 'undersampler')) return 'sampler';
    if (this.is(name, 'splitter')) return 'splitter';
    if (this.is(name, 'search')) return 'search';
    if (this.is(name, 'loss')) return 'loss';
    return this.is(name, 'model') ? 'model' : 'unknown';
  }

  /** `numpy.split` for `np.split` and `numpy.x.split`; `builtins.max` for `max`. */
  private inPackage(name: string): string {
    const at = name.indexOf('.');
    if (at < 0) return `builtins.${name}`;
    const root = name.slice(0, at);
    return `${this.packages.get(root) ?? root}.${lastPart(name)}`;
  }
}

/** What ships with the analysis, indexed. */
export const LIBRARIES = new Libraries(SHIPPED);
