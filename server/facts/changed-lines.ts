/** Lines that a change brought, by path relative to the workspace, as they are numbered now. `all` for a new file. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number> | 'all'>;
