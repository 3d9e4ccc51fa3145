/** A first sentence about a function or class, built from the words of its name. */

/** Verbs that function names begin with and that are rarely meant as nouns. */
const VERBS = new Set([
  'add allow append apply assert attach build calculate call cancel change clean clear clone close collect compare compile compute configure',
  'connect convert copy create decode delete detect disable disconnect dispatch divide download draw enable encode ensure escape execute',
  'extract fetch fill filter find flatten format generate get handle hide import include insert install invoke join keep list load lock log',
  'make map mark match measure merge move multiply normalize notify omit open parse pick place prepare print process publish push put read',
  'receive record reduce refresh register reject release remove rename render repeat replace report request require reset resolve restore retry',
  'return revoke round run save schedule search select send serialize set show sign sort split start stop store submit subscribe subtract sum',
  'swap sync take throw toggle trim unlock unregister unsubscribe update upload use validate verify visit wait warn watch wrap write',
].join(' ').split(' '));
const QUESTIONS: Readonly<Record<string, string>> = {
  is: 'Checks whether it is', has: 'Checks whether it has', can: 'Checks whether it can', should: 'Checks whether it should',
};
const TURNS: Readonly<Record<string, string>> = { to: 'Converts it to', from: 'Creates it from', on: 'Called on', with: 'Works with' };

/**
 * @param name in camel or snake case, in any alphabet
 * @returns its words: `userId` and `user_id` give `user id`
 */
export function wordsOf(name: string): string {
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu) ?? [name];
  return words.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase())).join(' ');
}

/**
 * @param name of a function or class
 * @param thing the name is a noun, whatever its first word is
 * @returns one sentence: `loadUser` gives "Loads user."
 */
export function summaryOf(name: string, thing: boolean): string {
  const words = wordsOf(name);
  const [first = '', ...rest] = words.split(' ');
  const more = rest.join(' ');
  if (!thing && more !== '' && QUESTIONS[first] !== undefined) return `${QUESTIONS[first]} ${more}.`;
  if (!thing && more !== '' && TURNS[first] !== undefined) return `${TURNS[first]} ${more}.`;
  const begin = !thing && VERBS.has(first) ? thirdPerson(first) : first;
  return `${begin.charAt(0).toUpperCase()}${begin.slice(1)}${more === '' ? '' : ` ${more}`}.`;
}

function thirdPerson(verb: string): string {
  if (/(s|x|z|ch|sh)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}
