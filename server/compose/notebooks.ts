/** Notebooks as editors need them: by cells, not by lines of a file. */
export { cellPlaces } from '../languages/python/notebook/extract-notebook.ts';
export type { CellPlace } from '../languages/python/notebook/places.ts';
export { writeNotebook, type OpenCell } from '../languages/python/notebook/write-notebook.ts';
