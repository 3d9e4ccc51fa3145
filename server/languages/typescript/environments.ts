/** Names that no file has to declare, since what runs it defines them. */
import { GLOBAL_NAMES } from './global-names.ts';

/** What TypeScript declares as part of the language, and what it has no declarations for: other runners, libraries that put themselves everywhere. */
const OTHERS = 'undefined globalThis arguments constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf define '
  // Browsers, and what only some of them have.
  + 'applicationCache BatteryManager DOMError find offscreenBuffering onsearch openDatabase Presentation PresentationRequest registerProcessor '
  + 'AudioWorkletGlobalScope AudioWorkletProcessor NetworkInformation styleMedia clients registration skipWaiting currentFrame currentTime sampleRate '
  + 'chrome browser opr safari opera InstallTrigger netscape Components Services ChromeUtils Cc Ci Cu Cr scheduler trustedTypes cookieStore dump '
  // Tests.
  + 'afterAll beforeAll expect expectAsync fail fdescribe fit jasmine pending runs spyOn spyOnAllFunctions spyOnProperty waits waitsFor jest pit xtest '
  + 'vi vitest QUnit asyncTest deepEqual equal notDeepEqual notEqual notOk notPropEqual notStrictEqual ok propEqual raises start strictEqual throws stop '
  + 'assert should chai sinon cy Cypress by element protractor driver $driver page context browserContext waitForAngular inject module bench phantom '
  + 'WebPage casper andThen click currentPath currentRouteName currentURL fillIn findAll findWithAssert keyEvent pauseTest triggerEvent visit wait actor '
  + 'Feature Scenario Before After BeforeSuite AfterSuite Given When Then device detox atom waitsForPromise advanceClock expectTypeOf assertType pm '
  // Libraries.
  + '$ $$ jQuery jq ko angular React ReactDOM Vue YAHOO YUI Ext dojo dijit dojox goog google gapi ga gtag dataLayer fbq FB Shopify Stripe paypal grecaptcha '
  + 'Turbo hcaptcha turnstile Backbone Handlebars Ember DS MathJax require requirejs wp ajaxurl Sentry Drupal drupalSettings Polymer System SystemJS '
  + 'Prism hljs mermaid katex THREE d3 L moment _ M Materialize bootstrap Swal toastr Chart tinymce CKEDITOR ace monaco Parse Alpine htmx '
  // Meteor, CouchDB, Mongo, Rhino, Nashorn, WSH, scripts of Google, Windows and macOS, games, editors, k6, hosts of plugins.
  + 'Accounts App Assets Blaze check Cordova DDP DDPRateLimiter Deps EJSON Email HTTP Log Match Meteor Mongo MongoInternals Npm Package Random ReactiveDict '
  + 'ReactiveVar Router ServiceConfiguration Session share Spacebars Template Tinytest Tracker UI Utils WebApp WebAppInternals '
  + 'emit getRow log provides respond send sum db rs sh ISODate NumberInt NumberLong ObjectId UUID print printjson quit load rand version tojson '
  + 'importClass importPackage java javax Java Packages JavaImporter org com edu javafx runCommand defineClass seal GetObject CollectGarbage ScriptEngine '
  + 'SpreadsheetApp DocumentApp DriveApp GmailApp UrlFetchApp PropertiesService ScriptApp HtmlService Logger Utilities CacheService LockService '
  + 'CalendarApp FormApp ContactsApp MailApp ContentService SlidesApp BigQuery XmlService Jdbc Maps LanguageApp '
  + 'Application Automation delay Library ObjC ObjectSpecifier Path Ref WScript Windows WinJS figma penpot acode cordova device Titanium Ti Alloy '
  + 'open __ENV __VU __ITER Deno Bun EdgeRuntime WebSocketPair HTMLRewriter caches unsafeWindow GM cloneInto exportFunction createObjectIn Homey Lampa '
  + 'nova app csInterface CSInterface game canvas ui foundry Hooks foundryvtt CONFIG sails RED artifacts HermesInternal nativePerformanceNow '
  + 'ErrorUtils alert acquireVsCodeApi';

const KNOWN = new Set(`${GLOBAL_NAMES} ${OTHERS}`.split(' '));
/** Written by bundlers and other tools, or private to a browser. */
const MADE = /^(?:[A-Z][A-Z\d_$]*|_.*|\$.*|GM_\w+|(?:webkit|moz|ms|WebKit|Moz|MS|XR|WX|wx|SVG|HTML|CSS)[A-Z]\w*|.*__)$/;

/** @param name of something that a file reads @returns whether some environment may define it */
export function isKnownGlobal(name: string): boolean {
  return KNOWN.has(name) || MADE.test(name);
}
