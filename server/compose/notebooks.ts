/** Notebooks as editors need them: by cell, not by line of the file. */
export { cellMap } from '../languages/python/notebook/cell-map.ts';
export { isSaved, savedCells, writeNotebook, type OpenCell, type SavedCells } from '../languages/python/notebook/write-notebook.ts';
