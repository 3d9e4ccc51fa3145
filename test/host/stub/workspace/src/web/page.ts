import { read } from '../data/store.ts';

export function page(): string {
  return read('page');
}
