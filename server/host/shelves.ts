/** Folders in which a program keeps copies of other people's packages. */
import { posix } from 'node:path';

const SHELF = /^(libs?|ext|extlibs?|3rd[-_]?party)\d?$/i;
/** Packages of Python that nobody would give his own the name of. */
const KNOWN = new Set([
  'apscheduler', 'attrs', 'babelfish', 'backports', 'beautifulsoup4', 'boto', 'boto3', 'botocore', 'bs4', 'certifi', 'chardet', 'charset_normalizer', 'cheroot',
  'cherrypy', 'cloudscraper', 'dateutil', 'dogpile', 'enzyme', 'feedparser', 'future', 'guessit', 'html5lib', 'httplib2', 'idna', 'importlib_metadata',
  'jinja2', 'mako', 'markupsafe', 'oauthlib', 'passlib', 'pkg_resources', 'pyasn1', 'pycparser', 'pygments', 'pyparsing', 'pytz', 'rebulk', 'requests',
  'requests_oauthlib', 'setuptools', 'simplejson', 'soupsieve', 'sqlalchemy', 'stevedore', 'subliminal', 'tornado', 'tzlocal', 'urllib3', 'webencodings',
  'werkzeug', 'xmltodict', 'zope',
]);
/** One or two may have been changed for the program. */
const FEWEST = 3;

/** Folders that say by their names whose code they hold. */
const VENDORED = new Set(['vendor', '_vendor', 'vendored', '_vendored', 'patched', 'third_party', 'third-party', 'externals']);
/** Folders into which others' projects are copied as a whole. In a web service `dependencies` holds its own. */
const OF_PROJECTS = /^(dependencies|deps|submodules|external|forks?)$/i;

/**
 * @param folder relative path of a folder
 * @param inside gives the names of what stands in it; asked only where that decides
 * @returns whether the code in it is others' and only kept in the project
 */
export function isThirdParty(folder: string, inside: () => readonly string[]): boolean {
  const name = posix.basename(folder);
  if (VENDORED.has(name) || isCopy(folder)) return true;
  if (OF_PROJECTS.test(posix.basename(posix.dirname(folder)))) return isProject(inside());
  return SHELF.test(name) && isShelf(inside());
}

/** Copies of packages stand there side by side: `lib/requests`, `lib/certifi`, `lib/bs4`. */
function isShelf(inside: readonly string[]): boolean {
  return inside.filter((each) => KNOWN.has(each.toLowerCase())).length >= FEWEST;
}

/** A project with a licence of its own, and a file that says how it is built. */
function isProject(inside: readonly string[]): boolean {
  const has = (name: RegExp): boolean => inside.some((each) => name.test(each));
  return has(/^(licen[cs]e|copying)([-.]|$)/i) && has(/^(setup\.(py|cfg)|pyproject\.toml|package\.json)$/);
}

/** Packages that are copied one by one into programs that train models, under their own names. */
const COPIED = new Set([
  'basicsr', 'bigvgan', 'cldm', 'detectron2', 'facenet_pytorch', 'facexlib', 'fairseq', 'gfpgan', 'groundingdino', 'insightface', 'k_diffusion', 'ldm',
  'maskrcnn_benchmark', 'mmcv', 'mmcv_custom', 'mmdet', 'mmdet3d', 'mmengine', 'mmpose', 'mmseg', 'pycocoevalcap', 'pycocotools', 'realesrgan', 'sam2',
  'segment_anything', 'segment_anything2', 'tensorboardx', 'timm', 'torch2trt',
]);
/** Folders in which a project keeps packages of its own. */
const CONTAINER = /^(src|source|packages|python|py|projects|tests?|docs?|examples?|configs?|models?)$/i;

/** A copy of a package by its name, which stands inside another package (`detector/annotate/mmcv`), or one that is called a copy. */
function isCopy(folder: string): boolean {
  const name = posix.basename(folder).toLowerCase();
  const parent = posix.dirname(folder);
  return /[-_](patched|vendored)$/.test(name) || (COPIED.has(name) && parent !== '.' && !CONTAINER.test(posix.basename(parent)));
}
