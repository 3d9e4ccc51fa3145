/** What methods do, by the verbs of their names: which family of work each belongs to. */

/** Families of work that different parts of a program are there for. Getters and other small talk belong to none. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'loading data': ['load', 'read', 'fetch', 'download', 'ingest', 'import', 'extract', 'scrape', 'crawl'],
  validating: ['validate', 'verify', 'sanitize', 'lint'],
  'cleaning and shaping data': ['clean', 'normalize', 'preprocess', 'engineer', 'impute', 'tokenize', 'augment', 'featurize'],
  training: ['train', 'fit', 'finetune', 'tune', 'learn'],
  predicting: ['predict', 'infer', 'classify', 'forecast', 'recommend'],
  evaluating: ['evaluate', 'score', 'benchmark', 'assess'],
  storing: ['save', 'store', 'persist', 'insert', 'upsert', 'archive', 'backup'],
  notifying: ['notify', 'email', 'mail', 'alert', 'broadcast', 'announce'],
  sending: ['send', 'publish', 'upload', 'transmit', 'deliver'],
  deploying: ['deploy', 'release', 'rollback', 'provision', 'install'],
  monitoring: ['monitor', 'track', 'observe', 'profile', 'audit'],
  presenting: ['render', 'draw', 'paint', 'display', 'plot', 'print', 'visualize'],
  reporting: ['report', 'summarize', 'export'],
  authenticating: ['authenticate', 'authorize', 'login', 'logout', 'signin', 'signup'],
  charging: ['charge', 'pay', 'refund', 'bill', 'invoice'],
  calculating: ['calculate', 'compute', 'estimate'],
  scheduling: ['schedule', 'enqueue', 'dispatch'],
  parsing: ['parse', 'decode', 'deserialize'],
  encrypting: ['encrypt', 'decrypt', 'hash', 'sign'],
  migrating: ['migrate', 'seed'],
};

const FAMILY_OF: ReadonlyMap<string, string> = new Map(Object.entries(FAMILIES).flatMap(([family, verbs]) => verbs.map((verb) => [verb, family] as const)));

/**
 * @param name of a method, in camel case or snake case
 * @returns the family of work that its verb stands for, or null
 */
export function dutyOf(name: string): string | null {
  const verb = /^[_#$]*([a-z]+|[A-Z][a-z]*)/.exec(name)?.[1]?.toLowerCase();
  return verb === undefined ? null : FAMILY_OF.get(verb) ?? null;
}
