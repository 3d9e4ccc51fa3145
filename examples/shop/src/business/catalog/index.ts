export { Catalog, type PricedItem } from './catalog.ts';
export { wordsOf } from './search-words.ts';
