/** Where code is used, as far as its path and its imports tell: beside the requests of strangers, or as a client of somebody else's service. */
import type { FileFacts } from '../../facts/file-facts.ts';

const FRAMEWORKS = new RegExp(
  String.raw`^(flask|django|rest_framework|fastapi|starlette|sanic|quart|falcon|bottle|tornado|pyramid|aiohttp\.web|webob|werkzeug|litestar|cherrypy|`
  + String.raw`http\.server|wsgiref|ninja|connexion|responder|robyn|blacksheep)([._]|$)`
  + String.raw`|^(express|koa|hono|fastify|restify|polka|next|nuxt|h3|elysia|@(nestjs|hapi|koa|fastify|adonisjs|remix-run|sveltejs)\/.*|(node:)?https?)$`,
);
const WEB_FOLDER = /(^|\/)(apis?|routes?|routers?|views?|controllers?|handlers?|endpoints?|resolvers?|web|webapp|server|middlewares?|blueprints?)(\/|\.\w+$)/i;

/**
 * Whether strangers reach the code with little in between: it imports a framework for web servers, or lies in a folder for what answers requests.
 * @param file with the code
 */
export function isNearRequests({ imports, path }: Pick<FileFacts, 'imports' | 'path'>): boolean {
  return WEB_FOLDER.test(path) || imports.some(({ specifier }) => FRAMEWORKS.test(specifier));
}

/** Extensions of a program that talk to services of others, each in a file of its own. */
const OF_OTHERS =
  /(^|\/)[\w-]*(plugins?|addons?|add-ons?|extensions?|extractors?|scrapers?|crawlers?|spiders?|fetchers?|downloaders?|decrypters?|providers?)\//i;
const EXTENDS_CLIENT = /(plugin|addon|extension|extractor|scraper|spider|fetcher|downloader|decrypter|provider|hoster)$/i;

/**
 * Whether the code is a client of a service that somebody else runs, by the folder or the class that it extends. Such a service says how to sign in
 * and which hash to send, and gives every copy of a program the same key.
 * @param file with the code
 */
export function isClientOfOthers({ path, classFacts }: Pick<FileFacts, 'path' | 'classFacts'>): boolean {
  return OF_OTHERS.test(path) || classFacts.some(({ extends: bases }) => bases.some((base) => EXTENDS_CLIENT.test(base)));
}

/** Stand in for a service on a developer's machine. */
const IMITATIONS = /(^|\/)([\w-]*emulators?|[\w-]*simulators?|(fake|mock|stub)[-_]?(servers?|services?))\//i;

/**
 * Whether the code imitates a service for developers and tests, by its folder: it believes what it is told, and guards nothing.
 * @param file with the code
 */
export function isImitation({ path }: Pick<FileFacts, 'path'>): boolean {
  return IMITATIONS.test(path);
}

/** Libraries that were copied into the repository; nobody there maintains them. */
const COPIED_LIBRARY = new RegExp(
  String.raw`(^|\/)(jquery|angular|bootstrap|materialize|foundation|backbone|ember|knockout|underscore|lodash|moment|d3|three|vue|`
  + String.raw`react)([.-][\w.-]*)?\.js$|(^|\/)(vendors?|third[-_]?party|bower_components)\/`,
  'i',
);

/** @param file that may be such a copy */
export function isCopiedLibrary({ path }: Pick<FileFacts, 'path'>): boolean {
  return COPIED_LIBRARY.test(path);
}
