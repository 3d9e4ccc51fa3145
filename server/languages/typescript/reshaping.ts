/** Names of calls that return what they were given in another form. */

/** Return their object or argument as text. */
export const RESHAPES_TEXT = new RegExp(
  '^(String|toString|trim|toLowerCase|toUpperCase|concat|join|replace|replaceAll|slice|substring|padStart|padEnd|resolve|normalize|'
  + 'freeze|URL)$',
);

/** Decode without checking. */
export const DECODES = /^(decode\w*|parse|from|unescape|JSON|URL|URLSearchParams|Buffer|atob|qs)$/;

/** The text of a date holds digits and signs only. */
export const GIVES_DIGITS = /^(toISOString|getTime|getFullYear|getMonth|getDate|valueOf|toUTCString)$/;
