/** Faults in Python, each with its twin without the fault. */
import { layersIn, TITLES, twins, type DamageKind, type Plant } from './damage-kinds.ts';

const name = ({ word, number }: Plant): string => `${word}_${number}`;

const save = (plant: Plant, handler: string, ending: string): string => `

def save_${name(plant)}(store: "Store", row: dict[str, str]) -> None:
    """Saves one ${plant.word}."""
    try:
        store.insert("${plant.word}", row)
    ${handler}
        ${ending}
`;

const ask = (plant: Plant, wait: string): string => `

async def ask_for_${name(plant)}(url: str) -> None:
    """Asks for one ${plant.word}, politely."""
    import asyncio
    import time

    ${wait}
    await asyncio.to_thread(print, url, time.monotonic())
`;

const owners = (plant: Plant, ...queries: string[]): string => `

def owners_of_${name(plant)}(cursor: "Cursor", ids: list[int]) -> list[str]:
    """Names of the owners of each ${plant.word}."""
    names: list[str] = []
    ${queries.join('\n    ')}
    return names
`;

const find = (plant: Plant, query: string): string => `

def find_${name(plant)}(cursor: "Cursor") -> list[tuple[str, int]]:
    """Rows for the ${plant.word} that was asked for."""
    from flask import request

    ${query}
    return cursor.fetchall()
`;

const log = (plant: Plant, field: string): string => `

def welcome_${name(plant)}(user: "User") -> None:
    """Notes the first ${plant.word} of a user."""
    import logging

    logging.getLogger(__name__).info("first ${plant.word} of %s", user.${field})
`;

const test = (plant: Plant, ending: string): string => `def test_sum_of_${name(plant)}() -> None:
    total = sum([${plant.number}, 2])
    ${ending}
`;

const train = (plant: Plant, ...steps: string[]): string => `"""Trains the model of each ${plant.word}."""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def train_${name(plant)}(path: str) -> float:
    """Accuracy of the model on a part of ${plant.word} rows that it has not seen."""
    frame = pd.read_csv(path)
    assert not frame.empty
    labels = frame.pop("label")
    scaler = StandardScaler()
    ${steps.join('\n    ')}
    model = LogisticRegression(random_state=1)
    model.fit(train_rows, train_labels)
    return float(model.score(test_rows, test_labels))
`;

const SPLIT = 'train_rows, test_rows, train_labels, test_labels = train_test_split(frame, labels, random_state=1)';

/** A module that imports a constant and makes another of it. */
const module = (title: string, imported: string, constant: string): string => `"""${title}."""
${imported}

${constant}
`;

/** A block with a module that others may import. */
const room = (number: number): Record<string, string> => ({
  [`shop/part_${number}/__init__.py`]: '',
  [`shop/part_${number}/core.py`]: `"""Core of part ${number}."""\n\nCORE: str = "${number}"\n`,
});

const PACKAGES = { 'shop/__init__.py': '', 'shop/pages/__init__.py': '', 'shop/services/__init__.py': '', 'shop/stores/__init__.py': '' };

export const PYTHON_KINDS: readonly DamageKind[] = [
  {
    id: 'swallowed-error', ...TITLES['swallowed-error'], place: 'function',
    sound: (plant) => save(plant, 'except OSError as error:', `raise RuntimeError("${plant.word} not saved") from error`),
    faulty: (plant) => save(plant, 'except Exception:', 'pass'),
  },
  {
    id: 'blocking-call', ...TITLES['blocking-call'], place: 'function',
    sound: (plant) => ask(plant, 'await asyncio.sleep(2)'),
    faulty: (plant) => ask(plant, 'time.sleep(2)'),
  },
  {
    id: 'query-per-item', ...TITLES['query-per-item'], place: 'function',
    sound: (plant) => owners(
      plant, `cursor.execute("SELECT name FROM ${plant.word}s WHERE id = ANY(%s)", (ids,))`, 'for row in cursor.fetchall():', '    names.append(row[0])',
    ),
    faulty: (plant) => owners(
      plant, 'for each in ids:', `    cursor.execute("SELECT name FROM ${plant.word}s WHERE id = %s", (each,))`, '    names.append(cursor.fetchone()[0])',
    ),
  },
  {
    id: 'sql-injection', ...TITLES['sql-injection'], place: 'function',
    sound: (plant) => find(plant, `cursor.execute("SELECT name, size FROM ${plant.word}s WHERE name = %s", (request.args["name"],))`),
    faulty: (plant) => find(plant, `cursor.execute(f"SELECT name, size FROM ${plant.word}s WHERE name = '{request.args['name']}'")`),
  },
  {
    id: 'personal-data', ...TITLES['personal-data'], place: 'function',
    sound: (plant) => log(plant, 'id'),
    faulty: (plant) => log(plant, 'email'),
  },
  {
    id: 'unchecked-test', ...TITLES['unchecked-test'], place: 'files', needsCoverage: true,
    ...twins((plant, faulty) => ({
      [`tests/test_sum_${name(plant)}.py`]: test(plant, faulty ? 'print("summed")' : `assert total == ${plant.number + 2}`),
    })),
  },
  {
    id: 'layer-crossing', ...TITLES['layer-crossing'], place: 'files',
    setting: (_, folders) => ({ 'archwright.jsonc': layersIn('shop', folders), ...PACKAGES }),
    ...twins((plant, faulty) => {
      const rows = `from shop.stores.${name(plant)}_rows import ROWS`;
      const names = `from shop.services.${name(plant)} import NAMES`;
      return {
        [`shop/stores/${name(plant)}_rows.py`]: `"""Rows of each ${plant.word}."""\n\nROWS: list[str] = ["${name(plant)}"]\n`,
        [`shop/services/${name(plant)}.py`]: module(`Names of each ${plant.word}`, rows, 'NAMES: list[str] = list(ROWS)'),
        [`shop/pages/${name(plant)}_page.py`]: module(
          `Page of each ${plant.word}`, faulty ? rows : names, `PAGE: str = ", ".join(${faulty ? 'ROWS' : 'NAMES'})`,
        ),
      };
    }),
  },
  {
    id: 'block-cycle', ...TITLES['block-cycle'], place: 'files',
    setting: (places) => ({ ...room(places), 'shop/__init__.py': '' }),
    ...twins((plant, faulty) => {
      const next = plant.number + 1;
      return {
        ...room(plant.number),
        [`shop/part_${plant.number}/front.py`]: module(`Front of part ${plant.number}`, `from shop.part_${next}.core import CORE`, 'FRONT: str = CORE'),
        // The next part asks back, or asks itself.
        [`shop/part_${next}/back.py`]: module(`Back of part ${next}`, `from shop.part_${faulty ? plant.number : next}.core import CORE`, 'BACK: str = CORE'),
      };
    }),
  },
  {
    id: 'leakage', ...TITLES.leakage, place: 'files',
    ...twins((plant, faulty) => ({
      [`training/train_${name(plant)}.py`]: faulty
        ? train(plant, 'frame = scaler.fit_transform(frame)', SPLIT)
        : train(plant, SPLIT, 'train_rows, test_rows = scaler.fit_transform(train_rows), scaler.transform(test_rows)'),
    })),
  },
];
