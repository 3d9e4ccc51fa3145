export { Catalog, UnknownProduct, type PricedItem } from './catalog.ts';
export { wordsOf } from './search-words.ts';
