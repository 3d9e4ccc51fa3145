/** Names of the files in packages, read from the formats themselves. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** @param file a zip archive, such as a `.vsix` @returns names in its directory */
export function zipNames(file: string): string[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is no zip archive`);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** @param file a gzipped tar archive, as npm packs them @returns names in it, and the text of its `package/package.json` */
export function tarballContents(file: string): { names: string[]; manifest: string } {
  const bytes = gunzipSync(readFileSync(file));
  const names: string[] = [];
  let manifest = '';
  for (let at = 0; bytes[at] !== 0 && at < bytes.length;) {
    const field = (from: number, length: number): string => bytes.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = field(345, 155) === '' ? field(0, 100) : `${field(345, 155)}/${field(0, 100)}`;
    const size = parseInt(field(124, 12), 8);
    if (bytes[at + 156] === 0x30) names.push(name);
    if (name === 'package/package.json') manifest = bytes.toString('utf8', at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return { names, manifest };
}
