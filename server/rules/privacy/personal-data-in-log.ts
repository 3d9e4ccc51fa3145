/**
 * Personal data that is logged or sent to an analytics service.
 *
 * Logs are copied, kept for years and read by many people; a person cannot be deleted from them,
 * and a logged password has leaked.
 */
import * as z from 'zod';
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import { defineFileRule } from '../kit/rule.ts';

const options = z.strictObject({
  fields: z.array(z.string()).default([]).describe('Further names of fields with personal data: "patientNumber".'),
});

/** Must not be logged at all. */
const SECRET = new RegExp(
  String.raw`^(pass_?word|passwd|passphrase|ssn|social_security(_number)?|card_?number|credit_?card(_number)?|cc_?number|cvv|cvc|`
  + String.raw`iban|passport(_(number|no))?|national_id|tax_id|bank_account(_number)?|medical_record(_number)?)$`,
);
const PERSONAL = new RegExp(
  String.raw`^(e_?mail(_address)?|phone(_number)?|mobile(_number)?|cell_?phone|telephone|street(_address)?|home_address|`
  + String.raw`postal_address|billing_address|shipping_address|postal_code|zip_code|birth_?(date|day)|date_of_birth|dob|first_name|`
  + String.raw`last_name|full_name|sur_?name|given_name|family_name|maiden_name|driving_licen[cs]e(_number)?|license_plate|salary|`
  + String.raw`religion|ethnicity|diagnosis|blood_type)$`,
);
/** Words before a field name that do not change its meaning. */
const OWNER = new RegExp(
  String.raw`^((new|old|current|raw|plain|user|customer|client|contact|patient|member|account|employee|person|owner|recipient|`
  + String.raw`sender|to|from|login|signup|registered|primary|secondary|work|personal|home|billing|shipping|db|admin|my|his|her|`
  + String.raw`their|guest|author|buyer|seller|invitee|the)_)+`,
);
const LOG_METHOD = /^(log|info|warn|error|debug|trace|fatal|verbose|silly|notice|critical|warning|exception|dir|table|print|child|group|write)$/;
/** Levels that are off unless somebody looks for a fault. */
const FOR_DEVELOPERS = /^(debug|trace|verbose|silly)$/;
const LOG_OBJECT = /(^|[._])(console|log|logs|logger|logging|logr|winston|pino|bunyan|log4js|signale|consola|tracer|audit|auditlog|auditlogger)$|logger$/i;
const STATISTICS = new RegExp(
  String.raw`(^|\.)(analytics|mixpanel|posthog|amplitude|segment|rudderanalytics|plausible|heap|datadogRum|newrelic|appInsights|`
  + String.raw`telemetry|gtag|dataLayer|ga|fbq|Sentry|Bugsnag|rollbar)$`,
  'i',
);
const STATISTICS_METHOD = new RegExp(
  String.raw`^(track|capture|identify|event|logEvent|trackEvent|send|push|setUser|setContext|setExtra|addBreadcrumb|captureMessage|`
  + String.raw`setUserProperties|page|gtag|fbq|ga|sendTelemetryEvent|addUserAction)$`,
);
const PATH = /^[\w$]+(?:(?:\?\.|\.|!\.)[\w$]+|\[['"][\w$]+['"]\])*!?$/;

export const rule = defineFileRule({
  meta: {
    id: 'privacy/personal-data-in-log',
    title: 'Personal data in a log',
    severity: 'error',
    roles: { test: 'off', fixture: 'off', docs: 'off', declaration: 'off', example: 'info', script: 'info', config: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.3', 'review §3.1'],
    criterion: 'privacy',
    blocker: true,
    fixable: false,
    options,
    sources: { cwe: [359, 532] },
    docs: {
      what:
        'A personal field (email address, phone number, birth date, name, postal address) passed to a logger or an analytics service. Passwords, card '
        + 'numbers, account numbers and identity numbers are errors, the others are warnings.',
      why: 'Logs are copied, kept for years and read by many people, and a person cannot be removed from them later. A logged password has leaked.',
      fix: 'Log an id instead, or mask the value first.',
      limits:
        'Only the names of fields and variables are judged. A whole object (`log.info(user)`) is not opened, and a value that is passed through a '
        + 'function counts as masked.',
    },
    messages: {
      secret: '{callee} logs {field}. Remove it.',
      personal: '{callee} logs {field}, which is personal data. Log an id instead, or mask it.',
      sent: '{callee} sends {field}, which is personal data, to another service. Send an id or a hash instead.',
    },
  },
  check(file, report, { fields }) {
    const own = new Set(fields.map(snake));
    for (const call of file.calls) {
      const sent = isStatistics(call);
      if (!sent && !isLog(call)) continue;
      const seen = new Set<string>();
      for (const argument of call.args) {
        for (const { text, span } of namedParts(argument)) {
          const kind = judge(text, own);
          const field = text.replaceAll('?.', '.').replaceAll('!', '');
          if (kind === null || seen.has(field)) continue;
          seen.add(field);
          const madeHere = kind === 'secret' && isMadeHere(file, call, field);
          report({
            messageId: sent ? 'sent' : kind, data: { field, callee: call.callee }, span, about: `${placeName(file, call.function)}: ${field}`,
            severity: kind === 'secret' && !madeHere ? 'error' : 'warning',
            // Names and addresses are in most logs on purpose: who logs in, who gets a message.
            ...(kind !== 'secret' || isCommand(file.path) || madeHere ? { recommended: 'info' as const }
              : FOR_DEVELOPERS.test(call.name) ? { recommended: 'warning' as const } : {}),
          });
        }
      }
    }
  },
});

/** A password that the same function has just made up is shown on purpose: nobody could know it otherwise. */
function isMadeHere(file: FileFacts, call: CallFact, field: string): boolean {
  return file.calls.some((other) => other.function === call.function && (other.target ?? other.flowsTo) === field
    && (/rand|secret|generate|uuid|token_|nanoid/i.test(other.callee) || other.args.some((each) => /rand|secrets\./i.test(each.text))));
}

/** A command that its operator starts and whose output only they read. */
function isCommand(path: string): boolean {
  return /(^|\/)(management\/commands|cli|commands)\//.test(path);
}

function isLog(call: CallFact): boolean {
  if (call.callee === 'print') return true;
  const dot = call.callee.lastIndexOf('.');
  if (dot < 0 || !LOG_METHOD.test(call.name)) return false;
  const object = call.callee.slice(0, dot);
  return LOG_OBJECT.test(object) || (call.receiver !== null && /(winston|pino|bunyan|log4js|logging)#/.test(call.receiver));
}

function isStatistics(call: CallFact): boolean {
  const dot = call.callee.lastIndexOf('.');
  const object = dot < 0 ? call.callee : call.callee.slice(0, dot);
  return STATISTICS.test(object) && STATISTICS_METHOD.test(call.name);
}

/** Plain names and members in an argument: alone, in a template or concatenation, or as a property. */
function namedParts(value: ValueFact): { text: string; span: ValueFact['span'] }[] {
  if (value.kind === 'identifier' || value.kind === 'member') return [{ text: value.text, span: value.span }];
  if (value.kind === 'template') {
    const inserted = [...value.text.matchAll(/\$\{([^{}]+)\}/g)].map((match) => match[1]!.trim());
    const added = value.text.startsWith('`') ? [] : value.text.split(/\s\+\s/).map((part) => part.trim());
    const written = [...inserted, ...added].filter((text) => PATH.test(text));
    // Where a variable comes from says more about it only if its own name says nothing.
    const names = new Set(written.map(lastName));
    const from = value.origins.map(({ text }) => text).filter((text) => PATH.test(text) && !names.has(lastName(text)));
    return [...written, ...from].map((text) => ({ text, span: value.span }));
  }
  return (value.properties ?? []).flatMap((property) => {
    const inner = property.value;
    if (inner.kind === 'identifier' || inner.kind === 'member')
      return [
        {
          text: judge(inner.text, new Set()) === null && judge(property.name, new Set()) !== null && inner.kind === 'member' ? property.name : inner.text,
          span: inner.span,
        },
      ];
    return inner.kind === 'template' ? namedParts(inner) : [];
  });
}

function judge(text: string, own: ReadonlySet<string>): 'secret' | 'personal' | null {
  if (!PATH.test(text)) return null;
  const last = snake(text.replace(/!$/, '').replace(/\[['"]([\w$]+)['"]\]$/, '.$1').split(/\?\.|\.|!\./).at(-1)!);
  const name = last.replace(OWNER, '');
  // Settings, labels and schemas have field names without the data.
  if (
    /\b(errors?|messages?|labels?|columns?|schema|fields?|config|constants?|types?|i18n|strings|rules?|keys?|headers|locators?|selectors?|env)\b/i.test(
      text.slice(0, -last.length),
    )
  )
    return null;
  if (SECRET.test(name) || SECRET.test(last)) return 'secret';
  return PERSONAL.test(name) || own.has(last) ? 'personal' : null;
}

/** `password` of `user.password`. */
function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** `userEmail` and `USER_EMAIL` as `user_email`. */
function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
