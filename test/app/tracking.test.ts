/** What a review writes into the folder that it looked at. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAccepted } from '../../server/app/baseline.ts';
import { ReviewedFolder } from '../../server/app/reviewed-folder.ts';
import { isWritten, trackReview, type Occasion } from '../../server/app/tracking.ts';
import type { LogRow } from '../../server/protocol/tracking.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const OCCASIONS: readonly Occasion[] = ['asked', 'opened', 'edited', 'terminal'];

describe('the tracking log', () => {
  after(removeTemporaryFolders);

  it('is written when asked for in the editor, and on opening only where it is kept', () => {
    const written = (isKept: boolean): Occasion[] => OCCASIONS.filter((occasion) => isWritten(occasion, { isEnabled: true, isKept }));
    assert.deepEqual(written(true), ['asked', 'opened']);
    assert.deepEqual(written(false), ['asked']);
  });

  it('is never written when the user turned it off', () => {
    for (const isKept of [true, false]) assert.deepEqual(OCCASIONS.filter((occasion) => isWritten(occasion, { isEnabled: false, isKept })), []);
  });

  it('gets a row for each occasion that writes, and for no other', async () => {
    const root = temporaryFolder({ 'src/a.ts': '/** One. */\nexport const one = 1;\n' });
    const file = join(root, 'logs/reviews.csv');
    const folder = await ReviewedFolder.read({ root, cache: false });
    await folder.closed;
    const { report } = folder.review({ accepted: await readAccepted(root), started: 0 });
    const track = async (occasion: Occasion): Promise<LogRow[] | null> => {
      let shown: LogRow[] | null = null;
      await trackReview({ root, report, occasion, isEnabled: true, git: false }, (rows) => {
        shown = rows;
      });
      return shown;
    };
    await folder.track(report);
    assert.equal(await track('edited'), null);
    assert.deepEqual(await track('opened'), []);
    assert.equal(existsSync(file), false);
    assert.equal((await track('asked'))?.length, 1);
    assert.equal(existsSync(file), true);
  });
});
