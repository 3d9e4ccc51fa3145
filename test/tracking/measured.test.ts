/** Figures that reports and metrics files supply, in the row of the issue that the last commit belongs to. */
import assert from 'node:assert/strict';
import { importCommits } from '../../server/app/track/import.ts';
import { readLogFiles } from '../../server/app/track/log-files.ts';
import type { Cells, FieldName } from '../../server/tracking/fields.ts';
import { cellsOf, problemsIn } from '../../server/tracking/log.ts';
import { History } from '../kit/history.ts';
import { removeTemporaryFolders, writeIn } from '../kit/temporary-folder.ts';

const TRAIN = 'from xgboost import DMatrix, XGBRegressor\n\ndata = DMatrix(X)\nmodel = XGBRegressor()\nmodel.fit(X, y)\n';
const FIELDS: readonly FieldName[] = [
  'AI Model Type', 'Performance Metric', 'Achieved Score', 'Training Time', 'Data Source', 'Code Coverage', 'Test Status',
];

/** The row of an issue after a commit of a model, with these files beside it. */
async function rowWith(files: Readonly<Record<string, string>>): Promise<Cells> {
  const history = new History();
  for (const [path, text] of Object.entries(files)) writeIn(history.folder, path, text);
  writeIn(history.folder, 'ml/train.py', TRAIN);
  history.git('add', 'ml');
  history.git('commit', '-q', '-m', 'ML-1 train');
  await importCommits({ root: history.folder, scope: 'whole' });
  const { log, text } = await readLogFiles(history.folder);
  assert.deepEqual(problemsIn(log, text), [], 'every value is one of its field');
  return cellsOf(log, 'ML-1')!;
}

function run(metric: string, value: string, ended: number): Record<string, string> {
  const folder = `mlruns/0/run${ended}`;
  return {
    [`${folder}/meta.yaml`]: `run_id: x\nstart_time: ${ended - 90_000}\nend_time: ${ended}\n`, [`${folder}/metrics/${metric}`]: `1 9 0\n2 ${value} 1\n`,
    [`${folder}/params/data`]: 'orders.parquet\n',
  };
}

describe('figures in the log', () => {
  after(removeTemporaryFolders);

  it('come from the newest run of MLflow, and from reports of coverage and tests', async () => {
    const row = await rowWith({
      ...run('rmse', '-31.5', 1_700_000_200_000), ...run('rmse', '5', 1_700_000_100_000),
      'coverage/lcov.info': 'SF:ml/train.py\nDA:1,1\nDA:2,1\nDA:3,0\nend_of_record\n',
      'reports/junit.xml': '<testsuite tests="2" failures="1"><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>\n',
    });
    assert.deepEqual(FIELDS.map((field) => row[field]), ['XGBRegressor', 'rmse', '-31.5', '90s', 'orders.parquet', '66.7', 'Failed']);
  });

  it('come from a metrics file first, and are empty where nothing is known or can be read', async () => {
    const known = await rowWith({ ...run('rmse', '5', 1_700_000_100_000), 'metrics.json': '{ "val_accuracy": 0.9 }' });
    assert.deepEqual(FIELDS.slice(0, 3).map((field) => known[field]), ['XGBRegressor', 'accuracy', '0.9']);
    const unknown = await rowWith({ 'metrics.json': 'not JSON', 'mlruns/0/run/meta.yaml': 'end_time: soon\n', 'coverage/lcov.info': '' });
    assert.deepEqual(FIELDS.map((field) => unknown[field]), ['XGBRegressor', '', '', '', '', '', '']);
  });
});
