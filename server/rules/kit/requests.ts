/** Which calls send a request; shared by the rules about addresses and connections. */
import type { CallFact } from '../../facts/file-facts.ts';
import { fullName } from './python.ts';

const SENDS = new RegExp(
  String.raw`^(fetch|\$fetch|ofetch|got|ky|axios|request|superagent|needle|WebSocket|EventSource)(\.\w+)?$|^https?\.(get|request)$|`
  + String.raw`(^|\.)(axios|http|httpClient|client|api)(\(\))?\.(get|post|put|patch|delete|request|head)$|(^|\.)(axios|ky|got|`
  + String.raw`ofetch)\.(create|extend)$`,
);
const PYTHON_SENDS = new RegExp(
  String.raw`^(requests|httpx)\.(get|post|put|patch|delete|head|options|request|stream)$|^urllib\.request\.(urlopen|Request|`
  + String.raw`urlretrieve)$|^(websockets?\.(connect|create_connection)|grpc\.(aio\.)?(insecure|secure)_channel|socketio\.\w+)$`,
);
const PYTHON_CLIENT = new RegExp(
  String.raw`(^|\.)_?(requests?|session|client|http|httpx|s|api|sess|http_client|self\.session|self\._session|`
  + String.raw`self\.client)(\(\))?\.(get|post|put|patch|delete|head|options|request|send|stream)$`,
);

/** A callee such as `fetch`, a method of a client, or the function that makes one. */
export function isRequest(callee: string): boolean {
  return SENDS.test(callee);
}

/** A call of such a function, or of a client under another name. */
export function sendsRequest(call: CallFact): boolean {
  return isRequest(call.callee) || call.module === 'axios' || call.module === 'got';
}

/** The same for Python. */
export function sendsPythonRequest(call: CallFact): boolean {
  return PYTHON_SENDS.test(fullName(call)) || PYTHON_CLIENT.test(call.callee);
}
