/** Reads what is stored. */
export function read(key: string): string {
    const found = memory.get(key);
    return found ?? '';
}

const memory = new Map<string, string>();
