/** Generates a layered Python workspace of a given size, some of it machine learning. The same numbers give the same files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { numbers } from './shared.ts';
import { learningText, serviceText } from './python-parts.ts';
import type { GeneratedWorkspace } from './workspace.ts';

const LAYERS = ['presentation', 'business', 'data', 'infrastructure'] as const;
const FEATURES = 40;
/** One in this many files trains a model. */
const LEARNING = 25;

interface Module {
  path: string;
  index: number;
  layer: number;
  /** Import name: `shop.business.feature3.module41`. */
  name: string;
}

/**
 * @param root empty folder that receives the workspace
 * @param count number of Python files, those of packages included
 * @param bytes approximate total size
 */
export function generatePythonWorkspace(root: string, count: number, bytes: number): GeneratedWorkspace {
  const random = numbers(20261127);
  const packages = packagePaths();
  const modules = Array.from({ length: count - packages.length }, (_, index): Module => {
    const layer = index % LAYERS.length;
    const folder = `shop/${LAYERS[layer]!}/feature${Math.floor(index / LAYERS.length) % FEATURES}`;
    return { path: `src/${folder}/module${index}.py`, index, layer, name: `${folder.replaceAll('/', '.')}.module${index}` };
  });
  let written = 0;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    written += Buffer.byteLength(text);
  };
  for (const path of packages) write(path, `"""The package ${path.split('/').slice(1, -1).join('.')}."""\n`);
  for (const module of modules) write(module.path, moduleText(module, bytes / modules.length, modules, random));
  writeFileSync(join(root, 'pyproject.toml'), '[project]\nname = "bench-workspace"\nversion = "1.0.0"\nrequires-python = ">=3.11"\n');
  writeFileSync(join(root, 'archwright.jsonc'), `${JSON.stringify({ preset: 'layered' }, null, 2)}\n`);
  return { files: count, bytes: written, paths: [...packages, ...modules.map(({ path }) => path)] };
}

function packagePaths(): string[] {
  const folders = LAYERS.flatMap((layer) => [layer, ...Array.from({ length: FEATURES }, (_, at) => `${layer}/feature${at}`)]);
  return ['src/shop/__init__.py', ...folders.map((folder) => `src/shop/${folder}/__init__.py`)];
}

function moduleText(module: Module, target: number, modules: readonly Module[], random: () => number): string {
  const { index } = module;
  const used = importsOf(module, modules, random);
  const learning = index % LEARNING === 0;
  const lines = [
    `"""What module ${index} knows of its part of the shop."""`,
    '',
    'from __future__ import annotations',
    '',
    'import json',
    'import logging',
    'from dataclasses import dataclass, field',
    'from pathlib import Path',
    '',
    ...(learning
      ? [
          'import numpy as np',
          'import pandas as pd',
          'from sklearn.ensemble import RandomForestClassifier',
          'from sklearn.metrics import accuracy_score',
          'from sklearn.model_selection import train_test_split',
          'from sklearn.preprocessing import StandardScaler',
          '',
        ]
      : []),
    ...used.map((other) => `from ${other.name} import Record${other.index}, compute${other.index}`),
    '',
    'logger = logging.getLogger(__name__)',
    '',
    '',
    '@dataclass',
    `class Record${index}:`,
    `    """A record of module ${index}."""`,
    '',
    '    key: str',
    '    amount: float',
    '    tags: list[str] = field(default_factory=list)',
    '',
    '',
    `def compute${index}(records: list[Record${index}], factor: float) -> float:`,
    `    """Works out the total of module ${index}.`,
    '',
    '    Args:',
    '        records: What is added up.',
    '        factor: By which each amount is multiplied.',
    '',
    '    Returns:',
    '        The total.',
    '    """',
    '    total = sum(record.amount * factor for record in records if record.tags)',
    ...used.map(
      (other) =>
        `    total += compute${other.index}([Record${other.index}(key=record.key, amount=record.amount) for record in records], `
          + `factor + ${Math.floor(random() * 100)})`,
    ),
    '    return total',
    '',
    '',
  ];
  let text = lines.join('\n');
  for (let part = 0; text.length < target - 1500; part++)
    text += learning && part % 3 === 0 ? learningText(index, part, random) : serviceText(index, part, random);
  return `${text.trimEnd()}\n`;
}

/** Mostly one layer down, sometimes an earlier neighbour, occasionally against the direction. */
function importsOf({ index, layer }: Module, modules: readonly Module[], random: () => number): Module[] {
  const used = new Map<number, Module>();
  for (let each = 2 + Math.floor(random() * 6); each > 0; each--) {
    const chance = random();
    const wanted = chance < 0.7 ? Math.min(layer + 1, LAYERS.length - 1) : chance < 0.98 ? layer : Math.floor(random() * LAYERS.length);
    const other = modules[Math.floor(random() * (modules.length / LAYERS.length - 1)) * LAYERS.length + wanted]!;
    // Within a layer, with few exceptions, only earlier files are imported: cycles are rare, as in real code.
    if (other.index === index || (other.layer <= layer && other.index > index && random() > 0.01)) continue;
    used.set(other.index, other);
  }
  return [...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
