/**
 * Files that are read into a list, so that all of them are in memory before the first is used.
 *
 * Bad, because combining the list takes twice the memory, and with more data the program runs out.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/inefficient-loading',
    title: 'All files loaded into memory at once',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['patterns §4.2', 'style §6.1', 'general §6.1', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Tables or images that are read in a loop and collected in a list, which is combined afterwards.',
      why: 'Everything has to fit into memory, and twice while it is combined. With more data the program runs out of memory.',
      fix: 'Yield one file at a time from a generator, read in chunks, or use a data set that loads on demand (`tf.data`, `torch.utils.data`, Dask, Polars).',
      limits: 'The size of the files is not known; a handful of small ones is fine.',
    },
    messages: {
      hoarded: '{text} keeps every file in memory until all are loaded. Yield them one at a time, or read in chunks.',
    },
  },
  check(file, report) {
    for (const { span, text } of file.learning?.hoarded ?? []) report({ messageId: 'hoarded', data: { text }, span, about: text });
  },
});
