/**
 * What the workflow runs to keep one comment on a pull request: written when the architecture changed, mended with each push, taken
 * back when nothing of the change is left. It runs by itself, in Node, in a job without the code of the pull request. All that
 * it takes comes through its environment, so that nothing in it is run.
 */
import { NOTHING_CHANGED } from '../diff/markdown.ts';

/** @returns the lines of a CommonJS script for Node 18 and later */
export function commentScript(): string[] {
  return SCRIPT.split('\n');
}

const SCRIPT = String.raw`const { gunzipSync } = require('node:zlib');
const { API, DIFF, IS_OURS, NUMBER, REPOSITORY, TOKEN } = process.env;
const MARK = '<!-- archwright:diff -->';
const issues = API + '/repos/' + REPOSITORY + '/issues/';

// In the words of the runner: an annotation on one line.
function say(kind, text) {
  console.log('::' + kind + '::' + text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

class Refused extends Error {}

// Gives null for what is not there any more.
async function ask(method, url, body) {
  const headers = {
    'accept': 'application/vnd.github+json', 'authorization': 'Bearer ' + TOKEN, 'user-agent': 'archwright', 'x-github-api-version': '2022-11-28',
  };
  const request = { method, headers, redirect: 'error', signal: AbortSignal.timeout(30000) };
  const answer = await fetch(url, body === undefined ? request : { ...request, body: JSON.stringify({ body }) });
  const text = await answer.text();
  if (answer.status === 404 && method !== 'GET' && method !== 'POST') return null;
  if (answer.ok) return text === '' ? {} : JSON.parse(text);
  const message = method + ' ' + url + ' was answered with ' + answer.status + ': ' + text.slice(0, 300);
  throw answer.status === 403 ? new Refused(message) : new Error(message);
}

// Nobody else may write by this name, whatever mark he puts into a comment.
function isOurs({ user, body }) {
  return user?.login === 'github-actions[bot]' && user.type === 'Bot' && typeof body === 'string' && body.startsWith(MARK);
}

async function ownComments() {
  const own = [];
  for (let page = 1; ; page++) {
    const found = await ask('GET', issues + NUMBER + '/comments?per_page=100&page=' + page);
    own.push(...found.filter(isOurs));
    if (found.length < 100) return own;
  }
}

async function keepComment() {
  const diff = gunzipSync(Buffer.from(DIFF, 'base64')).toString('utf8');
  const [first, ...more] = await ownComments();
  const isSilent = diff.trim() === '' || diff.startsWith('${NOTHING_CHANGED}');
  for (const { id } of isSilent && first !== undefined ? [first, ...more] : more) await ask('DELETE', issues + 'comments/' + id);
  if (isSilent) return console.log(first === undefined ? 'Nothing to tell.' : 'Took the comment back: nothing of the change is left.');
  const body = MARK + '\n' + diff.trim();
  if (first?.body.replace(/\r\n/g, '\n').trim() === body) return console.log('The comment is there already.');
  const mended = first === undefined ? null : await ask('PATCH', issues + 'comments/' + first.id, body);
  if (mended === null) await ask('POST', issues + NUMBER + '/comments', body);
  console.log(mended === null ? 'Wrote the comment.' : 'Mended the comment.');
}

if (IS_OURS !== 'true') {
  say('notice', 'No comment was written: a pull request from a fork may not write any. The summary of this run tells what changes in the architecture.');
} else {
  keepComment().catch((error) => {
    if (error instanceof Refused) return say('warning', 'No comment was written, because this run may not write any. ' + error.message);
    say('error', 'The comment could not be written. ' + error.message + (error.cause ? ' (' + error.cause.message + ')' : ''));
    process.exitCode = 1;
  });
}`;
