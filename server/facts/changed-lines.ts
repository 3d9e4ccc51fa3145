/** Lines that a change added or modified, by path relative to the workspace, with their current numbers. `all` for a new file. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number> | 'all'>;
