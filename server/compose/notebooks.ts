/** Notebooks as editors need them: by cells, not by lines of a file. */
export { cellMap } from '../languages/python/notebook/cell-map.ts';
export { isSaved, savedCells, writeNotebook, type OpenCell, type SavedCells } from '../languages/python/notebook/write-notebook.ts';
