/** Which calls send a request; shared by the rules about addresses and connections. */
import type { CallFact } from '../../facts/file-facts.ts';
import { fullName } from './python.ts';

const SENDS = /^(fetch|\$fetch|ofetch|got|ky|axios|request|superagent|needle|WebSocket|EventSource)(\.\w+)?$|^https?\.(get|request)$|(^|\.)(axios|http|httpClient|client|api)(\(\))?\.(get|post|put|patch|delete|request|head)$|(^|\.)(axios|ky|got|ofetch)\.(create|extend)$/;
const PYTHON_SENDS = /^(requests|httpx)\.(get|post|put|patch|delete|head|options|request|stream)$|^urllib\.request\.(urlopen|Request|urlretrieve)$|^(websockets?\.(connect|create_connection)|grpc\.(aio\.)?(insecure|secure)_channel|socketio\.\w+)$/;
const PYTHON_CLIENT = /(^|\.)_?(requests?|session|client|http|httpx|s|api|sess|http_client|self\.session|self\._session|self\.client)(\(\))?\.(get|post|put|patch|delete|head|options|request|send|stream)$/;

/** A call of `fetch`, of a method of a client, or of the function that makes one. */
export function sendsRequest(call: CallFact): boolean {
  return SENDS.test(call.callee) || call.module === 'axios' || call.module === 'got';
}

/** The same for Python. */
export function sendsPythonRequest(call: CallFact): boolean {
  return PYTHON_SENDS.test(fullName(call)) || PYTHON_CLIENT.test(call.callee);
}
