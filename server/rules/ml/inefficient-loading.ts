/**
 * Files are read one by one into a list, and all of them are in memory before the first is used.
 *
 * Bad, because memory has to hold the whole twice when the list is put together, and the program
 * dies with more data and not with a better message.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/inefficient-loading',
    title: 'All files in memory at once',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['patterns §4.2', 'style §6.1', 'general §6.1', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Tables or pictures that are read in a loop and kept in a list which is put together afterwards.',
      why: 'Memory has to hold everything, and twice while it is put together. With more data the program dies.',
      fix: 'Yield one after the other from a generator, read in chunks, or use a data set that loads on demand (`tf.data`, `torch.utils.data`, Dask, Polars).',
      limits: 'How large the files are cannot be seen; a handful of small ones is fine.',
    },
    messages: {
      hoarded: '{text} keeps every file in memory until all are read. Yield them one by one or read in chunks.',
    },
  },
  check(file, report) {
    for (const { span, text } of file.learning?.hoarded ?? []) report({ messageId: 'hoarded', data: { text }, span, about: text });
  },
});
