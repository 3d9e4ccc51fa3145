/** Patterns of files as ruff reads them: a star crosses folders, and a pattern without one may name any part of a path. */

/**
 * @param pattern as written in ruff's settings
 * @returns a test of paths relative to the folder of these settings
 */
export function fileTest(pattern: string): (path: string) => boolean {
  if (pattern.startsWith('!')) {
    const inner = fileTest(pattern.slice(1));
    return (path) => !inner(path);
  }
  const [whole, name] = [toRegExp(pattern.replace(/^\.\//, '')), toRegExp(pattern)];
  return (path) => whole.test(path) || name.test(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * The same for what is excluded: a folder excludes what lies in it.
 * @param pattern as written in ruff's settings
 */
export function folderTest(pattern: string): (path: string) => boolean {
  const whole = toRegExp(pattern.replace(/^\.\//, '').replace(/\/$/, ''));
  return (path) => {
    const parts = path.split('/');
    return parts.some((part, index) => whole.test(part) || whole.test(parts.slice(0, index + 1).join('/')));
  };
}

function toRegExp(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern[index]!;
    if (char === '*') {
      const folders = pattern.startsWith('**/', index);
      if (folders) index += 2;
      else if (pattern[index + 1] === '*') index++;
      source += folders ? '(?:.*/)?' : '.*';
    } else if (char === '?') source += '[^/]';
    else if (char === '{') source += '(?:';
    else if (char === '}') source += ')';
    else if (char === ',' && source.lastIndexOf('(?:') > source.lastIndexOf(')')) source += '|';
    else if (char === '[') {
      const end = pattern.indexOf(']', index + 2);
      if (end < 0) source += '\\[';
      else {
        source += `[${pattern.slice(index + 1, end).replace(/^!/, '^').replace(/[\\[\]]/g, '\\$&')}]`;
        index = end;
      }
    } else source += char.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}$`, 's');
  } catch {
    // Not a pattern after all: it stands for the file of this name.
    return new RegExp(`^${pattern.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}$`);
  }
}
